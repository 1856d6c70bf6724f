/**
 * From what was seen in some hours of some days to what passed in the whole period, said as what it is: an extrapolation. A point where nobody stood has no
 * figure, which is not the same as a point where nobody passed. Source: the estimator of a simple random sample of hours, Cochran 1977, chapter 2; the
 * worked case of our specification (120 people in 6 of 12 hours on 20 of 30 days are 360).
 */
import { type Count, isKnown } from '../count.ts'

export type Observation = { observed: Count; hoursObserved: number; hoursOpen: number; daysObserved: number; daysInPeriod: number }
export type Expanded = {
  value: Count
  method: 'counted' | 'extrapolated' | 'not-observed'
  factor: number | null
  /** Share of the open hours of the period in which somebody stood there. */
  coverage: number
  warnings: FlowWarning[]
}
export type FlowWarning =
  | { code: 'flow.extrapolated'; facts: { percent: number; factor: number } }
  | { code: 'flow.not-observed'; facts: { daysInPeriod: number } }
  | { code: 'flow.points-not-observed'; facts: { missing: number; points: number } }
export type ExpandRefusal = { code: 'flow.hours-impossible'; facts: { hoursObserved: number; hoursOpen: number; daysObserved: number; daysInPeriod: number } }

export function expand({ observed, ...time }: Observation): Expanded | ExpandRefusal {
  const { hoursObserved, hoursOpen, daysObserved, daysInPeriod } = time
  const possible =
    hoursObserved >= 0 &&
    hoursOpen > 0 &&
    hoursObserved <= hoursOpen &&
    hoursOpen <= 24 &&
    daysObserved >= 0 &&
    daysInPeriod > 0 &&
    daysObserved <= daysInPeriod
  if (!possible || (isKnown(observed) && !(observed >= 0 && Number.isFinite(observed)))) return { code: 'flow.hours-impossible', facts: time }
  const coverage = (hoursObserved / hoursOpen) * (daysObserved / daysInPeriod)
  if (coverage === 0 || !isKnown(observed)) {
    const value = isKnown(observed) ? 'unknown' : observed
    return { value, method: 'not-observed', factor: null, coverage, warnings: [{ code: 'flow.not-observed', facts: { daysInPeriod } }] }
  }
  if (coverage === 1) return { value: observed, method: 'counted', factor: 1, coverage, warnings: [] }
  // Multiplied before it is divided: whole hours and days then give whole factors.
  const factor = (hoursOpen * daysInPeriod) / (hoursObserved * daysObserved)
  const value = (observed * hoursOpen * daysInPeriod) / (hoursObserved * daysObserved)
  const facts = { percent: Math.floor(coverage * 100), factor: Math.round(factor * 100) / 100 }
  return { value, method: 'extrapolated', factor, coverage, warnings: [{ code: 'flow.extrapolated', facts }] }
}

export type PointsTotal = {
  /** Of the points that have a figure; unknown when none has. */
  value: Count
  points: number
  /** Points that have a figure, as a part of all. */
  coverage: number
  extrapolated: number
  warnings: FlowWarning[]
}

/** Over points of different corridors. It is the sum of those with a figure, and always says how many have none. */
export function totalOfPoints(list: readonly Expanded[]): PointsTotal {
  const known = list.filter((one): one is Expanded & { value: number } => isKnown(one.value))
  const missing = list.length - known.length
  return {
    value: known.length === 0 ? 'unknown' : known.reduce((sum, one) => sum + one.value, 0),
    points: list.length,
    coverage: list.length === 0 ? 0 : known.length / list.length,
    extrapolated: known.filter(({ method }) => method === 'extrapolated').length,
    warnings: missing > 0 ? [{ code: 'flow.points-not-observed', facts: { missing, points: list.length } }] : [],
  }
}

export type WithError = { value: number; se: number }

/** The difference of two estimates has the errors of both: two figures that are each sure enough can have a net that is not. */
export const net = (arrivals: WithError, departures: WithError): WithError => ({
  value: arrivals.value - departures.value,
  se: Math.hypot(arrivals.se, departures.se),
})
