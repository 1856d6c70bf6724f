/** The reviewer's story: what a phone sent opens by itself, is corrected with a reason, approved by a key; and every screen of field work is whole. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sealFor } from '../../src/faces/field/store/sealing.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { isRefused } from '../../src/kernel/index.ts'
import { authorOf, settings, sheet } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'

const survey = sheet(
  'survey',
  'type | name | label::Português (pt) | label::English (en)',
  'integer | pessoas | Quantas pessoas | How many people',
  'image | foto | Fotografia da casa | Photo of the house',
  'geopoint | onde | Onde fica | Where it is',
  'begin_repeat | af | Agregado | Household',
  'integer | n | Pessoas do agregado | People of the household',
  'end_repeat | | | ',
)
let stage: Stage

/** What a phone would take, made where pictures are made. */
async function photoOfHouse(): Promise<Buffer> {
  const page = await stage.browser.newPage({ viewport: { width: 640, height: 480 } })
  await page.setContent(
    '<body style="background:linear-gradient(#9cf 55%,#b96 55%)"><div style="margin:200px auto;width:240px;height:160px;background:#c74"></div>',
  )
  const photo = await page.screenshot()
  await page.close()
  return photo
}

beforeAll(async () => {
  stage = await openStage()
  await stage.test.ask('bento', { method: 'POST', url: '/api/forms/project', payload: { number: 1, name: 'DTM', training: false } })
  const bento = authorOf(stage.test)
  const { form } = (await bento.handIn(`${survey}\n${settings('1')}`)).body
  await bento.publish(form)
  await bento.ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
  const photo = await photoOfHouse()
  for (const n of [4, 9]) {
    // The second phone had no signal: its point lies at 0, 0.
    const where = n === 9 ? '-13.32 39.51 210 8.4' : '0 0 0 0'
    const xml = `<data id="visita" version="1"><pessoas>${n}</pessoas><foto>casa.png</foto><onde>${where}</onde><af><n>${n}</n></af><meta><instanceID>uuid:${n}</instanceID><instanceName>Casa ${n}</instanceName></meta></data>`
    const sent = await receive(stage.test.house, stage.test.actor('ana'), { project: 1, xml, files: [{ name: 'casa.png', content: photo }], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
  }
}, 240_000)
afterAll(() => stage?.close())

it('is filtered by an answer, and the address shows a colleague the same', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/forms/review`)
  await page.getByLabel('Formulário').selectOption('Visita')
  await page.getByLabel('Filtrar por uma resposta').selectOption('Quantas pessoas')
  await page.getByLabel('Comparação').selectOption('pelo menos')
  await page.getByLabel('Valor').fill('5')
  await page.getByRole('button', { name: 'Filtrar' }).click()
  await page.getByRole('button', { name: /Casa 4/ }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /Casa 9/ }).waitFor()
  await takePicture(page, 'review-filter-pt-1280')
  const link = page.url()
  const colleague = await stage.enter('carla', { lang: 'en', width: 390 })
  await colleague.evaluate(() => localStorage.setItem('capulana.language', 'en'))
  await colleague.goto(link)
  await colleague.getByRole('button', { name: /Casa 9/ }).waitFor()
  expect(await colleague.getByRole('button', { name: /Casa 4/ }).count()).toBe(0)
  await takePicture(colleague, 'review-filter-en-390')
  expect(await sideways(colleague)).toBeLessThanOrEqual(0)
  await colleague.context().close()
  await page.getByLabel('Valor').fill('50')
  await page.keyboard.press('Enter')
  await page.getByText('Nenhuma submissão com esta resposta').waitFor()
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('button', { name: 'Tirar o filtro' }).click()
  await page.getByRole('button', { name: /Casa 4/ }).waitFor()
  await page.context().close()
}, 240_000)

it('shows the photo beside its question, and large when it is opened', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/forms/review`)
  await page.getByRole('button', { name: /Casa 9/ }).click()
  const small = page.getByRole('img', { name: 'Fotografia: Fotografia da casa' })
  await expect.poll(() => small.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 20_000 }).toBe(640)
  await takePicture(page, 'review-photo-pt-1280')
  await page.getByRole('button', { name: 'Abrir a fotografia: Fotografia da casa' }).click()
  await page.getByRole('dialog').getByRole('img', { name: 'Fotografia: Fotografia da casa' }).waitFor()
  await page.screenshot({ path: new URL('../pictures/review-photo-open.png', import.meta.url).pathname })
  expect(await seriousFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.context().close()
}, 240_000)

it('shows where it was filled, with its accuracy, and says what is wrong with a point that cannot be', async () => {
  // The register says which district it is; the screen finds it by itself, so that no position stands in an address.
  const at = await stage.test.ask('bento', { method: 'GET', url: '/api/places/at?lon=39.51&lat=-13.32&level=2' })
  const { name } = at.body as unknown as { name: string }
  expect(name).toMatch(/\w/)
  for (const [lang, width] of [
    ['pt', 1280],
    ['en', 390],
  ] as const) {
    const page = await stage.enter('bento', { lang, width })
    await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
    await page.goto(`${stage.address}/desk/forms/review`)
    await page.getByRole('button', { name: /Casa 9/ }).click()
    await page.getByRole('heading', { name: lang === 'pt' ? 'Onde foi preenchida' : 'Where it was filled' }).waitFor()
    await page.getByText(lang === 'pt' ? 'precisão de 8 m' : 'accurate to 8 m').waitFor()
    await page.getByRole('listitem').filter({ hasText: name }).waitFor()
    await page.locator('.point-map canvas').waitFor()
    await page.waitForTimeout(1500)
    await takePicture(page, `review-point-${lang}-${width}`)
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: /Casa 4/ }).click()
    await page.getByText(lang === 'pt' ? /O telefone deu 0, 0/ : /The phone gave 0, 0/).waitFor()
    expect(await page.locator('.point-map canvas').count()).toBe(0)
    expect(await seriousFaults(page)).toEqual([])
    await page.context().close()
  }
}, 240_000)

it('corrects an answer with a reason, approves by a key, and goes on to the next', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/forms/review`)
  await page.getByRole('button', { name: /Casa 9/ }).click()
  await page.getByRole('button', { name: 'Corrigir Quantas pessoas' }).click()
  await page.getByLabel('Valor certo').fill('8')
  await page.getByLabel('Porquê').fill('Confirmado por telefone')
  await page.getByRole('dialog').getByRole('button', { name: 'Corrigir' }).click()
  await page.getByText('corrigida no escritório').waitFor()
  await page.getByRole('heading', { name: 'Agregado 1' }).waitFor()
  await takePicture(page, 'review-pt-1280')
  await page.getByRole('button', { name: /Casa 9/ }).focus()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: /Casa 9/ }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /Casa 4/ }).waitFor()
  await page.context().close()
}, 240_000)

it('makes a phone its card, alone on the printed sheet, and takes in the rescue file that came from it', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/forms/phones`)
  await page.getByLabel('Projeto').selectOption('DTM')
  await page.getByLabel('Nome do telefone').fill('Equipa Balama 2')
  await page.getByLabel('Áreas', { exact: true }).fill('MZ0102')
  await page.getByRole('button', { name: 'Fazer a chave' }).click()
  const card = page.getByRole('article', { name: 'Cartão de Equipa Balama 2' })
  await card.getByText('MZ0102').waitFor()
  expect(await card.getByRole('img').count()).toBe(2)
  await takePicture(page, 'phones-card')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByText('Fazer a chave').isVisible()).toBe(false)
  expect(await card.isVisible()).toBe(true)
  await takePicture(page, 'phones-card-print')
  await page.emulateMedia({ media: 'screen' })
  const { id, jwk } = stage.test.house.keyring.sealingKey
  const instanceId = 'uuid:carried'
  const xml = `<data id="visita" version="1"><pessoas>3</pessoas><meta><instanceID>${instanceId}</instanceID></meta></data>`
  const sealed = await sealFor({ id, jwk: jwk as JsonWebKey }, instanceId, new TextEncoder().encode(xml))
  const broken = { form: 'visita', instanceId: 'uuid:broken', deviceSeq: 2, sealed, files: [], contents: [] }
  const envelopes = [
    { form: 'visita', version: '1', instanceId, deviceSeq: 1, finishedAt: '2026-11-20T08:00:00.000Z', sealed, files: [], contents: [] },
    broken,
  ]
  const file = { kind: 'capulana-rescue-1', madeAt: '2026-11-20T08:00:00.000Z', device: 'Equipa Balama 2', project: 1, envelopes }
  const buffer = Buffer.from(JSON.stringify(file))
  await page.getByLabel('Escolher o ficheiro').setInputFiles({ name: 'balama.rescue.json', mimeType: 'application/json', buffer })
  await page.getByRole('button', { name: 'Abrir e receber' }).click()
  await page.getByRole('cell', { name: 'Recebido', exact: true }).waitFor()
  await page.getByText(/uuid:broken está fechado com uma chave/).waitFor()
  await page.getByRole('button', { name: 'Abrir e receber' }).click()
  await page.getByText('Já cá estava; não conta duas vezes').waitFor()
  await takePicture(page, 'phones-rescue')
  await page.context().close()
}, 240_000)

it.each(['pt', 'en'] as const)(
  'is whole in %s, wide and on a phone',
  async (lang) => {
    for (const width of [1280, 390]) {
      const page = await stage.enter('bento', { lang, width })
      await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
      for (const name of ['review', 'phones', 'lists', 'aside']) {
        await page.goto(`${stage.address}/desk/forms/${name}`)
        await takePicture(page, `field-${name}-${lang}-${width}`)
        expect(await seriousFaults(page), `${name} ${width}`).toEqual([])
        expect(await sideways(page), `${name} ${width}`).toBeLessThanOrEqual(0)
      }
      await page.context().close()
    }
  },
  240_000,
)
