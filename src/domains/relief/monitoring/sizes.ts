/**
 * How many households to visit. The order of the steps is printed with the number: design effect first, then the finite population. The other order gives more, and two
 * offices that disagree usually differ in this (relief specification, 4.9).
 */
import { sampleSize } from '../../../engines/sampling/index.ts'

export type SizeAsked = { households: number; marginPoints: number; designEffect: number; responseRate: number }
export type Sizes = { n: number; otherOrder: number }

export function sizesOf({ households, marginPoints, designEffect, responseRate }: SizeAsked): Sizes | null {
  const margin = marginPoints / 100
  const ours = sampleSize({ population: households, margin, designEffect, responseRate })
  const simple = sampleSize({ population: households, margin })
  if ('code' in ours || 'code' in simple) return null
  const grain = 1e-9
  return { n: Math.min(ours.n, households), otherOrder: Math.min(households, Math.ceil((simple.withPopulation * designEffect) / responseRate - grain)) }
}
