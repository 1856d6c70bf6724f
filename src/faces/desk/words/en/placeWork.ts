/** Words of the work at a place: the map to print, its point and its boundary. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { placeWorkWords as portuguese } from '../pt/placeWork.ts'

export const placeWorkWords: Record<keyof typeof portuguese, Phrase> = {
  'place.print': 'Map to print',
  'place.printNote': 'PDF with a grid and an index of the places; it shows the sites of your area and says that it is internal.',
}
