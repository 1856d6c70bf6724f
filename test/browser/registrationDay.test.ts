/**
 * A day of registration: thirty households by hand on a phone without network, four of them people who are registered already (two on the list of the site, two met
 * this very day). The phone hints, everything is sent, two people decide each pair blind, one link is undone; cards come as PDF and the phone believes their code,
 * again without network.
 */
import { sql } from 'kysely'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDevice } from '../../src/kernel/forms/devices.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, isRefused, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { enterWithSession, openStage, type Stage, takePicture } from '../support/browser.ts'
import { joinPhone, next, openAgain, prepareForField, takePhone } from '../support/fieldPhone.ts'
import { findingsBehindReceipts } from '../support/lookedOver.ts'
import { layOperation } from '../support/movementForm.ts'
import { codeIn, cut, pdfPages } from '../support/pdfRaster.ts'
import { beginExercise, type FilledPerson, registrationXml } from '../support/registrationForm.ts'

const known: FilledPerson[] = [
  { given: 'Mariamo', surname: 'Nkavadeka', sex: 'f', age: 38 },
  { given: 'Rosário', surname: 'Cumbane', sex: 'm', age: 51 },
]

type Visit = { given: string; surname: string; sex: 'f' | 'm'; age: number; likes?: string }

const given =
  'Abdul Belmira Celestina Dércio Ernesto Fátima Gracinda Hermínio Ivone Joaquina Kassimo Lurdes Momade Nelsa Osvaldo Palmira Quitéria Rachide Sumaya Tomás'.split(
    ' ',
  )
const surnames =
  'Cossa Amade Tembe Sitoe Bila Macuácua Nhantumbo Saíde Chissano Mahumane Zandamela Ussene Langa Matavele Jamal Muianga Wate Ossufo Ngovene Dambile'.split(' ')
const others: Visit[] = [
  ...given.map((name, i): Visit => ({ given: name, surname: surnames[i]!, sex: /a$|Lurdes|Ivone/.test(name) ? 'f' : 'm', age: 19 + ((i * 7) % 50) })),
  { given: 'Verónica', surname: 'Xavier', sex: 'f', age: 27 },
  { given: 'Agostinho', surname: 'Pondja', sex: 'm', age: 63 },
  { given: 'Benilde', surname: 'Guambe', sex: 'f', age: 44 },
  { given: 'Cassamo', surname: 'Ibraimo', sex: 'm', age: 35 },
  { given: 'Deolinda', surname: 'Faquir', sex: 'f', age: 58 },
  { given: 'Estêvão', surname: 'Rungo', sex: 'm', age: 22 },
]
/** Who is registered already, said and written a little differently, and after which visit they come. */
const planted: [after: number, Visit][] = [
  [6, { given: 'Mariamu', surname: 'Ncavadeca', sex: 'f', age: 39, likes: 'Mariamo Nkavadeka' }],
  [12, { given: 'Rosario', surname: 'Combane', sex: 'm', age: 51, likes: 'Rosário Cumbane' }],
  [18, { given: 'Tembe', surname: 'Celestina', sex: 'f', age: 33, likes: 'Celestina Tembe' }],
  [25, { given: 'Fatima', surname: 'Macuacua', sex: 'f', age: 54, likes: 'Fátima Macuácua' }],
]
const visits = others.flatMap((visit, i) => [visit, ...planted.filter(([after]) => after === i).map(([, again]) => again)])

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
    for (const person of known) {
      const sent = await receive(test.house, test.actor('ana'), {
        project: 1,
        xml: registrationXml({ exercise, people: [person] }).xml,
        files: [],
        via: 'push',
      })
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

  async function register({ given: name, surname, sex, age, likes }: Visit): Promise<void> {
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
    await page.getByLabel('Nome próprio').fill(name)
    await page.getByLabel('Apelido').fill(surname)
    await page.getByRole('radio', { name: sex === 'f' ? 'Feminino' : 'Masculino' }).check()
    await page.getByLabel('Idade em anos').fill(String(age))
    await page.getByLabel('Idade em anos').blur()
    await question('Relação com').getByRole('radio').first().check()
    if (likes) {
      await page.locator('.hints').getByText(likes).waitFor()
      hinted.push(likes)
      await takePicture(page, `registration-day-hint-${hinted.length}`)
      await page.locator('.hints').getByRole('button', { name: 'É outra pessoa' }).click()
    }
    while ((await page.getByRole('button', { name: 'Acabar' }).count()) === 0) await next(page)
    await page.getByRole('button', { name: 'Acabar' }).click()
    await page.getByRole('heading', { name: 'Neste telefone' }).waitFor()
  }
  const hinted: string[] = []

  it('is filled without network, household by household, and hints at each of the four who are registered already', async () => {
    for (const visit of visits) await register(visit)
    expect(hinted).toEqual(planted.map(([, { likes }]) => likes))
    await page
      .getByText(/30 neste telefone/)
      .first()
      .waitFor()
    await takePicture(page, 'registration-day-evening')
  }, 600_000)

  it('is sent sealed when the network is back, and each household gets its number', async () => {
    // Back at the office in the evening, where the app is opened again.
    await page.close()
    await context.setOffline(false)
    page = await openAgain(context, stage.address)
    await page.getByText(/0 a caminho · 30 recebidos/).waitFor({ timeout: 120_000 })
    await takePicture(page, 'registration-day-sent')
    await findingsBehindReceipts(stage.test)
    const waiting = await owner().rows<{ id: string }>(sql`select submission as id from forms.standing where state <> 'approved' order by recorded_at, id`)
    expect(waiting).toHaveLength(visits.length)
    for (const { id } of waiting) await approve(id)
    expect((await owner().one<{ n: number }>(sql`select count(*)::int as n from people.household`))!.n).toBe(known.length + visits.length)
  }, 300_000)

  it('has its four pairs decided blind by two people, and one of them undone', async () => {
    const stateOfPairs = async () => {
      const { body } = (await stage.test.ask('katia', { method: 'GET', url: '/api/registration/duplicates' })) as unknown as {
        body: { pairs: { state: string }[] }
      }
      return body.pairs.map(({ state }) => state).sort()
    }
    expect(await stateOfPairs()).toEqual(['suggested', 'suggested', 'suggested', 'suggested'])
    for (const who of ['ines', 'jaime'] as const) {
      const desk = await enterWithSession(stage, who)
      await desk.goto(`${stage.address}/desk/registration/duplicates`)
      for (let left = planted.length; left > 0; left--) {
        await desk.getByText(`À espera da sua resposta: ${left}.`).waitFor()
        await desk.getByRole('button', { name: 'Abrir o par' }).click()
        await desk.locator('.compared').waitFor()
        if (left === planted.length) await takePicture(desk, `registration-day-pair-${who}`)
        await desk.keyboard.press('s')
      }
      await desk.getByText('Nenhum par espera por si').waitFor()
      await desk.context().close()
    }
    expect(await stateOfPairs()).toEqual(['same', 'same', 'same', 'same'])
    const desk = await enterWithSession(stage, 'ines')
    await desk.goto(`${stage.address}/desk/registration/duplicates`)
    await desk.getByText('Ligados: 4 pares').waitFor()
    await desk.getByRole('button', { name: 'Desfazer a ligação' }).first().click()
    await desk.getByLabel('Porque se desfaz').fill('São duas primas com o mesmo nome.')
    await desk.getByRole('button', { name: 'Desfazer', exact: true }).click()
    await desk.getByText('Ligados: 3 pares').waitFor()
    await takePicture(desk, 'registration-day-undone')
    await desk.context().close()
    expect(await stateOfPairs()).toEqual(['same', 'same', 'same', 'unsure'])
  }, 240_000)

  it('gives households cards as PDF, whose code the phone believes without network', async () => {
    const households = await owner().rows<{ id: string; number: string }>(sql`select id, number from people.household order by number`)
    const printed = await stage.test.ask('gilda', {
      method: 'POST',
      url: '/api/registration/cards',
      payload: { households: households.slice(0, 8).map(({ id }) => id) },
    })
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
    const said = await page.getByRole('alert').textContent()
    expect(households.slice(0, 8).some(({ number }) => said!.includes(number))).toBe(true)
    // The list of revoked cards came with the last meeting, so nothing is said of its absence.
    expect(said).not.toContain('não está neste telefone')
    await takePicture(page, 'registration-day-card')
  })
})
