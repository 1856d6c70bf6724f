/** The door of the engine of fingerprint templates: reading them, their quality, and the adapter to a provider outside. Off by default. */
export { fuse } from './fuse.ts'
export { type Comparison, type Decision, type Matcher, noMatcher, type Quality, qualityOf } from './matcher.ts'
export { type FingerView, type Minutia, type Minutiae, type MinutiaeRefusal, minutiaeRefusals, parseIso19794_2 } from './minutiae.ts'
