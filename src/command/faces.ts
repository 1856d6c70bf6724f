/** Builds what browsers load (the desk and the field app), once per version of its sources: the first start after a change takes some seconds longer. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Command, packageFolder } from './command.ts'

export const builtFaces = join(packageFolder, 'dist')
const sources = ['src/faces', 'src/engines', 'src/kernel/text', 'vite.config.ts', 'vite.field.config.ts', 'package-lock.json']

async function* filesUnder(path: string): AsyncGenerator<string> {
  if (!existsSync(path)) return
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null)
  if (!entries) return yield path
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    yield* entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of sources)
    for await (const file of filesUnder(join(packageFolder, source))) hash.update(file.slice(packageFolder.length)).update(await readFile(file))
  return hash.digest('hex')
}

/** True when something had to be built. */
export async function buildFaces(): Promise<boolean> {
  const mark = join(builtFaces, '.built-from')
  const wanted = await fingerprint()
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return false
  const { build } = await import('vite')
  // What browsers load is the same wherever it was built: under a test runner React would else come in its slow form for development.
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    for (const config of ['vite.config.ts', 'vite.field.config.ts']) await build({ configFile: join(packageFolder, config), logLevel: 'warn' })
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
  await mkdir(builtFaces, { recursive: true })
  await writeFile(mark, wanted)
  return true
}

export const buildCommand: Command = {
  name: 'build',
  usage: 'capulana build',
  about: 'Builds the desk and the field app for browsers; start does it by itself when needed.',
  run: async () => ({ built: await buildFaces() }),
}
