/**
 * Who is still without: of the households present in a place, those who were not reached within the life of the item, less what is on its way to them. Nobody knows how many
 * are present, or knew too long ago: then the gap is unknown, and never nothing. Source: relief specification, 4.12.
 */
import { type Count, isKnown } from '../../../engines/count.ts'

export type GapParts = { present: Count; reached: number; onTheWay: number }
/** `over`: more were reached than are there now. */
export type GapFigure = { gap: Count; over: number }

export function gapOf({ present, reached, onTheWay }: GapParts): GapFigure {
  if (!isKnown(present)) return { gap: 'unknown', over: 0 }
  return { gap: Math.max(0, present - reached - onTheWay), over: Math.max(0, reached - present) }
}

/** What was counted too long ago says nothing about today. */
export const stillHolds = (count: Count, ageDays: number, limit: number): Count => (isKnown(count) && ageDays <= limit ? count : 'unknown')
