/** The day as the office sees it: who came, what went out, what each tablet holds, who was served twice. Figures for all who see stock; households for leaders alone. */
import { sql } from 'kysely'
import { type Day, dayOf, type FieldFact } from '../../../engines/handover/index.ts'
import { asTheHouse, type Db, getRow, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { Distribution, settledStates } from './distribution.ts'
import { verifiedList } from './householdList.ts'
import type { DistributionRow } from './planDistribution.ts'
import { type ReconciledLine, reconciledLines } from './reconcile.ts'

const over: readonly string[] = ['closed', ...settledStates]

export const factsOf = (db: Db, { id, code }: Pick<DistributionRow, 'id' | 'code'>): Promise<FieldFact[]> =>
  db.rows<FieldFact>(sql`
    select kind, ${code} as distribution, household, line, device, sequence, item, quantity, lots, reverses, received_by, acknowledgement, collector, reason,
      to_json(said_at) #>> '{}' as at from relief.handover where distribution = ${id} order by receipt_number`)

export type TabletStanding = {
  id: string
  device: string
  label: string
  state: string
  lastHeardAt: string | null
  lastSequence: number
  facts: number
  held: { item: string; lot: string; quantity: number }[]
}

async function tabletsOf(db: Db, distribution: string): Promise<TabletStanding[]> {
  const tablets = await db.rows<Omit<TabletStanding, 'held'> & { custody: string }>(sql`
    select t.id, t.device, t.label, t.state, t.custody, to_json(t.last_heard_at) #>> '{}' as last_heard_at, t.last_sequence,
      (select count(*)::int from relief.handover h where h.distribution = t.distribution and h.device = t.device) as facts
    from relief.distribution_tablet t where t.distribution = ${distribution} order by t.label`)
  const held = await db.rows<{ account: string; item: string; lot: string; quantity: number }>(sql`
    select account, item, lot, sum(quantity)::int as quantity from (
      select to_account as account, item, lot, quantity from ledger.move where to_account = any (${tablets.map(({ custody }) => custody)}::uuid[])
      union all
      select from_account, item, lot, -quantity from ledger.move where from_account = any (${tablets.map(({ custody }) => custody)}::uuid[])
    ) side group by account, item, lot having sum(quantity) <> 0 order by item, lot`)
  return tablets.map(({ custody, ...tablet }) => ({
    ...tablet,
    held: held.filter(({ account }) => account === custody).map(({ account: _, ...line }) => line),
  }))
}

export type DistributionDay = {
  distribution: DistributionRow
  counts: Omit<Day, 'doubleService'> & { listed: number; doubleServices: number; handed: { item: string; quantity: number }[] }
  tablets: TabletStanding[]
  lines: ReconciledLine[]
}

/** Numbers of households are counted by the house, so that who sees stock learns how many and never who. */
export async function distributionDay(db: Db, id: string): Promise<DistributionDay | Refused> {
  const distribution = await getRow(db, Distribution, id)
  if (!distribution) return refused(refuse('access.not-found'))
  return asTheHouse(db, async (house) => {
    const { doubleService, ...day } = dayOf(await verifiedList(house, id), await factsOf(house, distribution), over.includes(distribution.state))
    const listed = await house.one<{ n: number }>(sql`select count(*)::int as n from relief.entitlement where distribution = ${id}`)
    const handed = await house.rows<{ item: string; quantity: number }>(sql`
      select item, sum(case kind when 'taken_back' then -quantity else quantity end)::int as quantity from relief.handover
      where distribution = ${id} and item is not null group by item order by item`)
    const counts = { ...day, listed: listed!.n, doubleServices: new Set(doubleService.map(({ household }) => household)).size, handed }
    return { distribution, counts, tablets: await tabletsOf(house, id), lines: await reconciledLines(house, id) }
  })
}

export type HouseholdsOfDay = Pick<Day, 'doubleService'> & {
  exceptions: { id: string; household: string; item: string; quantity: number; reason: string; state: string; label: string }[]
  /** Numbers of people who collected for more households than is usual. */
  collectors: { collector: string; households: number }[]
}

/** More households than the limit of the pack for one collector is looked at; nobody is turned away for it. */
export async function householdsOfDay(db: Db, { pack }: Pick<House, 'pack'>, id: string): Promise<HouseholdsOfDay | Refused> {
  const distribution = await getRow(db, Distribution, id)
  if (!distribution) return refused(refuse('access.not-found'))
  const { doubleService } = dayOf(await verifiedList(db, id), await factsOf(db, distribution), false)
  const exceptions = await db.rows<HouseholdsOfDay['exceptions'][number]>(sql`
    select e.id, h.household, h.item, h.quantity, e.reason, e.state, coalesce(t.label, h.device) as label
    from relief.distribution_exception e join relief.handover h on h.id = e.handover
    left join relief.distribution_tablet t on t.distribution = h.distribution and t.device = h.device
    where e.distribution = ${id} order by h.receipt_number`)
  const collectors = await db.rows<HouseholdsOfDay['collectors'][number]>(sql`
    select collector, count(distinct household)::int as households from relief.handover
    where distribution = ${id} and collector is not null and kind = 'handed' group by collector having count(distinct household) > ${pack.thresholds.reliefCollectorHouseholds} order by 2 desc`)
  return { doubleService, exceptions, collectors }
}
