/**
 * How far an estimated total would move if others had been drawn: units are summed, compared within their stratum, and what is drawn inside a unit adds
 * its own part, weighed by the chance of that unit. Drawn with replacement, the first stage says it all.
 * Source: Särndal, Swensson and Wretman 1992, 4.3 and 4.6; Brewer 2002 and Hartley and Rao 1962 for unequal chances.
 */
import { withoutAdjustment } from './adjustment.ts'
import type { Design, Level } from './design.ts'

/**
 * Variance of the sum of `parts`, weight included, which the rows `rows` bring. All other rows bring 0 and stay in their clusters: they are counted, but
 * not walked through, so that ten groups take no longer than one.
 */
export type Variance = (rows: ArrayLike<number>, parts: Float64Array) => number

export function varianceUnder(design: Design): Variance {
  // Below a stage that was drawn with replacement nothing adds.
  const levels = design.levels.filter(({ above }) => above.some((weight) => weight > 0)).map(varianceOfLevel)
  const { adjustment } = design
  if (!adjustment) return (rows, parts) => levels.reduce((sum, level) => sum + level(rows, parts), 0)
  const everybody = Int32Array.from({ length: design.rows }, (_, row) => row)
  return (rows, parts) => {
    const all = new Float64Array(design.rows)
    for (let k = 0; k < rows.length; k++) all[rows[k]!] = parts[k]!
    const left = withoutAdjustment(all, adjustment)
    return levels.reduce((sum, level) => sum + level(everybody, left), 0)
  }
}

/** Totals of the units that were met; the buffers are used again for every figure and left empty. */
function varianceOfLevel(level: Level): Variance {
  const { unitOf, stratumOf } = level
  const totals = new Float64Array(level.units)
  const isMet = new Uint8Array(level.units)
  const met = new Int32Array(level.units)
  const sums = new Float64Array(level.strata)
  const between = level.joint ? withJointChances(level) : withinStrata(level)
  return (rows, parts) => {
    let count = 0
    for (let k = 0; k < rows.length; k++) {
      const unit = unitOf[rows[k]!]!
      if (isMet[unit] === 0) {
        isMet[unit] = 1
        met[count++] = unit
      }
      totals[unit]! += parts[k]!
    }
    for (let k = 0; k < count; k++) sums[stratumOf[met[k]!]!]! += totals[met[k]!]!
    const variance = between(met.subarray(0, count), totals, sums)
    for (let k = 0; k < count; k++) {
      totals[met[k]!] = 0
      isMet[met[k]!] = 0
      sums[stratumOf[met[k]!]!] = 0
    }
    return variance
  }
}

/** `units` are those that were met, each with its total; `sums` are the totals of the strata. */
type Between = (units: Int32Array, totals: Float64Array, sums: Float64Array) => number

function withinStrata({ units: size, stratumOf, strata, chance, unitsIn, above }: Level): Between {
  const factor = unitsIn.map((n, h) => (n === 1 ? 0 : (above[h]! * n) / (n - 1)))
  const open = new Float64Array(strata)
  for (let i = 0; i < size; i++) open[stratumOf[i]!]! += 1 - chance[i]!
  const lonely = Array.from(stratumOf.keys()).filter((i) => unitsIn[stratumOf[i]!] === 1 && chance[i]! < 1)
  const left = new Float64Array(strata)
  const others = new Int32Array(strata)
  const counted = new Int32Array(strata)
  return (units, totals, sums) => {
    let variance = 0
    let count = 0
    for (let k = 0; k < units.length; k++) {
      const i = units[k]!
      const h = stratumOf[i]!
      if (others[h] === 0) {
        counted[count++] = h
        left[h] = open[h]!
        others[h] = unitsIn[h]! + 1
      }
      others[h]!--
      left[h]! -= 1 - chance[i]!
      const distance = totals[i]! - sums[h]! / unitsIn[h]!
      variance += factor[h]! * (1 - chance[i]!) * distance * distance
    }
    // Units that were not met have the total 0, and are as far from the mean as the mean is from 0.
    for (let k = 0; k < count; k++) {
      const h = counted[k]!
      if (others[h]! > 1) variance += factor[h]! * left[h]! * (sums[h]! / unitsIn[h]!) ** 2
      others[h] = 0
    }
    if (lonely.length === 0) return variance
    const mean = units.reduce((sum, i) => sum + totals[i]!, 0) / size
    return lonely.reduce((sum, i) => sum + above[stratumOf[i]!]! * (1 - chance[i]!) * (totals[i]! - mean) ** 2, variance)
  }
}

/**
 * Horvitz and Thompson's variance with the joint chances of Hartley and Rao: πᵢπⱼ/πᵢⱼ ≈ (n − πᵢ − πⱼ + Σπ²/n)/(n−1), the sum over the population
 * estimated from the sample. The double sum is written out in sums over units, so that a large sample takes no longer than a small one.
 */
function withJointChances({ units: size, stratumOf, strata, chance, unitsIn, above }: Level): Between {
  const chances = new Float64Array(strata)
  for (let i = 0; i < size; i++) chances[stratumOf[i]!]! += chance[i]!
  return (units, totals, sums) => {
    const [squares, weighted, weightedSquares] = [new Float64Array(strata), new Float64Array(strata), new Float64Array(strata)]
    for (const i of units) {
      const h = stratumOf[i]!
      squares[h]! += totals[i]! * totals[i]!
      weighted[h]! += chance[i]! * totals[i]!
      weightedSquares[h]! += chance[i]! * totals[i]! * totals[i]!
    }
    let variance = 0
    for (let h = 0; h < strata; h++) {
      const n = unitsIn[h]!
      const pairs = sums[h]! * sums[h]! - squares[h]!
      const pairsByChance = 2 * (sums[h]! * weighted[h]! - weightedSquares[h]!)
      const between = n === 1 ? 0 : (pairsByChance - (1 + chances[h]! / n) * pairs) / (n - 1)
      variance += above[h]! * (squares[h]! - weightedSquares[h]! + between)
    }
    // An estimated joint chance can make this negative when nearly everybody answers alike.
    return Math.max(0, variance)
  }
}
