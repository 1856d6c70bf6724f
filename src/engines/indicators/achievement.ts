/**
 * How far an indicator has come from its baseline to its target, and how that is said in one word. Method: results specification 5.1 and 5.5; the same
 * fraction works for a target that lies below its baseline.
 */

export type Achievement =
  /** In percent, unrounded; above 100 and below 0 stand as they are. */
  { percent: number } | { undefined: 'baseline-unknown' | 'target-unknown' | 'actual-unknown' | 'target-is-baseline' }

/** `(actual - baseline) / (target - baseline)`; null: nobody knows the figure, and then there is no percent. */
export function achievement({ baseline, target, actual }: { baseline: number | null; target: number | null; actual: number | null }): Achievement {
  if (baseline === null) return { undefined: 'baseline-unknown' }
  if (target === null) return { undefined: 'target-unknown' }
  if (actual === null) return { undefined: 'actual-unknown' }
  if (target === baseline) return { undefined: 'target-is-baseline' }
  return { percent: ((actual - baseline) / (target - baseline)) * 100 }
}

export type Standing = 'done' | 'on_track' | 'behind' | 'off' | 'unknown'
/** Shares of the expected progress, from the country pack: at least `onTrack` is on track, at least `behind` is behind, less is off. */
export type StandingLimits = { onTrack: number; behind: number }

/** `elapsed`: share of the time between baseline and target that has passed, 0 to 1. Unknown is its own word, neither good nor bad. */
export function standing(reached: Achievement, elapsed: number, limits: StandingLimits): Standing {
  if (!('percent' in reached)) return 'unknown'
  if (reached.percent >= 100) return 'done'
  const expected = Math.min(1, Math.max(0, elapsed)) * 100
  if (expected === 0) return reached.percent >= 0 ? 'on_track' : 'off'
  const share = reached.percent / expected
  if (share >= limits.onTrack) return 'on_track'
  return share >= limits.behind ? 'behind' : 'off'
}
