/** Communications in the desk, from a plan to what the public reads: every screen is whole, and the repository is searched without a mouse and without a script. */

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishScheduled } from '../../src/domains/publications/products/publishScheduled.ts'
import { asOwner } from '../../src/kernel/index.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { seenBothWays } from '../support/bothWays.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { bringPicture, telephonePicture } from '../support/pictures.ts'
import { taggedMp3, taggedMp4 } from '../support/recordings.ts'

let stage: Stage
let product = ''
let slug = ''
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
type Who = Parameters<Stage['test']['ask']>[0]
async function deed(who: Who, url: string, payload: object = {}, method: 'POST' | 'PATCH' = 'POST') {
  const { status, body, text } = await stage.test.ask(who, { method, url: `/api/publications/${url}`, payload })
  if (status !== 200) throw new Error(`${url}: ${text}`)
  return body as { id: string; version: number; slug: string }
}
const step = (who: Who, name: string, asked: object = {}) => deed(who, `product/${product}/steps/${name}`, asked)

beforeAll(async () => {
  stage = await openStage()
  const asked = { outlet: 'Rádio Moçambique', journalist: 'Jornalista', contact: 'redacção', language: 'pt', sensitive: true }
  const { id } = await deed('olga', 'media', {
    ...asked,
    question: 'Quantas famílias já têm casa em Metuge?',
    deadline: new Date(Date.now() + 60_000).toISOString(),
  })
  await asOwner(stage.test.house.doors).run(sql`update publications.media_request set deadline = now() - interval '1 day' where id = ${id}`)
}, 240_000)
afterAll(() => stage?.close())

const texts = {
  pt: {
    title: 'Casas em Metuge',
    summary: 'Famílias deslocadas encontram casa.',
    body: 'As famílias construíram as casas com os vizinhos.\n\nOs comités de água reparam os poços.',
  },
  en: {
    title: 'Houses in Metuge',
    summary: 'Displaced families find a home.',
    body: 'The families built the houses with their neighbours.\n\nThe water committees repair the wells.',
  },
}

it('plans a story in the desk, brings it to the public, and every screen is whole', async () => {
  const page = await stage.enter('olga')
  await page.goto(`${stage.address}/desk/products/all`)
  await page.getByLabel('Nome de trabalho').fill('Casas em Metuge')
  await page.getByLabel('Para que dia').fill(day(3))
  await page.getByLabel('Fala do tempo desde').fill('2023-01-01')
  await page.getByLabel('até', { exact: true }).fill('2023-01-31')
  await page.getByLabel('Áreas de enfoque').fill('7')
  await page.getByRole('combobox', { name: 'Acrescentar lugar' }).fill('Metuge')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Crédito').fill('OIM Moçambique')
  await page.getByRole('button', { name: 'Planear publicação' }).click()
  await page.getByRole('button', { name: 'Começar a escrever' }).waitFor()
  product = new URL(page.url()).pathname.split('/').at(-1)!

  const shown = await bringPicture(stage.test, telephonePicture(1), { recognisable: '0' })
  await bringPicture(stage.test, telephonePicture(2), { recognisable: '2', children: '1' })
  const sound = await bringPicture(stage.test, taggedMp3(), { captionPt: 'Uma mãe conta o caminho', captionEn: 'A mother tells of the way', recognisable: '0' })
  await deed('olga', `assets/${sound.body.id}/transcript`, { pt: 'Andámos três dias até Metuge.', en: 'We walked for three days to Metuge.' })
  await bringPicture(stage.test, taggedMp4('vide', 'soun'), { captionPt: 'A casa por dentro', captionEn: 'The house inside', recognisable: '0' })
  await step('olga', 'begin')
  const { version } = (await stage.test.ask('olga', { url: `/api/publications/products/${product}` })).body as { version: number }
  const figure = { label: { pt: 'Comités de água', en: 'Water committees' }, value: 12, unit: 'other', source: 'Acta de Janeiro' }
  await deed(
    'olga',
    `products/${product}/text`,
    { version, stillFits: false, texts, pictures: [shown.body.id, sound.body.id], sources: [], ownFigures: [figure] },
    'PATCH',
  )
  const db = asOwner(stage.test.house.doors)
  for (const [name, leftOffAt] of [
    ['Doador Inventado', []],
    ['Outro Doador Inventado', ['MZ0109']],
  ] as const) {
    const { id } = (await db.one<{ id: string }>(sql`insert into organisations.organisation (scope, name, kind) values ('MZ', ${name}, 'donor') returning id`))!
    await deed('olga', 'visibility-rule', {
      donor: id,
      marks: 'Logótipo no canto',
      wording: { pt: `Com apoio de ${name}.`, en: `With support of ${name}.` },
      materials: 'Cartazes',
      leftOffAt,
    })
  }
  await page.goto(`${stage.address}/desk/products/events`)
  for (const [label, words] of [
    ['Título em português', 'Exposição das casas'],
    ['Título em inglês', 'Exhibition of the houses'],
    ['De que se trata, em português', 'Maquetas das casas, feitas pelas famílias.'],
    ['De que se trata, em inglês', 'Models of the houses, made by the families.'],
    ['Local', 'Mercado central'],
    ['Começa', `${day(2)}T09:00`],
    ['Acaba', `${day(2)}T12:00`],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(words)
  await page.getByRole('combobox', { name: 'Lugar', exact: true }).fill('Metuge')
  await page.getByRole('listbox').getByRole('option').first().click()
  await page.getByLabel('Doador Inventado', { exact: true }).check()
  await page.getByLabel('Outro Doador Inventado').check()
  await page.getByRole('button', { name: 'Planear evento' }).click()
  await page.getByText('Sem marcas', { exact: true }).waitFor()
  const [event] = (await stage.test.ask('celia', { url: '/api/publications/events' })).body as { id: string }[]
  await deed('celia', `events/${event!.id}/clear`)
  // It moves to the school, and has to be cleared again; what cannot be is refused as for a new one.
  await page.reload()
  await page.getByText('Mudar este evento').click()
  const changing = page.getByRole('form', { name: /^Mudar este evento/ })
  await changing.getByLabel('Acaba', { exact: true }).fill(`${day(2)}T08:00`)
  await changing.getByLabel('Local', { exact: true }).fill('Escola primária')
  await changing.getByRole('button', { name: 'Guardar a mudança' }).click()
  await page.getByText(/acaba antes de começar/).waitFor()
  await changing.getByLabel('Acaba', { exact: true }).fill(`${day(2)}T12:00`)
  await takePicture(page, 'products-event-change-1280-pt')
  await changing.getByRole('button', { name: 'Guardar a mudança' }).click()
  await page.getByText('Escola primária, Metuge').waitFor()
  await deed('celia', `events/${event!.id}/clear`)
  const sheet = page.waitForEvent('download')
  await page.getByLabel('Doador', { exact: true }).selectOption({ label: 'Doador Inventado' })
  await page.getByRole('button', { name: 'Folha em papel (PDF)' }).click()
  expect((await sheet).suggestedFilename()).toBe('visibility.pdf')
  const lookAt = (path: string, name: string) => seenBothWays(page, { address: `${stage.address}${path}`, name })
  for (const [who, name] of [
    ['olga', 'freeze'],
    ['moises', 'review'],
    ['olga', 'translate'],
    ['celia', 'clear'],
    ['olga', 'schedule'],
  ] as const)
    await step(who, name, { publishOn: day(0) })
  // Its day is here, but somebody can be recognised after all; once that is settled it goes out by itself.
  const recognisable = (people: number) => db.run(sql`update publications.asset set recognisable = ${people} where id = ${shown.body.id}`)
  await recognisable(1)
  expect(await publishScheduled(stage.test.house)).toEqual({ published: 0, held: 1 })
  await lookAt('/desk/products', 'products-calendar')
  await page.getByText('The day came and 1 product could not go out').waitFor()
  await recognisable(0)
  expect(await publishScheduled(stage.test.house)).toEqual({ published: 1, held: 0 })
  slug = ((await stage.test.ask('olga', { url: `/api/publications/products/${product}` })).body as { slug: string }).slug
  await lookAt(`/desk/products/${product}`, 'products-one')
  await lookAt('/desk/products/all', 'products-all')
  await lookAt('/desk/products/pictures', 'products-pictures')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate(() => localStorage.setItem('capulana.language', 'pt'))
  await page.goto(`${stage.address}/desk/products/media`)
  await page.getByText('Escrever um texto').first().click()
  const press = page.getByRole('form', { name: 'Escrever um texto' })
  for (const [label, words] of [
    ['Título em português', 'A missão em Cabo Delgado'],
    ['Título em inglês', 'The mission in Cabo Delgado'],
    ['Válido até', day(90)],
    ['Texto em português', 'A missão trabalha com o Governo e as comunidades.'],
    ['Texto em inglês', 'The mission works with the Government and the communities.'],
  ] as const)
    await press.getByLabel(label, { exact: true }).fill(words)
  await press.getByRole('button', { name: 'Escrever um texto' }).click()
  await page.getByText('à espera de outra pessoa').waitFor()
  await lookAt('/desk/products/media', 'products-media')
  await lookAt('/desk/products/events', 'products-events')
}, 240_000)

it('shows the chief of mission on the first screen what is late', async () => {
  const page = await stage.enter('celia')
  await page.goto(`${stage.address}/desk`)
  await page.getByText('1 pedido de imprensa passou do prazo').waitFor()
  await page.getByRole('link', { name: /PM-0001/ }).click()
  await page.getByRole('button', { name: 'Fico com ele' }).waitFor()
  await takePicture(page, 'products-chief-1280-pt')
})

it('lets the public find it by district with the keyboard alone, without a script', async () => {
  const context = await stage.browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 900 } })
  const reader = await context.newPage()
  await reader.goto(`${stage.address}/pt/publications`)
  const focused = () =>
    reader
      .locator(':focus')
      .getAttribute('name', { timeout: 2_000 })
      .catch(() => null)
  const tabTo = async (name: string) => {
    do await reader.keyboard.press('Tab')
    while ((await focused()) !== name)
  }
  await tabTo('place')
  for (let pressed = 0; pressed < 40 && (await reader.locator(':focus').inputValue()) !== 'MZ0109'; pressed++) await reader.keyboard.press('ArrowDown')
  await tabTo('to')
  await reader.keyboard.press('Enter')
  await reader.waitForURL(/place=MZ0109/)
  await reader.getByRole('link', { name: 'Casas em Metuge' }).focus()
  await reader.keyboard.press('Enter')
  await reader.getByRole('heading', { name: 'Casas em Metuge' }).waitFor()
  await context.close()

  const page = await stage.enter('olga')
  for (const [path, name] of [
    [`/publications/${slug}`, 'portal-story'],
    ['/publications?text=Metuge', 'portal-search'],
    ['/events', 'portal-events'],
  ] as const)
    for (const [width, lang] of [
      [1280, 'pt'],
      [390, 'en'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(`${stage.address}/${lang}${path}`)
      await takePicture(page, `${name}-${width}-${lang}`)
      expect(await sideways(page), `${name} ${width}`).toBeLessThanOrEqual(0)
      expect(await seriousFaults(page), `${name} ${width}`).toEqual([])
    }
}, 120_000)
