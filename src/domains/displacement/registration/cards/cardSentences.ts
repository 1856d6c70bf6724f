/** What is said about printing cards. */
import type { Sentences } from '../../../../kernel/index.ts'

export const cardSentences: Sentences = {
  'registration.card-household-unknown': {
    pt: 'De {n} {n|agregado|agregados} não há registo ativo na sua área. Atualize a lista e escolha de novo.',
    en: 'There is no active registration in your area of {n} {n|household|households}. Refresh the list and choose again.',
  },
  'registration.card-again': {
    pt: 'Estes agregados já têm cartão: {list}. Diga porque se imprime outro (perdido, estragado, mudou); o anterior deixa de valer.',
    en: 'These households have a card already: {list}. Say why another is printed (lost, damaged, changed); the earlier one will no longer be valid.',
  },
  'registration.card-number': {
    pt: 'O número {number} não cabe num cartão. Avise quem mantém o sistema.',
    en: 'The number {number} does not fit a card. Tell whoever maintains the system.',
  },
}
