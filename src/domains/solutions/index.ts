/** The door of durable solutions. */
export { loadSolutionsStory } from './demonstration/story.ts'
export { solutions } from './solutions.ts'
