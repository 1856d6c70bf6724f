/** A journalist asks, and gets an answer that another person cleared, in time, with the Government informed. Who asks lies closed under a key of its own. */
import { boolean, date, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { clearers, makers, readByOffice } from '../office.ts'

export const MediaRequest = record(
  'publications.media_request',
  {
    number: text('Número', 'Number', { letters: 20, computed: true }),
    outlet: text('Órgão de comunicação', 'Outlet', { letters: 200 }),
    receivedAt: timestamp('Recebido em', 'Received at'),
    deadline: timestamp('Prazo', 'Deadline'),
    language: oneOf('Língua', 'Language', ['pt', 'en']),
    question: text('Pergunta', 'Question', { letters: 2000 }),
    sensitive: boolean('Delicado', 'Sensitive'),
    state: oneOf('Estado', 'State', ['received', 'assigned', 'drafted', 'cleared', 'answered', 'declined', 'followed'], { computed: true }),
    assignedTo: optional(ref('kernel.person', 'Entregue a', 'Assigned to', { computed: true })),
    answer: optional(text('Resposta', 'Answer', { letters: 6000, computed: true })),
    draftedBy: optional(ref('kernel.person', 'Escrito por', 'Drafted by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizado por', 'Cleared by', { computed: true })),
    informedOn: optional(date('Governo informado em', 'Government informed on', { computed: true })),
    answeredAt: optional(timestamp('Respondido em', 'Answered at', { computed: true })),
    declinedBecause: optional(text('Porque se recusou', 'Why it was declined', { letters: 500, computed: true })),
    publishedLink: optional(text('O que saiu', 'What came out', { letters: 500, computed: true })),
    /** Journalist and contact; null once erased. */
    sealed: optional(text('Conteúdo selado', 'Sealed content', { letters: 4000, large: true, computed: true })),
  },
  {
    labels: { one: { pt: 'Pedido de imprensa', en: 'Media request' }, many: { pt: 'Pedidos de imprensa', en: 'Media requests' } },
    class: 2,
    byDeeds: true,
    closed: true,
    unique: [['number']],
    index: [['state']],
    access: { read: readByOffice, create: makers, update: [...makers, ...clearers] },
  },
)
export type MediaRequestRow = RowOf<typeof MediaRequest>
export type Journalist = { journalist: string; contact: string }
