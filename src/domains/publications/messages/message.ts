/**
 * What people are told: one idea, its text in each language, and with whom it was tried. A text knows from which edition of the source it was made, so that a
 * translation never outlives what it translates. Strategy: chapter on communications and visibility; focus areas 7 and 12 (messages in local languages).
 */
import { code, date, integer, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'

export const messageReaders = ['communications', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'] as const
export const officeReads = Object.fromEntries(messageReaders.map((role) => [role, 'all' as const]))
export const messageEditors = ['communications'] as const
/** Who may be the second pair of eyes. */
export const messageClearers = ['communications', 'chief', 'governmentReviewer'] as const

export const Message = record(
  'publications.message',
  {
    key: text('Nome curto', 'Short name', { letters: 60 }),
    topic: code('messageTopic', 'Tema', 'Topic'),
    sourceLanguage: code('messageLanguage', 'Língua de partida', 'Source language'),
    sourceEdition: integer('Edição', 'Edition', { min: 1, computed: true }),
    factSource: text('De onde vem o facto', 'Source of the fact', { letters: 500 }),
    validUntil: date('Válida até', 'Valid until'),
    /** The day from which the fact behind it is no longer so. */
    factChangedOn: optional(date('O facto mudou em', 'Fact changed on', { computed: true })),
    factChange: optional(text('O que mudou', 'What changed', { letters: 500, computed: true })),
    /** The edition that stands in the library for emergencies; a newer one has to be approved anew. */
    approvedEdition: optional(integer('Edição aprovada para emergências', 'Edition approved for emergencies', { computed: true })),
    approvedBy: optional(ref('kernel.person', 'Aprovada por', 'Approved by', { computed: true })),
    approvedAt: optional(timestamp('Aprovada em', 'Approved at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Mensagem', en: 'Message' }, many: { pt: 'Mensagens', en: 'Messages' } },
    class: 2,
    title: 'key',
    byDeeds: true,
    unique: [['key']],
    access: { read: officeReads, create: messageEditors, update: messageClearers },
  },
)

export const MessageText = record(
  'publications.message_text',
  {
    message: ref('publications.message', 'Mensagem', 'Message'),
    language: code('messageLanguage', 'Língua', 'Language'),
    edition: integer('Edição', 'Edition', { min: 1 }),
    text: text('Texto', 'Text', { letters: 4000 }),
    /** The edition of the source text that this one says. */
    saysEdition: integer('Corresponde à edição', 'Says edition', { min: 1 }),
    lookedOverBy: optional(ref('kernel.person', 'Revista por', 'Looked over by', { computed: true })),
    lookedOverAt: optional(timestamp('Revista em', 'Looked over at', { computed: true })),
    /** What somebody else, who did not see the source, understood from it. */
    backTranslation: optional(text('Retroversão', 'Back translation', { letters: 4000, computed: true })),
    backTranslatedBy: optional(ref('kernel.person', 'Retroversão de', 'Back translated by', { computed: true })),
  },
  {
    labels: { one: { pt: 'Texto de mensagem', en: 'Message text' }, many: { pt: 'Textos de mensagens', en: 'Message texts' } },
    class: 2,
    byDeeds: true,
    unique: [['message', 'language', 'edition']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)

export const MessageTrial = record(
  'publications.message_trial',
  {
    message: ref('publications.message', 'Mensagem', 'Message'),
    language: code('messageLanguage', 'Língua', 'Language'),
    edition: integer('Edição do texto', 'Edition of the text', { min: 1, computed: true }),
    day: date('Dia', 'Day'),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    people: text('Com quem', 'With whom', { letters: 300 }),
    asked: integer('Pessoas perguntadas', 'People asked', { min: 1, max: 100_000 }),
    understood: integer('Respostas certas', 'Right answers', { min: 0, max: 100_000 }),
  },
  {
    labels: { one: { pt: 'Teste de mensagem', en: 'Message trial' }, many: { pt: 'Testes de mensagens', en: 'Message trials' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['message']],
    access: { read: officeReads, create: messageEditors },
  },
)

export type MessageRow = RowOf<typeof Message>
export type MessageTextRow = RowOf<typeof MessageText>
