/** People who are erased: their register forgets them, and the lines of their exercise keep how many they were, by sex and age band. Pairs with them
 * go too: half a comparison says nothing. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import { type ErasedFrom, erasePeople } from '../../../registry/people/index.ts'
import { destroyTemplates } from './biometrics/destroyTemplates.ts'
import type { CountedOnly } from './registration.ts'
import { countOf } from './understandRegistration.ts'

/** `reason` null: an old database has brought them back. Gives the households that they were in. */
export async function forgetPeople(db: Db, people: readonly string[], reason: string | null): Promise<ErasedFrom[]> {
  const ids = sql`any (${[...people]}::text[])`
  await db.run(sql`delete from displacement.pair_answer a using displacement.duplicate_pair p where p.id = a.pair and (p.first = ${ids} or p.second = ${ids})`)
  await db.run(sql`delete from displacement.duplicate_pair where first = ${ids} or second = ${ids}`)
  if (reason !== null) await destroyTemplates(db, { people }, 'person-erased')
  const erased = await erasePeople(db, people, reason)
  for (const { household, gone, counted } of erased) {
    const lines = await db.rows<{ id: string; counted: CountedOnly | null }>(sql`
      select id, counted from displacement.registration_line where household = ${household} order by recorded_at for update`)
    for (const [i, line] of lines.entries()) {
      // Met twice, they are still the same people: the first line counts them.
      const sum = i === 0 ? countOf([...(line.counted ?? []), ...counted]) : line.counted
      await db.run(sql`
        update displacement.registration_line set counted = ${sum === null ? null : JSON.stringify(sum)}::jsonb,
          household = case when ${gone}::boolean then null else household end, version = version + 1 where id = ${line.id}`)
    }
  }
  return erased
}
