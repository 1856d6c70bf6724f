/** The rules of the house, each with a fault planted in a copy of the sources: a rule that finds nothing is no rule. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const run = promisify(execFile)
let copy: string

const plants: [rule: string, file: string, text: string][] = [
  ['engines-import-only-engines', 'src/engines/planted.ts', "import { refuse } from '../kernel/refusal.ts'\nexport const planted = refuse('a.b')\n"],
  ['engines-are-pure', 'src/engines/plantedFile.ts', "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync('x')\n"],
  ['kernel-knows-no-domain', 'src/kernel/planted.ts', "import { displacement } from '../domains/displacement/index.ts'\nexport const planted = displacement\n"],
  [
    'registry-knows-no-domain',
    'src/registry/planted.ts',
    "import { displacement } from '../domains/displacement/index.ts'\nexport const planted = displacement\n",
  ],
  ['kernel-through-its-doors', 'src/domains/displacement/planted.ts', "import { snake } from '../../kernel/record/record.ts'\nexport const planted = snake\n"],
  [
    'registry-through-its-doors',
    'src/domains/displacement/plantedPlace.ts',
    "import { Place } from '../../registry/places/place.ts'\nexport const planted = Place\n",
  ],
  ['domain-through-its-door', 'src/domains/other/planted.ts', "import { Round } from '../displacement/round.ts'\nexport const planted = Round\n"],
  ['browser-never-imports-the-server', 'src/faces/desk/planted.ts', "import { act } from '../../kernel/index.ts'\nexport const planted = act\n"],
  ['no-cycles', 'src/kernel/circleA.ts', "import { b } from './circleB.ts'\nexport const a = () => b\n"],
  ['no-cycles', 'src/kernel/circleB.ts', "import { a } from './circleA.ts'\nexport const b = () => a\n"],
]

type Violation = { rule: { name: string }; from: string }
async function violations(): Promise<string[]> {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { stdout } = await run(process.execPath, [depcruise, 'src', '--config', '.dependency-cruiser.cjs', '--preserve-symlinks', '--output-type', 'json'], {
    cwd: copy,
    maxBuffer: 2 ** 28,
  }).catch((error: { stdout: string }) => error)
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } }
  return summary.violations.map(({ rule, from }) => `${rule.name} ${from}`)
}

const plant = (file: string, text: string) => {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), text)
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'capulana-rules-'))
  for (const name of ['src', 'test', 'bench', 'scripts', '.dependency-cruiser.cjs', 'tsconfig.json', 'biome.json', 'package.json', 'knip.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

describe('the import rules', () => {
  it('find every planted fault by name, and nothing else', async () => {
    for (const [, file, text] of plants) plant(file, text)
    // Types that name each other vanish before anything runs.
    plant('src/kernel/typesA.ts', "import type { B } from './typesB.ts'\nexport type A = { b: B | null }\n")
    plant('src/kernel/typesB.ts', "import type { A } from './typesA.ts'\nexport type B = { a: A | null }\n")
    const found = await violations()
    // A circle is told once, at the one of its files that is read first.
    for (const [rule, file] of plants.filter(([, file]) => !file.includes('circleB'))) expect(found, `${rule} in ${file}`).toContain(`${rule} ${file}`)
    expect(found.filter((each) => !plants.some(([, file]) => each.endsWith(` ${file}`)))).toEqual([])
    for (const [, file] of plants) rmSync(join(copy, file))
  })
})

describe('the house rules', () => {
  it('find a file of 401 lines and let one of 400 pass', async () => {
    await run('git', ['init', '-q'], { cwd: copy })
    const length = () =>
      run(process.execPath, ['--import', 'tsx', 'scripts/fileLength.ts'], { cwd: copy }).catch((error: { stderr: string; code: number }) => error)
    plant('src/kernel/long.ts', '// a line\n'.repeat(400))
    expect((await length()).stderr).not.toContain('long.ts')
    plant('src/kernel/long.ts', '// a line\n'.repeat(401))
    expect((await length()).stderr).toContain('src/kernel/long.ts: 401 lines')
    rmSync(join(copy, 'src/kernel/long.ts'))
  })

  it('find code that nobody uses', async () => {
    const knip = join(root, 'node_modules/knip/bin/knip.js')
    plant('src/kernel/plantedAlone.ts', 'export const planted = 1\n')
    const refusal = readFileSync(join(copy, 'src/kernel/refusal.ts'), 'utf8')
    plant('src/kernel/refusal.ts', `${refusal}\nexport const plantedUnused = 1\n`)
    const told = await run(process.execPath, [knip, '--include', 'files,exports', '--no-progress'], { cwd: copy }).catch((error: { stdout: string }) => error)
    expect(told.stdout).toContain('src/kernel/plantedAlone.ts')
    expect(told.stdout).toContain('plantedUnused')
    plant('src/kernel/refusal.ts', refusal)
    rmSync(join(copy, 'src/kernel/plantedAlone.ts'))
  })

  it('find a default export', async () => {
    plant('src/kernel/plantedDefault.ts', 'const planted = 1\n\nexport default planted\n')
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
    const told = await run(process.execPath, [biome, 'lint', 'src/kernel/plantedDefault.ts', '--vcs-enabled=false'], { cwd: copy }).catch(
      (error: { stdout: string; stderr: string }) => error,
    )
    expect(`${told.stdout}${told.stderr}`).toContain('noDefaultExport')
    rmSync(join(copy, 'src/kernel/plantedDefault.ts'))
  })
})

const filesUnder = (folder: string, pattern: RegExp): { file: string; text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(root, folder, file), 'utf8') }))
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

describe('the sources', () => {
  // A signature that is verified is as pure as a sum; one that is made is not.
  it('of the engines know no clock, no chance, no process and no network', () => {
    const impure = /\b(Date\.now|new Date\(\)|Math\.random|process\.|fetch\(|setTimeout|performance\.now|crypto\.(?!subtle\.(importKey|verify|digest)\b))/
    const found = filesUnder('src/engines', /(?<!\.test|\.fixture)\.ts$/).filter(({ text }) => impure.test(withoutComments(text)))
    expect(found.map(({ file }) => file)).toEqual([])
  })

  it('put no value of a person into SQL as text: raw parts are names and words of our own', () => {
    const raw: string[] = []
    for (const { file, text } of filesUnder('src', /(?<!\.test)\.ts$/))
      for (const [, inside] of text.matchAll(/sql\.raw\(\s*`([^`]*)`/g))
        for (const [, value] of inside!.matchAll(/\$\{([^}]+)\}/g)) raw.push(`${file}: ${value}`)
    // Each of these is a constant of the code or a declared name, checked by reading.
    const ours =
      /: (record\.(schema|table)|rule\.organisation|Operation\.(schema|table)|snake\(name\)|appRole|login|database|schema|password|known \? 'alter' : 'create')$/
    expect(raw.filter((each) => !ours.test(each))).toEqual([])
  })

  it('evaluate no text as code, and start other programs only where the house says', () => {
    const evaluating = filesUnder('src', /\.tsx?$/).filter(({ text }) =>
      /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/.test(withoutComments(text)),
    )
    expect(evaluating.map(({ file }) => file)).toEqual([])
    const starting = filesUnder('src', /(?<!\.test)\.ts$/).filter(({ text }) => /from 'node:child_process'/.test(text))
    expect(starting.map(({ file }) => file).filter((file) => !/^src\/(kernel\/db|command)\//.test(file))).toEqual([])
  })

  it('and all that lies beside them name no folder of the machine on which they were written', async () => {
    const folders = `/(${['work', 'tmp', 'farm', 'Users'].join('|')})/`
    const { stdout } = await run('git', ['grep', '-nE', folders, '--', '.', ':!package-lock.json'], { cwd: root }).catch(() => ({ stdout: '' }))
    expect(stdout).toBe('')
  })
})
