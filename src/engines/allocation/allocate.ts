/**
 * Too little for too many, one item at a time: first the same share of need for everybody, up to an agreed minimum; what is left goes by weight, the most urgent to their full
 * need before the next. For one item this greedy way is the optimum of the linear programme (a fractional knapsack), and it can be explained line by line.
 * Whole units by largest remainder. Source: engines specification, section 9; relief specification 4.7.
 */
import { largestRemainder } from '../rounds/sexAge.ts'

export type Demand = { to: string /** Base units. */; need: number /** Higher is served first. */; weight: number }
export type AllocationOrder = { demand: readonly Demand[]; stock: number /** Share of need that all get before any gets more, 0 to 1. */; minimum: number }
export type AllocationLine = {
  to: string
  need: number
  given: number
  short: number
  why: { code: 'minimum' | 'weight' | 'whole' | 'nothing'; share: number }
}
export type AllocationPlan = {
  lines: AllocationLine[]
  left: number /** The lowest and the highest share of need that was met; null: nobody needs anything. */
  spread: [number, number] | null
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Of each line the share of need: `floor` for all, then whole weights from the top, the last of them in part. */
function sharesOf(demand: readonly Demand[], stock: number, floor: number): number[] {
  const shares = demand.map(() => floor)
  let left = stock - floor * sum(demand.map(({ need }) => need))
  for (const weight of [...new Set(demand.map((each) => each.weight))].toSorted((a, b) => b - a)) {
    const open = (1 - floor) * sum(demand.filter((each) => each.weight === weight).map(({ need }) => need))
    const served = open > 0 ? Math.min(1, Math.max(0, left / open)) : 0
    for (const [i, each] of demand.entries()) if (each.weight === weight) shares[i] = floor + (1 - floor) * served
    left -= served * open
  }
  return shares
}

export function allocate({ demand, stock, minimum }: AllocationOrder): AllocationPlan {
  const needs = sum(demand.map(({ need }) => need))
  const total = Math.min(stock, needs)
  const floor = needs > 0 ? Math.min(minimum, stock / needs) : 0
  const targets = total === needs ? demand.map(({ need }) => need) : sharesOf(demand, stock, floor).map((share, i) => share * demand[i]!.need)
  const whole = total > 0 && total < needs ? largestRemainder(total, targets) : targets
  // The remainders are of weights that sum to more than nothing: there is nothing to refuse.
  const given = Array.isArray(whole) ? whole : targets.map(Math.floor)
  const shares = demand.flatMap(({ need }, i) => (need > 0 ? [given[i]! / need] : []))
  const lines = demand.map(({ to, need }, i): AllocationLine => {
    const [units, share] = [given[i]!, need > 0 ? given[i]! / need : 1]
    const code = units === need ? 'whole' : units > Math.ceil(floor * need) ? 'weight' : units > 0 ? 'minimum' : 'nothing'
    return { to, need, given: units, short: need - units, why: { code, share } }
  })
  return { lines, left: stock - sum(given), spread: shares.length > 0 ? [Math.min(...shares), Math.max(...shares)] : null }
}
