/** The few words that the shared components bring themselves, in both languages side by side. */
import type { Facts } from '../../kernel/shared.ts'
import { useLanguage } from './language.tsx'
import { type Phrase, phrase } from './phrases.ts'

export const words = {
  unknown: { pt: 'desconhecido', en: 'unknown' },
  withheld: { pt: 'retido', en: 'withheld' },
  unknownWhy: {
    pt: 'Ninguém contou, ou o número não merecia confiança. Não quer dizer zero.',
    en: 'Nobody counted, or the figure could not be trusted. It does not mean zero.',
  },
  withheldWhy: {
    pt: 'O número é conhecido, mas é tão pequeno que poderia revelar alguém.',
    en: 'The figure is known, but so small that it could reveal somebody.',
  },
  assessed: { pt: 'visitados', en: 'visited' },
  carriedForward: { pt: 'mantidos', en: 'carried forward' },
  notAssessed: { pt: 'não visitados', en: 'not visited' },
  closed: { pt: 'fechados, fundidos ou vazios', en: 'closed, merged or empty' },
  waiting: { pt: 'sem resposta', en: 'without answer' },
  coverageShare: { pt: '{share} dos lugares visitados', en: '{share} of places visited' },
  coverageWords: {
    pt: '{assessed} de {expected} {expected|lugar visitado|lugares visitados}',
    en: '{assessed} of {expected} {expected|place visited|places visited}',
  },
  noPlaces: { pt: 'lista de lugares ainda por fixar', en: 'list of places not fixed yet' },
  asOf: { pt: 'em {date}', en: 'on {date}' },
  openSource: { pt: 'Ver os registos por trás', en: 'See the records behind it' },
  whatItCounts: { pt: 'O que conta', en: 'What it counts' },
  total: { pt: 'Total', en: 'Total' },
  totalOf: { pt: { one: 'Total de 1 linha', other: 'Total de {n} linhas' }, en: { one: 'Total of 1 row', other: 'Total of {n} rows' } },
  lacking: { pt: { one: '{n} sem número', other: '{n} sem número' }, en: { one: '{n} without a number', other: '{n} without a number' } },
  sortBy: { pt: 'Ordenar por {column}', en: 'Sort by {column}' },
  cannotBeDone: { pt: 'Não pôde ser feito', en: 'This could not be done' },
  schematic: { pt: 'Limites esquemáticos', en: 'Schematic boundaries' },
  noData: { pt: 'sem dados', en: 'no data' },
  zero: { pt: 'zero', en: 'zero' },
  mapLegend: { pt: 'Legenda', en: 'Legend' },
  mapUnavailable: {
    pt: 'Este computador não consegue desenhar o mapa. A lista de lugares diz o mesmo.',
    en: 'This computer cannot draw the map. The list of places says the same.',
  },
  placesFound: { pt: { one: '1 lugar encontrado', other: '{n} lugares encontrados' }, en: { one: '1 place found', other: '{n} places found' } },
  noPlaceFound: { pt: 'Nenhum lugar com este nome ou código. Experimente menos letras.', en: 'No place has this name or code. Try fewer letters.' },
  before: { pt: 'antes', en: 'before' },
  after: { pt: 'depois', en: 'after' },
  termCommon: { pt: 'Lugares comuns', en: 'Common places' },
  termNew: { pt: 'Cobertura nova', en: 'New coverage' },
  termLost: { pt: 'Cobertura perdida', en: 'Lost coverage' },
  termCarried: { pt: 'Mantidos', en: 'Carried forward' },
  termRaw: { pt: 'Diferença bruta', en: 'Raw difference' },
  ofCommonBase: { pt: '{percent} da base comum', en: '{percent} of the common base' },
  termPlaces: { pt: { one: '1 lugar', other: '{n} lugares' }, en: { one: '1 place', other: '{n} places' } },
  newIsNotDisplacement: { pt: 'Cobertura nova não é deslocamento novo.', en: 'New coverage is not new displacement.' },
  loading: { pt: 'A carregar', en: 'Loading' },
} satisfies Record<string, { pt: Phrase; en: Phrase }>

export function useUiWords() {
  const { language } = useLanguage()
  return { language, say: (key: keyof typeof words, facts: Facts = {}) => phrase(words[key][language], facts, language) }
}
