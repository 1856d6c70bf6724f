/**
 * Households and people of each row held against each other: how large a household is on average, and which rows cannot be or are unlikely.
 * The thresholds are data of the country and come as arguments.
 */
import { type Count, isKnown } from '../count.ts'

export type HouseholdRow = { place: string; households: Count; individuals: Count }
type KnownRow = { place: string; households: number; individuals: number }

/** Ratio of sums over the rows that know both; never the mean of ratios. `size` is null when no household is known. */
export function householdSize(rows: readonly HouseholdRow[]): { size: number | null; rows: number; leftOut: number } {
  const known = rows.filter(isWhole)
  const households = known.reduce((sum, row) => sum + row.households, 0)
  const individuals = known.reduce((sum, row) => sum + row.individuals, 0)
  return { size: households > 0 ? individuals / households : null, rows: known.length, leftOut: rows.length - known.length }
}

export type RowThresholds = {
  /** People per household outside which a row is unlikely, e.g. 1.5 and 10. */
  smallest: number
  largest: number
  /** A batch of at least `copiedRows` rows, of which this share has people = households, is one column copied over the other: e.g. 10 rows, 0.8. */
  copiedRows: number
  copiedShare: number
}

export type RowFinding =
  | { code: 'round.individuals-below-households'; severity: 'error'; facts: { place: string; households: number; individuals: number } }
  | { code: 'round.household-size-unusual'; severity: 'warning'; facts: { place: string; households: number; individuals: number; from: number; to: number } }
  | { code: 'round.column-copied'; severity: 'warning'; facts: { rows: number; equal: number } }

export function checkRows(rows: readonly HouseholdRow[], thresholds: RowThresholds): RowFinding[] {
  const { smallest, largest, copiedRows, copiedShare } = thresholds
  const findings: RowFinding[] = []
  const known = rows.filter(isWhole)
  for (const { place, households, individuals } of known) {
    if (individuals < households) findings.push({ code: 'round.individuals-below-households', severity: 'error', facts: { place, households, individuals } })
    else if (households > 0 && (individuals < smallest * households || individuals > largest * households))
      findings.push({ code: 'round.household-size-unusual', severity: 'warning', facts: { place, households, individuals, from: smallest, to: largest } })
  }
  // Rows of 0 and 0 are equal in any file, so they prove nothing.
  const telling = known.filter(({ households, individuals }) => households > 0 || individuals > 0)
  const equal = telling.filter(({ households, individuals }) => households === individuals).length
  if (telling.length >= copiedRows && equal >= copiedShare * telling.length)
    findings.push({ code: 'round.column-copied', severity: 'warning', facts: { rows: telling.length, equal } })
  return findings
}

const isWhole = (row: HouseholdRow): row is KnownRow => isKnown(row.households) && isKnown(row.individuals)
