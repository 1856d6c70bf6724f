/** What every domain hangs its records on: places, organisations, the strategy and its results. */
import { domain } from '../kernel/index.ts'
import { Organisation } from './organisations/index.ts'
import { Alias, Boundary, Place } from './places/index.ts'

export const places = domain({ name: 'places', serves: ['FA15.G'], records: [Place, Alias, Boundary], migrations: new URL('./places/migrations/', import.meta.url) })

export const organisations = domain({ name: 'organisations', serves: ['MEAL'], records: [Organisation], migrations: new URL('./organisations/migrations/', import.meta.url) })
