/**
 * Completes package-lock.json after a dependency has changed: `npx tsx scripts/completeLock.ts`. npm leaves out the packages for other systems (the Windows
 * build of a compiler, say) when its registry mirror does not carry them, and `npm ci` then refuses the lock as incomplete. Each gets an entry with its
 * version and system, by which npm knows that it is not for this machine. Prints what was added.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  dev?: true
  optional?: true
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems: Record<string, string> = { windows: 'win32', win32: 'win32', darwin: 'darwin', linux: 'linux', android: 'android', sunos: 'sunos', aix: 'aix' }
const processors = ['arm64', 'arm', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']
const libraries: Record<string, string> = { musl: 'musl', gnu: 'glibc', musleabihf: 'musl', gnueabihf: 'glibc' }

/** `@oxc-parser/binding-linux-arm64-musl` says in its name where it runs; a part that we do not know is taken as the system's own name. */
function systemOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> | null {
  const parts = name.replace(/^@[^/]+\//, '').split('-')
  const at = parts.findIndex((part) => processors.includes(part) || part === 'universal')
  if (at < 0) return null
  const cpu = parts[at]!
  const before = parts[at - 1]
  const library = parts.slice(at + 1).map((part) => libraries[part])[0]
  if (cpu === 'wasm32' || !before) return { cpu: [cpu] }
  return { os: [systems[before] ?? before], ...(cpu === 'universal' ? {} : { cpu: [cpu] }), ...(library ? { libc: [library] } : {}) }
}

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }

/** Node's own search: the package may hang below its asker, or higher up. */
function isKnown(asker: string, name: string): boolean {
  for (let at = asker; ; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

for (const [asker, entry] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isKnown(asker, name)) continue
    const system = systemOf(name)
    if (!system || !/^\d/.test(version)) {
      console.log(`left alone: ${name} ${version}, asked for by ${asker || 'this package'}`)
      continue
    }
    lock.packages[`node_modules/${name}`] = { version, ...system, ...(entry.dev ? { dev: true } : {}), optional: true }
    console.log(`added: ${name} ${version} ${JSON.stringify(system)}`)
  }

const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
