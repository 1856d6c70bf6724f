/** The door of displacement tracking for other domains. */
export { displacement } from './displacement.ts'
