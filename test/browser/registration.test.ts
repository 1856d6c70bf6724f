/** Registration in the desk: an exercise, a person found for a purpose, a pair decided by keyboard, consent withdrawn; every screen is whole. */
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookForWaiting } from '../../src/domains/displacement/registration/duplicateSearch.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, isRefused, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { fingerWords, nearestPoints, scanned } from '../support/fingers.ts'
import { layOperation } from '../support/movementForm.ts'
import { beginExercise, type FilledPerson, registrationXml } from '../support/registrationForm.ts'
import type { Name } from '../support/testHouse.ts'

const families: FilledPerson[][] = [
  [
    { given: 'Zuleikha', surname: 'Saíde', born: '1988-04-07', phone: '841234567', vulnerable: 'pregnant' },
    { given: 'Abdul', surname: 'Saíde', sex: 'm', born: '2015-02-03', relation: 'child' },
    { given: 'Fátima', surname: 'Ali', age: 70, relation: 'parent' },
  ],
  [{ given: 'Zuleica', surname: 'Saide', born: '1988-01-01', phone: '841234567' }],
  [{ given: 'Joaquina', surname: 'Nhantumbo', born: '1979-11-20' }],
]

let stage: Stage
let exercise: string
beforeAll(async () => {
  stage = await openStage({ matcher: nearestPoints })
  const { test } = stage
  await seedPackForms(test.house)
  exercise = await beginExercise(test, await layOperation(test))
  await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
  for (const people of families) {
    const { xml } = registrationXml({ exercise, people, before: 'MZ0106' })
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    await test.ask('gilda', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })
  }
  await layFingers()
  const waiting = await receive(test.house, test.actor('ana'), {
    project: 1,
    xml: registrationXml({ exercise, people: families[2]! }).xml,
    files: [],
    via: 'push',
  })
  expect(isRefused(waiting)).toBe(false)
}, 240_000)
afterAll(() => stage?.close())

/** Fingerprints on, asked for and granted by two people; one finger scanned twice, so that a certificate stands. */
async function layFingers() {
  const ask = async (who: Name, url: string, payload: object) => {
    const { status, text } = await stage.test.ask(who, { method: 'POST', url: `/api/registration/exercises/${exercise}${url}`, payload })
    expect(status, text).toBe(200)
  }
  const asked = { assessment: 'AIPD 2026-11, assinada pela chefia', purpose: 'Encontrar duplicados', sunset: '2090-01-31', minimumAge: 18 }
  await ask('gilda', '/biometrics', asked)
  await ask('celia', '/biometrics/grant', {})
  const mother = await asOwner(stage.test.house.doors).one<{ id: string }>(
    sql`select id from people.person where birth_year = 1988 order by recorded_at limit 1`,
  )
  for (const quality of [60, 80]) await ask('gilda', '/fingers', { person: mother!.id, template: scanned(1, 2, { quality }), consent: fingerWords })
}

/** As a scanner's program leaves it in its folder. */
const scannedFile = (person: number, shift = 0) => ({
  name: 'dedo.fir',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(scanned(person, 2, { shift }), 'base64'),
})
const fingersOf = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name: /^(Impressão digital|Fingerprint)$/ }) })

const enter = (who: Name, given: { lang?: 'pt' | 'en'; width?: number } = {}) => enterWithSession(stage, who, given)

it.each([
  ['pt', [1280, 390]],
  ['en', [390]],
] as const)(
  'is whole in %s, at %j px',
  async (lang, widths) => {
    const search = { pt: 'Procurar', en: 'Search' }[lang]
    const name = { pt: 'Nome próprio', en: 'Given name' }[lang]
    const open = { pt: 'Abrir o agregado', en: 'Open the household' }[lang]
    const pair = { pt: 'Abrir o par', en: 'Open the pair' }[lang]
    for (const width of widths) {
      const look = async (page: Awaited<ReturnType<typeof enter>>, screen: string) => {
        await takePicture(page, `registration-${screen}-${lang}-${width}`)
        expect(await seriousFaults(page), `${screen} ${width}`).toEqual([])
        expect(await sideways(page), `${screen} ${width}`).toBeLessThanOrEqual(0)
      }
      const page = await enter('gilda', { lang, width })
      await page.goto(`${stage.address}/desk/registration`)
      await page.getByRole('link', { name: 'Registo de Metuge' }).waitFor()
      await look(page, 'exercises')
      await page.goto(`${stage.address}/desk/registration/exercises/${exercise}`)
      await page.getByRole('heading', { name: /Impressões digitais|Fingerprints/ }).waitFor()
      await look(page, 'exercise')
      await page.goto(`${stage.address}/desk/registration/search`)
      await page.getByLabel(name).fill('zuleica')
      await page.getByRole('button', { name: search }).click()
      await page.getByRole('link', { name: 'Zuleikha Saíde' }).waitFor()
      await look(page, 'search')
      await page.getByRole('link', { name: 'Zuleikha Saíde' }).click()
      await page.getByRole('button', { name: open }).click()
      await page.getByLabel('Fátima Ali').waitFor()
      await page.getByLabel('Fátima Ali').check()
      await page.getByText(/(Impressão digital|Fingerprint) \(/).click()
      await page.getByRole('button', { name: /Retirar só este|Withdraw this one only/ }).click()
      const scanner = fingersOf(page)
      await scanner.getByRole('combobox').selectOption({ label: 'Fátima Ali' })
      await scanner.locator('input[type=file]').setInputFiles(scannedFile(9))
      await scanner.getByLabel({ pt: 'O que se leu à pessoa', en: 'What was read to the person' }[lang]).waitFor()
      await page.getByRole('button', { name: { pt: 'Dividir: 1 pessoa', en: 'Split: 1 person' }[lang] }).click()
      await page.getByLabel({ pt: 'Chefe do novo agregado', en: 'Head of the new household' }[lang]).waitFor()
      await look(page, 'household')
      await page.goto(`${stage.address}/desk/registration/exercises/${exercise}/verify`)
      await page.getByText('Equipa 1').waitFor()
      await look(page, 'verify')
      await page.goto(`${stage.address}/desk/registration/exercises/${exercise}/cards`)
      await page.getByRole('button', { name: { pt: 'Imprimir 3 cartões', en: 'Print 3 cards' }[lang] }).waitFor()
      await look(page, 'cards')
      await page.goto(`${stage.address}/desk/registration/weights`)
      await page.getByText({ pt: 'vale agora', en: 'holds now' }[lang]).waitFor()
      await look(page, 'weights')
      await page.goto(`${stage.address}/desk/registration/kept`)
      await look(page, 'kept')
      await page.context().close()
      const reviewer = await enter('katia', { lang, width })
      await reviewer.goto(`${stage.address}/desk/registration/duplicates`)
      await reviewer.getByRole('button', { name: pair }).click()
      await reviewer.getByText('Zuleikha').waitFor()
      await look(reviewer, 'pair')
      await reviewer.context().close()
    }
  },
  240_000,
)

it('opens a sealed form for review to registration officers, and tells a data officer why not', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/forms/review`)
  await page.getByText('Joaquina').first().waitFor()
  await takePicture(page, 'registration-review-pt-1280')
  await page.context().close()
  const officer = await enter('bento')
  await officer.goto(`${stage.address}/desk/forms/review`)
  await officer.getByText('só quem regista pessoas').waitFor()
  expect(await officer.content()).not.toContain('Joaquina')
  await officer.context().close()
}, 240_000)

it('decides a pair with one key, by two people', async () => {
  for (const who of ['ines', 'jaime'] as const) {
    const page = await enter(who)
    await page.goto(`${stage.address}/desk/registration/duplicates`)
    await page.getByRole('button', { name: 'Abrir o par' }).click()
    await page.getByText('Zuleikha').waitFor()
    await page.keyboard.press('s')
    await page.getByText('Nenhum par espera por si').waitFor()
    await page.context().close()
  }
  const pairs = (await stage.test.ask('katia', { method: 'GET', url: '/api/registration/duplicates' })) as unknown as { body: { pairs: { state: string }[] } }
  expect(pairs.body.pairs.map(({ state }) => state)).toEqual(['same'])
}, 240_000)

it('undoes a link with a reason; both registrations stand as they were', async () => {
  const page = await enter('ines')
  await page.goto(`${stage.address}/desk/registration/duplicates`)
  await page.getByRole('button', { name: 'Desfazer a ligação' }).click()
  await page.getByLabel('Porque se desfaz').fill('São irmãs gémeas.')
  await takePicture(page, 'registration-undo-pt-1280')
  await page.getByRole('button', { name: 'Desfazer', exact: true }).click()
  await page.getByText('Ligados: 1 par').waitFor({ state: 'detached' })
  const found = (await stage.test.ask('katia', { method: 'GET', url: '/api/registration/duplicates' })) as unknown as { body: { pairs: { state: string }[] } }
  expect(found.body.pairs.map(({ state }) => state)).toEqual(['unsure'])
  await page.context().close()
}, 240_000)

it('verifies a line with one key and rejects the next with a reason, without opening a name', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/registration/exercises/${exercise}/verify`)
  await page.getByText('Linha 1 de 3').waitFor()
  await page.keyboard.press('v')
  await page.getByText('Linha 1 de 2').waitFor()
  await page.keyboard.press('r')
  await page.getByLabel('Porque se rejeita').fill('Contado por duas equipas')
  await page.keyboard.press('Enter')
  await page.getByText('Linha 1 de 1').waitFor()
  await page.getByRole('link', { name: 'Rejeitadas (1)' }).click()
  await page.getByText('Contado por duas equipas').waitFor()
  expect(await page.content()).not.toMatch(/Saíde|Nhantumbo/)
  await page.getByRole('button', { name: 'Pôr de novo por verificar' }).click()
  await page.getByText('Nenhuma linha rejeitada').waitFor()
  await page.context().close()
}, 240_000)

it('splits a household after showing both, and undoes it from its history', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/registration/search`)
  await page.getByLabel('Nome próprio').fill('Abdul')
  await page.getByRole('button', { name: 'Procurar' }).click()
  await page.getByRole('link', { name: 'Abdul Saíde' }).click()
  await page.getByRole('button', { name: 'Abrir o agregado' }).click()
  await page.getByLabel('Fátima Ali').check()
  await page.getByRole('button', { name: 'Dividir: 1 pessoa' }).click()
  await page.getByText('Novo agregado, com número próprio').waitFor()
  await page.getByLabel('Razão').fill('Mudou para outra casa')
  await page.getByRole('button', { name: 'Dividir', exact: true }).click()
  await page.getByText('Dividido. O novo agregado tem o número').waitFor()
  await page.getByText('1 pessoa saiu para um agregado novo').waitFor()
  await takePicture(page, 'registration-split-pt-1280')
  await page.getByRole('button', { name: 'Desfazer' }).click()
  await page.getByLabel('Porque se desfaz').fill('Engano')
  await page.keyboard.press('Enter')
  await page.getByText('Desfeita em').waitFor()
  await page.getByLabel('Fátima Ali').waitFor()
  await page.context().close()
}, 240_000)

it('shows how a search for duplicates goes on, and when it was last done', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/registration/exercises/${exercise}`)
  await page.getByText('Ainda não se procurou').waitFor()
  await page.getByRole('button', { name: 'Procurar duplicados' }).click()
  await page.getByText('À espera de começar').waitFor()
  await lookForWaiting(stage.test.house)
  await page.getByText('5 pessoas comparadas').waitFor()
  await page.getByText('Última procura').waitFor()
  await page.context().close()
}, 240_000)

it('erases a person after asking once more', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/registration/search`)
  await page.getByLabel('Nome próprio').fill('Fatima')
  await page.getByRole('button', { name: 'Procurar' }).click()
  await page.getByRole('link', { name: 'Fátima Ali' }).click()
  await page.getByRole('button', { name: 'Abrir o agregado' }).click()
  await page.getByLabel('Fátima Ali').check()
  await page.getByRole('button', { name: 'Retirar o consentimento de 1 pessoa' }).click()
  await takePicture(page, 'registration-forget-pt-1280')
  await page.getByRole('button', { name: 'Apagar', exact: true }).click()
  await page.getByLabel('Fátima Ali').waitFor({ state: 'detached' })
  await page.getByText('2 pessoas').waitFor()
  await page.context().close()
}, 240_000)

it('takes back the consent for a finger alone, and switches fingerprints off after asking once more', async () => {
  const page = await enter('gilda')
  await page.goto(`${stage.address}/desk/registration/search`)
  await page.getByLabel('Nome próprio').fill('zuleikha')
  await page.getByRole('button', { name: 'Procurar' }).click()
  await page.getByRole('link', { name: 'Zuleikha Saíde' }).click()
  await page.getByRole('button', { name: 'Abrir o agregado' }).click()
  const scanner = fingersOf(page)
  await scanner.locator('input[type=file]').setInputFiles(scannedFile(1, 2))
  await scanner.getByRole('button', { name: 'Comparar com esta pessoa' }).click()
  await scanner.getByText('Os dedos parecem ser da mesma pessoa').waitFor()
  await scanner
    .locator('input[type=file]')
    .setInputFiles({ name: 'dedo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('\xff\xd8\xff\xe0 a picture', 'latin1') })
  await scanner.getByRole('button', { name: 'Guardar o modelo' }).click()
  await scanner.getByRole('alert').waitFor()
  await scanner.locator('input[type=file]').setInputFiles(scannedFile(1))
  await scanner.getByRole('button', { name: 'Guardar o modelo' }).click()
  await scanner.getByText('Guardado: indicador direito. O modelo anterior deste dedo foi destruído.').waitFor()
  await scanner.getByRole('combobox').first().selectOption({ label: 'Abdul Saíde' })
  await scanner.locator('input[type=file]').setInputFiles(scannedFile(9))
  // Its state arrives after the press.
  await scanner.getByLabel('Ouviu e disse que sim').click()
  await scanner.getByRole('checkbox', { name: 'Ouviu e disse que sim', checked: true }).waitFor()
  await scanner.getByRole('button', { name: 'Guardar o modelo' }).click()
  await scanner.getByText('menos de 18 anos').waitFor()
  await takePicture(page, 'registration-finger-too-young-pt-1280')
  await page.getByText('Impressão digital (Zuleikha Saíde): aceitou').click()
  await page.getByRole('button', { name: 'Retirar só este' }).click()
  await page.getByRole('button', { name: 'Retirar', exact: true }).click()
  await page.getByText('Impressão digital (Zuleikha Saíde): retirou').waitFor()
  await page.goto(`${stage.address}/desk/registration/exercises/${exercise}`)
  await page.getByText('Consentimento para o dedo retirado').waitFor()
  await page.getByRole('button', { name: 'Comparar os dedos dos pares suspeitos' }).click()
  await page.getByText('Pares comparados: 0.').waitFor()
  await page.getByRole('button', { name: 'Desligar', exact: true }).click()
  await takePicture(page, 'registration-biometrics-end-pt-1280')
  await page.getByRole('button', { name: 'Desligar e destruir' }).click()
  await page.getByText('Desligadas', { exact: true }).waitFor()
  await page.getByText('Pedir impressões digitais').click()
  await page.getByLabel('Avaliação de impacto').fill('AIPD 2026-12')
  await page.getByLabel('Para que servem').fill('Encontrar duplicados')
  await page.getByLabel('Último dia').fill('2090-01-31')
  await page.getByLabel('Idade mínima').fill('12')
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await page.getByText('não pode ser menor que 18. Escreva').waitFor()
  await takePicture(page, 'registration-biometrics-ask-pt-1280')
  await page.getByLabel('Idade mínima').fill('18')
  await page.getByRole('button', { name: 'Enviar o pedido' }).click()
  await page.getByText('O pedido é seu').waitFor()
  await page.context().close()
  const chief = await enter('celia', { width: 390 })
  await chief.goto(`${stage.address}/desk/registration/exercises/${exercise}`)
  await chief.getByRole('button', { name: 'Conceder' }).click()
  await chief.getByText('Ligadas', { exact: true }).waitFor()
  await takePicture(chief, 'registration-biometrics-on-pt-390')
  await chief.context().close()
}, 240_000)
