/** A day of event tracking in the desk: the situation, an alert drafted by one person and released by another, events beside rounds; every screen is whole. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Round } from '../../src/domains/displacement/round.ts'
import { receive } from '../../src/kernel/forms/receive.ts'
import { asOwner, insertRow, isRefused, seedPackForms } from '../../src/kernel/index.ts'
import { authorOf } from '../support/authoring.ts'
import { seriousFaults, sideways } from '../support/axe.ts'
import { openStage, type Stage, takePicture } from '../support/browser.ts'
import { flowXml } from '../support/flowForm.ts'
import { layOperation, type Movement, movementXml } from '../support/movementForm.ts'

const reported: Movement[] = [
  { place: 'MZ0118', other: 'MZ0106', households: 60, individuals: 300, day: '2024-11-12', vulnerable: ['pregnant', 12] },
  { place: 'MZ0104', other: 'MZ0106', households: 32, individuals: 160, day: '2024-11-13' },
  { place: 'MZ0118', day: '2024-11-13' },
  { place: 'MZ0109', kind: 'return', other: 'MZ0104', households: 21, individuals: 95, day: '2024-11-14' },
  { place: 'MZ0118', kind: 'departure', other: 'MZ0105', households: 1, individuals: 3, day: '2024-11-14' },
]

let stage: Stage
let rounds: string[]
let alert = ''
beforeAll(async () => {
  stage = await openStage()
  const { test } = stage
  await seedPackForms(test.house)
  const operation = await layOperation(test)
  await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
  for (const movement of reported) {
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: movementXml(movement).xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    await test.ask('bento', { method: 'POST', url: `/api/forms/review/${sent.submission}/approve` })
  }
  const waiting = await receive(test.house, test.actor('ana'), { project: 1, xml: movementXml(reported[0]!).xml, files: [], via: 'push' })
  expect(isRefused(waiting)).toBe(false)
  const db = asOwner(test.house.doors)
  const district = (await db.one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0116'`))!.id
  for (const code of ['NAMOTO', 'PUNDANHAR']) {
    const payload = { name: code, code, place: district, kind: 'border', openHours: 12 }
    await test.ask('bento', { method: 'POST', url: '/api/displacement/flow-point', payload })
  }
  const groups = [
    { origin: 'MZ01', destination: 'TZA', who: [30, 20, 6, 4] as [number, number, number, number] },
    { direction: 'in' as const, origin: 'TZA', destination: 'MZ02', individuals: 45 },
    { origin: 'MZ01', destination: 'TZA' },
  ]
  const { xml } = flowXml({ point: 'NAMOTO', day: '2024-11-12', groups })
  const session = await receive(test.house, test.actor('ana'), { project: 1, xml, files: [], via: 'push' })
  if (isRefused(session)) throw new Error(JSON.stringify(session.refused))
  await test.ask('bento', { method: 'POST', url: `/api/forms/review/${session.submission}/approve` })
  rounds = []
  for (const [number, day, people] of [
    [20, '2024-11-01', 5000],
    [21, '2024-11-30', 5148],
  ] as const) {
    const about = { scope: 'MZ', operation, assessmentType: 'BA' as const, number, edition: 1, unitLevel: 'posto' as const, state: 'cleaning' as const }
    const { id } = await insertRow(db, Round, { ...about, reportingDate: day, collectedFrom: day, collectedTo: day })
    await db.run(sql`
      insert into displacement.presence_cell (scope, round, place, population_group, reasons, individuals, method)
      select p.pcode, ${id}, p.id, 'IDP', '{Conflict}', ${people}, 'counted' from places.place p where p.pcode in ('MZ010401', 'MZ010901')`)
    rounds.push(id)
  }
}, 240_000)
afterAll(() => stage?.close())

it('drafts an alert of the days in sight, and its author is told that another releases it', async () => {
  const page = await stage.enter('bento')
  await page.goto(`${stage.address}/desk/events?from=2024-11-10&to=2024-11-14`)
  await page.getByText('1 formulário espera revisão').waitFor()
  await page.getByRole('button', { name: 'Escrever um alerta destes dias' }).click()
  await page.getByRole('heading', { name: /Alerta 1/ }).waitFor()
  await page.getByText('Quem escreveu o alerta não o emite').waitFor()
  await page.getByLabel('Texto em português').fill('Chegaram 999 pessoas.')
  await page.getByLabel('Texto em inglês').fill('460 people arrived.')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByText(/999/).nth(1).waitFor()
  await takePicture(page, 'events-alert-refused-pt-1280')
  await page.getByLabel('Texto em português').fill('Chegaram pelo menos 460 pessoas.')
  await page.getByRole('button', { name: 'Guardar' }).click()
  await page.getByText(/o texto diz/).waitFor({ state: 'detached' })
  alert = new URL(page.url()).pathname
  await page.context().close()
}, 240_000)

it('is released by a second person and stands on the portal', async () => {
  const page = await stage.enter('elsa')
  await page.goto(stage.address + alert)
  await page.getByRole('button', { name: 'Emitir alerta' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Emitir alerta' }).click()
  await page.getByText('emitido').waitFor()
  await page.getByRole('link', { name: 'Ver a página pública' }).click()
  await page.getByRole('heading', { name: 'Alerta de movimento 1' }).waitFor()
  await page.context().close()
}, 240_000)

it('publishes the flows of the week in sight', async () => {
  const page = await stage.enter('elsa')
  await page.goto(`${stage.address}/desk/events/flows?from=2024-11-13`)
  await page.getByLabel('Linha de crédito').fill('OIM DTM')
  await page.getByRole('button', { name: 'Publicar o boletim' }).click()
  await page.getByRole('link', { name: /Semana 11\/11\/2024/ }).click()
  await page.getByRole('heading', { name: /Moçambique/ }).waitFor()
  await page.context().close()
}, 240_000)

it.each(['pt', 'en'] as const)(
  'is whole in %s, wide and on a phone',
  async (lang) => {
    for (const width of [1280, 390]) {
      const page = await stage.enter('bento', { lang, width })
      await page.evaluate((language) => localStorage.setItem('capulana.language', language), lang)
      const screens = {
        situation: '/desk/events?from=2024-11-10&to=2024-11-14',
        empty: '/desk/events?from=2020-01-01&to=2020-01-02',
        alerts: '/desk/events/alerts',
        alert,
        reconcile: `/desk/events/reconcile?from=${rounds[0]}&to=${rounds[1]}`,
        flows: '/desk/events/flows?from=2024-11-13',
        'flows-empty': '/desk/events/flows?from=2020-01-01&kind=month',
        bulletin: `/${lang}/publications/moz-flows-week-2024-11-11`,
        page: `/${lang}/publications/moz-cabo-delgado-conflict-movement-alert-1`,
      }
      for (const [name, path] of Object.entries(screens)) {
        await page.goto(stage.address + path)
        await takePicture(page, `events-${name}-${lang}-${width}`)
        expect(await seriousFaults(page), `${name} ${width}`).toEqual([])
        expect(await sideways(page), `${name} ${width}`).toBeLessThanOrEqual(0)
      }
      await page.context().close()
    }
  },
  240_000,
)
