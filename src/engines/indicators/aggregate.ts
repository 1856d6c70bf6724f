/**
 * Figures of several places or periods as one. Ratios add their numerators and denominators and are never averaged; what is silent is counted as silent;
 * people are counted once where their ids are known, and between two ends where not. Method: results specification 5.2 to 5.4.
 */

export const aggregations = ['sum', 'distinct', 'ratio', 'last', 'max', 'mean_never'] as const
export type Aggregation = (typeof aggregations)[number]

/** One figure; null: unknown. A ratio comes with its two parts and `value` is left to us. `at` orders periods. */
export type Part = { at: string; value: number | null; numerator?: number | null; denominator?: number | null }
/** `value` is the number itself for ratios too: 0.173, not 17.3. `received` of `expected` parts are known. */
export type Aggregate = { value: number | null; numerator?: number; denominator?: number; received: number; expected: number }
export type AggregateRefusal = { code: 'results.percent-averaged' | 'results.means-averaged'; facts: Record<string, never> }

const known = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined

/** Refusals: `results.percent-averaged` when a ratio comes without its two parts; `results.means-averaged` for a mean of means. */
export function aggregate(rule: Exclude<Aggregation, 'distinct'>, parts: readonly Part[]): Aggregate | AggregateRefusal {
  if (rule === 'mean_never') return { code: 'results.means-averaged', facts: {} }
  if (rule === 'ratio') return ratioOf(parts)
  const values = parts.filter(({ value }) => known(value)).sort((a, b) => (a.at < b.at ? -1 : 1))
  const counted = { received: values.length, expected: parts.length }
  const numbers = values.map(({ value }) => value as number)
  if (numbers.length === 0) return { value: null, ...counted }
  if (rule === 'last') return { value: numbers.at(-1)!, ...counted }
  return { value: rule === 'max' ? numbers.reduce((a, b) => Math.max(a, b)) : numbers.reduce((a, b) => a + b), ...counted }
}

function ratioOf(parts: readonly Part[]): Aggregate | AggregateRefusal {
  if (parts.some(({ value, numerator, denominator }) => known(value) && !(known(numerator) && known(denominator))))
    return { code: 'results.percent-averaged', facts: {} }
  const whole = parts.filter(({ numerator, denominator }) => known(numerator) && known(denominator))
  const sum = (of: 'numerator' | 'denominator') => whole.reduce((total, part) => total + part[of]!, 0)
  const [numerator, denominator] = [sum('numerator'), sum('denominator')]
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, received: whole.length, expected: parts.length }
}

/** One domain's people: their protected ids, or only how many where it has no ids. Ids never leave this function. */
export type PeopleOf = { ids: Iterable<string | number> } | { count: number }
export type Distinct = { exact: number } | { atLeast: number; atMost: number }

/** Without ids of every source: at least the largest part, at most the sum of the parts. */
export function distinctPeople(sources: readonly PeopleOf[]): Distinct {
  const together = new Set<string | number>()
  const counts: number[] = []
  for (const source of sources) {
    if ('count' in source) counts.push(source.count)
    else for (const id of source.ids) together.add(id)
  }
  if (counts.length === 0) return { exact: together.size }
  return { atLeast: Math.max(together.size, ...counts), atMost: counts.reduce((a, b) => a + b, together.size) }
}

export type BreakdownRefusal = { code: 'results.parts-do-not-sum'; facts: { total: number; parts: number } }

/** The parts of a total, with the unknown as a part of its own, are the total; null when they are. */
export function breakdownFault(total: number, parts: readonly number[]): BreakdownRefusal | null {
  const sum = parts.reduce((a, b) => a + b, 0)
  return sum === total && parts.every((part) => part >= 0 && part <= total) ? null : { code: 'results.parts-do-not-sum', facts: { total, parts: sum } }
}
