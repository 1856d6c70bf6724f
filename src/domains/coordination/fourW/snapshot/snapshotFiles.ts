/** The files of a snapshot: the table in the shape of HDX HAPI operational presence with its HXL row, as CSV and as workbook, the sheet in two languages, a map file, and the set itself. */
import { type Db, type Language, type Refused, refused } from '../../../../kernel/index.ts'
import { canonicalJson, collectBytes, meaning, outColumn, periodColumns, personalDataIn } from '../../../../kernel/publishing.ts'
import { type OutTable, writeCsv, writeXlsx } from '../../../../kernel/tables.ts'
import { areasOfLevel } from '../../../../registry/places/index.ts'
import type { PublicSnapshot } from './publicSnapshot.ts'
import { snapshotGeoJson } from './snapshotGeoJson.ts'
import { snapshotSheet } from './snapshotSheet.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'xlsx' | 'geojson' | 'json'; language: Language | null; type: string; bytes: Uint8Array }

const words = (name: string, pt: string, en: string, hxl: string, about: [string, string], empty: 'filled' | 'none' = 'filled') =>
  outColumn(name, { pt, en }, hxl, 'text', meaning(...about, empty))

export const snapshotColumns = [
  words('location_code', 'País', 'Country', '#country+code', ['Código do país (ISO 3166-1 alfa-3)', 'Code of the country (ISO 3166-1 alpha-3)']),
  words('admin1_code', 'Código da província', 'Province code', '#adm1+code', ['Código da província', 'Code of the province']),
  words('admin1_name', 'Província', 'Province', '#adm1+name', ['Nome da província', 'Name of the province']),
  words(
    'admin2_code',
    'Código do distrito',
    'District code',
    '#adm2+code',
    ['Código do distrito; vazio onde só se diz a província', 'Code of the district; empty where the province alone is told'],
    'none',
  ),
  words('admin2_name', 'Distrito', 'District', '#adm2+name', ['Nome do distrito', 'Name of the district'], 'none'),
  words('org_acronym', 'Sigla', 'Acronym', '#org+acronym', ['Sigla da organização', 'Acronym of the organisation'], 'none'),
  words('org_name', 'Organização', 'Organisation', '#org+name', ['Nome da organização', 'Name of the organisation']),
  words('org_type', 'Tipo', 'Type', '#org+type', ['Tipo da organização', 'Type of the organisation']),
  words('sector_code', 'Código do sector', 'Sector code', '#sector+code', ['Código do sector em HDX HAPI', 'Code of the sector in HDX HAPI'], 'none'),
  words('sector_name', 'Sector', 'Sector', '#sector+name', ['Nome do sector', 'Name of the sector']),
  ...periodColumns,
]

const snapshotTable = ({ rows, country, month, to }: PublicSnapshot): OutTable => ({
  title: 'operational-presence',
  language: 'en',
  columns: snapshotColumns,
  rows: rows.map(({ province, district, sector, organisation }) => [
    ...[country.iso3, province.code, province.name, district?.code ?? '', district?.name ?? '', organisation.acronym, organisation.name, organisation.kind],
    ...[sector.hapi, sector.name.en, month, to],
  ]),
})

export async function snapshotFiles(db: Db, set: PublicSnapshot, hash: string): Promise<File[] | Refused> {
  const base = `${set.country.iso3}-4w-${set.month.slice(0, 7)}`
  const files: File[] = []
  for (const language of ['pt', 'en'] as const)
    files.push({ name: `${base}-${language}.pdf`, format: 'pdf', language, type: 'application/pdf', bytes: await snapshotSheet(db, set, language, hash) })
  const csv = await collectBytes((out) => writeCsv(snapshotTable(set), out))
  const personal = await personalDataIn({ name: `${base}.csv`, bytes: csv })
  if (personal.length > 0) return refused(...personal)
  files.push({ name: `${base}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes: csv })
  const xlsx = await collectBytes((out) => writeXlsx(snapshotTable(set), out))
  files.push({ name: `${base}.xlsx`, format: 'xlsx', language: null, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: xlsx })
  const areas = [await areasOfLevel(db, set.country.iso3, 2), await areasOfLevel(db, set.country.iso3, 1)]
  const map = JSON.stringify(snapshotGeoJson(set, areas, hash))
  files.push({ name: `${base}.geojson`, format: 'geojson', language: null, type: 'application/geo+json', bytes: new Uint8Array(Buffer.from(map)) })
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: new Uint8Array(Buffer.from(canonicalJson(set))) })
  return files
}
