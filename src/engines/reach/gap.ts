/** People in need who were not reached, at both ends. Never below zero: more reached than in need is a flag. Need unknown leaves the gap unknown. */
import { type Count, isKnown } from '../count.ts'

export type Gap = { least: Count; most: Count; overReached: boolean }

export function gapOf(inNeed: Count, reached: { lower: number; upper: number } | null): Gap {
  if (!isKnown(inNeed)) return { least: inNeed, most: inNeed, overReached: false }
  if (reached === null) return { least: 'unknown', most: inNeed, overReached: false }
  return { least: Math.max(0, inNeed - reached.upper), most: Math.max(0, inNeed - reached.lower), overReached: reached.lower > inNeed }
}
