/** Words of the pages and papers of what the mission writes. */
import type { ProductKindName } from './product.ts'

const kinds: Record<'pt' | 'en', Record<ProductKindName, string>> = {
  pt: {
    story: 'História',
    'press-release': 'Comunicado de imprensa',
    factsheet: 'Ficha de factos',
    poster: 'Cartaz',
    leaflet: 'Folheto',
    manual: 'Manual',
  },
  en: { story: 'Story', 'press-release': 'Press release', factsheet: 'Factsheet', poster: 'Poster', leaflet: 'Leaflet', manual: 'Manual' },
}

const pt = {
  kinds: kinds.pt,
  edition: 'Edição',
  figures: 'Números deste texto',
  sources: 'De onde vêm os números',
  noFigures: 'Este texto não cita números.',
  number: 'Número',
  together: 'Publicado em conjunto com',
  donors: 'Com o apoio de',
  places: 'Lugares',
  period: 'Período',
  source: 'Fonte',
  licence: 'Licença',
  hash: 'Impressão digital',
  figuresHash: 'Impressão digital dos números fixados',
  onlyOther: 'Este texto só existe em inglês.',
  gone: 'O texto e os ficheiros foram tirados, porque lê-los podia fazer mal a alguém.',
  picture: 'Fotografia',
}
export type ProductWords = typeof pt

export const productWords: Record<'pt' | 'en', ProductWords> = {
  pt,
  en: {
    kinds: kinds.en,
    edition: 'Edition',
    figures: 'Figures of this text',
    sources: 'Where the figures come from',
    noFigures: 'This text quotes no figures.',
    number: 'Number',
    together: 'Published together with',
    donors: 'With the support of',
    places: 'Places',
    period: 'Period',
    source: 'Source',
    licence: 'Licence',
    hash: 'Fingerprint',
    figuresHash: 'Fingerprint of the frozen figures',
    onlyOther: 'This text exists in Portuguese only.',
    gone: 'The text and its files were taken away, because reading them could harm somebody.',
    picture: 'Picture',
  },
}
