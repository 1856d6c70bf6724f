/**
 * The tables in the files of each kind of product, column by column, from the declarations that write them.
 * Strategy: focus area 15, activities C and E.
 */

import type { DictionaryTable } from '../../../kernel/publishing.ts'
import { alertColumns } from '../events/alertFiles.ts'
import { alertKind } from '../events/lifeOfAlert.ts'
import { cellColumns, interviewColumns, pointColumns, seasonColumns } from '../flows/flowColumns.ts'
import { flowKind } from '../flows/publishBulletin.ts'
import { roundKind } from '../publishedRounds.ts'
import { surveyKind } from '../surveys/publishSurvey.ts'
import { surveyColumns } from '../surveys/surveyFiles.ts'
import { ageOutColumns } from './ageTable.ts'
import { geoProperties } from './geoProperties.ts'
import { hdxOutColumns } from './hdxTable.ts'
import { placeColumns } from './placeFile.ts'

export const tablesByKind: Record<string, readonly DictionaryTable[]> = {
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
    { name: 'interviews', title: { pt: 'O que disseram os viajantes', en: 'What travellers said' }, files: ['-interviews.csv'], columns: interviewColumns },
    { name: 'season', title: { pt: 'Época do ano', en: 'Time of the year' }, files: ['-season.csv'], columns: seasonColumns },
  ],
  [surveyKind]: [{ name: 'figures', title: { pt: 'Resultados', en: 'Results' }, files: ['.csv', '.xlsx'], columns: surveyColumns }],
}
