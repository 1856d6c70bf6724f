/** Shares that always sum to the whole: where people live, and what was found a year after handing over. Who was not found is told, never left out (specification, 4.8 and 4.9). */

export const shelterRungs = ['emergency', 'transitional', 'permanent', 'unknown'] as const
export const yearOutcomes = ['sound', 'damaged', 'empty', 'not_found'] as const
export type YearOutcome = (typeof yearOutcomes)[number]

/** Tenths of a percent by largest remainder, so that what is printed sums to 100.0; null where nothing was counted. */
export function printedShares<const K extends string>(kinds: readonly K[], counts: Readonly<Record<K, number>>): Record<K, number> | null {
  const whole = kinds.reduce((sum, kind) => sum + counts[kind], 0)
  if (whole <= 0) return null
  const exact = kinds.map((kind) => ({ kind, tenths: (1000 * counts[kind]) / whole }))
  const left = 1000 - exact.reduce((sum, { tenths }) => sum + Math.floor(tenths), 0)
  const lifted = new Set(
    exact
      .toSorted((a, b) => (b.tenths % 1) - (a.tenths % 1))
      .slice(0, left)
      .map(({ kind }) => kind),
  )
  return Object.fromEntries(exact.map(({ kind, tenths }) => [kind, (Math.floor(tenths) + (lifted.has(kind) ? 1 : 0)) / 10])) as Record<K, number>
}

export type YearCheck = { outcome: YearOutcome; tenureConflict: boolean | null }
/** `sustained`: sound, lived in, and no conflict over the land; an unknown conflict is not "no conflict". */
export type YearAfter = { due: number; checked: number; sustained: number; shares: Record<YearOutcome, number> | null }

export function yearAfter(due: number, checks: readonly YearCheck[]): YearAfter {
  const counts = Object.fromEntries(yearOutcomes.map((kind) => [kind, checks.filter(({ outcome }) => outcome === kind).length])) as Record<YearOutcome, number>
  const sustained = checks.filter(({ outcome, tenureConflict }) => outcome === 'sound' && tenureConflict === false).length
  return { due, checked: checks.length, sustained, shares: printedShares(yearOutcomes, counts) }
}
