/**
 * A day of registration: households that the office has, one of them met again on a phone without network, sent, approved, given a card, and the card checked on the
 * phone, again without network. The first households come through the office's own door; what a clerk does by hand is done by hand for one.
 */
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDevice } from '../../src/kernel/forms/devices.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, isRefused, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { joinPhone, next, openAgain, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { findingsBehindReceipts } from '../support/lookedOver.ts'
import { layOperation } from '../support/movementForm.ts'
import { codeIn, cut, pdfPages } from '../support/pdfRaster.ts'
import { beginExercise, type FilledPerson, registrationXml } from '../support/registrationForm.ts'

const known: FilledPerson[][] = [
  [{ given: 'Mariamo', surname: 'Nkavadeka', sex: 'f', age: 38 }],
  ...['Cossa', 'Amade', 'Tembe', 'Sitoe', 'Bila', 'Macuácua', 'Nhantumbo', 'Saíde', 'Chissano'].map((surname, i): FilledPerson[] => [
    { given: 'Abdul', surname, sex: 'm', age: 25 + 3 * i },
    { given: 'Fátima', surname, sex: 'f', age: 20 + 2 * i, relation: 'spouse' },
  ]),
]

describe('a day of registration', () => {
  let stage: Stage
  let context: BrowserContext
  let page: Page
  let exercise: string
  const owner = () => asOwner(stage.test.house.doors)
  const question = (words: string) => page.locator('.question', { hasText: words })
  const approve = async (submission: string) => {
    const { status } = await stage.test.ask('gilda', { method: 'POST', url: `/api/forms/review/${submission}/approve` })
    expect(status).toBe(200)
  }

  beforeAll(async () => {
    stage = await openStage()
    const { test } = stage
    await seedPackForms(test.house)
    exercise = await beginExercise(test, await layOperation(test))
    await authorOf(test, 'bento').ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
    const submissions: string[] = []
    for (const people of known) {
      const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: registrationXml({ exercise, people }).xml, files: [], via: 'push' })
      if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
      submissions.push(sent.submission!)
    }
    await findingsBehindReceipts(test)
    for (const submission of submissions) await approve(submission)
    const wanted = { project: 1, label: 'Telefone 7', person: test.people.ana.id, areas: ['MZ0109'], days: 30 }
    const made = await makeDevice(test.house, test.actor('bento'), stage.address, wanted)
    if (isRefused(made)) throw new Error(JSON.stringify(made.refused))
    context = await takePhone(stage.browser)
    page = await joinPhone(context, made.addresses.field)
    await prepareForField(page)
    await context.setOffline(true)
  }, 400_000)
  afterAll(() => stage?.close())

  it('shows without network that a person is on the list of the site, and why', async () => {
    await page.goto(`${stage.address}/field/#/forms`)
    await page.locator('li', { hasText: 'Registo da DTM' }).getByRole('button', { name: 'Começar' }).click()
    await question('Exercício').getByRole('radio').first().check()
    await question('Lugar').getByRole('radio').first().check()
    await question('Dia').locator('input').fill('2026-03-02')
    await next(page)
    await question('Em que língua').getByRole('radio').first().check()
    await question('A pessoa responsável aceita?').getByRole('radio', { name: 'Sim' }).check()
    await question('Aceita que partilhemos').getByRole('radio', { name: 'Não' }).check()
    await next(page)
    if ((await page.locator('.instance').count()) === 0) await page.getByRole('button', { name: /Acrescentar mais um/ }).click()
    await page.getByLabel('Nome próprio').fill('Mariamu')
    await page.getByLabel('Apelido').fill('Ncavadeca')
    await page.getByRole('radio', { name: 'Feminino' }).check()
    await page.getByLabel('Idade em anos').fill('39')
    await page.getByLabel('Idade em anos').blur()
    await page.locator('.hints').getByText('Mariamo Nkavadeka').waitFor()
    expect(await page.locator('.hints').textContent()).toMatch(/agregado \d{3} \d{3} \d{3}/)
    await takePicture(page, 'registration-day-hint')
    await page.locator('.hints').getByRole('button', { name: 'É outra pessoa' }).click()
    expect(await page.getByRole('radio', { name: 'Não, é outra pessoa' }).isChecked()).toBe(true)
    await question('Relação com').getByRole('radio').first().check()
  })

  it('sends the household sealed when the network is back, and the office makes it one with a number', async () => {
    await next(page)
    while ((await page.getByRole('button', { name: 'Acabar' }).count()) === 0) await next(page)
    await page.getByRole('button', { name: 'Acabar' }).click()
    await page.getByRole('heading', { name: 'Neste telefone' }).waitFor()
    // Back at the office in the evening, where the app is opened again.
    await page.close()
    await context.setOffline(false)
    page = await openAgain(context, stage.address)
    await page.getByText(/0 a caminho · 1 recebidos/).waitFor()
    await findingsBehindReceipts(stage.test)
    const { id } = (await owner().one<{ id: string }>(sql`select id from forms.submission order by recorded_at desc limit 1`))!
    await approve(id)
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from people.household`))!.n).toBe(known.length + 1)
  })

  it('gives the household a card, which the phone believes without network', async () => {
    const household = (await owner().one<{ id: string; number: string }>(sql`select id, number from people.household order by recorded_at desc limit 1`))!
    const printed = await stage.test.ask('gilda', { method: 'POST', url: '/api/registration/cards', payload: { households: [household.id] } })
    expect(printed.status).toBe(200)
    await context.setOffline(true)
    const pages = await pdfPages(printed.bytes, 200)
    if (!pages) return
    const dots = 200 / 25.4
    const token = codeIn(cut(pages[0]!, { x: 8 * dots, y: 10.5 * dots, width: 97 * dots, height: 69 * dots }))
    await page.goto(`${stage.address}/field/#/card`)
    await page.getByLabel(/Ou escreva o número/).fill(token!)
    await page.getByRole('button', { name: 'Verificar', exact: true }).click()
    await page.getByRole('alert').getByRole('heading', { name: 'Válido' }).waitFor()
    expect(await page.getByRole('alert').textContent()).toContain(household.number)
    // The list of revoked cards came with the last meeting, so nothing is said of its absence.
    expect(await page.getByRole('alert').textContent()).not.toContain('não está neste telefone')
    await takePicture(page, 'registration-day-card')
  })
})
