/**
 * What a person's browser has to load, compressed, against what it may weigh: the desk's first load, each further screen, the field app's shell, the portal's
 * pages with the demonstration published. Prints every size beside its bar and fails above. Run: npm run budget
 */
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildFaces } from '../src/command/faces.ts'
import { loadDemonstration } from '../src/domains/displacement/index.ts'
import { everyDomain } from '../src/domains.ts'
import { isRefused, openHouse } from '../src/kernel/index.ts'
import { seedCountry } from '../src/registry/registry.ts'
import { serve } from '../src/serve.ts'

const kB = 1000
const bars = { deskFirstLoad: 400, screen: 60, fieldShell: 120, fieldPart: 60, portalPage: 60, portalWithMap: 150 }

type Weight = { gzip: number; brotli: number }
const weigh = (bytes: Uint8Array): Weight => ({ gzip: gzipSync(bytes, { level: 6 }).length, brotli: brotliCompressSync(bytes).length })
const together = (weights: readonly Weight[]): Weight => ({
  gzip: weights.reduce((sum, { gzip }) => sum + gzip, 0),
  brotli: weights.reduce((sum, { brotli }) => sum + brotli, 0),
})

let isAbove = false
/** Held against gzip, the larger: a browser or a proxy that knows no brotli must be inside the bar too. */
function show(name: string, { gzip, brotli }: Weight, bar?: number): void {
  const above = bar !== undefined && gzip > bar * kB
  isAbove ||= above
  const verdict = bar === undefined ? '' : `  bar ${String(bar).padStart(3)} kB  ${above ? 'ABOVE' : 'met'}`
  console.log(`${name.padEnd(56)} gzip ${(gzip / kB).toFixed(1).padStart(6)} kB  brotli ${(brotli / kB).toFixed(1).padStart(6)} kB${verdict}`)
}

const built = (face: 'desk' | 'field') => fileURLToPath(new URL(`../dist/${face}/`, import.meta.url))
const asset = (face: 'desk' | 'field', name: string) => readFileSync(join(built(face), 'assets', name))
const importsOf = (face: 'desk' | 'field', name: string): string[] =>
  name.endsWith('.js')
    ? [
        ...asset(face, name)
          .toString('utf8')
          .matchAll(/(?:from|^import|[;}]import)\s*["'`]\.\/([^"'`]+)["'`]/g),
      ].map(([, file]) => file!)
    : []

/** A chunk with all that the browser must have before it runs. */
function needed(face: 'desk' | 'field', name: string, known = new Set<string>()): Set<string> {
  if (known.has(name)) return known
  known.add(name)
  for (const file of importsOf(face, name)) needed(face, file, known)
  return known
}

/** HTML, styles, React, own code, one language, outbox: what a phone loads before anything can be done. Then each part that comes later. */
function weighField(): void {
  const page = readFileSync(join(built('field'), 'index.html'))
  const entries = [...page.toString('utf8').matchAll(/\/field\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!)
  const all = readdirSync(join(built('field'), 'assets'))
  const [pt, en] = ['pt', 'en'].map((language) => all.find((file) => new RegExp(`^${language}-.*\\.js$`).test(file))!)
  const shell = new Set([...entries, pt!].flatMap((entry) => [...needed('field', entry)]))
  for (const file of shell) show(`  ${file}`, weigh(asset('field', file)))
  show('field, shell in one language', together([weigh(page), ...[...shell].map((file) => weigh(asset('field', file)))]), bars.fieldShell)
  for (const file of all.filter((name) => name.endsWith('.js') && !shell.has(name) && name !== en)) {
    // The form engine comes with the first form, or when the phone is prepared for the field, and has no bar of its own.
    const isEngine = file.startsWith('engine-')
    show(`field, later: ${file.split('-')[0]}`, weigh(asset('field', file)), isEngine ? undefined : bars.fieldPart)
  }
}

function weighDesk(): void {
  const page = readFileSync(join(built('desk'), 'index.html'))
  const entries = [...page.toString('utf8').matchAll(/\/desk\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!)
  const first = new Set(entries.flatMap((entry) => [...needed('desk', entry)]))
  for (const file of first) show(`  ${file}`, weigh(asset('desk', file)))
  show('desk, first load', together([weigh(page), ...[...first].map((file) => weigh(asset('desk', file)))]), bars.deskFirstLoad)
  const lazy = readdirSync(join(built('desk'), 'assets')).filter((file) => /^[A-Z].*\.js$/.test(file) && !first.has(file))
  const maps = lazy.filter((file) => asset('desk', file).length > 500 * kB)
  for (const file of lazy) {
    const more = [...needed('desk', file)].filter((part) => !first.has(part))
    const styles = readdirSync(join(built('desk'), 'assets')).filter(
      (other) => other.endsWith('.css') && other.split('-')[0] === file.split('-')[0] && !first.has(other),
    )
    const weight = together([...more, ...styles].map((part) => weigh(asset('desk', part))))
    // The map library comes only where a person asks for a map, and has no bar of its own.
    const isMap = more.some((part) => maps.includes(part))
    show(`desk, further screen or part: ${file.split('-')[0]}${isMap ? ' (with the map library)' : ''}`, weight, isMap ? undefined : bars.screen)
  }
}

async function weighPortal(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'capulana-budget-'))
  const house = await openHouse({ dataFolder: join(folder, 'data'), country: 'mozambique', domains: everyDomain, requestsPerMinute: 1_000_000 })
  if (isRefused(house)) throw new Error(JSON.stringify(house.refused))
  try {
    await seedCountry(house)
    const loaded = await loadDemonstration(house, () => {})
    if (isRefused(loaded)) throw new Error(JSON.stringify(loaded.refused))
    const server = await serve(house)
    await server.ready()
    const textOf = async (url: string): Promise<string> => {
      const answered = await server.inject({ method: 'GET', url })
      if (answered.statusCode !== 200) throw new Error(`${url} answered ${answered.statusCode}`)
      return answered.body
    }
    const home = await textOf('/pt')
    const sheets = await Promise.all(
      [...home.matchAll(/rel="stylesheet"[^>]*href="([^"]+)"|href="([^"]+)"[^>]*rel="stylesheet"/g)].map(([, a, b]) => textOf(a ?? b!)),
    )
    const style = together(sheets.map((sheet) => weigh(Buffer.from(sheet))))
    show('portal, stylesheet (kept by the browser after one page)', style)
    const publication = /href="(\/pt\/(?:publicacoes|publications)\/[^"?#]+)"/.exec(home)?.[1]
    if (!publication) throw new Error('the home page leads to no publication')
    const pages = { home: '/pt', 'home in English': '/en', publications: publication.slice(0, publication.lastIndexOf('/')), publication }
    for (const [name, url] of Object.entries(pages)) {
      const html = await textOf(url)
      const withoutPictures = html.replace(/<svg[\s\S]*?<\/svg>/g, '')
      show(`portal, ${name}, without pictures, with stylesheet`, together([weigh(Buffer.from(withoutPictures)), style]), bars.portalPage)
      if (withoutPictures.length < html.length)
        show(`portal, ${name}, whole with map and charts, with stylesheet`, together([weigh(Buffer.from(html)), style]), bars.portalWithMap)
    }
    await server.close()
  } finally {
    await house.close()
    await rm(folder, { recursive: true, force: true })
  }
}

await buildFaces()
weighDesk()
weighField()
await weighPortal()
process.exitCode = isAbove ? 1 : 0
