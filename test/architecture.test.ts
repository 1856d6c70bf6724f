/** The house rules can see: each fault is planted in a copy of the tree, and the named rule finds it. A check that cannot fail would protect nothing. */
import { execFile } from 'node:child_process'
import { appendFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

/** What a program says, whether it is content or not. */
async function said(program: string, args: string[], cwd: string): Promise<{ ok: boolean; text: string }> {
  return run(process.execPath, [join(root, 'node_modules', program), ...args], { cwd, maxBuffer: 50_000_000 }).then(
    ({ stdout, stderr }) => ({ ok: true, text: stdout + stderr }),
    ({ stdout, stderr }: { stdout: string; stderr: string }) => ({ ok: false, text: stdout + stderr }),
  )
}

const cruise = (copy: string) =>
  said('dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'], copy)

const faults: [rule: string, file: string, line: string][] = [
  ['engines-import-only-engines', 'src/engines/count.ts', "import { refuse } from '../kernel/refusal.ts'\nexport const planted = refuse"],
  ['engines-are-pure', 'src/engines/flows.ts', "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync"],
  ['kernel-knows-no-domain', 'src/kernel/files.ts', "import { Round } from '../domains/displacement/round.ts'\nexport const planted = Round"],
  ['registry-knows-no-domain', 'src/registry/places/place.ts', "import { Round } from '../../domains/displacement/round.ts'\nexport const planted = Round"],
  [
    'kernel-through-its-doors',
    'src/domains/displacement/limitations.ts',
    "import { snake } from '../../kernel/record/record.ts'\nexport const planted = snake",
  ],
  [
    'registry-through-its-doors',
    'src/domains/displacement/limitations.ts',
    "import { seedPlaces } from '../../registry/places/seed.ts'\nexport const planted = seedPlaces",
  ],
  ['domain-through-its-door', 'src/domains/planted/planted.ts', "import { Round } from '../displacement/round.ts'\nexport const planted = Round"],
  ['browser-never-imports-the-server', 'src/faces/ui/tokens.ts', "import { openHouse } from '../../kernel/index.ts'\nexport const planted = openHouse"],
  [
    'no-cycles',
    'src/kernel/refusal.ts',
    "import { fill } from './text/sentences.ts'\nimport { filesIn } from './files.ts'\nexport const planted = [fill, filesIn]",
  ],
]

describe('the house rules', () => {
  let copy = ''
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'capulana-tree-'))
    for (const part of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs', 'scripts'])
      await cp(join(root, part), join(copy, part), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    // The copy reads its packages through a link; their paths must stay those of the copy for the rules to know them.
    await appendFile(join(copy, '.dependency-cruiser.cjs'), 'module.exports.options.preserveSymlinks = true\n')
  })
  afterAll(() => rm(copy, { recursive: true, force: true }))

  /** All faults at once, one run of the rules: each must be named with its file. */
  it('find each planted fault by its name, and nothing in the tree as it is', async () => {
    expect(await cruise(copy)).toEqual({ ok: true, text: expect.stringContaining('no dependency violations') })
    const changed = new Map<string, string | null>()
    for (const [, file, line] of faults) {
      const path = join(copy, file)
      const text = await readFile(path, 'utf8').catch(() => null)
      if (!changed.has(path)) changed.set(path, text)
      await mkdir(dirname(path), { recursive: true })
      // A cycle needs its way back: what refusal.ts now imports must lead to it again.
      await writeFile(path, `${line.replaceAll('planted', `planted${changed.size}`)}\n${text ?? ''}`)
    }
    const backPath = join(copy, 'src/kernel/files.ts')
    await writeFile(backPath, `import { refuse } from './refusal.ts'\nexport const back = refuse\n${await readFile(backPath, 'utf8')}`)
    const { ok, text } = await cruise(copy)
    expect(ok).toBe(false)
    for (const [rule, file] of faults) expect(text, `${rule} in ${file}`).toMatch(new RegExp(`${rule}: [^x]*?${file.replaceAll('.', '.')}`))
    for (const [path, original] of changed) await (original === null ? rm(path) : writeFile(path, original))
  })

  it('find a file of 401 lines', async () => {
    const path = join(copy, 'src/engines/long.ts')
    await writeFile(path, 'export const line = 1\n'.repeat(401))
    await run('git', ['init', '-q'], { cwd: copy })
    const { ok, text } = await said('tsx/dist/cli.mjs', ['scripts/fileLength.ts'], copy)
    expect([ok, text]).toEqual([false, expect.stringContaining('src/engines/long.ts: 401 lines')])
    await rm(path)
  })
})

describe('engines', () => {
  it('have no clock, no randomness and no way out of their own', async () => {
    const { stdout } = await run('git', ['ls-files', 'src/engines'], { cwd: root })
    const pure = stdout.split('\n').filter((file) => file.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(file))
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(/
    const found: string[] = []
    for (const file of pure) if (impure.test(await readFile(join(root, file), 'utf8'))) found.push(file)
    expect(found).toEqual([])
    expect(pure.length).toBeGreaterThan(40)
  })
})

describe('the repository', () => {
  it('names no path of a machine', async () => {
    const { stdout } = await run('git', ['grep', '-nE', '/(work|tmp|farm)/', '--', '.', ':!package-lock.json', ':!test/architecture.test.ts'], {
      cwd: root,
    }).catch(() => ({ stdout: '' }))
    expect(stdout).toBe('')
  })
})
