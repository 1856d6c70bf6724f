/** The door of coordination. */
export { coordination } from './coordination.ts'
