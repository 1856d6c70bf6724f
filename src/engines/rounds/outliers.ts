/**
 * Figures that moved oddly since the round before, or that never move: a short list for a person to look at, never a correction.
 * Robust z on the logarithm of the ratio (median and median absolute deviation): Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers, limit 3.5.
 */
import { type Count, isKnown } from '../count.ts'

export type PlaceFigure = { place: string; figure: Count }
export type Outlier = { place: string; before: number; after: number; z: number }

/** Below this many places the middle of the changes says nothing. */
const fewestPlaces = 5
/** Make both spreads comparable with a standard deviation of normal data. */
const madToDeviation = 1.4826
const meanToDeviation = 1.2533

/** Over places with a positive figure in both rounds; largest first. When more than half did not move, the mean deviation stands in for the median one. */
export function outliers(before: readonly PlaceFigure[], after: readonly PlaceFigure[], { limit = 3.5 }: { limit?: number } = {}): Outlier[] {
  const earlier = new Map(before.map(({ place, figure }) => [place, figure]))
  const moves = after.flatMap(({ place, figure }) => {
    const was = earlier.get(place)
    return was !== undefined && isKnown(was) && isKnown(figure) && was > 0 && figure > 0
      ? [{ place, before: was, after: figure, log: Math.log(figure / was) }]
      : []
  })
  if (moves.length < fewestPlaces) return []
  const middle = median(moves.map(({ log }) => log))
  const distances = moves.map(({ log }) => Math.abs(log - middle))
  const spread = madToDeviation * median(distances) || meanToDeviation * (distances.reduce((sum, one) => sum + one, 0) / distances.length)
  if (spread === 0) return []
  return moves
    .map(({ log, ...move }) => ({ ...move, z: (log - middle) / spread }))
    .filter(({ z }) => Math.abs(z) > limit)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z))
}

/** Places whose freshly collected figure stands unchanged over the last `rounds` rounds or more; `history` runs from the oldest to the newest round. */
export function unmovedFigures(
  history: readonly (readonly PlaceFigure[])[],
  { rounds = 3 }: { rounds?: number } = {},
): { place: string; figure: number; rounds: number }[] {
  const latest = history.at(-1) ?? []
  const byRound = history.map((round) => new Map(round.map(({ place, figure }) => [place, figure])))
  return latest.flatMap(({ place, figure }) => {
    // A place with nobody may honestly stay at nobody.
    if (!isKnown(figure) || figure === 0) return []
    const changed = byRound.findLastIndex((round) => round.get(place) !== figure)
    const same = history.length - 1 - changed
    return same >= rounds ? [{ place, figure, rounds: same }] : []
  })
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
