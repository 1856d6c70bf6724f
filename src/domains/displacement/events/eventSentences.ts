/** What event tracking refuses, in words that say what to do next. */
import type { Sentences } from '../../../kernel/index.ts'

export const eventSentences: Sentences = {
  'movement.no-place': {
    pt: 'O formulário não diz onde o movimento foi visto ({place}). Devolva-o à equipa para indicar pelo menos o distrito e o dia.',
    en: 'The form does not say where the movement was seen ({place}). Return it to the team, to name at least the district and the day.',
  },
  'movement.no-operation': {
    pt: 'Não há operação activa neste país. Abra uma operação em Registos antes de aprovar movimentos.',
    en: 'No operation is active in this country. Open an operation under Records before approving movements.',
  },
  'movement.withdrawn-already': { pt: 'Este movimento já foi retirado.', en: 'This movement was withdrawn already.' },
  'movement.withdrawn-without-reason': {
    pt: 'Escreva porque se retira este movimento; o motivo fica na lista.',
    en: 'Write why this movement is withdrawn; the reason stays in the list.',
  },
  'movement.rounds-not-in-order': {
    pt: 'Escolha duas rondas da mesma operação com datas, a primeira antes da segunda.',
    en: 'Choose two rounds of the same operation that have dates, the first before the second.',
  },
  'alert.period-reversed': { pt: 'O primeiro dia vem depois do último. Troque as datas.', en: 'The first day comes after the last. Exchange the dates.' },
  'alert.no-movements': {
    pt: 'Não há movimentos aprovados de {from} a {to}. Aprove os formulários que esperam, ou alargue os dias.',
    en: 'There are no approved movements from {from} to {to}. Approve the forms that wait, or widen the days.',
  },
  'alert.same-person': {
    pt: 'Quem escreveu o alerta não o emite. Peça a outra pessoa que o leia e emita.',
    en: 'Whoever drafted the alert does not release it. Ask somebody else to read and release it.',
  },
  'alert.released-unchangeable': {
    pt: 'Um alerta emitido não muda. Retire-o com um motivo e escreva outro.',
    en: 'A released alert does not change. Withdraw it with a reason and draft another.',
  },
  'figure.mixes-event-and-round': {
    pt: '“{sentence}” soma movimentos ao total de uma ronda ({said}). Escreva os dois números em separado: um movimento não se soma a uma ronda.',
    en: '“{sentence}” adds movements to the total of a round ({said}). Write the two figures apart: a movement is not added to a round.',
  },
}
