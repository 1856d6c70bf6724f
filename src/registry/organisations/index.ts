/** The door of the organisations. */
export { Organisation } from './organisation.ts'
