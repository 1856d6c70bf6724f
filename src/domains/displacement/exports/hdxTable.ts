/**
 * The flat table that goes to HDX and to partners' spreadsheets: the 21 columns of the HDX export of DTM data, with their HXL row.
 * Source of names and tags: HDX data set "Global IOM DTM from API"; HXL 1.1. Strategy: focus area 15, activity C.
 */
import type { OutColumn, Written } from '../../../kernel/tables.ts'
import type { PublicRound } from '../publicRound.ts'
import { type DtmLevel, type DtmRow, dtmRows } from './dtmApi.ts'

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

/** Column names are the field's own in every language: other people's programs read them. */
export const hdxOutColumns: OutColumn[] = hdxColumns.map(([name, hxl, kind]) => ({ name, hxl, kind, labels: { pt: name, en: name } }))

export const hdxRows = (rounds: readonly PublicRound[]): HdxRow[] =>
  rounds.flatMap((round) =>
    ([0, 1, 2] as const).flatMap((adminLevel) => dtmRows([round], adminLevel).map((row) => ({ ...row, adminLevel, operationStatus: round.operation.status }))),
  )

/** An unknown figure is an empty cell, as in the HDX export: never a zero. The README says so. */
export const hdxCells = (row: HdxRow): Written[] => hdxColumns.map(([name]) => row[name] ?? null)
