/** Two tablets without network meet: each shows whom it served, and the other reads it with its camera or as a text; families served at both are told, and nothing is doubled. */
import type { Page } from 'playwright-core'
import { create } from 'qrcode'
import { expect } from 'vitest'
import { takeGuidePicture, takePicture } from './browser.ts'
import { frozen, numberOf, opened } from './distributionDay.ts'
import type { Picture } from './pdfRaster.ts'
import { block, find, type ReliefStage } from './reliefStage.ts'

/** The code as it stands on the other screen, held before the camera. */
function held(text: string): Picture {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  const dot = Math.floor(460 / (size + 8))
  const wide = (size + 8) * dot
  const at = (place: number) => Math.floor(place / dot) - 4
  const isDark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && data[y * size + x]
  return { width: wide, height: wide, grey: Uint8Array.from({ length: wide * wide }, (_, n) => (isDark(at(n % wide), at(Math.floor(n / wide))) ? 0 : 255)) }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const back = (page: Page) => page.getByRole('button', { name: 'Voltar', exact: true }).click()

async function shownBy(page: Page, picture: string): Promise<string> {
  await press(page, 'Encontrar outro tablet')
  await page.getByRole('img', { name: 'Imagem 1 de 1' }).waitFor()
  await takePicture(page, picture)
  await takeGuidePicture(page, 'pt', 'distribution-meet')
  await page.getByText('Sem câmara: em texto').click()
  return page.getByLabel('Texto para o outro tablet').inputValue()
}

type Meeting = { north: Page; south: Page; twice: string; onlySouth: string }

export async function tabletsMeet({ camera }: ReliefStage, { north, south, twice, onlySouth }: Meeting): Promise<void> {
  await find(south, onlySouth)
  await takeGuidePicture(south, 'pt', 'distribution-owed')
  await south.getByRole('button', { name: /^Entregar 1 × Lona/ }).click()
  await south.getByRole('button', { name: /^Entregar \d × Manta/ }).click()
  await press(south, 'Agregado seguinte')
  const ofSouth = await shownBy(south, 'relief-meet-show')

  // Neither an altered picture nor a tablet's own says anything.
  const ofNorth = await shownBy(north, 'relief-meet-north')
  await press(north, 'Ler o outro')
  for (const [text, words] of [
    [ofNorth, 'É a imagem deste mesmo tablet'],
    [`${ofSouth.slice(0, -6)}${ofSouth.at(-6) === 'A' ? 'B' : 'A'}${ofSouth.slice(-5)}`, 'A imagem está estragada'],
    ['D1/MOZ', 'Isto não é uma imagem'],
  ] as const) {
    await north.getByLabel('Ou cole o texto do outro tablet').fill(text)
    await press(north, 'Ler o texto')
    await north.getByRole('alert').getByText(words).waitFor()
  }

  await north.context().grantPermissions(['camera', 'geolocation'])
  await camera.show(held(ofSouth))
  await press(north, 'Ler com a câmara')
  await north.getByText(/Tablet Sul serviu 2 agregados, o último às/).waitFor()
  await north.getByRole('heading', { name: '1 agregado servido duas vezes' }).waitFor()
  expect(await north.getByRole('listitem').allInnerTexts()).toEqual([
    `${twice}: 2 × Lona, com direito a 1 (este tablet, Tablet Sul)`,
    `${twice}: 8 × Manta, com direito a 4 (este tablet, Tablet Sul)`,
  ])
  await takePicture(north, 'relief-meet-read')

  await back(north)
  await find(north, onlySouth)
  await block(north).getByRole('heading', { name: 'Já foi servido' }).waitFor()
  await block(north)
    .getByText(/Servido em Tablet Sul, \d\d:\d\d/)
    .waitFor()
  await takePicture(north, 'relief-meet-red')
  await press(north, 'Agregado seguinte')

  // The other way round, as a text.
  await press(south, 'Ler o outro')
  await south.getByLabel('Ou cole o texto do outro tablet').fill(ofNorth)
  await press(south, 'Ler o texto')
  await south.getByText(/Tablet Norte serviu 1 agregado, às/).waitFor()
  await south.getByRole('heading', { name: '1 agregado servido duas vezes' }).waitFor()
  await back(south)
  // A mistake: the goods come back, and only this tablet may say so.
  await find(south, onlySouth)
  for (const item of ['Manta', 'Lona']) await south.getByRole('button', { name: new RegExp(`^Anular \\d × ${item}`) }).click()
  await block(south).getByRole('heading', { name: 'Por entregar' }).waitFor()
}

async function meetInEnglish(page: Page): Promise<void> {
  await press(page, 'Next household')
  await press(page, 'Meet another tablet')
  await page.getByRole('img', { name: 'Picture 1 of 1' }).waitFor()
  await page.getByRole('heading', { name: '1 household served twice' }).waitFor()
  await takePicture(page, 'relief-meet-en')
  await takeGuidePicture(page, 'en', 'distribution-meet')
}

/** A voucher is given at another table: recorded without any goods, and counted. */
async function recordVoucher({ test, post, cluster, desk }: ReliefStage, { id, page }: { id: string; page: Page }): Promise<void> {
  const lines = [
    { item: 'MANTA', quantity: 1 },
    { item: 'VALE', quantity: 2 },
  ]
  const day = await frozen(test, 3, { name: 'Mantas e vales', modality: 'mixed', packages: [{ from: 1, lines }] as never })
  await cluster.goto(desk(`/distribution/${day.id}`))
  const giving = cluster.getByRole('form', { name: /^(Entregar ao aparelho|Give to the tablet)$/ })
  await giving.getByLabel(/^(Aparelho|Tablet)$/).selectOption(id)
  await giving.getByRole('button', { name: /^(Só dinheiro ou vales|Cash or vouchers alone)/ }).click()
  await cluster.getByRole('rowheader', { name: 'Tablet Norte' }).waitFor()
  await takePicture(cluster, 'relief-tablets-en')
  await post('noemia', `distributions/${day.id}/custody`, { device: id, from: 'PEMBA/A2', lines: [{ item: 'MANTA', lot: '', quantity: 5 }] })
  await opened(test, day.id)
  await page.goto(`${new URL(page.url()).origin}/field/#/`)
  await press(page, 'Talk to the office')
  await page.getByRole('link', { name: /Distribution/ }).click()
  await page.getByRole('link', { name: 'Mantas e vales' }).click()
  await page.getByLabel(/Or type the short code/).fill(numberOf(1))
  await press(page, 'Find')
  await takeGuidePicture(page, 'en', 'distribution-owed')
  await press(page, 'Hand over 1 × Blanket')
  await takePicture(page, 'relief-voucher-en')
  await press(page, 'Record as given: 2 × VALE')
  await block(page).getByRole('heading', { name: 'Has received everything' }).waitFor()
  await page.getByText('VALE recorded').waitFor()
}

export async function inEnglish(stage: ReliefStage, tablet: { id: string; page: Page }): Promise<void> {
  await meetInEnglish(tablet.page)
  await recordVoucher(stage, tablet)
}
