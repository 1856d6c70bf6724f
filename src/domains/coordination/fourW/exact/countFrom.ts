/** Saying which work in the records of another domain an activity reports, so that it is told as distinct people; and taking that back. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, type House, isId, type KnownWork, type Refused, refuse, refused, updateRow } from '../../../../kernel/index.ts'
import { Activity } from '../activity.ts'
import { keepBefore } from '../keepBefore.ts'
import { currentCycle, isLocked } from '../lifeOfCycle.ts'
import type { CountedFrom } from '../reach.ts'
import { countedWorks } from './exactReach.ts'

type Standing = { id: string; organisation: string; scope: string; fromDay: string | null; toDay: string | null; countedFrom: CountedFrom[] | null }
/** `takenBy`: the activity that is counted from it already. */
export type WorkToChoose = Omit<KnownWork, 'organisation'> & { record: string; chosen: boolean; takenBy: string | null }

/** `own`: a partner speaks for its organisation alone; null: coordination for all. */
const standing = async (db: Db, own: string | null, id: string) =>
  isId(id)
    ? db.one<Standing>(sql`
        select id, organisation, scope, from_day, to_day, counted_from from coordination.activity
        where id = ${id} and (${own}::uuid is null or organisation = ${own}) for update`)
    : null

/** By the work's id, the code of another activity that is counted from it. */
async function takenAlready(db: Db, record: string, ids: readonly string[], besides: string): Promise<Map<string, string>> {
  const works = ids.map((row) => JSON.stringify([{ record, row }]))
  const found = await asTheHouse(db, (house) =>
    house.rows<{ row: string; externalId: string }>(sql`
      select c ->> 'row' as row, a.external_id from coordination.activity a cross join jsonb_array_elements(a.counted_from) c
      where a.counted_from @> any (${works}::jsonb[]) and c ->> 'record' = ${record} and a.id <> ${besides}`),
  )
  return new Map(found.map(({ row, externalId }) => [row, externalId]))
}

async function worksOf(db: Db, house: House, own: string | null, activity: Standing): Promise<WorkToChoose[]> {
  const { organisation, scope: area, fromDay: from, toDay: to, countedFrom } = activity
  const chosen = new Set((countedFrom ?? []).map(({ record, row }) => `${record} ${row}`))
  const works: WorkToChoose[] = []
  for (const { record, works: known } of countedWorks(house)) {
    // The mission's own work is named as another's by coordination alone.
    const offered = (await known(db, { organisation, area, from, to })).filter(({ organisation: whose }) => own === null || whose === own)
    const ids = offered.map(({ id }) => id)
    const taken = await takenAlready(db, record, ids, activity.id)
    for (const { organisation: _, ...work } of offered)
      works.push({ ...work, record, chosen: chosen.has(`${record} ${work.id}`), takenBy: taken.get(work.id) ?? null })
  }
  return works
}

export async function worksToChoose(db: Db, house: House, own: string | null, id: string): Promise<{ works: WorkToChoose[] } | Refused> {
  const activity = await standing(db, own, id)
  return activity ? { works: await worksOf(db, house, own, activity) } : refused(refuse('access.not-found'))
}

export type Choice = { works: { record: string; row: string }[]; reason: string }

export async function countFrom(db: Db, house: House, own: string | null, id: string, { works, reason }: Choice): Promise<{ counted: number } | Refused> {
  const activity = await standing(db, own, id)
  if (!activity) return refused(refuse('access.not-found'))
  const cycle = await currentCycle(db)
  if (isLocked(cycle) && !reason) return refused(refuse('coordination.month-locked', { month: cycle!.month }))
  // Two who choose the same work for two activities come one after the other, so that it counts in one.
  await db.rows(sql`select pg_advisory_xact_lock(hashtext('coordination.counted-from'))`)
  const offered = await worksOf(db, house, own, activity)
  const wanted = works.map(({ record, row }) => offered.find((one) => one.record === record && one.id === row))
  if (wanted.includes(undefined)) return refused(refuse('coordination.not-to-count-from'))
  const chosen = wanted as WorkToChoose[]
  const taken = chosen.filter((one) => one.takenBy !== null)
  if (taken.length > 0) return refused(...taken.map(({ name, takenBy: other }) => refuse('coordination.counted-elsewhere', { work: name, other: other! })))
  await keepBefore(db, [id], { kind: isLocked(cycle) ? 'correction' : 'changed', cycle: cycle?.id ?? null, reason: reason || null })
  const countedFrom = chosen.map(({ record, id: row, name }) => ({ record, row, name }))
  await updateRow(db, Activity, id, { countedFrom: countedFrom.length > 0 ? countedFrom : null })
  await audit(db, 'activity.count-from', Activity.name, id, { works: countedFrom.length })
  return { counted: countedFrom.length }
}
