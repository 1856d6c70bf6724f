/**
 * Invented relief for the demonstration mission, brought in by its people through the deeds of any mission: two stores, a request approved in part and carried 14 short, a
 * distribution on paper, and what is on its way. Experience of the first start: whoever signs in finds work of his own part.
 */
import { sql } from 'kysely'
import { type Actor, act, asOwner, type House, insertRow, isRefused, now, type Refused, takeStep, theSystem, today } from '../../../kernel/index.ts'
import { Organisation } from '../../../registry/organisations/index.ts'
import { countTablet } from '../distribution/countTablet.ts'
import { keepList, verifyHouseholds } from '../distribution/householdList.ts'
import { lifeOfDistribution } from '../distribution/lifeOfDistribution.ts'
import { typeInPaper } from '../distribution/paperDay.ts'
import { keepConsultation, keepSafety, planIn } from '../distribution/planDistribution.ts'
import { giveCustody, paperDesk } from '../distribution/tablets.ts'
import { keepAssessment } from '../needs/keepAssessment.ts'
import { receiveGoods } from '../papers/receivedNote.ts'
import { receiveWaybill } from '../papers/receiveWaybill.ts'
import { sendWaybill } from '../papers/sendWaybill.ts'
import { explainDiscrepancy } from '../papers/settle.ts'
import { keepLine } from '../pipeline/keepLine.ts'
import { dayAfter } from '../requests/clock.ts'
import { Release } from '../requests/release.ts'
import { Request } from '../requests/request.ts'
import { newItem, newKitVersion, newLot } from '../things/keepThings.ts'
import { openShelf, openWarehouse, ownWarehouse } from '../warehouses/keepWarehouse.ts'
import { demonstrationItems, demonstrationStock, familyKit } from './things.ts'

export type ReliefCast = { keeper: Actor; pipeline: Actor; coordinator: Actor; partner: Actor }

/** A demonstration that its own rules refuse is a fault of the demonstration. */
async function done<T extends object>(work: Promise<T | Refused>): Promise<T> {
  const answer = await work
  if (isRefused(answer)) throw new Error(`demonstration: ${answer.refused.map(({ code }) => code).join(', ')}`)
  return answer
}

const day = (days: number) => dayAfter(today(), days)
const at = (days: number, time = '08:00:00Z') => `${day(days)}T${time}`
const pemba = { code: 'DEMO-PEMBA', name: 'Armazém de Pemba (demonstração)', place: 'MZ0104', capacityM3: 400 }
const montepuez = { code: 'DEMO-MONTEPUEZ', name: 'Armazém de Montepuez (demonstração)', place: 'MZ0111', capacityM3: null }
const shelf = `${pemba.code}/A1`
const line = (item: string, quantity: number, lot = '') => ({ item, lot, shelf, quantity, pack: null })
const tarpaulins = 'HSHETARPW406'
const blankets = 'HSHEBLANCLT2'
const place = 'MZ010902'

export async function loadReliefStory(house: House, cast: ReliefCast): Promise<void> {
  const { partner, donor } = await organisations(house, cast.partner)
  const david = { ...cast.partner, organisation: partner }
  await stores(house, cast, donor)
  const waybill = await requestAndRelease(house, cast, david)
  await receivedShort(house, cast, david, waybill)
  await distribution(house, cast.coordinator)
  await onItsWay(house, cast.pipeline, donor)
}

const organisations = (house: House, { userId }: Actor) =>
  done(
    act(house.doors, theSystem, async (db) => {
      const of = async (name: string, kind: 'national_ngo' | 'donor') => (await insertRow(db, Organisation, { scope: house.pack.country.pcode, name, kind })).id
      const partner = await of('Abrigo Solidário (demonstração)', 'national_ngo')
      await asOwner(house.doors).run(sql`update kernel.person set works_for = ${partner} where id = ${userId}`)
      return { partner, donor: await of('Doador do Norte (demonstração)', 'donor') }
    }),
  )

async function stores(house: House, { pipeline, keeper }: ReliefCast, donor: string): Promise<void> {
  await act(house.doors, pipeline, async (db) => {
    for (const warehouse of [pemba, montepuez]) await done(openWarehouse(db, warehouse))
    for (const item of demonstrationItems) await done(newItem(db, house, item))
    await done(newKitVersion(db, house, familyKit))
    const lot = { code: 'DEMO-L1', donor, grantCode: 'DEMO-1', origin: 'gift' as const, unitCost: null, currency: null, expiry: null }
    for (const item of [tarpaulins, blankets, 'DEMO-BAMBU'])
      await done(newLot(db, house, { ...lot, item, treatedUntil: null, treatment: null, specification: null }))
  })
  await act(house.doors, keeper, async (db) => {
    for (const [code, names] of [
      [pemba.code, ['A1', 'A2']],
      [montepuez.code, ['M1']],
    ] as const) {
      const warehouse = await done(ownWarehouse(db, code))
      for (const name of names) await done(openShelf(db, warehouse, name))
    }
    const lines = demonstrationStock.map(({ item, quantity, lot }) => ({
      ...line(item, quantity, lot),
      ordered: item === tarpaulins ? 420 : quantity,
      pipelineLine: null,
    }))
    await done(receiveGoods(db, pemba.code, { source: 'donation', reference: 'DEMO 1', at: at(-30), lines }))
    const carried = {
      at: at(-25),
      release: null,
      organisation: null,
      place: montepuez.place,
      transporter: 'Transportes de demonstração',
      vehicle: 'DEMO 001',
      driver: null,
    }
    const to = await done(ownWarehouse(db, montepuez.code))
    const sent = await done(sendWaybill(db, pemba.code, { ...carried, toWarehouse: to.id, lines: [{ ...line('HSHEMNETRL', 100), reason: null }] }))
    const came = { at: at(-24), shelf: `${montepuez.code}/M1`, note: null, lines: [{ item: 'HSHEMNETRL', lot: '', received: 100, damaged: 0 }] }
    await done(receiveWaybill(db, sent.id, came))
  })
}

/** Asked for 200, approved for 154: the decision is written as it stands after the meeting, and the goods then move by the deeds of the store. */
async function requestAndRelease(house: House, { keeper, coordinator }: ReliefCast, david: Actor): Promise<string> {
  const assessed = { place, assessedOn: day(-24), method: 'household_survey' as const, householdsAssessed: 60, teamSize: 4, words: 'Inventado · invented' }
  const lacking = [
    { code: tarpaulins, percent: 78 },
    { code: blankets, percent: 64 },
  ]
  const { id: assessment } = await done(
    act(house.doors, david, (db) => keepAssessment(db, { ...assessed, lacking, damage: { none: 12, partly: 31, destroyed: 17 } })),
  )
  const year = Number(today().slice(0, 4))
  const { id: release } = await done(
    act(house.doors, theSystem, async (db) => {
      const request = await insertRow(db, Request, {
        ...{
          scope: place,
          organisation: david.organisation!,
          year,
          number: 1,
          place,
          households: 77,
          neededBy: day(7),
          assessment,
          ownStock: 'Nada',
          otherDonors: 'Nenhum',
        },
        ...{
          lines: [{ code: tarpaulins, edition: null, asked: 200, approved: 154 }],
          state: 'released' as const,
          submittedBy: david.userId,
          submittedAt: at(-20),
        },
        ...{ decisionDue: at(-18), decidedBy: coordinator.userId, decidedAt: at(-19), decisionWords: 'Duas por agregado avaliado (demonstração)' },
      })
      const warehouse = await db.one<{ id: string }>(sql`select id from relief.warehouse where code = ${pemba.code}`)
      const lines = [{ item: tarpaulins, quantity: 154 }]
      const made = { scope: pemba.place, warehouse: warehouse!.id, year, number: 1, organisation: david.organisation!, place, lines, request: request.id }
      return insertRow(db, Release, { ...made, state: 'open' })
    }),
  )
  const carried = {
    at: at(-10),
    release,
    organisation: david.organisation!,
    toWarehouse: null,
    place,
    transporter: 'Transportes de demonstração',
    vehicle: 'DEMO 002',
  }
  const lines = [{ ...line(tarpaulins, 154, 'DEMO-L1'), reason: null }]
  return (await done(act(house.doors, keeper, (db) => sendWaybill(db, pemba.code, { ...carried, driver: null, lines })))).id
}

/** What is missing is explained by one, and waits for a second person to sign. */
async function receivedShort(house: House, { keeper }: ReliefCast, david: Actor, waybill: string): Promise<void> {
  const lines = [{ item: tarpaulins, lot: 'DEMO-L1', received: 140, damaged: 0 }]
  await done(act(house.doors, david, (db) => receiveWaybill(db, waybill, { at: at(-9), shelf: null, note: null, lines })))
  await act(house.doors, keeper, async (db) => {
    const missing = await db.one<{ id: string }>(sql`select id from relief.discrepancy where waybill = ${waybill}`)
    await done(explainDiscrepancy(db, missing!.id, { words: 'Roubo na estrada (inventado)', outcome: 'lost' }))
  })
}

const households = Array.from({ length: 12 }, (_, n) => ({ household: `MZ01-${String(n + 1).padStart(6, '0')}-${(n + 1) % 10}`, people: (n % 8) + 1 }))

async function distribution(house: House, leader: Actor): Promise<void> {
  const blanket = (quantity: number) => [{ item: blankets, quantity }]
  const plan = {
    ...{
      name: 'Mantas em Mieze (demonstração)',
      place,
      point: 'Escola (inventado)',
      day: today(),
      modality: 'in_kind' as const,
      blanket: false,
      messages: 'A ajuda é gratuita.',
    },
    packages: [
      { from: 1, to: 4, lines: blanket(2) },
      { from: 5, lines: blanket(4) },
    ],
    standard: { since: '2019-03-14', source: 'Demonstração', anyOf: [{ item: blankets, quantity: 2 }] },
  }
  const { id } = await done(planIn(house, leader, plan))
  const step = (name: string) => act(house.doors, leader, (db) => takeStep(lifeOfDistribution, id, name, { db, input: {}, house }))
  const deed = <T extends object>(work: Parameters<typeof act<T | Refused>>[2]) => done(act(house.doors, leader, work))
  const heard = { heldOn: day(-3), women: 14, men: 9, girls: 4, boys: 3, leaders: 2, agreed: 'Mulheres grávidas primeiro (inventado)' }
  await deed((db) => keepConsultation(db, id, heard))
  await done(step('inform'))
  await deed((db) => keepList(db, id, { rows: households }))
  await done(step('list'))
  await deed((db) => verifyHouseholds(db, id))
  for (const name of ['verify', 'freeze']) await done(step(name))
  await deed((db) => giveCustody(db, id, { device: paperDesk, from: shelf, lines: [{ item: blankets, lot: 'DEMO-L1', quantity: 40 }] }))
  await deed((db) => keepSafety(db, id, ['water', 'shade', 'separateQueue', 'complaintDesk', 'exits', 'noPhotographs', 'pseaNotice']))
  await done(step('open'))
  const served = households.slice(0, 11)
  const lines = served.map(({ household, people }, n) => ({
    ...{ household, line: 1, quantity: people > 4 ? 4 : 2, receivedBy: 'head' as const, acknowledgement: 'signature' as const, at: now(), sheetLine: n + 1 },
  }))
  await done(typeInPaper(house, leader, id, lines))
  const returned = 40 - lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const counted = { item: blankets, lot: 'DEMO-L1', returned, damaged: 0, counted: 0 }
  await deed((db) => countTablet(db, id, { device: paperDesk, isLost: false, lines: [counted] }))
  for (const name of ['close', 'reconcile', 'report']) await done(step(name))
}

async function onItsWay(house: House, pipeline: Actor, donor: string): Promise<void> {
  const common = { needCited: null, specification: 'Linha inventada (demonstração)', offers: [], woodSource: null, woodAssessment: null }
  const lines = [
    { item: tarpaulins, quantity: 800, donor, earliest: day(10), likely: day(14), latest: day(28), stage: 'shipped' as const, confidence: 90, wood: false },
    {
      item: blankets,
      quantity: 2000,
      donor: null,
      earliest: day(30),
      likely: day(40),
      latest: day(60),
      stage: 'pledged' as const,
      confidence: 50,
      wood: false,
    },
    {
      item: 'DEMO-BAMBU',
      quantity: 1000,
      donor: null,
      earliest: day(20),
      likely: day(25),
      latest: day(35),
      stage: 'ordered' as const,
      confidence: 85,
      wood: true,
    },
  ]
  await act(house.doors, pipeline, async (db) => {
    for (const each of lines) await done(keepLine(db, house.pack.country.pcode, { ...common, ...each }, null))
  })
}
