/** What is said about lessons, recommendations and their answers, and what to do. */
import type { Sentences } from '../../../kernel/index.ts'

export const learningSentences: Sentences = {
  'results.lesson-unanswered': {
    pt: '{lessons#} {lessons#|lição fala|lições falam} desta actividade e {lessons#|espera|esperam} resposta: {lessons}. Diga de cada uma: aplicada, não se aplica, ou porque não.',
    en: '{lessons#} {lessons#|lesson speaks|lessons speak} of this activity and {lessons#|waits|wait} for an answer: {lessons}. Say of each: applied, not applicable, or why not.',
  },
  'results.lesson-without-words': {
    pt: 'Diga como se aplicou a lição, ou porque não se aplica. Uma frase basta.',
    en: 'Say how the lesson was applied, or why it is not. One sentence is enough.',
  },
  'results.response-without-owner': {
    pt: 'Uma recomendação aceite precisa de quem a cumpra e até quando. Indique os dois, ou rejeite-a com a razão.',
    en: 'An accepted recommendation needs somebody who carries it out and a day. Give both, or reject it with the reason.',
  },
  'results.sample-does-not-fit': {
    pt: 'O reconto não bate certo: conferem {agreed} de {size} {size|registo|registos}. Indique os dois números, o primeiro nunca maior do que o segundo.',
    en: 'The recount does not fit: {agreed} of {size} {size|record|records} agreed. Give both numbers, the first never larger than the second.',
  },
}
