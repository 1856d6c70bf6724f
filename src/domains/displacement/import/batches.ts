/**
 * Rounds of a panel that carries none: where one visit to the sites ends and the next begins, from file order, repeated site codes and dates together.
 *
 * A file that was grown by pasting round under round repeats a site code soon after a new round begins. Months and date gaps alone mislead: rounds share
 * a month, one round spans two, and a copied block brings old dates back. So the whole file is cut at once, by the cheapest reading of it:
 *   - each round costs `roundCost`, so that rounds are not invented;
 *   - each site code met again inside one round costs 1: one slip in a round is cheaper than a round of its own, two dozen are not;
 *   - a cut where the date jumps is a little cheaper, which settles cuts that the codes leave open; a cut between two blocks of dates that do not touch
 *     is worth a round, also when the next block visits only new sites.
 * Solved exactly by dynamic programming over cut positions (the optimal partitioning of Jackson et al. 2005). The result is a proposal for a person.
 */

export type VisitRow = { site: string; day: number | null }
/** Row indexes, the last one included. */
export type Batch = { first: number; last: number }

const roundCost = 2
const fewestDaysOfABlockJump = 21
/** Beyond this many repeats a stretch is no single round by any reading; it keeps the search short. */
const mostRepeats = 30
const longestRound = 20_000

export function batchesOf(rows: VisitRow[]): Batch[] {
  const next = nextVisits(rows)
  const worth = rows.map((_, index) => worthOfCutBefore(rows, index))
  if (next.every((index) => index === rows.length) && worth.every((value) => value < 1)) return rows.length ? [{ first: 0, last: rows.length - 1 }] : []
  const cheapest = new Float64Array(rows.length + 1)
  const cutBefore = new Int32Array(rows.length + 1)
  for (let end = 1; end <= rows.length; end++) {
    cheapest[end] = Number.POSITIVE_INFINITY
    let repeats = 0
    for (let start = end - 1; start >= 0 && end - start <= longestRound; start--) {
      if (next[start]! < end) repeats++
      if (repeats > mostRepeats) break
      const cost = cheapest[start]! + roundCost + repeats - worth[start]!
      if (cost < cheapest[end]!) {
        cheapest[end] = cost
        cutBefore[end] = start
      }
    }
  }
  const batches: Batch[] = []
  for (let end = rows.length; end > 0; end = cutBefore[end]!) batches.push({ first: cutBefore[end]!, last: end - 1 })
  return batches.reverse()
}

/** For each row, the index at which its site is visited again. */
function nextVisits(rows: VisitRow[]): Int32Array {
  const next = new Int32Array(rows.length)
  const later = new Map<string, number>()
  for (let index = rows.length - 1; index >= 0; index--) {
    next[index] = later.get(rows[index]!.site) ?? rows.length
    later.set(rows[index]!.site, index)
  }
  return next
}

function worthOfCutBefore(rows: VisitRow[], index: number): number {
  const before = rows[index - 1]?.day
  const after = rows[index]?.day
  if (before === undefined || before === null || after === undefined || after === null) return 0
  const jump = Math.min(Math.abs(after - before), 30) / 60
  if (Math.abs(after - before) < fewestDaysOfABlockJump) return jump
  const daysBefore = daysOf(rows, index - 3, index)
  const daysAfter = daysOf(rows, index, index + 3)
  const blocks = daysBefore.length === 3 && daysAfter.length === 3 && Math.min(...daysAfter) - Math.max(...daysBefore) >= fewestDaysOfABlockJump
  return jump + (blocks ? roundCost : 0)
}

const daysOf = (rows: VisitRow[], from: number, to: number): number[] => rows.slice(Math.max(0, from), to).flatMap(({ day }) => (day === null ? [] : [day]))
