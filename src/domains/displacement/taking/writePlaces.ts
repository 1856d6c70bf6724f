/** Places that a file brings itself: areas of a country without a pack, locations, sites. What has no parent waits in the unplaced queue; no point is guessed. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { ProposedPlace } from '../import/proposal.ts'

const kindOf = ({ kind, level }: ProposedPlace) =>
  kind === 'site' ? 'site' : kind === 'location' ? 'locality' : ['country', 'province', 'district', 'posto'][level ?? 3]!
const levelOf = ({ kind, level }: ProposedPlace) => (kind === 'site' ? 5 : kind === 'location' ? 4 : (level ?? 3))

export type Country = { pcode: string; name: string }

/** Level by level, so that each finds its parent. Gives how many are new. */
export async function writePlaces(db: Db, importId: string, places: ProposedPlace[], countries: ReadonlyMap<string, Country>): Promise<number> {
  let made = 0
  for (const [country, { pcode, name }] of countries)
    made += await db.run(sql`
      insert into places.place (scope, import_id, pcode, name, kind, level, country, predecessors) values (${pcode}, ${importId}, ${pcode}, ${name}, 'country', 0, ${country}, '{}')
      on conflict (country, pcode) do nothing`)
  const levels = [...new Set(places.map(levelOf))].sort((a, b) => a - b)
  for (const level of levels) {
    const rows = places
      .filter((place) => levelOf(place) === level)
      .map((place) => ({
        pcode: place.key,
        name: place.name,
        kind: kindOf(place),
        country: place.country,
        parent: place.parent ?? (level <= 1 ? (countries.get(place.country)?.pcode ?? null) : null),
        home: countries.get(place.country)?.pcode ?? place.country,
        lon: place.point?.longitude ?? null,
        lat: place.point?.latitude ?? null,
        site_type: place.siteType?.type ?? null,
        classification: place.siteType?.building ?? null,
      }))
    made += await db.run(sql`
      insert into places.place (scope, import_id, pcode, name, kind, level, parent, country, predecessors, lon, lat, site_type, classification)
      select case when ${level} <= 3 then r.pcode else coalesce(p.scope, r.home) end, ${importId}, r.pcode, r.name, r.kind, ${level}, p.id, r.country, '{}', r.lon, r.lat, r.site_type, r.classification
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(pcode text, name text, kind text, country text, parent text, home text, lon float8, lat float8, site_type text, classification text)
      left join places.place p on p.country = r.country and p.pcode = r.parent
      on conflict (country, pcode) do nothing`)
  }
  const aliases = places.flatMap(({ key, country, aliases: known }) => known.map(({ kind, value }) => ({ pcode: key, country, kind, name: value })))
  await db.run(sql`
    insert into places.alias (scope, import_id, place, name, kind)
    select p.scope, ${importId}, p.id, r.name, r.kind
    from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as r(pcode text, country text, kind text, name text)
    join places.place p on p.country = r.country and p.pcode = r.pcode on conflict (place, kind, name) do nothing`)
  return made
}
