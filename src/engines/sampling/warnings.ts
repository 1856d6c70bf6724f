/** What must stand beside a figure so that nobody leans on it more than it bears. The limits come from outside; the usual ones are those of our MEAL rules. */
import type { Design } from './design.ts'
import type { Found } from './estimate.ts'
import type { Kind } from './query.ts'

export type Limits = { answers: number; variation: number; clusters: number }
export const usualLimits: Limits = { answers: 30, variation: 0.3, clusters: 10 }

export type Warning =
  | { code: 'sampling.nobody-answered'; facts: { nonresponse: number } }
  | { code: 'sampling.few-answers'; facts: { n: number; limit: number } }
  | { code: 'sampling.few-clusters'; facts: { clusters: number; limit: number } }
  | { code: 'sampling.uncertain'; facts: { percent: number; limit: number } }
  | { code: 'sampling.answers-missing'; facts: { nonresponse: number; percent: number } }
  | { code: 'sampling.all-alike'; facts: { n: number } }
  | { code: 'sampling.no-interval'; facts: { n: number; df: number } }

type Seen = Found & {
  kind: Kind
  n: number
  nonresponse: number
  coverage: number
  df: number
  design: Design
  answered: readonly number[]
  weight: number
}

export function warningsOf(seen: Seen, limits: Limits): Warning[] {
  const { kind, value, se, interval, n, nonresponse, coverage, df } = seen
  if (value === null) return [{ code: 'sampling.nobody-answered', facts: { nonresponse } }]
  const found: Warning[] = []
  if (n < limits.answers) found.push({ code: 'sampling.few-answers', facts: { n, limit: limits.answers } })
  const clusters = clustersWith(seen)
  if (clusters !== null && clusters < limits.clusters) found.push({ code: 'sampling.few-clusters', facts: { clusters, limit: limits.clusters } })
  const variation = se !== null && value !== 0 ? se / Math.abs(value) : 0
  if (variation > limits.variation) {
    found.push({ code: 'sampling.uncertain', facts: { percent: Math.round(variation * 100), limit: Math.round(limits.variation * 100) } })
  }
  // Those who did not answer are people too: a total without them is too small, while a mean only supposes that they are like the others.
  if (kind === 'total' && nonresponse > 0) {
    found.push({ code: 'sampling.answers-missing', facts: { nonresponse, percent: Math.floor(coverage * 100) } })
  }
  if (kind === 'proportion' && (value === 0 || value === 1)) found.push({ code: 'sampling.all-alike', facts: { n } })
  if (interval === null) found.push({ code: 'sampling.no-interval', facts: { n, df } })
  return found
}

/** In how many clusters of the first stage the group was met; null where people were drawn one by one. */
function clustersWith({ design, answered }: Seen): number | null {
  const { unitOf, units } = design.levels[0]!
  if (units === design.rows) return null
  const met = new Uint8Array(units)
  let clusters = 0
  for (const row of answered) {
    if (met[unitOf[row]!] === 0) clusters++
    met[unitOf[row]!] = 1
  }
  return clusters
}
