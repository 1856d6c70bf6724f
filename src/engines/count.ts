/**
 * A count that is honest about what it does not know. Zero means "counted, none"; it never stands for silence.
 * `unknown`: nobody counted, or the figure could not be trusted. `withheld`: known, kept back so that nobody can be singled out.
 */
export type Count = number | 'unknown' | 'withheld'

export const isKnown = (count: Count): count is number => typeof count === 'number'

/** Sum in which one unknown part makes the whole unknown: a total that hides a gap would be a lie. */
export function sumCounts(counts: Iterable<Count>): Count {
  let sum = 0
  for (const count of counts) {
    if (!isKnown(count)) return count
    sum += count
  }
  return sum
}
