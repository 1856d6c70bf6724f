/** The door of reach, presence and gap. */
export { type Gap, gapOf } from './gap.ts'
export { type Presence, type PresenceRow, presenceOf } from './presence.ts'
export { reachOf } from './reach.ts'
export type { ReachEnds, ReachFigure, ReachRow, ReachRules } from './shapes.ts'
