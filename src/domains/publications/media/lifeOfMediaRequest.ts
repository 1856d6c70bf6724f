/** Received, assigned, drafted, cleared by somebody else, answered or declined, and followed to what came out. */
import { date, type Refusal, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { clearers, makers } from '../office.ts'
import { MediaRequest, type MediaRequestRow } from './mediaRequest.ts'

type Deed = Partial<MediaRequestRow>
const both = [...makers, ...clearers]
const said = (input: Record<string, unknown>, name: string) => String(input[name]).trim()

const bySomebodyElse = async ({ draftedBy }: MediaRequestRow, { db }: StepContext): Promise<Refusal[]> =>
  draftedBy === db.actor.userId ? [refuse('media.same-person')] : []

const draft = {
  label: { pt: 'Escrever a resposta', en: 'Write the answer' },
  to: 'drafted',
  by: both,
  asks: { answer: text('Resposta', 'Answer', { letters: 6000 }) },
  also: async (_: MediaRequestRow, { db, input }: StepContext): Promise<Deed> => ({
    answer: said(input, 'answer'),
    draftedBy: db.actor.userId,
    clearedBy: null,
  }),
} as const

const decline = {
  label: { pt: 'Recusar', en: 'Decline' },
  to: 'declined',
  by: both,
  asks: { reason: text('Motivo', 'Reason', { letters: 500 }) },
  also: async (_: MediaRequestRow, { input }: StepContext): Promise<Deed> => ({ declinedBecause: said(input, 'reason'), answeredAt: new Date().toISOString() }),
} as const

export const lifeOfMediaRequest = workflow(MediaRequest, {
  received: {
    assign: {
      label: { pt: 'Fico com ele', en: 'I take it' },
      to: 'assigned',
      by: both,
      also: async (_, { db }): Promise<Deed> => ({ assignedTo: db.actor.userId }),
    },
    decline,
  },
  assigned: { draft, decline },
  drafted: {
    clear: {
      label: { pt: 'Autorizar a resposta', en: 'Clear the answer' },
      to: 'cleared',
      by: both,
      unless: [bySomebodyElse],
      asks: { informedOn: date('Governo informado em', 'Government informed on') },
      also: async (_, { db, input }): Promise<Deed> => ({ clearedBy: db.actor.userId, informedOn: said(input, 'informedOn') }),
    },
    draft,
    decline,
  },
  cleared: {
    answer: {
      label: { pt: 'Foi enviada', en: 'It was sent' },
      to: 'answered',
      by: both,
      also: async (): Promise<Deed> => ({ answeredAt: new Date().toISOString() }),
    },
    draft,
    decline,
  },
  answered: {
    follow: {
      label: { pt: 'Guardar o que saiu', en: 'Keep what came out' },
      to: 'followed',
      by: both,
      asks: { publishedLink: text('Ligação ou título do que saiu', 'Link or title of what came out', { letters: 500 }) },
      also: async (_, { input }): Promise<Deed> => ({ publishedLink: said(input, 'publishedLink') }),
    },
  },
  declined: {},
  followed: {},
})
