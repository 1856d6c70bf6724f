/** The newest answer of each voice on two activities, by pair. */
import { sql } from 'kysely'
import { asTheHouse, type Db } from '../../../../kernel/index.ts'
import type { Answer } from './answer.ts'

/** Organisation null: coordination. */
export type Said = { organisation: string | null; name: string | null; answer: Answer; because: string; on: string }

export const pairKey = (pair: readonly [string, string]): string => [...pair].sort().join(' ')

export async function saidOf(db: Db): Promise<Map<string, Said[]>> {
  const rows = await asTheHouse(db, (house) =>
    house.rows<Said & { first: string; second: string }>(sql`
      select s.first, s.second, coalesce(i.id, s.organisation) as organisation, coalesce(i.name, o.name) as name, s.answer, s.because, s.recorded_at::date as on
      from (select distinct on (first, second, organisation) * from coordination.same_work_answer order by first, second, organisation, recorded_at desc, id) s
      left join organisations.organisation o on o.id = s.organisation
      left join organisations.organisation i on i.id = o.merged_into order by s.recorded_at, s.id`),
  )
  const said = new Map<string, Said[]>()
  for (const { first, second, ...one } of rows) said.set(pairKey([first, second]), [...(said.get(pairKey([first, second])) ?? []), one])
  return said
}
