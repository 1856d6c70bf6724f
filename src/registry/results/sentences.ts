/** What is said when the strategy of a country pack cannot be used, and what to do. */
import type { Sentences } from '../../kernel/index.ts'

export const resultsSentences: Sentences = {
  'results.strategy-unreadable': {
    pt: 'O ficheiro da estratégia tem um erro em «{place}»: {problem}. Corrija-o no pacote do país e comece de novo.',
    en: 'The strategy file has a fault at "{place}": {problem}. Correct it in the country pack and start again.',
  },
  'results.strategy-inconsistent': {
    pt: 'A estratégia contradiz-se em {problems#} {problems#|ponto|pontos}: {problems}. Corrija-os no pacote do país e comece de novo.',
    en: 'The strategy contradicts itself in {problems#} {problems#|point|points}: {problems}. Correct them in the country pack and start again.',
  },
}
