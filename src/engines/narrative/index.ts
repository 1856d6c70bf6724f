/** Narrative lint: every number in a text follows from the frozen facts, or the text is refused with the right number. */
export type { DatedFact, Figure, NarrativeFacts, NarrativeRefusal, Unit } from './facts.ts'
export { lint } from './lint.ts'
export { unitOf } from './words.ts'
