/**
 * Do two answers go together, or is it chance? The usual chi-square test believes that everybody was drawn one by one and finds too much; it is divided
 * by the design effects of the contrasts that it tests. Source: Rao and Scott 1984 (second-order correction of Satterthwaite, as an F statistic).
 */
import { type ColumnRefusal, type Columns, columnOf, isAnswer } from './columns.ts'
import type { Design } from './design.ts'
import { fTail } from './quantiles.ts'
import { solverOf } from './solver.ts'
import { varianceUnder } from './variance.ts'

export type Association = {
  f: number
  p: number
  df1: number
  df2: number
  /** Pearson's statistic as if everybody had been drawn simply. */
  pearson: number
  n: number
  nonresponse: number
}
export type AssociationRefusal =
  | ColumnRefusal
  | { code: 'sampling.one-answer-only'; facts: { column: string } }
  | { code: 'sampling.no-freedom'; facts: { df: number } }
  | { code: 'sampling.cannot-compare'; facts: { cells: number } }

export function raoScott(design: Design, columns: Columns, a: string, b: string): Association | AssociationRefusal {
  const [first, second] = [columnOf(columns, a, design.rows), columnOf(columns, b, design.rows)]
  if ('code' in first) return first
  if ('code' in second) return second
  if (design.df < 1) return { code: 'sampling.no-freedom', facts: { df: design.df } }
  const known = Array.from({ length: design.rows }, (_, row) => row).filter((row) => isAnswer(first[row]) && isAnswer(second[row]) && design.weights[row]! > 0)
  const [rows, cols] = [first, second].map((column) => [...new Set(known.map((row) => column[row]!))])
  if (rows!.length < 2) return { code: 'sampling.one-answer-only', facts: { column: a } }
  if (cols!.length < 2) return { code: 'sampling.one-answer-only', facts: { column: b } }
  const [R, C] = [rows!.length, cols!.length]
  const cellOf = new Map(known.map((row) => [row, rows!.indexOf(first[row]!) * C + cols!.indexOf(second[row]!)]))

  const shares = new Float64Array(R * C)
  const size = known.reduce((sum, row) => sum + design.weights[row]!, 0)
  for (const row of known) shares[cellOf.get(row)!]! += design.weights[row]! / size
  const ofRow = Array.from({ length: R }, (_, i) => sumOf(Array.from({ length: C }, (_, j) => shares[i * C + j]!)))
  const ofCol = Array.from({ length: C }, (_, j) => sumOf(Array.from({ length: R }, (_, i) => shares[i * C + j]!)))
  const independent = Float64Array.from(shares, (_, cell) => ofRow[Math.floor(cell / C)]! * ofCol[cell % C]!)
  const n = known.length
  const pearson = n * sumOf(Array.from(shares, (share, cell) => (share - independent[cell]!) ** 2 / independent[cell]!))

  const contrasts = interactions(R, C, shares)
  const within = contrasts.map((x) => contrasts.map((y) => covarianceOfShares(x, y, shares) / n))
  const solve = solverOf(within)
  const observed = contrastCovariance(design, contrasts, { known, cellOf, shares, size })
  const effects = observed.map((column) => solve(column))
  const trace = sumOf(effects.map((column, i) => column[i]!))
  const traceOfSquare = sumOf(effects.flatMap((column, i) => column.map((value, j) => value * effects[j]![i]!)))
  if (!(trace > 0 && traceOfSquare > 0)) return { code: 'sampling.cannot-compare', facts: { cells: R * C } }
  const df1 = (trace * trace) / traceOfSquare
  const df2 = df1 * design.df
  const f = pearson / trace
  return { f, p: fTail(f, df1, df2), df1, df2, pearson, n, nonresponse: design.rows - n }
}

const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)

/** Covariance of two contrasts of cells when people are drawn one by one. */
function covarianceOfShares(x: readonly number[], y: readonly number[], shares: Float64Array): number {
  const mean = (z: readonly number[]) => z.reduce((sum, value, cell) => sum + value * shares[cell]!, 0)
  return x.reduce((sum, value, cell) => sum + value * y[cell]! * shares[cell]!, 0) - mean(x) * mean(y)
}

/** Contrasts between cells that say nothing of rows or columns alone: products of row and column effects, freed of both. */
function interactions(R: number, C: number, shares: Float64Array): number[][] {
  const cells = Array.from({ length: R * C }, (_, cell) => ({ i: Math.floor(cell / C), j: cell % C }))
  const rowEffects = Array.from({ length: R - 1 }, (_, i) => cells.map((cell) => Number(cell.i === i)))
  const colEffects = Array.from({ length: C - 1 }, (_, j) => cells.map((cell) => Number(cell.j === j)))
  const main = [...rowEffects, ...colEffects]
  const solve = solverOf(main.map((x) => main.map((y) => covarianceOfShares(x, y, shares))))
  return rowEffects.flatMap((row) =>
    colEffects.map((col) => {
      const product = row.map((value, cell) => value * col[cell]!)
      const slopes = solve(main.map((x) => covarianceOfShares(x, product, shares)))
      return product.map((value, cell) => value - main.reduce((sum, x, k) => sum + slopes[k]! * x[cell]!, 0))
    }),
  )
}

type Known = { known: readonly number[]; cellOf: Map<number, number>; shares: Float64Array; size: number }

/** Covariances under the design, by the variance of sums: cov(x, y) = (var(x+y) − var(x−y)) / 4. */
function contrastCovariance(design: Design, contrasts: number[][], { known, cellOf, shares, size }: Known): number[][] {
  const variance = varianceUnder(design)
  const varianceOfContrast = (z: readonly number[]) => {
    const mean = z.reduce((sum, value, cell) => sum + value * shares[cell]!, 0)
    const parts = Float64Array.from(known, (row) => (design.weights[row]! * (z[cellOf.get(row)!]! - mean)) / size)
    return variance(known, parts)
  }
  const plus = (x: readonly number[], y: readonly number[], sign: 1 | -1) => x.map((value, cell) => value + sign * y[cell]!)
  return contrasts.map((x) => contrasts.map((y) => (varianceOfContrast(plus(x, y, 1)) - varianceOfContrast(plus(x, y, -1))) / 4))
}
