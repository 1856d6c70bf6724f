/** Planning: the distribution itself, what was heard from the community, and the safety points that were seen on the ground. Strategy: focus area 12, activities D and Q. */
import { sql } from 'kysely'
import type { SizeBand } from '../../../engines/handover/index.ts'
import {
  type Actor,
  act,
  audit,
  type Db,
  getRow,
  type House,
  insertRow,
  type Refused,
  type RowOf,
  read,
  refuse,
  refused,
  updateRow,
} from '../../../kernel/index.ts'
import { areaOfPlace } from '../../../registry/places/index.ts'
import { type Consultation, Distribution, type SafetyPoint, type Standard } from './distribution.ts'

export type DistributionRow = RowOf<typeof Distribution>

export type Plan = {
  name: string
  place: string
  point: string
  day: string
  modality: 'in_kind' | 'cash' | 'voucher' | 'mixed'
  organisation?: string | null | undefined
  packages: SizeBand[]
  standard: Standard
  messages?: string | undefined
  blanket: boolean
}

const itemsOf = ({ packages, standard }: Pick<Plan, 'packages' | 'standard'>) => [
  ...new Set([...packages.flatMap(({ lines }) => lines), ...standard.anyOf].map(({ item }) => item)),
]

/** Money is counted, not kept in a warehouse: its lines need no item. */
async function unknownItems(db: Db, plan: Plan): Promise<string[]> {
  if (plan.modality !== 'in_kind') return []
  const known = await db.rows<{ code: string }>(sql`select code from relief.item union select code from relief.kit`)
  return itemsOf(plan).filter((item) => !known.some(({ code }) => code === item))
}

const overlaps = (bands: readonly SizeBand[]): boolean => {
  const sorted = bands.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from, to }, at) => (to !== undefined && to < from) || (at > 0 && from <= (sorted[at - 1]!.to ?? Number.POSITIVE_INFINITY)))
}

async function planDistribution(db: Db, { areaOf, ...plan }: Plan & { areaOf: string | null }): Promise<DistributionRow | Refused> {
  if (!areaOf) return refused(refuse('relief.distribution-place', { place: plan.place }))
  if (overlaps(plan.packages)) return refused(refuse('relief.bands-overlap'))
  const unknown = await unknownItems(db, plan)
  if (unknown.length > 0) return refused(refuse('relief.package-item', { list: unknown }))
  // Two people who plan for one day at once would both make its first.
  await db.run(sql`select pg_advisory_xact_lock(7360)`)
  const before = await db.one<{ n: number }>(sql`select count(*)::int as n from relief.distribution where day = ${plan.day}`)
  const code = `D${plan.day.slice(2).replaceAll('-', '')}-${before!.n + 1}`
  const row = await insertRow(db, Distribution, { scope: areaOf, effectiveAt: `${plan.day}T00:00:00Z`, code, ...plan, safety: [], state: 'planned' })
  await audit(db, 'relief.plan-distribution', Distribution.name, row.id, { code })
  return row
}

/** The register of places is everybody's; whoever plans need not see all of it. */
export const planIn = (house: House, actor: Actor, plan: Plan): Promise<DistributionRow | Refused> =>
  act(house.doors, actor, async (db) => planDistribution(db, { ...plan, areaOf: await areaOfPlace(db, plan.place) }))

export const oneDistribution = (db: Db, id: string): Promise<DistributionRow | null> => getRow(db, Distribution, id)

const beforeTheDay: readonly string[] = ['planned', 'community_informed', 'listed', 'verified', 'list_frozen']

export async function keepConsultation(db: Db, id: string, consultation: Consultation): Promise<DistributionRow | Refused> {
  const row = await oneDistribution(db, id)
  if (!row) return refused(refuse('access.not-found'))
  if (!beforeTheDay.includes(row.state)) return refused(refuse('relief.day-begun', { code: row.code }))
  await audit(db, 'relief.consultation', Distribution.name, id)
  return (await updateRow(db, Distribution, id, { consultation }))!
}

export async function keepSafety(db: Db, id: string, safety: readonly SafetyPoint[]): Promise<DistributionRow | Refused> {
  const row = await oneDistribution(db, id)
  if (!row) return refused(refuse('access.not-found'))
  if (!beforeTheDay.includes(row.state)) return refused(refuse('relief.day-begun', { code: row.code }))
  await audit(db, 'relief.safety-points', Distribution.name, id, { points: safety.length })
  return (await updateRow(db, Distribution, id, { safety: [...new Set(safety)] }))!
}

export const distributionsNow = (house: House, actor: Actor): Promise<DistributionRow[]> =>
  read(house.doors, actor, (db) => db.rows<DistributionRow>(sql`select * from relief.distribution order by day desc, code desc limit 500`))
