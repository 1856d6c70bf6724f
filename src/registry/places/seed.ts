/** Puts the country pack's places into the register at the first start; what people added or changed since is never touched again. */
import { sql } from 'kysely'
import { act, type Db, type House, isRefused, theSystem } from '../../kernel/index.ts'
import { drawSchematicAreas } from './schematic.ts'

const kinds = ['country', 'province', 'district', 'posto', 'locality'] as const

/** Only a code whose whole area came here answers for the old one; where the sources do not say how much came, a person decides. */
const wholePredecessors = (given: unknown): string[] =>
  ((given ?? []) as { pcode: string; extent: string }[]).filter(({ extent }) => extent === 'whole').map(({ pcode }) => pcode)

async function seed(db: Db, house: House): Promise<number> {
  const { pack } = house
  const { country } = pack
  const source = pack.placesCredit ?? 'Capulana'
  const known = await db.one<{ n: number }>(sql`select count(*) as n from places.place where country = ${country.iso3}`)
  if (known!.n > 0) return 0
  await db.run(sql`
    insert into places.place (scope, pcode, name, kind, level, country, predecessors, source)
    values (${country.pcode}, ${country.pcode}, ${country.names.pt}, 'country', 0, ${country.iso3}, '{}', ${source})`)
  for (const { level } of country.levels) {
    const rows = pack.places
      .filter((place) => place.level === level)
      .map((place) => ({
        pcode: place.pcode,
        name: place.name,
        parent: place.parent ?? country.pcode,
        valid_from: place.validFrom,
        valid_to: place.validTo ?? null,
        predecessors: wholePredecessors(place.predecessors),
        lon: place.point?.[0] ?? null,
        lat: place.point?.[1] ?? null,
      }))
    await db.run(sql`
      insert into places.place (scope, pcode, name, kind, level, parent, country, valid_from, valid_to, predecessors, lon, lat, source)
      select r.pcode, r.pcode, r.name, ${kinds[level]}, ${level}, p.id, ${country.iso3}, r.valid_from, r.valid_to, r.predecessors, r.lon, r.lat, ${source}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(pcode text, name text, parent text, valid_from date, valid_to date, predecessors text[], lon float8, lat float8)
      left join places.place p on p.country = ${country.iso3} and p.pcode = r.parent`)
  }
  const aliases = pack.places.flatMap((place) => place.aliases.map((name) => ({ pcode: place.pcode, name })))
  await db.run(sql`
    insert into places.alias (scope, place, name, kind, source)
    select p.scope, p.id, r.name, 'name', ${source} from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as r(pcode text, name text)
    join places.place p on p.country = ${country.iso3} and p.pcode = r.pcode on conflict do nothing`)
  await drawSchematicAreas(db, house, country.iso3)
  return pack.places.length
}

export async function seedPlaces(house: House): Promise<number> {
  const seeded = await act(house.doors, theSystem, (db) => seed(db, house))
  if (isRefused(seeded)) throw new Error(`the places of the country pack were refused: ${seeded.refused[0]!.code}`)
  return seeded
}
