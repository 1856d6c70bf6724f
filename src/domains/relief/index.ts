/** The door of relief. */
export { relief } from './relief.ts'
export { importCatalogue } from './things/catalogue.ts'
