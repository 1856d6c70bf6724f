/**
 * The flat table that goes to HDX and to partners' spreadsheets: the 21 columns of the HDX export of DTM data, with their HXL row.
 * Source of names and tags: HDX data set "Global IOM DTM from API"; HXL 1.1. Strategy: focus area 15, activity C.
 */
import { type ExplainedColumn, type Meaning, meaning, people } from '../../../kernel/publishing.ts'
import type { OutColumn, Written } from '../../../kernel/tables.ts'
import type { PublicRound } from '../publicRound.ts'
import { type DtmLevel, type DtmRow, dtmRows } from './dtmApi.ts'
import { assessmentCodes } from './fileCodes.ts'

/** One row of the table, its fields under the DTM names; `adminLevel` and `operationStatus` are what the API leaves to its address and operation list. */
export type HdxRow = DtmRow & { adminLevel: DtmLevel; operationStatus: string }

export const hdxColumns = [
  ['id', '#id+code', 'integer'],
  ['operation', '#operation+name', 'text'],
  ['admin0Name', '#country+name', 'text'],
  ['admin0Pcode', '#country+code', 'text'],
  ['admin1Name', '#adm1+name', 'text'],
  ['admin1Pcode', '#adm1+code', 'text'],
  ['admin2Name', '#adm2+name', 'text'],
  ['admin2Pcode', '#adm2+code', 'text'],
  ['adminLevel', '#adm+level', 'integer'],
  ['numPresentIdpInd', '#affected+idps', 'integer'],
  ['reportingDate', '#date+reported', 'text'],
  ['yearReportingDate', '#date+year+reported', 'integer'],
  ['monthReportingDate', '#date+month+reported', 'integer'],
  ['roundNumber', '#round+code', 'integer'],
  ['displacementReason', '#cause+type', 'text'],
  ['numberMales', '#affected+idps+m', 'integer'],
  ['numberFemales', '#affected+idps+f', 'integer'],
  ['idpOriginAdmin1Name', '#adm1+name+origin', 'text'],
  ['idpOriginAdmin1Pcode', '#adm1+code+origin', 'text'],
  ['assessmentType', '#assessment+type', 'text'],
  ['operationStatus', '#operation+status', 'text'],
] as const satisfies [keyof HdxRow, string, OutColumn['kind']][]

const meanings: Record<(typeof hdxColumns)[number][0], Meaning> = {
  id: meaning('Número da linha, o mesmo em cada leitura; só nos níveis 1 e 2', 'Number of the line, the same each time; at levels 1 and 2 only', 'none'),
  operation: meaning('Operação de seguimento do deslocamento', 'Operation that tracks the displacement', 'filled'),
  admin0Name: meaning('País', 'Country', 'filled'),
  admin0Pcode: meaning('Código ISO do país, três letras', 'ISO code of the country, three letters', 'filled'),
  admin1Name: meaning('Província; só nos níveis 1 e 2', 'Province; at levels 1 and 2 only', 'none'),
  admin1Pcode: meaning('Código da província', 'P-code of the province', 'none'),
  admin2Name: meaning('Distrito; só no nível 2', 'District; at level 2 only', 'none'),
  admin2Pcode: meaning('Código do distrito', 'P-code of the district', 'none'),
  adminLevel: meaning(
    'Nível da linha: 0 país, 1 província, 2 distrito. Não somar níveis',
    'Level of the line: 0 country, 1 province, 2 district. Levels are not to be added',
    'filled',
  ),
  numPresentIdpInd: meaning('Pessoas deslocadas presentes', 'Displaced people present', 'withheld', { unit: people }),
  reportingDate: meaning('Dia a que os números se referem', 'Day that the figures are of', 'filled'),
  yearReportingDate: meaning('Ano desse dia', 'Year of that day', 'filled'),
  monthReportingDate: meaning('Mês desse dia', 'Month of that day', 'filled'),
  roundNumber: meaning('Número da ronda', 'Number of the round', 'filled'),
  displacementReason: meaning(
    'Motivos do deslocamento; vários motivos juntos são uma só linha',
    'Reasons for displacement; several reasons together are one line',
    'filled',
    { list: 'reason' },
  ),
  numberMales: meaning('Homens e rapazes', 'Men and boys', 'withheld', { unit: people }),
  numberFemales: meaning('Mulheres e raparigas', 'Women and girls', 'withheld', { unit: people }),
  idpOriginAdmin1Name: meaning('Província de origem', 'Province of origin', 'not-available'),
  idpOriginAdmin1Pcode: meaning('Código da província de origem', 'P-code of the province of origin', 'not-available'),
  assessmentType: meaning('Tipo de avaliação', 'Type of assessment', 'filled', { codes: assessmentCodes }),
  operationStatus: meaning('Se a operação continua', 'Whether the operation goes on', 'filled', {
    codes: [
      { code: 'Active', pt: 'continua', en: 'goes on' },
      { code: 'Inactive', pt: 'terminou', en: 'has ended' },
    ],
  }),
}

/** Column names are the field's own in every language: other people's programs read them. */
export const hdxOutColumns: ExplainedColumn[] = hdxColumns.map(([name, hxl, kind]) => ({
  name,
  hxl,
  kind,
  labels: { pt: name, en: name },
  about: meanings[name],
}))

export const hdxRows = (rounds: readonly PublicRound[]): HdxRow[] =>
  rounds.flatMap((round) =>
    ([0, 1, 2] as const).flatMap((adminLevel) => dtmRows([round], adminLevel).map((row) => ({ ...row, adminLevel, operationStatus: round.operation.status }))),
  )

/** An unknown figure is an empty cell, as in the HDX export: never a zero. The README says so. */
export const hdxCells = (row: HdxRow): Written[] => hdxColumns.map(([name]) => row[name] ?? null)
