/** A card before a distribution: printed by the office, held before a phone without network, and believed or not by its signature alone. */
import { generateKeyPairSync } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardSheet } from '../../src/domains/displacement/registration/cards/cardSheet.ts'
import { type CardFacts, signedCard } from '../../src/domains/displacement/registration/cards/signCard.ts'
import { takePicture } from '../support/browser.ts'
import { type FakeCamera, fakeCamera } from '../support/fakeCamera.ts'
import { chooseLanguage, joinPhone, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { type FieldStage, openFieldStage } from '../support/fieldStage.ts'
import { cut, pdfPages } from '../support/pdfRaster.ts'
import { layExercise, layLostCard } from '../support/registeredPeople.ts'

const facts: CardFacts = {
  number: 'MZ01-000123-7',
  exercise: 'PEM26',
  place: 'Mieze',
  people: [{ band: '18-59', count: 4 }],
  issuedOn: '2026-11-27',
  print: 1,
}
const lost: CardFacts = { ...facts, number: 'MZ01-000200-1' }

describe('a household card checked on a phone without network', () => {
  let camera: FakeCamera
  let stage: FieldStage
  let context: BrowserContext
  let page: Page
  const ofOffice = (card: CardFacts, mission = 'MOZ') => signedCard(stage.office.house.keyring, mission, card)!
  const check = async (text: string) => {
    await page.getByLabel(/Ou escreva o número/).fill(text)
    await page.getByRole('button', { name: 'Verificar', exact: true }).click()
  }
  const answer = () => page.getByRole('alert')

  beforeAll(async () => {
    camera = await fakeCamera()
    stage = await openFieldStage(camera.arguments)
    await layLostCard(stage.office.house, await layExercise(stage.office.house), lost.number)
    context = await takePhone(stage.browser)
    await context.grantPermissions(['camera', 'geolocation'])
    page = await joinPhone(context, stage.link)
    await prepareForField(page)
    await context.setOffline(true)
    await page.goto(`${stage.address}/field/#/card`)
  }, 300_000)
  afterAll(async () => {
    await stage?.close()
    await camera?.close()
  })

  it('is read from the paper by the camera and found valid, without a name', async () => {
    const pages = await pdfPages(await cardSheet([{ ...facts, token: ofOffice(facts) }], { exercise: 'PEM26', day: facts.issuedOn }), 150)
    if (!pages) return
    const dots = 150 / 25.4
    await camera.show(cut(pages[0]!, { x: 8 * dots, y: 10.5 * dots, width: 97 * dots, height: 69 * dots }))
    await page.getByRole('button', { name: 'Ler o cartão com a câmara' }).click()
    await answer().getByRole('heading', { name: 'Válido' }).waitFor()
    expect(await answer().textContent()).toMatch(/MZ01-000123-7[\s\S]*PEM26[\s\S]*27 de novembro de 2026/)
    await takePicture(page, 'field-card-valid')
  })

  it('is found damaged with one letter changed, and the number is asked for instead', async () => {
    await check(ofOffice(facts).replace('000123', '000124'))
    await answer().getByRole('heading', { name: 'Estragado ou alterado' }).waitFor()
    expect(await answer().textContent()).not.toContain('MZ01')
    await takePicture(page, 'field-card-damaged')
  })

  it('is told apart from another mission’s and from one signed by a stranger', async () => {
    await check(ofOffice(facts, 'SSD'))
    await answer().getByRole('heading', { name: 'Não é desta missão' }).waitFor()
    await takePicture(page, 'field-card-other')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const stranger = { receiptKey: { id: 'ffff0000ffff0000', privateKey, jwk: stage.office.house.keyring.receiptKey.jwk } }
    await check(signedCard(stranger, 'MOZ', facts)!)
    await answer().getByRole('heading', { name: 'Este telefone não conhece a assinatura' }).waitFor()
    const forged = { receiptKey: { ...stranger.receiptKey, id: stage.office.house.keyring.receiptKey.id } }
    await check(signedCard(forged, 'MOZ', facts)!)
    await answer().getByRole('heading', { name: 'Estragado ou alterado' }).waitFor()
  })

  it('is revoked where the list says so, while the card that replaced it is good', async () => {
    await check(ofOffice(lost))
    await answer().getByRole('heading', { name: 'Anulado' }).waitFor()
    await check(`${ofOffice({ ...lost, print: 2 }).toLowerCase()} `)
    await answer().getByRole('heading', { name: 'Válido' }).waitFor()
    expect(await answer().textContent()).toContain('2.ª via')
    expect(await answer().textContent()).not.toContain('não está neste telefone')
  })

  it('is never believed by its number alone, and nobody is turned away by it', async () => {
    await check('mz01-000999-9')
    await answer().getByRole('heading', { name: 'Este número não está na lista deste telefone' }).waitFor()
    expect(await answer().textContent()).toContain('não recuse ninguém')
    await takePicture(page, 'field-card-number')
  })

  it('says the same in English', async () => {
    await page.goto(`${stage.address}/field/#/phone`)
    await chooseLanguage(page, 'English')
    await page.goto(`${stage.address}/field/#/`)
    await page.getByRole('link', { name: /Check a card/ }).click()
    await takePicture(page, 'field-card-en')
    await page.getByLabel(/Or type the household number/).fill(ofOffice(lost))
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await answer().getByRole('heading', { name: 'Revoked' }).waitFor()
    await takePicture(page, 'field-card-revoked-en')
    await page.getByLabel(/Or type the household number/).fill(ofOffice(facts))
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await answer().getByRole('heading', { name: 'Valid' }).waitFor()
    await page.setViewportSize({ width: 1280, height: 900 })
    await takePicture(page, 'field-card-valid-en-1280')
  })
})
