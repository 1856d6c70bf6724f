/**
 * A place's point moved, or the boundary of one area replaced: checked first, written with who and why, and what stood before is kept so that it can be set again.
 */
import { sql } from 'kysely'
import { parseJson } from '../../engines/places/boundaries/fromGeoJson.ts'
import { checkOutline } from '../../engines/places/checkOutline.ts'
import { checkPoint } from '../../engines/places/checkPoint.ts'
import type { AreaGeometry } from '../../engines/places/geometry.ts'
import { audit, type Db, type House, type Refused, refuse, refused } from '../../kernel/index.ts'
import { areasOfLevel, type Outline, putBoundaries } from './boundaries.ts'
import { keepBoundaries, keepPoint } from './earlierGeometry.ts'
import { placeAt } from './placeAt.ts'

type Held = { id: string; pcode: string; name: string; level: number; country: string; district: string | null; parent: string | null }

/** With the district that the register says it lies in. */
const heldPlace = (db: Db, id: string) =>
  db.one<Held>(sql`
    with recursive up as (
      select id, pcode, level, parent, 0 as steps from places.place where id = ${id}
      union all select p.id, p.pcode, p.level, p.parent, u.steps + 1 from places.place p join up u on u.parent = p.id where u.steps < 6
    )
    select p.id, p.pcode, p.name, p.level, p.country, (select pcode from up where level = 2 limit 1) as district, (select o.pcode from places.place o where o.id = p.parent) as parent
    from places.place p where p.id = ${id} for update of p`)

export type PointAsked = { place: string; lon: string; lat: string; reason: string; evenSo: boolean }

export async function movePoint(db: Db, house: House, { place: id, lon, lat, reason, evenSo }: PointAsked): Promise<{ lon: number; lat: number } | Refused> {
  const place = await heldPlace(db, id)
  if (!place) return refused(refuse('access.not-found'))
  const { point, findings } = checkPoint(lon, lat, house.pack.country.bbox)
  // Degrees and minutes were typed here by somebody who looks at the map beside it: what they say is certain.
  const read = point ?? findings.flatMap(({ code, facts }) => (code === 'places.point-degrees-minutes' && facts.suggestion ? [facts.suggestion] : []))[0]
  if (!read) return refused(...findings.map(({ code, facts }) => refuse(code, facts)))
  const found = await placeAt(db, house, read[0], read[1], 2)
  if (!evenSo && place.district && found.pcode !== place.district)
    return refused(refuse('places.point-other-district', { found: found.name ?? '—', expected: place.district, kind: found.boundaries.kind }))
  await setPoint(db, id, read, reason)
  return { lon: read[0], lat: read[1] }
}

async function setPoint(db: Db, id: string, [lon, lat]: readonly [number, number], reason: string): Promise<void> {
  await keepPoint(db, id, reason)
  await db.run(sql`update places.place set lon = ${lon}, lat = ${lat}, version = version + 1 where id = ${id}`)
  await audit(db, 'places.point', 'places.place', id, { lon, lat })
}

/** Borders of different sources never meet exactly. */
const toleranceKm = 2

/** One area: a bare geometry, a feature, or a collection with a single feature. */
function outlineIn(text: string): Outline | null {
  const parsed = parseJson(text)
  if ('code' in parsed) return null
  type Loose = { type?: string; geometry?: unknown; features?: unknown[]; coordinates?: unknown }
  const file = (parsed.value ?? {}) as Loose
  const one = (file.type === 'FeatureCollection' && file.features?.length === 1 ? file.features[0] : file) as Loose
  const geometry = (one.type === 'Feature' ? one.geometry : one) as Loose | null
  return (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') && Array.isArray(geometry.coordinates) ? (geometry as Outline) : null
}

export type BoundaryAsked = { place: string; file: string; credit: string; reason: string }

export async function replaceBoundary(
  db: Db,
  { place: id, file, credit, reason }: BoundaryAsked,
): Promise<{ pcode: string; heldAgainst: string | null } | Refused> {
  const place = await heldPlace(db, id)
  if (!place) return refused(refuse('access.not-found'))
  if (place.level < 1 || place.level > 3) return refused(refuse('places.outline-level'))
  if (credit.trim() === '') return refused(refuse('places.credit-missing'))
  // One map shows one kind: a single official area would take all schematic ones of its level off every map.
  if ((await areasOfLevel(db, place.country, place.level)).boundaries.kind !== 'official') return refused(refuse('places.outline-schematic'))
  const outline = outlineIn(file)
  if (!outline) return refused(refuse('places.outline-unreadable'))
  const around = place.level > 1 ? await areasOfLevel(db, place.country, place.level - 1) : null
  // A schematic area is no border: nothing is held against it.
  const parent = around?.boundaries.kind === 'official' ? around.features.find(({ properties }) => properties.pcode === place.parent) : undefined
  const faults = checkOutline(outline as AreaGeometry, (parent?.geometry as AreaGeometry | undefined) ?? null, toleranceKm)
  if (faults.length > 0) return refused(...faults.map(({ code, facts }) => refuse(code, facts)))
  await setBoundary(db, place, outline, credit, reason)
  return { pcode: place.pcode, heldAgainst: parent?.properties.name ?? null }
}

async function setBoundary(db: Db, { id, pcode, country }: Held, geometry: Outline, credit: string, reason: string): Promise<void> {
  await keepBoundaries(db, [id], reason)
  await putBoundaries(db, country, 'official', credit, [{ pcode, geometry }])
  await audit(db, 'places.boundary-replaced', 'places.place', id, { credit })
}

type Earlier = { place: string; what: 'point' | 'boundary'; lon: number | null; lat: number | null; outline: Outline | null; credit: string | null }

/** What stood before is set again; what stands now is kept like anything else that is replaced. */
export async function setAgain(db: Db, version: string, reason: string): Promise<{ place: string } | Refused> {
  const earlier = await db.one<Earlier>(sql`select place, what, lon, lat, outline, credit from places.earlier_geometry where id = ${version}`)
  const place = earlier && (await heldPlace(db, earlier.place))
  if (!earlier || !place) return refused(refuse('access.not-found'))
  if (earlier.what === 'point' && earlier.lon !== null && earlier.lat !== null) await setPoint(db, place.id, [earlier.lon, earlier.lat], reason)
  else if (earlier.what === 'boundary' && earlier.outline) await setBoundary(db, place, earlier.outline, earlier.credit ?? '', reason)
  else return refused(refuse('places.nothing-stood'))
  return { place: place.id }
}

export type EarlierLine = {
  id: string
  what: 'point' | 'boundary'
  lon: number | null
  lat: number | null
  hasOutline: boolean
  credit: string | null
  reason: string
  recordedAt: string
  by: string | null
}

export const earlierOf = (db: Db, place: string) =>
  db.rows<EarlierLine>(sql`
    select e.id, e.what, e.lon, e.lat, e.outline is not null as has_outline, e.credit, e.reason, e.recorded_at, w.name as by
    from places.earlier_geometry e left join kernel.person w on w.id = e.recorded_by where e.place = ${place} order by e.recorded_at desc, e.id limit 200`)
