/**
 * Questions that a visit after a distribution must not ask: payment demanded, violence, exploitation. Their answers belong to the complaint channel, where few may read
 * them and somebody acts on them; on a monitoring form they would lie open and nobody would act (relief specification, 8).
 */
import { speaksOf } from '../stems.ts'
import type { PdmQuestion } from './pdmRound.ts'

/** Beginnings of words, without accents, in both languages. */
const stems = [
  ...[
    'pagar para receber',
    'pagamento exig',
    'exigiram pag',
    'pediram dinheiro',
    'suborno',
    'corrup',
    'favor sexual',
    'favores sexuais',
    'sexua',
    'sexo em troca',
  ],
  ...['violenc', 'violad', 'viola', 'abus', 'explora', 'assedi', 'bateram', 'ameac'],
  ...['pay to receive', 'payment demand', 'asked for money', 'bribe', 'corrupt', 'sexual', 'violen', 'rape', 'exploit', 'harass', 'threat', 'beaten'],
]

export const sealedQuestions = (questions: readonly PdmQuestion[]): string[] =>
  questions.filter(({ code, label }) => speaksOf(stems, [code.replaceAll('_', ' '), label.pt, label.en])).map(({ code }) => code)
