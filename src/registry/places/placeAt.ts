/**
 * Which area a point lies in: by the outlines that the register holds, official or schematic, and it says which. A point just outside is snapped up to two
 * kilometres and said to be; further out it lies nowhere, and nobody guesses.
 */
import { sql } from 'kysely'
import { checkPoint } from '../../engines/places/checkPoint.ts'
import { buildIndex, type PlaceIndex } from '../../engines/places/placeIndex.ts'
import { placeOf } from '../../engines/places/placeOf.ts'
import type { Db, House } from '../../kernel/index.ts'
import { areasOfLevel } from './boundaries.ts'

/** With the sum of versions by which it is seen that an outline was replaced. */
const indexes = new Map<string, { stamp: string; index: PlaceIndex }>()

export async function placeAt(db: Db, house: House, lon: number, lat: number, level: number) {
  const { iso3, bbox } = house.pack.country
  const checked = checkPoint(lon, lat, bbox)
  const areas = await areasOfLevel(db, iso3, level)
  const { stamp } = (await db.one<{ stamp: string }>(sql`select concat_ws(' ', count(*), sum(version), max(recorded_at)) as stamp from places.boundary`))!
  const key = JSON.stringify([house.dataFolder, iso3, level])
  const known = indexes.get(key)
  const index = known?.stamp === stamp ? known.index : buildIndex(areas.features.map(({ properties, geometry }) => ({ pcode: properties.pcode, geometry })))
  indexes.set(key, { stamp, index })
  const found = placeOf(index, lon, lat)
  const name = areas.features.find(({ properties }) => properties.pcode === found.pcode)?.properties.name ?? null
  return { ...found, name, findings: checked.findings, boundaries: areas.boundaries }
}
