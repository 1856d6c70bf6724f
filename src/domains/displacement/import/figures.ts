/**
 * Households and people of one row, held against each other and against the same site in the rounds beside it: figures that cannot be, figures that
 * are unlikely, columns pasted over one another. Findings only; a figure changes by a person's correction, never here, except that a column known to be a
 * copy says nothing about people and becomes unknown. Average household size is a ratio of sums, never a mean of ratios.
 */
import type { Count } from '../../../engines/count.ts'
import { isKnown } from '../../../engines/count.ts'
import type { Finding } from '../../../kernel/tables.ts'
import type { Thresholds } from './proposal.ts'

export type Figures = { line: number; sheet?: string; place: string; name: string; households: Count; individuals: Count }
type Counted = Figures & { households: number; individuals: number }

const counted = (row: Figures): row is Counted => isKnown(row.households) && isKnown(row.individuals)

/** The people column of these rows is the households column again. Rows 0/0 prove nothing. */
export function isColumnCopied(rows: Figures[], { copiedShare, copiedRows }: Thresholds): boolean {
  const telling = rows.filter(counted).filter(({ households, individuals }) => households > 0 || individuals > 0)
  return telling.length >= copiedRows && telling.filter(({ households, individuals }) => households === individuals).length >= copiedShare * telling.length
}

/** `beside` are the same place's figures in the nearest rounds before and after, used only to suggest a correction. */
export function figureFindings(row: Figures, thresholds: Thresholds, beside: Figures[]): Finding[] {
  if (!counted(row)) return []
  const { households, individuals, line, sheet, name } = row
  if (households > 0 && individuals > households && isUsual(row, thresholds)) return []
  const at = { line, ...(sheet ? { sheet } : {}) }
  const neighbours = beside.filter(counted).filter((one) => one.individuals > one.households)
  if (individuals < households) {
    const facts = { line: String(line), name, households, individuals, ...suggestedFor(row, neighbours) }
    return [{ code: 'import.individuals-below-households', severity: 'error', ...at, facts }]
  }
  if (households === 0) {
    if (individuals > 0) return [{ code: 'import.people-without-households', severity: 'warning', ...at, facts: { line: String(line), name, individuals } }]
    return [{ code: 'import.zero-kept', severity: 'note', ...at, facts: { line: String(line), name } }]
  }
  const like = neighbours.find((one) => isNear(one.individuals, individuals) && isUsual(one, thresholds))
  if (individuals === households && households >= thresholds.copiedRows && like) {
    const facts = { line: String(line), name, households, individuals, besideHouseholds: like.households, besideIndividuals: like.individuals }
    return [{ code: 'import.households-copied', severity: 'warning', ...at, facts }]
  }
  if (isUsual(row, thresholds)) return []
  const facts = {
    line,
    name,
    households,
    individuals,
    size: (individuals / households).toFixed(2),
    from: thresholds.smallestHousehold,
    to: thresholds.largestHousehold,
  }
  return [{ code: 'import.household-size-unusual', severity: 'warning', ...at, facts }]
}

const isUsual = ({ households, individuals }: Counted, { smallestHousehold, largestHousehold }: Thresholds): boolean =>
  individuals >= smallestHousehold * households && individuals <= largestHousehold * households

const isNear = (one: number, other: number): boolean => Math.abs(one - other) <= 0.25 * Math.max(one, other)

/** Columns swapped, or a digit lost beside an unchanged number of households. */
function suggestedFor({ households, individuals }: Counted, beside: Counted[]): { suggestedHouseholds?: number; suggestedIndividuals?: number } {
  if (beside.some((one) => isNear(one.individuals, households) && isNear(one.households, individuals))) {
    return { suggestedHouseholds: individuals, suggestedIndividuals: households }
  }
  const unchanged = beside.find((one) => one.households === households)
  return unchanged ? { suggestedHouseholds: households, suggestedIndividuals: unchanged.individuals } : {}
}
