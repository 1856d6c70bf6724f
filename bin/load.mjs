/**
 * Runs a TypeScript program of this folder under plain Node. Its sources are joined into one file, once for each state of them; packages stay where they are.
 * Joined, the server starts in a third of the time and holds a third less memory than read file by file (docs/decisions/0031). Addresses (`import.meta.url`) stay
 * those of the sources, and so do the lines of an error. Where nothing may be written beside the packages, the sources are read one by one.
 */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/capulana')
const monthMs = 30 * 24 * 3600 * 1000

/** The heap grows in small steps: a server that shares a small machine with its database gives memory back instead of doubling first. */
export const growSlowly = () => setFlagsFromString('--heap-growing-percent=15')

/** Imports `entry`, the absolute path of a TypeScript file. */
export async function load(entry) {
  const joined = (await joinedBefore(entry)) ?? (await joinNow(entry).catch(unlessNowhereToWrite))
  if (joined) process.setSourceMapsEnabled(true)
  else (await import('tsx/esm/api')).register()
  // Outside of any catch: what the program itself meets must never start it a second time.
  return import(pathToFileURL(joined ?? entry).href)
}

function unlessNowhereToWrite(error) {
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(error?.code)) throw error
}

const keyOf = (entry) => createHash('sha256').update(entry).digest('hex').slice(0, 12)

async function stateOf(file) {
  const { mtimeMs, size } = await stat(file)
  return `${mtimeMs} ${size}`
}

/** What was joined from exactly these sources, or nothing. */
async function joinedBefore(entry) {
  try {
    const { file, sources } = JSON.parse(await readFile(join(cache, `${keyOf(entry)}.json`), 'utf8'))
    const same = await Promise.all(Object.entries(sources).map(async ([source, state]) => (await stateOf(source)) === state))
    await stat(file)
    return same.every(Boolean) ? file : undefined
  } catch {
    return undefined
  }
}

/** A source keeps its own address, from which it finds its migrations, templates and threads. */
const ownAddresses = {
  name: 'own addresses',
  setup(build) {
    build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: path.endsWith('x') ? 'tsx' : 'ts',
    }))
  },
}

async function joinNow(entry) {
  const { build } = await import('esbuild')
  await mkdir(cache, { recursive: true })
  const key = keyOf(entry)
  const folder = await mkdtemp(join(cache, `${key}-`))
  const { metafile } = await build({
    ...{ entryPoints: { main: entry }, absWorkingDir: root, outdir: folder, outExtension: { '.js': '.mjs' } },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' },
    ...{ sourcemap: true, sourcesContent: false, metafile: true, logLevel: 'silent', plugins: [ownAddresses] },
  })
  const read = [fileURLToPath(import.meta.url), ...Object.keys(metafile.inputs).map((path) => join(root, path))]
  const sources = Object.fromEntries(await Promise.all(read.map(async (path) => [path, await stateOf(path)])))
  const file = join(folder, 'main.mjs')
  // Two that begin at once each join for themselves; whoever is last is found by the next.
  await writeFile(join(folder, 'index.json'), JSON.stringify({ file, sources }))
  await rename(join(folder, 'index.json'), join(cache, `${key}.json`))
  await sweep()
  return file
}

/** A server that still runs may fetch a part of an older state, but not for months. */
async function sweep() {
  for (const name of await readdir(cache)) {
    const old = join(cache, name)
    if (Date.now() - (await stat(old)).mtimeMs > monthMs) await rm(old, { recursive: true, force: true })
  }
}
