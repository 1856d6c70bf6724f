/**
 * Takes the pictures of docs/pictures from a running demonstration mission, so that README and guide show real screens:
 * `npx tsx scripts/pictures.ts http://127.0.0.1:8080/desk/enter#…` with the sign-in link that `capulana start` printed. Needs an installed Chromium and, for
 * the page of the report, pdftoppm.
 */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'

const link = process.argv[2]
if (!link) throw new Error('give the sign-in link that start printed')
const { origin } = new URL(link)
const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))
await mkdir(folder, { recursive: true })

/** Invented, with what a real file brings: places named instead of coded, a negative figure. */
const file = `P-code,Distrito,Posto,Ronda,Data,Agregados,Pessoas
MZ010101,Ancuabe,Ancuabe Sede,14,2021-11-20,2110,9876
MZ010102,Ancuabe,Metoro,14,2021-11-20,1180,5510
MZ010103,Ancuabe,Meza,14,2021-11-21,640,3020
,Balama,Balama Sede,14,2021-11-21,455,2090
,Balama,Impiri,14,2021-11-22,310,1290
,Chiure,Chiure Velho,14,2021-11-22,520,2480
,Chiure,Namogelia,14,2021-11-22,205,970
,Metuge,Mieze,14,2021-11-23,3380,15920
,Metuge,Metuge Sede,14,2021-11-23,-12,11840
`

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
})
const desk = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'pt-PT' })).newPage()

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  // Grey shapes stand for what has not come yet; the map draws a moment later still.
  await page.waitForFunction(() => document.querySelector('.waiting') === null, undefined, { timeout: 60_000 })
  await page.waitForTimeout(2500)
}
const picture = async (page: Page, name: string) => {
  await settled(page)
  await page.screenshot({ path: `${folder}${name}.png` })
  console.log(name)
}
const enter = async (address: string) => {
  await desk.goto(address)
  await desk.waitForURL(/\/desk\/?$/)
  await settled(desk)
}

await enter(link)
const people = (await (await desk.request.get(`${origin}/api/people`)).json()) as { id: string; email: string }[]
const bento = { name: 'Bento Macuácua', email: 'bento@capulana.local', roles: ['dataOfficer', 'reportOfficer'], areas: ['*'] }
const known = people.find(({ email }) => email === bento.email)
const person = known ?? ((await (await desk.request.post(`${origin}/api/people`, { data: bento })).json()) as { id: string })
const { link: his } = (await (await desk.request.post(`${origin}/api/people/${person.id}/link`)).json()) as { link: string }
await desk.context().clearCookies()
await enter(his)
await picture(desk, 'desk-home')
const rounds = (await (await desk.request.get(`${origin}/api/displacement/rounds`)).json()) as { id: string; number: number }[]
await desk.goto(`${origin}/desk/rounds/${rounds.find(({ number }) => number === 13)!.id}`)
await picture(desk, 'workbench')
const handedIn = await desk.request.post(`${origin}/api/imports`, {
  multipart: {
    kind: 'displacement',
    operation: 'Conflito de Cabo Delgado · exemplo',
    file: { name: 'ronda-14-exemplo.csv', mimeType: 'text/csv', buffer: Buffer.from(file) },
  },
})
const { import: taken } = (await handedIn.json()) as { import: { id: string } }
await desk.goto(`${origin}/desk/import/${taken.id}`)
await picture(desk, 'import-wizard')

const portal = await (await browser.newContext({ viewport: { width: 1080, height: 820 }, javaScriptEnabled: false })).newPage()
await portal.goto(`${origin}/pt`)
await picture(portal, 'portal-home')
const publication = await portal.locator('a[href*="/publications/"]').first().getAttribute('href')
await portal.goto(new URL(publication!, origin).href)
await picture(portal, 'publication')

const report = await portal.locator('a[href*="/files/"][href$=".pdf"]').first().getAttribute('href')
const pdf = join(await mkdtemp(join(tmpdir(), 'capulana-picture-')), 'report.pdf')
await writeFile(pdf, await (await portal.request.get(new URL(report!, origin).href)).body())
execFileSync('pdftoppm', ['-r', '75', '-f', '1', '-l', '1', '-singlefile', '-png', pdf, `${folder}report`])
console.log('report')
await browser.close()
