/** The door of relief. */

export { type ReachedPlace, reachedHouseholds } from './distribution/reached.ts'
export { relief } from './relief.ts'
export { verifySelections } from './selection/verifySelections.ts'
export { importCatalogue } from './things/catalogue.ts'
