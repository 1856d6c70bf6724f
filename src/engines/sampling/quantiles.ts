/**
 * Quantiles and tails of the four distributions that survey statistics read: normal, t, chi-square, beta and F. Each is found by turning the
 * distribution function round with Newton's steps inside a bracket that shrinks, so that no table and no approximation has to be trusted.
 */
import { betaDensity, gammaDensity, incompleteBeta, incompleteGamma } from './specialFunctions.ts'

type Rising = { share: (x: number) => number; density: (x: number) => number; low: number; high: number }

/** Where a rising function reaches p. */
function whereItReaches(p: number, { share, density, low, high }: Rising): number {
  let x = (low + high) / 2
  for (let step = 0; step < 1100; step++) {
    const miss = share(x) - p
    if (miss === 0) return x
    if (miss > 0) high = x
    else low = x
    const newton = x - miss / density(x)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= Math.abs(next) * 1e-16) return next
    x = next
  }
  return x
}

export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return whereItReaches(p, { share: (x) => incompleteBeta(x, a, b), density: (x) => betaDensity(x, a, b), low: 0, high: 1 })
}

export function chiSquareQuantile(p: number, df: number): number {
  if (p <= 0) return 0
  const shape = df / 2
  let high = shape + 1
  while (incompleteGamma(high, shape) < p) high *= 2
  return 2 * whereItReaches(p, { share: (x) => incompleteGamma(x, shape), density: (x) => gammaDensity(x, shape), low: 0, high })
}

/** The square of a normal variable is chi-square with one degree of freedom. */
export function normalQuantile(p: number): number {
  const size = Math.sqrt(chiSquareQuantile(Math.abs(2 * p - 1), 1))
  return p < 0.5 ? -size : size
}

/** t² / (df + t²) is beta with 1/2 and df/2. With no end of degrees of freedom it is the normal quantile. */
export function tQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p)
  const part = betaQuantile(Math.abs(2 * p - 1), 0.5, df / 2)
  const size = Math.sqrt((df * part) / (1 - part))
  return p < 0.5 ? -size : size
}

/** How often an F variable is larger than f by chance alone. */
export const fTail = (f: number, df1: number, df2: number): number => (f <= 0 ? 1 : incompleteBeta(df2 / (df2 + df1 * f), df2 / 2, df1 / 2))
