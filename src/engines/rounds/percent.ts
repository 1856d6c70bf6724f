/** Percentages as they are printed: one decimal, half away from zero, computed in whole numbers so that no binary fraction can tip a half. */

/** `part` of `whole` in percent; null when there is no whole, so that nobody prints a share of nothing. Both are whole numbers. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const size = BigInt(Math.abs(whole))
  const tenths = Number((2000n * BigInt(Math.abs(part)) + size) / (2n * size))
  return (Math.sign(part) * Math.sign(whole) * tenths) / 10 || 0
}
