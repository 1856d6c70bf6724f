/** The files of a published round: report in both languages, CSV and XLSX with HXL row, GeoJSON, JSON; the workbook is searched for personal data first. */
import { type Refused, refused } from '../../kernel/index.ts'
import { personalDataIn } from '../../kernel/publishing.ts'
import type { AreaCollection, Outline } from '../../registry/places/index.ts'
import { ageCsv, roundCsv, roundGeoJson, roundJson, roundXlsx } from './exports/roundFiles.ts'
import type { PublicRound } from './publicRound.ts'
import { documentNumber } from './reports/citation.ts'
import { roundMap } from './reports/roundCharts.ts'
import { roundReport } from './reports/roundReport.ts'

type File = { name: string; format: 'pdf' | 'csv' | 'xlsx' | 'geojson' | 'json'; language: 'pt' | 'en' | null; type: string; bytes: Uint8Array }

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const text = (content: string) => new Uint8Array(Buffer.from(content, 'utf8'))

export const outlinesByPcode = (outlines: AreaCollection): ReadonlyMap<string, Outline> =>
  new Map(outlines.features.map(({ properties, geometry }) => [properties.pcode, geometry]))

export async function filesOfRound(round: PublicRound, hash: string, outlines: AreaCollection): Promise<File[] | Refused> {
  const geometries = outlinesByPcode(outlines)
  const base = documentNumber(round, 'en').replace(/-en$/, '')
  const files: File[] = []
  for (const language of ['pt', 'en'] as const) {
    const report = await roundReport(round, language, { mapSvg: roundMap(round, geometries, language), hash })
    files.push({ name: `${base}-${language}.pdf`, format: 'pdf', language, type: 'application/pdf', bytes: report })
    const workbook = await roundXlsx(round, language)
    const personal = await personalDataIn({ name: `${base}-${language}.xlsx`, bytes: workbook })
    if (personal.length > 0) return refused(...personal)
    files.push({ name: `${base}-${language}.xlsx`, format: 'xlsx', language, type: sheetType, bytes: workbook })
  }
  files.push({ name: `${base}.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes: await roundCsv(round) })
  const ages = await ageCsv(round)
  if (ages) files.push({ name: `${base}-sex-age.csv`, format: 'csv', language: null, type: 'text/csv; charset=utf-8', bytes: ages })
  files.push({
    name: `${base}.geojson`,
    format: 'geojson',
    language: null,
    type: 'application/geo+json',
    bytes: text(JSON.stringify(roundGeoJson(round, geometries))),
  })
  files.push({ name: `${base}.json`, format: 'json', language: null, type: 'application/json', bytes: text(roundJson(round).json) })
  return files
}
