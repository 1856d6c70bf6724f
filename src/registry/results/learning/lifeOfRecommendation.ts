/** The life of a recommendation: the chief answers it, monitoring says what was done; a rejected one ends with its reason. */
import { date, oneOf, optional, refuse, refused, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { managementResponses, Recommendation } from './evaluation.ts'

const respond = {
  label: { pt: 'Responder', en: 'Respond' },
  to: 'answered',
  by: ['chief'],
  asks: {
    response: oneOf('Resposta da gestão', 'Management response', managementResponses),
    action: text('O que se fará, ou porque não', 'What will be done, or why not', { letters: 2000 }),
    owner: optional(text('Quem', 'Who', { letters: 200 })),
    due: optional(date('Até', 'By')),
  },
  also: async (_: unknown, { input: { response, action, owner, due } }: StepContext) => {
    if (response !== 'rejected' && (!owner || !due)) return refused(refuse('results.response-without-owner'))
    return { response: response as 'accepted', action: String(action), owner: owner ? String(owner) : null, due: due ? String(due) : null }
  },
} as const

export const lifeOfRecommendation = workflow(Recommendation, {
  open: { respond },
  answered: {
    close: {
      label: { pt: 'Dar por feita', en: 'Close as done' },
      to: 'done',
      by: ['monitoring', 'chief'],
      asks: { done: text('O que se fez', 'What was done', { letters: 2000 }) },
      also: async (_, { input }) => ({ done: String(input.done), doneOn: new Date().toISOString().slice(0, 10) }),
    },
    respond: { ...respond, label: { pt: 'Responder de novo', en: 'Respond again' } },
  },
  done: {},
})
