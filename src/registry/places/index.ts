/** The door of the place register. */
export { Alias, Boundary, Place, type PlaceKind, placeKinds } from './place.ts'
