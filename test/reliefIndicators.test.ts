/** What relief and houses bring to the results framework: households served, items in use, and people assisted by the whole mission, each moved by one record. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Activity } from '../src/domains/coordination/fourW/activity.ts'
import { PdmRound, PdmUnit, PdmVisit } from '../src/domains/relief/monitoring/pdmRound.ts'
import { BeneficiaryCase, House } from '../src/domains/solutions/houses/house.ts'
import { act, asOwner, insertRow, isRefused, theSystem } from '../src/kernel/index.ts'
import { Organisation } from '../src/registry/organisations/index.ts'
import { keepHousehold } from '../src/registry/people/index.ts'
import {
  giveGoods,
  joinedPhone,
  layGoods,
  layProject,
  lead,
  numberOf,
  opened,
  plan,
  planned,
  step,
  type Tablet,
  takeTablet,
} from './support/distributionDay.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let registered: string
beforeAll(async () => {
  test = await openTestHouse()
  await layGoods(test)
  const person = (turn: number, sex: string, difficulties: string[] = []) => ({
    ...{ turn, sex, birthYear: 1990, ageBand: '18-59', vulnerabilities: [], difficulties, relation: turn === 1 ? 'head' : 'child' },
    secret: { given: 'Amina', surname: 'Demo', birthDate: null, phone: null, document: null },
  })
  const about = { origin: '00000000-0000-4000-8000-000000000001', scope: plan.place, effectiveAt: null, day: '2026-11-01', place: plan.place }
  const kept = await act(test.house.doors, theSystem, (db) =>
    keepHousehold(
      db,
      test.house,
      { ...about, setting: null, previousPlace: null, consents: [], people: [person(1, 'f'), person(2, 'm'), person(3, 'f', ['seeing'])] },
      null,
    ),
  )
  if (isRefused(kept)) throw new Error('refused')
  registered = kept.number
})
afterAll(() => test?.close())

type Value = { id: string; value: number | null; expected: number; received: number; records: number; breakdowns: object[] | null }
const compute = async (code: string, place = 'MZ') => {
  const { body } = await test.ask('moises', {
    ...{ method: 'POST', url: `/api/results/indicators/${code}/compute` },
    payload: { from: '2026-11-01', to: '2026-11-30', place },
  })
  return body as Value
}
const behind = async ({ id }: Value) => {
  const { body } = await test.ask('bento', { method: 'GET', url: `/api/results/lineage/${id}` })
  return (body as { records: { record: string; count: number; readable: number }[] }).records
}

async function dayOf(day: string): Promise<{ id: string; tablet: Tablet }> {
  const path = '/api/relief/distributions'
  const made = await planned(test, { day })
  // As a clerk writes the number of a card, with dashes.
  const card = `${registered.slice(0, 3)}-${registered.slice(3, 6)}-${registered.slice(6)}`
  await lead(test, `${path}/${made.id}/list`, {
    households: [
      { household: card, people: 2 },
      { household: numberOf(2), people: 2 },
    ],
  })
  for (const name of ['list', 'verify', 'freeze']) {
    if (name === 'verify') await lead(test, `${path}/${made.id}/verify`)
    await step(test, made.id, name)
  }
  const phone = await joinedPhone(test, await layProject(test), `Tablet ${day}`)
  await giveGoods(test, made.id, phone.id, 40)
  await opened(test, made.id)
  const tablet = takeTablet(test, phone, made)
  tablet.write({ household: card })
  return { id: made.id, tablet }
}

it('households served (12.1) and people assisted (X.1) count each once, with what nobody knows beside them', async () => {
  expect(await compute('12.1')).toMatchObject({ value: null, records: 0 })
  expect(await compute('X.1')).toMatchObject({ value: 0, expected: 0, records: 0 })
  const { tablet } = await dayOf('2026-11-20')
  tablet.write({ household: numberOf(2) })
  await tablet.send()
  const served = await compute('12.1')
  // The distribution goes on: it is expected, and its last word is not in yet.
  expect(served).toMatchObject({ value: 2, expected: 1, received: 0, records: 2 })
  expect(await behind(served)).toMatchObject([{ record: 'relief.handover', count: 2, readable: 0 }])
  const assisted = await compute('X.1')
  expect(assisted).toMatchObject({ value: 5, expected: 2, received: 2 })
  // Three of the register and two of whom the list told only how many.
  expect(assisted.breakdowns).toEqual([
    {
      by: 'sex',
      parts: [
        { key: 'female', value: 2 },
        { key: 'male', value: 1 },
        { key: 'unknown', value: 2 },
      ],
    },
    {
      by: 'ageBand',
      parts: [
        { key: '18-59', value: 3 },
        { key: 'unknown', value: 2 },
      ],
    },
    {
      by: 'disability',
      parts: [
        { key: 'none_told', value: 2 },
        { key: 'yes', value: 1 },
        { key: 'unknown', value: 2 },
      ],
    },
  ])

  tablet.write({ household: numberOf(9), kind: 'exception', reason: 'chegou ontem' })
  await tablet.send()
  expect(await compute('12.1')).toMatchObject({ value: 3, records: 3 })
  expect(await compute('X.1')).toMatchObject({ value: 5, expected: 3, received: 2 })
  expect(await compute('X.1', 'MZ04')).toMatchObject({ value: 0, expected: 0 })

  const second = await dayOf('2026-11-24')
  await second.tablet.send()
  expect(await compute('12.1')).toMatchObject({ value: 3, expected: 2, records: 3 })
})

it('a house for a family that was served already adds a record and nobody', async () => {
  const db = asOwner(test.house.doors)
  const before = await compute('X.1')
  const kase = await insertRow(db, BeneficiaryCase, {
    ...{ scope: plan.place, class: 3, programme: 'Metuge', household: registered, chosenBy: 'Selecção 1', modality: 'in_kind' },
  })
  await insertRow(db, House, {
    ...{ scope: plan.place, kase: kase.id, programme: 'Metuge', number: '1', place: plan.place, state: 'handed_over' },
    handOver: { on: '2026-11-25', keys: true, leaflet: true, complaintWay: true },
  })
  const after = await compute('X.1')
  expect(after).toMatchObject({ value: before.value, expected: before.expected })
  expect((await behind(after)).map(({ record, count }) => [record, count])).toEqual([
    ['relief.handover', 3],
    ['solutions.house', 1],
  ])
})

it('items in use (12.3) are weighted by the households that each answer stands for', async () => {
  expect(await compute('12.3')).toMatchObject({ value: null, records: 0 })
  const db = asOwner(test.house.doors)
  const codes = await db.rows<{ code: string }>(sql`select code from relief.distribution`)
  const stratum = (name: string, households: number) => ({ kind: 'served' as const, stratum: name, households, asked: 1 })
  const round = await insertRow(db, PdmRound, {
    ...{ scope: plan.place, code: 'PDM-1', title: { pt: 'Mantas', en: 'Blankets' }, place: plan.place, distributions: codes.map(({ code }) => code) },
    ...{ windowFrom: '2026-11-25', windowTo: '2026-11-28', formVersion: '1', marginPoints: 5, designEffect: 1, responseRate: 1, state: 'reported' },
    questions: [{ code: 'in_use', label: { pt: 'Em uso?', en: 'In use?' }, good: 'yes' }],
    strata: [stratum('a', 300), stratum('b', 100)],
  })
  const visit = async (household: string, name: string, inUse: boolean) => {
    const about = { scope: plan.place, round: round.id, household, kind: 'served', stratum: name, role: 'drawn', visited: 'answered' } as const
    const unit = await insertRow(db, PdmUnit, about)
    return insertRow(db, PdmVisit, { scope: plan.place, class: 3, unit: unit.id, visitedOn: '2026-11-26', answers: { in_use: inUse } })
  }
  await visit(numberOf(2), 'a', true)
  await visit(numberOf(9), 'b', false)
  // Whom nobody saw take anything is no item in use: expected, not received.
  await visit(numberOf(77), 'b', true)
  // Two blankets each: 2 × 300 in use of 2 × 300 + 2 × 100.
  expect(await compute('12.3')).toMatchObject({ value: 0.75, numerator: 600, denominator: 800, expected: 3, received: 2, records: 2 })
  await db.run(sql`update relief.pdm_visit v set answers = '{"in_use": true}' from relief.pdm_unit u where u.id = v.unit and u.household = ${numberOf(9)}`)
  const after = await compute('12.3')
  expect(after).toMatchObject({ value: 1, numerator: 800 })
  expect(await behind(after)).toMatchObject([{ record: 'relief.pdm_visit', count: 2 }])
})

it('an activity of the 4W that reports a settled distribution is told as its distinct people, each once over all that do', async () => {
  const db = asOwner(test.house.doors)
  const organisation = await insertRow(db, Organisation, { scope: 'MZ', name: 'Mission', kind: 'un' })
  const report = (externalId: string, reachedPeople: number) =>
    insertRow(db, Activity, {
      ...{ scope: plan.place, organisation: organisation.id, externalId, source: 'test', sector: 'shelter', activityType: externalId, placeUnsure: false },
      ...{ place: metuge, status: 'completed', fromDay: '2026-11-01', toDay: '2026-11-30', content: externalId, reachedPeople },
    })
  const metuge = (await db.one<{ id: string }>(sql`select id from places.place where pcode = ${plan.place}`))!.id
  const [kits, tarpaulins] = [await report('Kits', 1000), await report('Tarpaulins', 800)]
  const third = await dayOf('2026-11-26')
  third.tablet.write({ household: numberOf(2) })
  await third.tablet.send()
  const settle = (day: string) => db.run(sql`update relief.distribution set state = 'reconciled' where day = ${day}`)
  type Told = { works: { id: string; record: string; day: string; takenBy: string | null }[]; refusals: { code: string }[] }
  const url = ({ id }: { id: string }) => `/api/coordination/activities/${id}/counted-from`
  const offered = async (activity: { id: string }) => ((await test.ask('noemia', { url: url(activity) })).body as unknown as Told).works
  const choose = async (activity: { id: string }, works: { id: string; record: string }[]) =>
    (await test.ask('noemia', { method: 'POST', url: url(activity), payload: { works: works.map(({ id, record }) => ({ record, row: id })) } }))
      .body as unknown as Told
  const reach = async () => {
    type Body = { reach: { lower: number; upper: number; exact: boolean } }
    const { lower, upper, exact } = ((await test.ask('noemia', { url: '/api/coordination/reach' })).body as unknown as Body).reach
    return [lower, upper, exact]
  }
  // Nothing is offered before every hand-over is in.
  expect(await offered(kits)).toEqual([])
  expect(await reach()).toEqual([1000, 1800, false])
  for (const day of ['2026-11-24', '2026-11-26']) await settle(day)
  const [last, first] = await offered(kits)
  expect([last!.day, first!.day]).toEqual(['2026-11-26', '2026-11-24'])
  expect((await choose(kits, [{ id: organisation.id, record: 'relief.distribution' }])).refusals.map(({ code }) => code)).toEqual([
    'coordination.not-to-count-from',
  ])
  expect(await choose(kits, [first!])).toEqual({ counted: 1 })
  // Three of the register were served there, whatever was reported; the other activity is an estimate still.
  expect(await reach()).toEqual([800, 803, false])
  expect((await choose(tarpaulins, [first!])).refusals.map(({ code }) => code)).toEqual(['coordination.counted-elsewhere'])
  expect(await choose(tarpaulins, [last!])).toEqual({ counted: 1 })
  // The registered family stands in both: five people, and not eight.
  expect(await reach()).toEqual([5, 5, true])
  const { body } = await test.ask('noemia', { url: '/api/coordination/activities' })
  expect(body).toMatchObject({
    rows: [
      { people: 3, exact: true, countedFrom: [{ row: first!.id }] },
      { people: 5, exact: true, evidence: 'counted' },
    ],
  })
  // Served and of unknown size: nobody knows how many people, and what was reported stands.
  await settle('2026-11-20')
  const unsure = (await offered(tarpaulins)).find(({ day }) => day === '2026-11-20')!
  expect(await choose(tarpaulins, [last!, unsure])).toEqual({ counted: 2 })
  expect(await reach()).toEqual([800, 803, false])
  expect(await choose(tarpaulins, [])).toEqual({ counted: 0 })
  const kept = await db.rows<{ kind: string }>(sql`select kind from coordination.activity_change where activity = ${tarpaulins.id}`)
  expect(kept).toHaveLength(3)
})
