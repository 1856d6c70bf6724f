/** Words of the work at a place: the map to print, its point and its boundary. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { placeWorkWords as portuguese } from '../pt/placeWork.ts'

export const placeWorkWords: Record<keyof typeof portuguese, Phrase> = {
  'place.print': 'Map to print',
  'place.printNote': 'PDF with a grid and an index of the places; it shows the sites of your area and says that it is internal.',
  'place.geometry': 'Point and boundary',
  'place.movePoint': 'Move the point',
  'place.replaceBoundary': 'Replace the boundary',
  'place.before': 'Before',
  'place.what.point': 'Point',
  'place.what.boundary': 'Official boundary',
  'place.noBoundary': 'none',
  'place.until': 'until {at}, by {by}:',
  'place.setAgain': 'Set this again',
  'place.reason': 'Reason',
  'place.lat': 'Latitude',
  'place.lon': 'Longitude',
  'place.pressMap': 'Map: press where {name} lies',
  'place.pointNote': 'Press on the map or write the coordinates, as -12.9712 or 12° 58′ S. The point is held against the district; the earlier one is kept.',
  'place.evenSo': 'The point is right all the same',
  'place.boundaryNote':
    'A GeoJSON with a single area. It must close, not cross itself, and lie inside the area around it (up to 2 km). The earlier boundary is kept.',
  'place.boundaryFile': 'Drop the boundary of one place here, or choose it',
}
