import { strToU8, zipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { fromShapefileZip, zipLimits } from './fromShapefileZip.ts'
import { readBoundaryFile } from './readBoundaryFile.ts'
import { polygonFromWkb } from './wellKnownBinary.ts'

const known = { isKnown: (pcode: string) => pcode.startsWith('MZ'), country: 'MZ' }
/** Clockwise, as shapefiles want their outer rings. */
const ring = [
  [40, -13],
  [40, -12],
  [41, -12],
  [41, -13],
  [40, -13],
] as const
const readBytes = (bytes: Uint8Array) => readBoundaryFile({ bytes }, known)
const wgs84 = 'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]]'

function putDoubles(view: DataView, start: number, values: readonly number[]) {
  for (const [i, value] of values.entries()) view.setFloat64(start + 8 * i, value, true)
}

/** A shapefile with one square, written by the letter of ESRI's white paper of 1998. */
function shp(): Uint8Array {
  const bytes = new Uint8Array(100 + 8 + 128)
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(24, bytes.length / 2)
  view.setInt32(28, 1000, true)
  view.setInt32(32, 5, true)
  view.setInt32(100, 1)
  view.setInt32(104, 64)
  view.setInt32(108, 5, true)
  for (const at of [36, 112]) putDoubles(view, at, [40, -13, 41, -12])
  view.setInt32(144, 1, true)
  view.setInt32(148, 5, true)
  putDoubles(view, 156, ring.flat())
  return bytes
}

function dbf(values: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(values)
  const head = 32 + 32 * names.length + 1
  const bytes = new Uint8Array(head + 1 + 20 * names.length + 1).fill(32, head)
  const view = new DataView(bytes.buffer)
  bytes[0] = 3
  view.setUint32(4, 1, true)
  view.setUint16(8, head, true)
  view.setUint16(10, 1 + 20 * names.length, true)
  names.forEach((name, i) => {
    bytes.set(strToU8(name), 32 + 32 * i)
    bytes[32 + 32 * i + 11] = 67
    bytes[32 + 32 * i + 16] = 20
    bytes.set(values[name]!, head + 1 + 20 * i)
  })
  bytes[head - 1] = 13
  bytes[bytes.length - 1] = 26
  return bytes
}

const table = dbf({ ADM2_PCODE: strToU8('MZ0103'), ADM2_PT: strToU8('Chiúre'), ADM1_PCODE: strToU8('MZ01') })

function wkb(): Uint8Array {
  const bytes = new Uint8Array(5 + 4 + 4 + 80)
  const view = new DataView(bytes.buffer)
  bytes[0] = 1
  view.setUint32(1, 3, true)
  view.setUint32(5, 1, true)
  view.setUint32(9, 5, true)
  putDoubles(view, 13, ring.flat())
  return bytes
}

async function geoPackage(srs: number): Promise<Uint8Array> {
  const { Database } = await initSqlJs()
  const db = new Database()
  db.run(`
    create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer);
    create table gpkg_contents (table_name text, data_type text);
    create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
    create table "adm2 2019" (fid integer, geom blob, ADM2_PCODE text, ADM2_PT text);
    insert into gpkg_spatial_ref_sys values (${srs}, 'EPSG', ${srs});
    insert into gpkg_contents values ('adm2 2019', 'features');
    insert into gpkg_geometry_columns values ('adm2 2019', 'geom', ${srs})`)
  db.run('insert into "adm2 2019" values (1, ?, ?, ?)', [new Uint8Array([0x47, 0x50, 0, 1, 0xe6, 0x10, 0, 0, ...wkb()]), 'MZ0103', 'Chiúre'])
  const bytes = db.export()
  db.close()
  return bytes
}

describe('official boundary files', () => {
  it('reads a zipped shapefile in a folder of the archive, accents included', async () => {
    const bytes = zipSync({ 'moz/adm2.SHP': shp(), 'moz/adm2.dbf': table, 'moz/adm2.prj': strToU8(wgs84), 'moz/readme.txt': strToU8('x') })
    const answer = await readBytes(bytes)
    expect(answer).toMatchObject({
      features: [{ pcode: 'MZ0103', name: 'Chiúre', level: 2, parent: 'MZ01', geometry: { type: 'Polygon', coordinates: [ring] } }],
      findings: [],
    })
  })
  it('reads Windows-1252 letters when the archive says so, and remarks on a missing projection', async () => {
    const latin = dbf({ ADM2_PCODE: strToU8('MZ0103'), ADM2_PT: new Uint8Array([67, 104, 105, 0xfa, 114, 101]) })
    const answer = await readBytes(zipSync({ 'a.shp': shp(), 'a.dbf': latin, 'a.cpg': strToU8('1252') }))
    expect(answer).toMatchObject({ features: [{ name: 'Chiúre' }], findings: [{ code: 'places.boundary-projection-unsaid' }] })
  })
  it('reads a GeoPackage, and refuses one that is not in degrees', async () => {
    expect(await readBytes(await geoPackage(4326))).toMatchObject({
      features: [{ pcode: 'MZ0103', name: 'Chiúre', level: 2, geometry: { coordinates: [ring] } }],
    })
    expect(await readBytes(await geoPackage(32737))).toMatchObject({ code: 'places.boundary-not-wgs84' })
  })
  it('refuses what is projected, has no shapes, promises too much, or ends early', async () => {
    const projected = strToU8('PROJCS["WGS_1984_UTM_Zone_37S",GEOGCS["GCS_WGS_1984"]]')
    expect(await readBytes(zipSync({ 'a.shp': shp(), 'a.dbf': table, 'a.prj': projected }))).toMatchObject({ code: 'places.boundary-not-wgs84' })
    expect(await readBytes(zipSync({ 'a.txt': strToU8('x') }))).toMatchObject({ code: 'places.boundary-no-shapefile' })
    const bomb = zipSync({ 'a.shp': new Uint8Array(5_000_000), 'a.dbf': table })
    expect(await readBytes(bomb)).toMatchObject({ code: 'places.boundary-too-large' })
    expect(await fromShapefileZip(zipSync({ 'a.shp': shp(), 'a.dbf': table }), known, { ...zipLimits, bytes: 100 })).toMatchObject({
      code: 'places.boundary-too-large',
    })
    const whole = zipSync({ 'a.shp': shp(), 'a.dbf': table })
    expect(await readBytes(whole.subarray(0, whole.length - 40))).toMatchObject({ code: 'places.boundary-unreadable' })
    expect(await readBytes((await geoPackage(4326)).subarray(0, 5000))).toMatchObject({ code: 'places.boundary-unreadable' })
    expect(await readBytes(strToU8('not a map'))).toMatchObject({ code: 'places.boundary-unreadable' })
  })
  it('never reads past the end of a cut geometry', () => {
    const bytes = wkb()
    expect(polygonFromWkb(bytes)).toMatchObject({ type: 'Polygon' })
    for (let length = 0; length < bytes.length; length++) expect(polygonFromWkb(bytes.subarray(0, length))).toBeUndefined()
  })
})
