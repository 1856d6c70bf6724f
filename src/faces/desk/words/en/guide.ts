/** Words of the guide. */
import type { Phrase } from '../../../ui/phrases.ts'
import type { guideWords as portuguese } from '../pt/guide.ts'

export const guideWords: Record<keyof typeof portuguese, Phrase> = {
  'nav.guide': 'Guide',
  'guide.title': 'User guide',
  'guide.chapters': 'Chapters of the guide',
  'guide.next': 'Next: {title}',
  'guide.open': 'Open the user guide',
}
