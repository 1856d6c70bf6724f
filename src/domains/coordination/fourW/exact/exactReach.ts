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

async function servedByWork(db: Db, house: House, rows: readonly ActivityRow[]): Promise<Map<string, Served>> {
  const asked = rows.flatMap(({ countedFrom }) => countedFrom ?? [])
  const served = new Map<string, Served>()
  for (const { record, households } of countedWorks(house)) {
    const ids = [...new Set(asked.flatMap((one) => (one.record === record ? [one.row] : [])))]
    if (ids.length > 0) for (const [id, work] of await households(db, ids)) served.set(keyOf(record, id), work)
  }
  return served
}

/** Null where a work is not settled any more or a household of unknown size was served: then nobody knows the number of people. */
async function peopleOf(db: Db, works: readonly (Served | undefined)[]): Promise<number | null> {
  const told = works.flatMap((work) => work ?? [])
  const days = told.map(({ day }) => day).sort()
  if (told.length < works.length || days.length === 0) return null
  const lists = told.map(({ served }) => served)
  const { people, households, counted } = await distinctPeople(db, lists, { from: days[0]!, to: days.at(-1)! })
  return counted === households ? people.length : null
}

export type ExactReach = { rows: ActivityRow[]; distinctIn: Map<string, number> }

export async function withExactReach(db: Db, house: House, reported: readonly ActivityRow[]): Promise<ExactReach> {
  const served = await servedByWork(db, house, reported)
  const worksOf = ({ countedFrom }: ActivityRow) => (countedFrom ?? []).map(({ record, row }) => served.get(keyOf(record, row)))
  const rows: ActivityRow[] = []
  for (const row of reported) {
    const people = row.countedFrom?.length ? await peopleOf(db, worksOf(row)) : null
    rows.push(people === null ? row : { ...row, people, who: nobodySaid, exact: true, evidence: 'counted' })
  }
  const distinctIn = new Map<string, number>()
  const known = thatCount(rows).filter(({ people }) => people !== null)
  for (const district of new Set(known.filter(({ exact }) => exact).flatMap((row) => row.district ?? []))) {
    const inside = known.filter((row) => row.district === district)
    const people = inside.every(({ exact }) => exact) ? await peopleOf(db, inside.flatMap(worksOf)) : null
    if (people !== null) distinctIn.set(district, people)
  }
  return { rows, distinctIn }
}
