/** Words of the guide. */
import type { Phrase } from '../../../ui/phrases.ts'

export const guideWords = {
  'nav.guide': 'Guia',
  'guide.title': 'Guia de utilização',
  'guide.chapters': 'Capítulos do guia',
  'guide.next': 'A seguir: {title}',
  'guide.open': 'Abrir o guia de utilização',
} satisfies Record<string, Phrase>
