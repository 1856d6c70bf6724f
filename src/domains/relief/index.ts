/** The door of relief. */

export { loadReliefStory } from './demonstration/story.ts'
export { type ReachedPlace, reachedHouseholds } from './distribution/reached.ts'
export { relief } from './relief.ts'
export { verifySelections } from './selection/verifySelections.ts'
export { importCatalogue } from './things/catalogue.ts'
