/** The door of the place register. */
export { type AreaCollection, areasOfLevel, type Boundaries, type Outline } from './boundaries.ts'
export { areaOfPlace, gazetteerOf, type KnownPlace, type PlaceRegister } from './gazetteer.ts'
export { importBoundaryFile } from './importBoundaries.ts'
export { Alias, Boundary, Place } from './place.ts'
export { placeRoutes } from './placeRoutes.ts'
export { pointOfPlace } from './pointOfPlace.ts'
export { drawSchematicAreas } from './schematic.ts'
export { seedPlaces } from './seed.ts'
