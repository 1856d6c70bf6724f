/**
 * The files of a published round: CSV and XLSX with their HXL row, GeoJSON, JSON, and the README that tells whoever finds them in five years what the
 * figures are, under which licence, and how to check that nothing was changed. Strategy: focus area 15, activities C and E.
 */
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { type Count, isKnown } from '../../../engines/count.ts'
import { canonicalJson, collectBytes, sha256 } from '../../../kernel/publishing.ts'
import type { Language } from '../../../kernel/shared.ts'
import { type OutTable, writeCsv, writeXlsx } from '../../../kernel/tables.ts'
import type { PublicArea, PublicRound } from '../publicRound.ts'
import { documentNumber } from '../reports/citation.ts'
import { reportWords } from '../reports/words.ts'
import { ageTable } from './ageTable.ts'
import { hdxCells, hdxOutColumns, hdxRows } from './hdxTable.ts'
import { readmeLines } from './readme.ts'

/** The frozen set itself, canonical, and the hash that every page, file and report of the round prints. */
export function roundJson(round: PublicRound): { json: string; hash: string } {
  const json = canonicalJson(round)
  return { json, hash: sha256(json) }
}

export const roundCsv = (round: PublicRound): Promise<Uint8Array> => collectBytes((out) => writeCsv(tableOf(round, 'en'), out))

/** The README sheet comes first and is in the reader's language; column names are the field's own. */
export const roundXlsx = (round: PublicRound, lang: Language): Promise<Uint8Array> => collectBytes((out) => writeXlsx(tableOf(round, lang), out))

/** The table of sex and age as a file of its own, since a CSV holds one table; null where nobody was counted by age. */
export async function ageCsv(round: PublicRound): Promise<Uint8Array | null> {
  const table = ageTable(round)
  return table && collectBytes((out) => writeCsv({ title: 'sex-age', language: 'en', ...table }, out))
}

const tableOf = (round: PublicRound, language: Language): OutTable => ({
  title: `R${round.round.number} v${round.round.version}`,
  columns: hdxOutColumns,
  language,
  rows: hdxRows([round]).map(hdxCells),
  more: [ageTable(round)].flatMap((table) => (table ? [{ title: reportWords[language].ageSheet, ...table }] : [])),
  readme: { title: documentNumber(round, language), lines: readmeLines(round, language, roundJson(round).hash) },
})

type RoundCollection = FeatureCollection<Geometry | null> & { metadata: Record<string, unknown> }

/** Every published area; without an outline its geometry is null and its figures are there all the same. */
export function roundGeoJson(round: PublicRound, geometries: ReadonlyMap<string, Geometry>): RoundCollection {
  return {
    type: 'FeatureCollection',
    metadata: {
      title: documentNumber(round, 'en').replace(/-en$/, ''),
      reportingDate: round.round.reportingDate,
      version: round.round.version,
      licence: round.licence,
      credit: round.credit,
      boundaries: round.boundaries,
      demonstration: round.demonstration?.note ?? null,
      hash: roundJson(round).hash,
    },
    features: round.areas.map((area) => featureOf(area, geometries.get(area.pcode) ?? null)),
  }
}

function featureOf(area: PublicArea, geometry: Geometry | null): Feature<Geometry | null> {
  const { pcode, name, level, parent, expected, assessed, carriedForward, notAssessed, closed } = area
  const counts = {
    ...count('households', area.households),
    ...count('individuals', area.individuals),
    ...count('females', area.females),
    ...count('males', area.males),
  }
  return {
    type: 'Feature',
    id: pcode,
    geometry,
    properties: { pcode, name, level, parent, ...counts, expected, assessed, carriedForward, notAssessed, closed },
  }
}

/** A null alone could be read as zero or as forgotten, so the reason for it stands beside it. */
const count = (name: string, value: Count): Record<string, number | string | null> =>
  isKnown(value) ? { [name]: value } : { [name]: null, [`${name}Status`]: value }
