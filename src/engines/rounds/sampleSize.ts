/**
 * How many households to ask, and how sure a share is. Order of the steps is our convention and is printed on the screen: n0 = z²p(1−p)/d², × design
 * effect, finite population n ÷ (1 + (n−1)/N), ÷ response rate, rounded up once, at the end. Cochran 1977, Sampling Techniques; Wilson 1927.
 */

export type SamplePlan = { population: number; z: number; margin: number; share?: number; designEffect?: number; responseRate?: number }
export type SampleRefusal = { code: 'sample.plan-impossible'; facts: { [Part in keyof SamplePlan]: number } }

/** A value that is a whole number but for binary fractions must not be rounded up to the next household. */
const grain = 1e-9

export function sampleSize(plan: SamplePlan): number | SampleRefusal {
  const { population, z, margin, share = 0.5, designEffect = 1, responseRate = 1 } = plan
  const possible = population >= 1 && z > 0 && margin > 0 && margin < 1 && share > 0 && share < 1 && designEffect > 0 && responseRate > 0 && responseRate <= 1
  if (!possible) return { code: 'sample.plan-impossible', facts: { population, z, margin, share, designEffect, responseRate } }
  const withDesign = ((z * z * share * (1 - share)) / (margin * margin)) * designEffect
  const finite = withDesign / (1 + (withDesign - 1) / population)
  return Math.ceil(finite / responseRate - grain)
}

/** Wilson score interval of `successes` out of `n`, as parts of one; null without any observation. */
export function wilson(successes: number, n: number, z = 1.959963984540054): { low: number; high: number } | null {
  if (n <= 0 || successes < 0 || successes > n) return null
  const share = successes / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const base = 1 + (z * z) / n
  return { low: Math.max(0, (centre - half) / base), high: Math.min(1, (centre + half) / base) }
}
