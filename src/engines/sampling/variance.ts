/**
 * How far an estimated total would move if others had been drawn: units are summed, compared within their stratum, and what is drawn inside a unit adds
 * its own part, weighed by the chance of that unit. Drawn with replacement, the first stage says it all.
 * Source: Särndal, Swensson and Wretman 1992, 4.3 and 4.6; Brewer 2002 and Hartley and Rao 1962 for unequal chances.
 */
import { withoutAdjustment } from './adjustment.ts'
import type { Design, Level } from './design.ts'

/** Variance of the sum of `parts`, one per row, weight included; a row outside the group that is asked about brings 0 and stays in its cluster. */
export function varianceOf(design: Design, parts: Float64Array): number {
  const free = design.adjustment ? withoutAdjustment(parts, design.adjustment) : parts
  return design.levels.reduce((sum, level) => sum + varianceOfLevel(level, free), 0)
}

function varianceOfLevel(level: Level, parts: Float64Array): number {
  const { unitOf, units, stratumOf, strata, chance, unitsIn, above, joint } = level
  // Below a stage that was drawn with replacement nothing adds.
  if (!above.some((weight) => weight > 0)) return 0
  const totals = new Float64Array(units)
  for (let row = 0; row < parts.length; row++) totals[unitOf[row]!]! += parts[row]!
  if (joint) return varianceWithJointChances(level, totals)
  const means = new Float64Array(strata)
  let sum = 0
  for (let i = 0; i < units; i++) {
    means[stratumOf[i]!]! += totals[i]!
    sum += totals[i]!
  }
  for (let h = 0; h < strata; h++) means[h]! /= unitsIn[h]!
  let variance = 0
  for (let i = 0; i < units; i++) {
    const h = stratumOf[i]!
    const n = unitsIn[h]!
    const distance = n === 1 ? totals[i]! - sum / units : totals[i]! - means[h]!
    variance += above[h]! * (1 - chance[i]!) * (n === 1 ? 1 : n / (n - 1)) * distance * distance
  }
  return variance
}

/**
 * Horvitz and Thompson's variance with the joint chances of Hartley and Rao: πᵢπⱼ/πᵢⱼ ≈ (n − πᵢ − πⱼ + Σπ²/n)/(n−1), the sum over the population
 * estimated from the sample. The double sum is written out in sums over units, so that a large sample takes no longer than a small one.
 */
function varianceWithJointChances({ units, stratumOf, strata, chance, unitsIn, above }: Level, totals: Float64Array): number {
  const [sum, squares, chances] = [new Float64Array(strata), new Float64Array(strata), new Float64Array(strata)]
  const [weighted, weightedSquares] = [new Float64Array(strata), new Float64Array(strata)]
  for (let i = 0; i < units; i++) {
    const h = stratumOf[i]!
    const [total, own] = [totals[i]!, chance[i]!]
    sum[h]! += total
    squares[h]! += total * total
    chances[h]! += own
    weighted[h]! += own * total
    weightedSquares[h]! += own * total * total
  }
  let variance = 0
  for (let h = 0; h < strata; h++) {
    const n = unitsIn[h]!
    const diagonal = squares[h]! - weightedSquares[h]!
    const pairs = sum[h]! * sum[h]! - squares[h]!
    const pairsByChance = 2 * (sum[h]! * weighted[h]! - weightedSquares[h]!)
    const between = n === 1 ? 0 : (pairsByChance - (1 + chances[h]! / n) * pairs) / (n - 1)
    variance += above[h]! * (diagonal + between)
  }
  // An estimated joint chance can make this negative when nearly everybody answers alike.
  return Math.max(0, variance)
}
