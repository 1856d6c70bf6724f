/**
 * Who asked to be written to: a telephone number that its owner gave to the mission's own channel for messages, and for nothing else. Never from registration (specification 8).
 * The number lies closed under a key of its own; STOP destroys that key, and what stays is that somebody asked and when they stopped.
 */
import { code, codes, json, oneOf, optional, type RowOf, record, text, timestamp } from '../../../kernel/index.ts'

export const phoneChannels = ['sms', 'voice'] as const
export type PhoneChannel = (typeof phoneChannels)[number]
export const waysOfAsking = ['sms', 'voice', 'meeting', 'brigade', 'hotline'] as const
const waysOfStopping = ['sms', 'person'] as const

export const OptIn = record(
  'publications.opt_in',
  {
    /** Keyed with the mission's own secret: the same number is known again, and nobody can try out numbers against it. */
    numberHash: text('Marca do número', 'Mark of the number', { letters: 64, computed: true }),
    channels: json<PhoneChannel[]>('Canais', 'Channels'),
    language: code('messageLanguage', 'Língua', 'Language'),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    /** None: all of them. */
    topics: codes('messageTopic', 'Temas', 'Topics'),
    how: oneOf('Como pediu', 'How they asked', waysOfAsking),
    paper: optional(text('Número da ficha assinada', 'Number of the signed sheet', { letters: 60 })),
    askedAt: timestamp('Pediu em', 'Asked at', { computed: true }),
    stoppedAt: optional(timestamp('Parou em', 'Stopped at', { computed: true })),
    stoppedHow: optional(oneOf('Como parou', 'How they stopped', waysOfStopping, { computed: true })),
    /** The number; null once they stopped. */
    sealed: optional(text('Conteúdo selado', 'Sealed content', { letters: 400, large: true, computed: true })),
  },
  {
    labels: { one: { pt: 'Inscrição para mensagens', en: 'Opt-in for messages' }, many: { pt: 'Inscrições para mensagens', en: 'Opt-ins for messages' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['numberHash'], ['place']],
    // Not even whoever sends: communications sees how many there are, the house alone opens a number while it hands it over.
    access: { read: { dataOfficer: 'area' }, create: [], update: [] },
  },
)
export type OptInRow = RowOf<typeof OptIn>
