/** The door of relief. */
export { relief } from './relief.ts'
