/**
 * Where the records of another domain know each household that was served, its distinct people stand in place of what was reported, and are marked exact; in a district where
 * that is so of every activity, somebody whom two of them served is one person. Coordination specification, 4.1.
 */
import type { AssistedHousehold, CountedWork, Db, House } from '../../../../kernel/index.ts'
import { distinctPeople } from '../../../../registry/people/index.ts'
import { nobodySaid } from '../reach.ts'
import { type ActivityRow, thatCount } from '../situation.ts'

type Served = { day: string; served: AssistedHousehold[] }
export const countedWorks = ({ domains }: House): CountedWork[] => domains.flatMap(({ countedWork }) => countedWork ?? [])

const keyOf = (record: string, row: string) => `${record} ${row}`

type Counted = Pick<ActivityRow, 'id' | 'countedFrom'>
type ByWork = ReadonlyMap<string, Served>

async function servedByWork(db: Db, house: House, rows: readonly Counted[]): Promise<ByWork> {
  const asked = rows.flatMap(({ countedFrom }) => countedFrom ?? [])
  const served = new Map<string, Served>()
  for (const { record, households } of countedWorks(house)) {
    const ids = [...new Set(asked.flatMap((one) => (one.record === record ? [one.row] : [])))]
    if (ids.length > 0) for (const [id, work] of await households(db, ids)) served.set(keyOf(record, id), work)
  }
  return served
}

/** Null where a work is not settled any more or a household of unknown size was served: then nobody knows the number of people. */
async function peopleOf(db: Db, served: ByWork, rows: readonly Counted[]): Promise<number | null> {
  const works = rows.flatMap(({ countedFrom }) => countedFrom ?? []).map(({ record, row }) => served.get(keyOf(record, row)))
  const told = works.flatMap((work) => work ?? [])
  const days = told.map(({ day }) => day).sort()
  if (told.length < works.length || days.length === 0) return null
  const { people, households, counted } = await distinctPeople(
    db,
    told.map(({ served: list }) => list),
    { from: days[0]!, to: days.at(-1)! },
  )
  return counted === households ? people.length : null
}

async function peopleById(db: Db, served: ByWork, rows: readonly Counted[]): Promise<Map<string, number>> {
  const known = new Map<string, number>()
  for (const row of rows) {
    const people = row.countedFrom?.length ? await peopleOf(db, served, [row]) : null
    if (people !== null) known.set(row.id, people)
  }
  return known
}

/** Distinct people of the activities of which they are known, by the activity's id. */
export const distinctPeopleIn = async (db: Db, house: House, rows: readonly Counted[]): Promise<Map<string, number>> =>
  peopleById(db, await servedByWork(db, house, rows), rows)

const inPlaceOfEstimates = (reported: readonly ActivityRow[], known: ReadonlyMap<string, number>): ActivityRow[] =>
  reported.map((row) => {
    const people = known.get(row.id)
    return people === undefined ? row : { ...row, people, who: nobodySaid, exact: true, evidence: 'counted' }
  })

export const withExactPeople = async (db: Db, house: House, reported: readonly ActivityRow[]): Promise<ActivityRow[]> =>
  inPlaceOfEstimates(reported, await distinctPeopleIn(db, house, reported))

export type ExactReach = { rows: ActivityRow[]; distinctIn: Map<string, number> }

/** `reported`: all that are asked about, and not a page of them. */
export async function withExactReach(db: Db, house: House, reported: readonly ActivityRow[]): Promise<ExactReach> {
  const served = await servedByWork(db, house, reported)
  const rows = inPlaceOfEstimates(reported, await peopleById(db, served, reported))
  const distinctIn = new Map<string, number>()
  const known = thatCount(rows).filter(({ people }) => people !== null)
  for (const district of new Set(known.filter(({ exact }) => exact).flatMap((row) => row.district ?? []))) {
    const inside = known.filter((row) => row.district === district)
    const people = inside.every(({ exact }) => exact) ? await peopleOf(db, served, inside) : null
    if (people !== null) distinctIn.set(district, people)
  }
  return { rows, distinctIn }
}
