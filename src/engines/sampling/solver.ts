/** Systems of linear equations, as small as the known columns of a survey are many. */

export type Solver = (right: number[]) => number[]

/** A column that the others already say (the second margin's total equals the first's) gets no part: its solution is zero. */
export function solverOf(matrix: number[][]): Solver {
  const size = matrix.length
  const inverse = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  const used = new Set<number>()
  const scale = matrix.map((row, i) => Math.abs(row[i]!))
  for (let turn = 0; turn < size; turn++) {
    // Symmetric, so the largest part left of what the column began with is the safest to divide by.
    const left = inverse.map((row, i) => (used.has(i) || scale[i] === 0 ? 0 : row[i]! / scale[i]!))
    const pivot = left.reduce((best, share, i) => (share > left[best]! ? i : best), 0)
    if (left[pivot]! < 1e-10) break
    used.add(pivot)
    const by = inverse[pivot]![pivot]!
    inverse[pivot] = inverse[pivot]!.map((value) => value / by)
    for (let i = 0; i < size; i++) {
      const times = inverse[i]![pivot]!
      if (i !== pivot && times !== 0) inverse[i] = inverse[i]!.map((value, j) => value - times * inverse[pivot]![j]!)
    }
  }
  return (right) => inverse.map((row, i) => (used.has(i) ? right.reduce((sum, value, j) => sum + row[size + j]! * value, 0) : 0))
}
