/** The door of durable solutions. */
export { loadSolutionsStory } from './demonstration/story.ts'
export { type PublicDesign, publicDesigns } from './houses/designRelease.ts'
export { type HandOverAnswer, handOverAnswer } from './print/handOverCode.ts'
export { solutions } from './solutions.ts'
