/** The door of durable solutions. */
export { solutions } from './solutions.ts'
