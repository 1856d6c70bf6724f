/** What flow monitoring refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const flowSentences: Sentences = {
  'flow.point-unknown': {
    pt: 'Não há ponto de fluxo com o código “{point}”. Registe o ponto, ou corrija a resposta, e aprove de novo.',
    en: 'No flow point has the code "{point}". Register the point, or correct the answer, and approve again.',
  },
  'flow.hours-missing': {
    pt: 'O formulário não diz o dia, ou quando a observação começou e acabou. Sem horas não há fluxo por hora: devolva-o à equipa.',
    en: 'The form does not say the day, or when watching began and ended. Without hours there is no flow per hour: return it to the team.',
  },
  'flow.session-overlaps': {
    pt: 'No ponto {point}, a {day}, outra sessão aprovada cobre {from}–{to}: quem passou contaria duas vezes. Corrija as horas desta, ou rejeite uma das duas.',
    en: 'At the point {point}, on {day}, another approved session covers {from}–{to}: whoever passed would count twice. Correct the hours of this one, or reject one of the two.',
  },
  'flow.nothing-watched': {
    pt: 'Nenhum ponto foi observado de {from} a {to}: não há boletim. Aprove as sessões que esperam, ou escolha outro período.',
    en: 'No point was watched from {from} to {to}: there is no bulletin. Approve the sessions that wait, or choose another period.',
  },
  'flow.week-begins-monday': {
    pt: '{day} não é segunda-feira. Uma semana começa à segunda-feira (ISO 8601).',
    en: '{day} is not a Monday. A week begins on Monday (ISO 8601).',
  },
  'flow.month-begins-first': { pt: '{day} não é o primeiro dia de um mês.', en: '{day} is not the first day of a month.' },
  'flow.published-already': {
    pt: 'O período que começa em {from} já está publicado. Escreva o que mudou, para publicar uma nova versão.',
    en: 'The period that begins on {from} is published already. Write what changed, to publish a new version.',
  },
}
