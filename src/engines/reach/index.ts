/** The door of reach, presence and gap. */
export { type Gap, gapOf } from './gap.ts'
export { type Presence, type PresenceRow, presenceOf } from './presence.ts'
export { reachOf } from './reach.ts'
export { alikeIn, type SentWork, sentByBoth, type Work } from './sameWork.ts'
export type { ReachEnds, ReachFigure, ReachRow, ReachRules } from './shapes.ts'
