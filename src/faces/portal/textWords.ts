/** Words of the texts that the mission writes, and of the search for them. */
import type { Bilingual } from '../../kernel/shared.ts'

export const textWords = {
  story: { pt: 'História', en: 'Story' },
  'press-release': { pt: 'Comunicado de imprensa', en: 'Press release' },
  factsheet: { pt: 'Ficha de factos', en: 'Factsheet' },
  poster: { pt: 'Cartaz', en: 'Poster' },
  leaflet: { pt: 'Folheto', en: 'Leaflet' },
  manual: { pt: 'Manual', en: 'Manual' },
  inLanguage: { pt: 'Língua', en: 'Language' },
  anyLanguage: { pt: 'Todas as línguas', en: 'Every language' },
  focusArea: { pt: 'Área de enfoque', en: 'Focus area' },
  anyArea: { pt: 'Todas as áreas', en: 'Every area' },
} satisfies Record<string, Bilingual>
