/** What the access log refuses. */
import type { Sentences } from '../../../kernel/index.ts'

export const accessSentences: Sentences = {
  'access-log.place-unknown': {
    pt: 'O lugar {place} não está no registo. Escolha-o da lista, ou acrescente-o em Lugares.',
    en: 'The place {place} is not in the register. Choose it from the list, or add it under Places.',
  },
  'access-log.in-the-future': {
    pt: 'O dia {day} ainda não chegou. Escreva o dia em que aconteceu.',
    en: 'The day {day} has not come yet. Write the day on which it happened.',
  },
  'access-log.before-asked': {
    pt: 'O dia {day} é anterior ao pedido, de {asked}. Corrija um dos dois.',
    en: 'The day {day} is before the request of {asked}. Correct one of the two.',
  },
  'access-log.reply-day': {
    pt: 'Escreva o dia em que responderam; se não responderam, escolha «sem resposta».',
    en: 'Write the day of the reply; if there was none, choose "no answer".',
  },
}
