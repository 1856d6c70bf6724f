/** Figures of a district, or of a whole round, while its round is still being counted: where nobody has been yet the figure is unknown, not zero. */
import type { Count } from '../../../../engines/count.ts'
import type { CoverageCounts } from '../../../ui/Coverage.tsx'

export const known = (value: Count | null): number | null => (typeof value === 'number' ? value : null)

export const difference = (now: Count | null, before: Count | null): number | null =>
  typeof now === 'number' && typeof before === 'number' ? now - before : null

/** A closed district truly holds nobody; one that was not visited only seems to. */
export const countedSoFar = (
  { assessed, carriedForward, closed }: Pick<CoverageCounts, 'assessed' | 'carriedForward' | 'closed'>,
  value: Count | null,
): Count | null => (assessed + carriedForward + closed === 0 ? 'unknown' : value)
