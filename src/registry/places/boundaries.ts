/**
 * The outlines of areas. Official boundaries that somebody brought in come first, with their credit; until then the register draws schematic areas from the
 * places' own points, and says so wherever they appear.
 */
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'

export type Outline = GeoJSON.Polygon | GeoJSON.MultiPolygon
export type Boundaries = { kind: 'official' | 'schematic'; credit: string }
export type AreaProperties = { pcode: string; name: string; level: number; parent: string | null }
export type AreaCollection = GeoJSON.FeatureCollection<Outline, AreaProperties> & { boundaries: Boundaries }

export async function areasOfLevel(db: Db, country: string, level: number): Promise<AreaCollection> {
  const rows = await db.rows<AreaProperties & { kind: 'official' | 'schematic'; credit: string; geometry: Outline }>(sql`
    select distinct on (p.pcode) p.pcode, p.name, p.level, parent.pcode as parent, b.kind, b.credit, b.geometry
    from places.boundary b join places.place p on p.id = b.place left join places.place parent on parent.id = p.parent
    where p.country = ${country} and p.level = ${level} and p.valid_to is null
    order by p.pcode, (b.kind = 'official') desc`)
  const official = rows.filter(({ kind }) => kind === 'official')
  // One map shows one kind: a mixture of true and schematic lines would not meet.
  const shown = official.length > 0 ? official : rows
  return {
    type: 'FeatureCollection',
    boundaries: { kind: official.length > 0 ? 'official' : 'schematic', credit: shown[0]?.credit ?? '' },
    features: shown.map(({ pcode, name, level: at, parent, geometry }) => ({ type: 'Feature', properties: { pcode, name, level: at, parent }, geometry })),
  }
}

/** Writes outlines for areas of the register; what stood there under the same kind is replaced. */
export async function putBoundaries(
  db: Db,
  country: string,
  kind: Boundaries['kind'],
  credit: string,
  outlines: { pcode: string; geometry: Outline }[],
): Promise<number> {
  return db.run(sql`
    insert into places.boundary (scope, place, kind, geometry, credit)
    select p.scope, p.id, ${kind}, r.geometry, ${credit}
    from jsonb_to_recordset(${JSON.stringify(outlines)}::jsonb) as r(pcode text, geometry jsonb)
    join places.place p on p.country = ${country} and p.pcode = r.pcode
    on conflict (place, kind) do update set geometry = excluded.geometry, credit = excluded.credit, version = places.boundary.version + 1`)
}
