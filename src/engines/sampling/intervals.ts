/**
 * Between which values the truth lies. A share near none or all has no symmetric interval, so three others are offered; each takes from the design how
 * many people drawn simply would know as much. Sources: Wilson 1927; Korn and Graubard 1998 (limits of Clopper and Pearson with the effective number).
 */
import { betaQuantile, tQuantile } from './quantiles.ts'

export type Interval = { low: number; high: number }
export type IntervalMethod = 't' | 'wilson' | 'logit' | 'beta'

/** Wilson score interval of `successes` out of `n` drawn simply, as parts of one; null without any observation. */
export function wilson(successes: number, n: number, z = 1.959963984540054): Interval | null {
  if (!(n > 0) || successes < 0 || successes > n) return null
  return wilsonOfShare(successes / n, n, z)
}

function wilsonOfShare(share: number, n: number, z: number): Interval {
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const base = 1 + (z * z) / n
  // At none and at all the limit is the share itself; binary fractions would leave a trace beside it.
  return { low: share === 0 ? 0 : Math.max(0, (centre - half) / base), high: share === 1 ? 1 : Math.min(1, (centre + half) / base) }
}

export const symmetric = (value: number, se: number, t: number): Interval => ({ low: value - t * se, high: value + t * se })

export type SharesError = { share: number; variance: number; n: number; df: number; confidence: number; t: number }

/** When everybody answers alike the design shows no variance: then the number asked stands for what is known, and the caller warns. */
export function intervalOfShare({ share, variance, n, df, confidence, t }: SharesError, method: IntervalMethod): Interval {
  const isMixed = share > 0 && share < 1 && variance > 0
  const simple = isMixed ? (share * (1 - share)) / variance : n
  if (method === 'wilson') return wilsonOfShare(share, simple, t)
  if (method === 'beta' || (method === 'logit' && !isMixed)) {
    const effective = simple * (tQuantile((1 + confidence) / 2, n - 1) / tQuantile((1 + confidence) / 2, df)) ** 2
    const successes = share * effective
    const outside = (1 - confidence) / 2
    return {
      low: share === 0 ? 0 : betaQuantile(outside, successes, effective - successes + 1),
      high: share === 1 ? 1 : betaQuantile(1 - outside, successes + 1, effective - successes),
    }
  }
  if (method === 't') return symmetric(share, Math.sqrt(variance), t)
  const odds = Math.log(share / (1 - share))
  const half = (t * Math.sqrt(variance)) / (share * (1 - share))
  const back = (logOdds: number) => 1 / (1 + Math.exp(-logOdds))
  return { low: back(odds - half), high: back(odds + half) }
}
