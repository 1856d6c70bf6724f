/** Tranches: planned, approved once the stage has passed, recorded as paid. Who inspected, who approved and who recorded the payment are three people. */
import { sql } from 'kysely'
import type { BuildingStage } from '../../../engines/solutions/index.ts'
import { asTheHouse, audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { House } from './house.ts'
import { notPassed } from './inspect.ts'
import { Contract, Tranche, type TrancheRow } from './tranche.ts'

export type TrancheGiven = {
  house: string
  stage: BuildingStage
  amount: number
  contract: { number: string; party: string; kind: 'mason' | 'enterprise' | 'transport'; currency: string }
}

export async function planTranche(db: Db, { house, contract, ...given }: TrancheGiven): Promise<{ id: string } | Refused> {
  const row = await getRow(db, House, house)
  if (!row) return refused(refuse('access.not-found'))
  const { scope } = row
  const { number, party, kind, currency } = contract
  const there = await db.one<{ id: string; same: boolean; party: string; currency: string }>(sql`
    select id, party, currency, party = ${party} and kind = ${kind} and currency = ${currency} as same from solutions.contract where number = ${number}`)
  // Money would be promised to somebody else, or in another currency than the one that was typed.
  if (there && !there.same) return refused(refuse('payment.other-contract', { number, party: there.party, currency: there.currency }))
  // Numbers are the mission's: one that stands in another area is met by everybody, and told without what it says.
  if (!there && (await asTheHouse(db, (all) => all.one(sql`select 1 from solutions.contract where number = ${number}`))))
    return refused(refuse('payment.contract-elsewhere', { number }))
  const id = there?.id ?? (await insertRow(db, Contract, { scope, class: 3, ...contract })).id
  if (await db.one(sql`select 1 from solutions.tranche where contract = ${id} and house = ${house} and stage = ${given.stage}`))
    return refused(refuse('payment.planned-already', { stage: given.stage }))
  return { id: (await insertRow(db, Tranche, { scope, class: 3, contract: id, house, ...given, state: 'waiting' })).id }
}

async function held(db: Db, id: string, state: TrancheRow['state']): Promise<TrancheRow | Refused> {
  await db.rows(sql`select 1 from solutions.tranche where id = ${id} for update`)
  const tranche = await getRow(db, Tranche, id)
  if (!tranche) return refused(refuse('access.not-found'))
  return tranche.state === state ? tranche : refused(refuse('payment.not-now', { state: tranche.state }))
}

const inspectorOf = (db: Db, { house, stage }: TrancheRow) =>
  db.one<{ recordedBy: string | null }>(sql`
    select recorded_by from solutions.inspection where house = ${house} and stage = ${stage} and passed order by attempt desc limit 1`)

export async function approveTranche(db: Db, id: string): Promise<{ id: string } | Refused> {
  const tranche = await held(db, id, 'waiting')
  if ('refused' in tranche) return tranche
  if ((await notPassed(db, tranche.house, tranche.stage)).length > 0) return refused(refuse('payment.stage-open', { stage: tranche.stage }))
  if ((await inspectorOf(db, tranche))?.recordedBy === db.actor.userId) return refused(refuse('house.same-person'))
  await updateRow(db, Tranche, id, { state: 'approved', approvedBy: db.actor.userId })
  await audit(db, 'tranche.approve', Tranche.name, id, { stage: tranche.stage })
  return { id }
}

export async function recordPayment(db: Db, id: string, orderReference: string): Promise<{ id: string } | Refused> {
  const tranche = await held(db, id, 'approved')
  if ('refused' in tranche) return tranche
  const inspector = (await inspectorOf(db, tranche))?.recordedBy
  if ([inspector, tranche.approvedBy].includes(db.actor.userId)) return refused(refuse('house.same-person'))
  await updateRow(db, Tranche, id, { state: 'paid', paidRecordedBy: db.actor.userId, orderReference })
  await audit(db, 'tranche.pay', Tranche.name, id)
  return { id }
}
