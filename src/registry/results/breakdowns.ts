/**
 * The parts of a figure by sex, age or whatever its definition names: together they are the total, those who cannot be placed being a part of their own, and of a ratio
 * every part brings both its halves (specification: results, sections 4 and 5.4).
 */
import { breakdownFault } from '../../engines/indicators/index.ts'
import { type FigureBreakdown, type Refusal, refuse } from '../../kernel/index.ts'
import type { Indicator } from './catalogue.ts'

type Whole = { value: number | null; numerator: number | null; denominator: number | null }

const isKnown = (number: number | null | undefined): number is number => number !== null && number !== undefined

function faultsOf(ratio: boolean, { parts }: FigureBreakdown, { value, numerator, denominator }: Whole): Refusal[] {
  const sumFault = (total: number, numbers: number[]) => {
    const fault = breakdownFault(total, numbers)
    return fault ? [refuse(fault.code, fault.facts)] : []
  }
  if (!ratio) {
    const values = parts.map((part) => part.value)
    // What is not known of a part belongs to the part "unknown", as a number.
    return value === null || !values.every(isKnown) ? [refuse('results.value-or-reason')] : sumFault(value, values)
  }
  const [tops, bottoms] = [parts.map((part) => part.numerator), parts.map((part) => part.denominator)]
  if (!tops.every(isKnown) || !bottoms.every(isKnown)) return [refuse('results.percent-averaged')]
  if (numerator === null || denominator === null) return [refuse('results.value-or-reason')]
  return [...sumFault(numerator, tops), ...sumFault(denominator, bottoms)]
}

/** Refusals: `results.no-such-breakdown`, `results.parts-do-not-sum`, `results.percent-averaged`, `results.value-or-reason`. */
export function faultsOfBreakdowns(indicator: Indicator, given: readonly FigureBreakdown[], whole: Whole): Refusal[] {
  const names = given.map(({ by }) => by)
  const strange = names.filter((by, at) => !indicator.breakdowns.includes(by) || names.indexOf(by) !== at)
  if (strange.length > 0) return [refuse('results.no-such-breakdown', { breakdowns: strange, known: indicator.breakdowns })]
  return given.flatMap((breakdown) => faultsOf(indicator.aggregation === 'ratio', breakdown, whole))
}
