/**
 * Whether displacement is ending is seen by comparison with the hosts, criterion by criterion (IASC Framework on Durable Solutions for Internally Displaced Persons, 2010:
 * eight criteria in its order). A composite stands on a declared model and moves with its weights; it never stands alone.
 */
import { type Interval, wilson } from '../sampling/intervals.ts'

export const solutionCriteria = ['safety', 'living', 'livelihoods', 'housing', 'documents', 'family', 'participation', 'remedies'] as const
export type SolutionCriterion = (typeof solutionCriteria)[number]

/** How many of `asked` said yes. */
export type Share = { yes: number; asked: number }

/** Parts of one: displaced minus hosts, with its interval of 95 %. */
export type CriterionGap = { displaced: number; hosts: number; gap: number; interval: Interval }

/**
 * Hybrid score interval of two independent shares without continuity correction (Newcombe 1998, method 10). Null where one side was not asked: without hosts there
 * is no gap, and a page must say so. For simple samples; a design with weights takes the survey engine's variance.
 */
export function criterionGap(displaced: Share, hosts: Share | null): CriterionGap | null {
  if (!hosts) return null
  const [one, two] = [wilson(displaced.yes, displaced.asked), wilson(hosts.yes, hosts.asked)]
  if (!one || !two) return null
  const [p, q] = [displaced.yes / displaced.asked, hosts.yes / hosts.asked]
  const gap = p - q
  const interval = { low: gap - Math.hypot(p - one.low, two.high - q), high: gap + Math.hypot(one.high - p, q - two.low) }
  return { displaced: p, hosts: q, gap, interval }
}

export type CompositeModel = {
  version: string
  /** Relative weights, one for each criterion that is used. */
  weights: Partial<Record<SolutionCriterion, number>>
  /** Displaced may lie this much (parts of one) below the hosts and pass. */
  margin: number
  /** What an unknown criterion does: left out of the sum, or counted as not passed. */
  missing: 'left_out' | 'not_passed'
}

export type Composite = {
  version: string
  /** Weighted share of criteria passed, 0 to 1; null where nothing is known. */
  value: number | null
  /** The same when every weight moves by a fifth, each in its worst and its best direction. */
  band: Interval | null
  passed: SolutionCriterion[]
  unknown: SolutionCriterion[]
}

const weightMoves = 0.2

export function composite(gaps: Partial<Record<SolutionCriterion, CriterionGap | null>>, { version, weights, margin, missing }: CompositeModel): Composite {
  const used = solutionCriteria.filter((criterion) => (weights[criterion] ?? 0) > 0)
  const unknown = used.filter((criterion) => !gaps[criterion])
  const judged = missing === 'left_out' ? used.filter((criterion) => gaps[criterion]) : used
  const passed = judged.filter((criterion) => (gaps[criterion]?.gap ?? Number.NEGATIVE_INFINITY) >= -margin)
  const share = (passing: number, failing: number) => {
    const weightOf = (criterion: SolutionCriterion) => weights[criterion]! * (passed.includes(criterion) ? passing : failing)
    const whole = judged.reduce((sum, criterion) => sum + weightOf(criterion), 0)
    return passed.reduce((sum, criterion) => sum + weightOf(criterion), 0) / whole
  }
  if (judged.length === 0) return { version, value: null, band: null, passed, unknown }
  const band = { low: share(1 - weightMoves, 1 + weightMoves), high: share(1 + weightMoves, 1 - weightMoves) }
  return { version, value: share(1, 1), band, passed, unknown }
}
