/**
 * What a provider of fingerprint comparison must offer, and how its word is weighed. None comes with the system: the provider is `none` until an exercise
 * switches one on, and everything works the same without a finger. A comparison is of one person with the few whom the names already suggested; nobody is
 * searched for among all, and whatever is found goes to a person. Focus area 15, activity H.
 */
import type { FingerView, Minutiae } from './minutiae.ts'

export type Decision = 'same' | 'different' | 'unsure'
/** `bits`: how much likelier this score is between two prints of one finger than between two people's; null where the provider cannot say. */
export type Comparison = { score: number; threshold: number; decision: Decision; bits: number | null }
export type Quality = { score: number | null; minutiae: number; verdict: 'usable' | 'weak' | 'unusable' }
export type Matcher = {
  provider: string
  verify(probe: Minutiae, templates: readonly Minutiae[]): Promise<Comparison>
  quality(template: Minutiae): Quality
}

/** Too few points to compare at all, and too few to be sure of (a minimum of twelve points is the old rule of examiners of prints). */
const fewestMinutiae = { unusable: 6, weak: 12 }
const weakBelow = 40

/** Of the best view: a second view that slipped does not spoil the first. */
export function qualityOf({ views }: Pick<Minutiae, 'views'>): Quality {
  const judged = views.map(judge)
  const worth = { usable: 2, weak: 1, unusable: 0 }
  judged.sort((a, b) => worth[b.verdict] - worth[a.verdict] || (b.score ?? 0) - (a.score ?? 0) || b.minutiae - a.minutiae)
  return judged[0] ?? { score: null, minutiae: 0, verdict: 'unusable' }
}

function judge({ quality, minutiae }: FingerView): Quality {
  const count = minutiae.length
  const isWeak = count < fewestMinutiae.weak || (quality !== null && quality < weakBelow)
  return { score: quality, minutiae: count, verdict: count < fewestMinutiae.unusable ? 'unusable' : isWeak ? 'weak' : 'usable' }
}

/** Without a provider nothing is ever decided by a finger, and no score is made up. */
export const noMatcher: Matcher = {
  provider: 'none',
  verify: async () => ({ score: 0, threshold: 0, decision: 'unsure', bits: null }),
  quality: qualityOf,
}
