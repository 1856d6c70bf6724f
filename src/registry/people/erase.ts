/** People leave the register: their rows go, their keys are destroyed after the commit, and what is handed back is only how many they were, by sex and age band. */
import { sql } from 'kysely'
import { bury, type Db } from '../../kernel/index.ts'

export type ErasedFrom = {
  household: string
  /** Nobody is left in it: the household went too. */
  gone: boolean
  counted: { sex: string; ageBand: string | null; people: number }[]
}

/** `reason` null: they were buried before, and an old database has brought them back. */
export async function erasePeople(db: Db, people: readonly string[], reason: string | null): Promise<ErasedFrom[]> {
  if (people.length === 0) return []
  const ids = sql`any (${[...people]}::uuid[])`
  const counted = await db.rows<{ household: string; sex: string; ageBand: string | null; people: number }>(sql`
    select household, sex, age_band, count(*)::int as people from people.person where id = ${ids} group by household, sex, age_band order by sex, age_band`)
  if (counted.length === 0) return []
  const households = [...new Set(counted.map(({ household }) => household))]
  await db.run(sql`update people.household set head = null, version = version + 1 where head = ${ids}`)
  await db.run(sql`delete from people.person_link where first = ${ids} or second = ${ids}`)
  await db.run(sql`delete from people.consent where person = ${ids}`)
  // A list of who moved would tell that he was there; it could not be undone for him anyway.
  await db.run(sql`
    update people.household_change set version = version + 1,
      moved = (select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(moved) m where m ->> 'person' <> all (${[...people]}::text[]))
    where exists (select 1 from jsonb_array_elements(moved) m where m ->> 'person' = any (${[...people]}::text[]))`)
  await db.run(sql`delete from people.membership where person = ${ids}`)
  await db.run(sql`delete from people.person where id = ${ids}`)
  if (reason !== null) await bury(db, 'people.person', people, reason)
  const empty = new Set(await emptied(db, households))
  return households.map((household) => ({
    household,
    gone: empty.has(household),
    counted: counted.filter((line) => line.household === household).map(({ sex, ageBand, people: n }) => ({ sex, ageBand, people: n })),
  }))
}

async function emptied(db: Db, households: readonly string[]): Promise<string[]> {
  const empty = await db.rows<{ id: string }>(sql`
    select h.id from people.household h where h.id = any (${[...households]}::uuid[])
      and not exists (select 1 from people.person p where p.household = h.id) and not exists (select 1 from people.household o where o.merged_into = h.id)`)
  const gone = empty.map(({ id }) => id)
  await db.run(sql`delete from people.household_change where household = any (${gone}::uuid[]) or other = any (${gone}::uuid[])`)
  for (const table of ['consent', 'residence', 'membership'] as const)
    await db.run(sql`delete from ${sql.table(`people.${table}`)} where household = any (${gone}::uuid[])`)
  await db.run(sql`delete from people.household where id = any (${gone}::uuid[])`)
  return gone
}
