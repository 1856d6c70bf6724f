/**
 * Areas that the register draws itself while nobody has brought official boundaries: what is nearest to each post's point, inside the country's outline of
 * Natural Earth (public domain, by the world-atlas package). They say "schematic" wherever they appear.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { sql } from 'kysely'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { schematicAreas } from '../../engines/places/schematicAreas.ts'
import type { Db, House } from '../../kernel/index.ts'
import { type Outline, putBoundaries } from './boundaries.ts'

const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
const credit = 'Capulana (áreas esquemáticas · schematic areas); Natural Earth'

async function outlineOf(isoNumeric: string): Promise<Outline | null> {
  const topology = JSON.parse(await readFile(atlas, 'utf8')) as Topology<{ countries: GeometryCollection }>
  const found = feature(topology, topology.objects.countries).features.find(({ id }) => id === isoNumeric)
  return (found?.geometry as Outline | undefined) ?? null
}

type Row = { pcode: string; name: string; level: number; parent: string | null; lon: number | null; lat: number | null }

/** A post without a point of its own lies in the middle of its localities. */
const placesWithPoints = (db: Db, country: string) =>
  db.rows<Row>(sql`
    select p.pcode, p.name, p.level, case when p.level > 1 then parent.pcode end as parent,
      coalesce(p.lon, (select avg(c.lon) from places.place c where c.parent = p.id)) as lon, coalesce(p.lat, (select avg(c.lat) from places.place c where c.parent = p.id)) as lat
    from places.place p left join places.place parent on parent.id = p.parent
    where p.country = ${country} and p.level between 1 and 3 and p.valid_to is null`)

/** Only for the country of the pack: the outline of another is not known here. Gives how many areas were drawn. */
export async function drawSchematicAreas(db: Db, house: House, country: string): Promise<number> {
  if (country !== house.pack.country.iso3) return 0
  const outline = await outlineOf(house.pack.country.isoNumeric)
  if (!outline) return 0
  const rows = await placesWithPoints(db, country)
  const places = rows.map(({ lon, lat, ...row }) => ({
    ...row,
    validFrom: null,
    aliases: [],
    point: lon === null || lat === null ? null : ([lon, lat] as [number, number]),
  }))
  const { byLevel } = schematicAreas(outline, places)
  const drawn = Object.values(byLevel).flatMap(({ features }) =>
    features.map(({ properties, geometry }) => ({ pcode: properties.pcode, geometry: geometry as Outline })),
  )
  return drawn.length > 0 ? putBoundaries(db, country, 'schematic', credit, drawn) : 0
}
