/**
 * The data dictionary of a product: what each column of each of its files means. Made from the declarations that write the files, so that the two cannot differ.
 * Strategy: focus area 15, activities C and E.
 */

import type { Bilingual } from '../../../kernel/index.ts'
import type { ExplainedColumn } from '../../../kernel/publishing.ts'
import { alertColumns } from '../events/alertFiles.ts'
import { alertKind } from '../events/lifeOfAlert.ts'
import { cellColumns, pointColumns } from '../flows/flowFiles.ts'
import { flowKind } from '../flows/publishBulletin.ts'
import { roundKind } from '../publishedRounds.ts'
import { surveyKind } from '../surveys/publishSurvey.ts'
import { surveyColumns } from '../surveys/surveyFiles.ts'
import { ageOutColumns } from './ageTable.ts'
import { geoProperties } from './geoProperties.ts'
import { hdxOutColumns } from './hdxTable.ts'
import { placeColumns } from './placeFile.ts'

/** One table: which files hold it (by the end of their names), and its columns in order. `restricted`: given on request alone. */
export type DictionaryTable = { name: string; title: Bilingual; files: readonly string[]; columns: readonly ExplainedColumn[]; restricted?: true }

const tables: Record<string, readonly DictionaryTable[]> = {
  [roundKind]: [
    {
      name: 'areas',
      title: { pt: 'Pessoas deslocadas por área e motivo', en: 'Displaced people by area and reason' },
      files: ['.csv', '.xlsx'],
      columns: hdxOutColumns,
    },
    { name: 'sex-age', title: { pt: 'Sexo e idade', en: 'Sex and age' }, files: ['-sex-age.csv', '.xlsx'], columns: ageOutColumns },
    { name: 'geojson', title: { pt: 'Áreas com o seu contorno', en: 'Areas with their outline' }, files: ['.geojson'], columns: geoProperties },
    { name: 'places', title: { pt: 'Lugares (só a pedido)', en: 'Places (on request)' }, files: [], columns: placeColumns, restricted: true },
  ],
  [alertKind]: [{ name: 'movements', title: { pt: 'Movimentos', en: 'Movements' }, files: ['.csv'], columns: alertColumns }],
  [flowKind]: [
    { name: 'od', title: { pt: 'De onde para onde', en: 'From where to where' }, files: ['-od.csv'], columns: cellColumns },
    { name: 'points', title: { pt: 'Pontos', en: 'Points' }, files: ['-points.csv'], columns: pointColumns },
  ],
  [surveyKind]: [{ name: 'figures', title: { pt: 'Resultados', en: 'Results' }, files: ['.csv', '.xlsx'], columns: surveyColumns }],
}

export const dictionaryOf = (kind: string): readonly DictionaryTable[] => tables[kind] ?? []

/** The tables that a file holds: of several endings that fit a CSV the longest, since it holds one; a workbook holds them all. */
export function tablesOfFile(kind: string, file: string): DictionaryTable[] {
  const fitting = dictionaryOf(kind).flatMap((table) => table.files.filter((end) => file.endsWith(end)).map((end) => ({ table, end })))
  const longest = Math.max(0, ...fitting.map(({ end }) => end.length))
  return fitting.filter(({ end }) => end.length === longest).map(({ table }) => table)
}
