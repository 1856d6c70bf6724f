/**
 * How many households to ask. The order of the steps is our convention and is printed on the screen: n0 = z²p(1−p)/d², × design effect, finite population
 * n ÷ (1 + (n−1)/N), ÷ response rate, rounded up once, at the end. Taking the design effect after the finite population gives more (352 against 295 for 600
 * households): two tools that disagree usually differ in this. Source: Cochran 1977, Sampling Techniques, 4.4 and 9.5; Kish 1965 for the design effect.
 */
import { normalQuantile } from './quantiles.ts'

export type SamplePlan = {
  /** Households in the frame; null when nobody knows, and then no correction is made. */
  population: number | null
  /** Half the width that the interval may have, as a part of one. */
  margin: number
  share?: number
  /** As a part of one; `z` in its place repeats a published calculation that rounded it. */
  confidence?: number
  z?: number
  designEffect?: number
  responseRate?: number
}
export type SampleSize = { n: number; z: number; simple: number; withDesign: number; withPopulation: number }
export type SampleRefusal = { code: 'sample.plan-impossible'; facts: { population: number | null; margin: number; responseRate: number } }

/** A value that is a whole number but for binary fractions must not be rounded up to the next household. */
const grain = 1e-9

export function sampleSize(plan: SamplePlan): SampleSize | SampleRefusal {
  const { population, margin, share = 0.5, confidence = 0.95, designEffect = 1, responseRate = 1 } = plan
  const isPart = (value: number) => value > 0 && value < 1
  const isSize = (value: number) => value > 0 && Number.isFinite(value)
  const possible =
    (population === null || (population >= 1 && Number.isFinite(population))) &&
    [margin, share, confidence].every(isPart) &&
    isSize(designEffect) &&
    (plan.z === undefined || isSize(plan.z)) &&
    responseRate > 0 &&
    responseRate <= 1
  if (!possible) return { code: 'sample.plan-impossible', facts: { population, margin, responseRate } }
  const z = plan.z ?? normalQuantile((1 + confidence) / 2)
  const simple = (z * z * share * (1 - share)) / (margin * margin)
  const withDesign = simple * designEffect
  const withPopulation = population === null ? withDesign : withDesign / (1 + (withDesign - 1) / population)
  return { n: Math.ceil(withPopulation / responseRate - grain), z, simple, withDesign, withPopulation }
}

/** How much larger the sample must be because neighbours are alike: 1 + (m−1)ρ for m households in each cluster. */
export const designEffect = (perCluster: number, likeness: number): number => 1 + (perCluster - 1) * likeness
