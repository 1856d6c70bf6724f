/** Official boundaries from a GeoPackage (OGC 12-128): every feature table of the file, whatever its level. The file is read in memory by SQLite and never written. */
import initSqlJs, { type Database, type SqlValue } from 'sql.js'
import {
  type BoundaryFile,
  type BoundaryOptions,
  type BoundaryRecord,
  type BoundaryRefusal,
  isRefused,
  recognise,
} from '../../../engines/places/boundaries/recognise.ts'
import { polygonFromWkb } from './wellKnownBinary.ts'

const largest = 300_000_000
const quoted = (name: SqlValue) => `"${String(name).replaceAll('"', '""')}"`

export async function fromGeoPackage(bytes: Uint8Array, options: BoundaryOptions = {}): Promise<BoundaryFile | BoundaryRefusal> {
  if (bytes.length > largest) return { code: 'places.boundary-too-large', facts: { bytes: bytes.length, limit: largest } }
  const { Database: Open } = await initSqlJs()
  const db = new Open(bytes)
  try {
    return readTables(db, options)
  } catch (error) {
    return { code: 'places.boundary-unreadable', facts: { format: 'GeoPackage', detail: error instanceof Error ? error.message : '' } }
  } finally {
    db.close()
  }
}

function readTables(db: Database, options: BoundaryOptions): BoundaryFile | BoundaryRefusal {
  const tables = db.exec(`
    select c.table_name, g.column_name, g.srs_id, s.organization, s.organization_coordsys_id
    from gpkg_contents c join gpkg_geometry_columns g on g.table_name = c.table_name
    left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id where c.data_type = 'features' order by c.table_name`)[0]?.values
  if (!tables) return { code: 'places.boundary-empty', facts: {} }
  const answers: BoundaryFile[] = []
  let refused: BoundaryRefusal | undefined
  for (const [table, column, srs, organisation, number] of tables) {
    if (Number(srs) !== 4326 && Number(number) !== 4326)
      return { code: 'places.boundary-not-wgs84', facts: { projection: `${organisation ?? 'srs'} ${number ?? srs}` } }
    const answer = recognise(recordsOf(db, table!, String(column)), options)
    if (isRefused(answer)) refused ??= answer
    else answers.push(answer)
  }
  if (answers.length === 0) return refused!
  return { features: answers.flatMap(({ features }) => features), findings: answers.flatMap(({ findings }) => findings) }
}

function recordsOf(db: Database, table: SqlValue, geometryColumn: string): BoundaryRecord[] {
  const statement = db.prepare(`select * from ${quoted(table)}`)
  const records: BoundaryRecord[] = []
  while (statement.step()) {
    const { [geometryColumn]: blob, ...properties } = statement.getAsObject()
    records.push({ properties, geometry: blob instanceof Uint8Array ? geometryOf(blob) : null })
  }
  statement.free()
  return records
}

/** "GP", version, flags, reference system, an envelope whose length the flags tell, then well-known binary. */
function geometryOf(blob: Uint8Array) {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return null
  const envelope = [0, 32, 48, 48, 64][(blob[3]! >> 1) & 7]
  return envelope === undefined ? null : (polygonFromWkb(blob.subarray(8 + envelope)) ?? null)
}
