/**
 * Published rounds in the shape of the DTM API, version 3, so that everyone who reads that API today reads us unchanged: the same fields in the same order,
 * the same envelope, the same filters. Only what is in the frozen public set. Strategy: focus area 15, key result 1, activity E.
 */
import { createHash } from 'node:crypto'
import { type Count, isKnown } from '../../../engines/count.ts'
import type { PublicArea, PublicCell, PublicRound } from '../publicRound.ts'

export type DtmLevel = 0 | 1 | 2

/** Field order is part of the contract; `id` and the names of levels 1 and 2 exist only where the real API has them. */
export type DtmRow = {
  id?: number
  operation: string
  admin0Name: string
  admin0Pcode: string
  admin1Name?: string
  admin1Pcode?: string
  admin2Name?: string
  admin2Pcode?: string
  numPresentIdpInd: number | null
  reportingDate: string
  yearReportingDate: number
  monthReportingDate: number
  roundNumber: number
  displacementReason: string
  numberMales: number | null
  numberFemales: number | null
  idpOriginAdmin1Name: string
  idpOriginAdmin1Pcode: string
  assessmentType: string
}

export type DtmEnvelope<Row> = { result: Row[]; statusCode: number; isSuccess: boolean; errorMessages: string[]; totalRecordsCount: number }

const notAvailable = 'Not available'
const noReason = 'No reason for displacement reported'

/** Rows of one level, in the order of rounds, places and reasons. Unknown and withheld figures are null: the API has no word for either, and zero would lie. */
export const dtmRows = (rounds: readonly PublicRound[], level: DtmLevel): DtmRow[] =>
  rounds
    .toSorted((a, b) => order(a.operation.name, b.operation.name) || order(a.round.reportingDate, b.round.reportingDate) || a.round.number - b.round.number)
    .flatMap((round) => rowsOfRound(round, level))

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function rowsOfRound(published: PublicRound, level: DtmLevel): DtmRow[] {
  const places = new Map(published.areas.map((area) => [area.pcode, area]))
  const cells = published.cells.filter((cell) => cell.level === level)
  const described = new Set(cells.map((cell) => cell.pcode))
  const undescribed = published.areas.filter((area) => area.level === level && !described.has(area.pcode)).map((area) => withoutReason(area, level))
  return [...cells, ...undescribed].map((cell) => toRow(cell, published, places))
}

/** An area whose reasons nobody recorded still has its figure. */
const withoutReason = ({ pcode, households, individuals, females, males }: PublicArea, level: DtmLevel): PublicCell => ({
  ...{ pcode, level, reason: noReason, originPcode: null, originName: null },
  ...{ households, individuals, females, males },
})

const orNull = (count: Count): number | null => (isKnown(count) ? count : null)

function toRow(cell: PublicCell, { operation, round }: PublicRound, places: ReadonlyMap<string, PublicArea>): DtmRow {
  const place = places.get(cell.pcode)
  const province = cell.level === 2 ? places.get(place?.parent ?? '') : place
  const day = round.reportingDate.slice(0, 10)
  return {
    ...(cell.level === 0 ? {} : { id: stableId(cell, operation.name, round.assessmentType, round.number) }),
    operation: operation.name,
    admin0Name: operation.countryName.en,
    admin0Pcode: operation.countryIso3,
    ...(cell.level === 0 ? {} : { admin1Name: province?.name ?? notAvailable, admin1Pcode: province?.pcode ?? notAvailable }),
    ...(cell.level === 2 ? { admin2Name: place?.name ?? notAvailable, admin2Pcode: cell.pcode } : {}),
    numPresentIdpInd: orNull(cell.individuals),
    reportingDate: `${day}T00:00:00`,
    yearReportingDate: Number(day.slice(0, 4)),
    monthReportingDate: Number(day.slice(5, 7)),
    roundNumber: round.number,
    displacementReason: cell.reason,
    numberMales: orNull(cell.males),
    numberFemales: orNull(cell.females),
    idpOriginAdmin1Name: cell.originName ?? notAvailable,
    idpOriginAdmin1Pcode: cell.originPcode ?? notAvailable,
    assessmentType: round.assessmentType,
  }
}

/** The same fact keeps its number for ever, through corrections and new rounds: 48 bits of a hash over its key, exact in every JSON reader. */
function stableId({ pcode, reason, originPcode }: PublicCell, operation: string, assessmentType: string, round: number): number {
  const key = JSON.stringify([operation, assessmentType, round, pcode, reason, originPcode])
  return createHash('sha256').update(key).digest().readUIntBE(0, 6)
}

export const dtmEnvelope = <Row>(rows: Row[]): DtmEnvelope<Row> => ({
  result: rows,
  statusCode: 200,
  isSuccess: true,
  errorMessages: [],
  totalRecordsCount: rows.length,
})

export const dtmFailure = (errorMessages: string[]): DtmEnvelope<never> => ({
  result: [],
  statusCode: 400,
  isSuccess: false,
  errorMessages,
  totalRecordsCount: 0,
})

export function dtmCountryList(rounds: readonly PublicRound[]): { admin0Name: string; admin0Pcode: string }[] {
  const countries = new Map(
    rounds.map(({ operation }) => [operation.countryIso3, { admin0Name: operation.countryName.en, admin0Pcode: operation.countryIso3 }]),
  )
  return [...countries.values()].toSorted((a, b) => order(a.admin0Name, b.admin0Name))
}

export function dtmOperationList(rounds: readonly PublicRound[]): { operation: string; operationStatus: string; admin0Name: string; admin0Pcode: string }[] {
  const operations = new Map(
    rounds.map(({ operation }) => [
      `${operation.countryIso3} ${operation.name}`,
      { operation: operation.name, operationStatus: operation.status, admin0Name: operation.countryName.en, admin0Pcode: operation.countryIso3 },
    ]),
  )
  return [...operations.values()].toSorted((a, b) => order(a.operation, b.operation))
}
