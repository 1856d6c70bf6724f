/**
 * Pairs joined to groups of records that may be one person (union-find after Tarjan 1975). A group is a list for a reviewer, never a merge.
 */

/** For each row the lowest row of its group; a row that no pair reaches stands alone. `rows`: how many rows the table has. */
export function cluster(pairs: { length: number; a: Int32Array; b: Int32Array; weightBits: Float32Array }, thresholdBits: number, rows: number): Int32Array {
  const above = Int32Array.from({ length: rows }, (_, row) => row)
  const topOf = (row: number) => {
    let at = row
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  for (let i = 0; i < pairs.length; i++) {
    if (pairs.weightBits[i]! < thresholdBits) continue
    const [one, other] = [topOf(pairs.a[i]!), topOf(pairs.b[i]!)]
    above[Math.max(one, other)] = Math.min(one, other)
  }
  for (let row = 0; row < rows; row++) above[row] = topOf(row)
  return above
}
