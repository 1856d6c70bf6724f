/** Distributions whose every hand-over is in: an activity that reports one of them is told as the distinct people who were served there. Coordination specification, 4.1. */
import { sql } from 'kysely'
import { type AssistedHousehold, asTheHouse, type CountedWork, type KnownWork } from '../../../kernel/index.ts'
import { settledStates } from './distribution.ts'
import { servedIn } from './reached.ts'

const settled = sql`d.state = any (${[...settledStates]}::text[])`

export const countedDistributions: CountedWork = {
  record: 'relief.distribution',
  works: (db, { organisation, area, from, to }) =>
    asTheHouse(db, (house) =>
      house.rows<KnownWork>(sql`
        select d.id, d.code || ' · ' || d.name as name, d.place, d.day, d.organisation from relief.distribution d
        where ${settled} and (d.organisation = ${organisation} or d.organisation is null)
          and (${area}::text is null or starts_with(d.scope, ${area}::text) or starts_with(${area}::text, d.scope))
          and d.day between coalesce(${from}::date, '-infinity') and coalesce(${to}::date, 'infinity') order by d.day desc, d.code limit 200`),
    ),
  async households(db, ids) {
    const known = await asTheHouse(db, (house) =>
      house.rows<{ id: string; day: string }>(sql`select d.id, d.day from relief.distribution d where d.id = any (${[...ids]}::uuid[]) and ${settled}`),
    )
    const found = new Map(known.map(({ id, day }) => [id, { day, served: [] as AssistedHousehold[] }]))
    for (const { distribution, household, people } of await servedIn(db, sql`d.id = any (${[...found.keys()]}::uuid[])`))
      found.get(distribution)!.served.push({ number: household, people })
    return found
  },
}
