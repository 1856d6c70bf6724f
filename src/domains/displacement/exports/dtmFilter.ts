/** The filters of the DTM API, version 3, as its clients send them in the address. */
import type { DtmRow } from './dtmApi.ts'

const equalFields = {
  Operation: 'operation',
  CountryName: 'admin0Name',
  Admin0Pcode: 'admin0Pcode',
  Admin1Name: 'admin1Name',
  Admin1Pcode: 'admin1Pcode',
  Admin2Name: 'admin2Name',
  Admin2Pcode: 'admin2Pcode',
} as const satisfies Record<string, keyof DtmRow>

const dateFilters = ['FromReportingDate', 'ToReportingDate'] as const
const roundFilters = ['FromRoundNumber', 'ToRoundNumber'] as const

export type DtmQuery = Partial<Record<keyof typeof equalFields | (typeof dateFilters)[number] | (typeof roundFilters)[number], string>>

/** Sentences for the envelope's `errorMessages`; empty when the query can be answered. A filter that is not a date or a number must not silently match all. */
export function dtmQueryErrors(query: DtmQuery): string[] {
  const badDates = dateFilters.filter((name) => query[name] && !isDay(query[name]))
  const badRounds = roundFilters.filter((name) => query[name] && !/^\d{1,9}$/.test(query[name]))
  return [
    ...badDates.map((name) => `${name} must be a date such as 2021-09-23, not "${query[name]}".`),
    ...badRounds.map((name) => `${name} must be a whole number such as 13, not "${query[name]}".`),
  ]
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text.slice(0, 10)))

/** Names and codes match without regard to case; both ends of a range are inside. An empty filter is no filter. */
export function filterDtm(rows: readonly DtmRow[], query: DtmQuery): DtmRow[] {
  const wanted = Object.entries(equalFields).flatMap(([name, field]) => {
    const value = query[name as keyof typeof equalFields]?.trim().toLowerCase()
    return value ? [{ field, value }] : []
  })
  const from = query.FromReportingDate?.slice(0, 10)
  const to = query.ToReportingDate?.slice(0, 10)
  const first = query.FromRoundNumber ? Number(query.FromRoundNumber) : Number.NEGATIVE_INFINITY
  const last = query.ToRoundNumber ? Number(query.ToRoundNumber) : Number.POSITIVE_INFINITY
  return rows.filter((row) => {
    const day = row.reportingDate.slice(0, 10)
    return (
      wanted.every(({ field, value }) => row[field]?.toLowerCase() === value) &&
      (!from || day >= from) &&
      (!to || day <= to) &&
      row.roundNumber >= first &&
      row.roundNumber <= last
    )
  })
}
