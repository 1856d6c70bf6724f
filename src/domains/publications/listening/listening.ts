/**
 * What officers hear of a topic: at a meeting, in the radio's phone-in, from a brigade. That somebody listened is a record of its own, so that a day without rumours is told apart from
 * a day on which nobody asked. Strategy: chapter on communications and visibility (two-way communication, feedback); focus area 11, activity J.
 */
import { heardKinds } from '../../../engines/message/index.ts'
import { code, date, integer, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { messageClearers, messageEditors, officeReads } from '../messages/message.ts'

export const listeningChannels = ['meeting', 'radio', 'brigade', 'theatre', 'loudspeaker', 'sms', 'voice', 'social'] as const

export const Listening = record(
  'publications.listening',
  {
    channel: oneOf('Canal', 'Channel', listeningChannels),
    /** P-code of a district, or of a province that the radio reaches. */
    place: text('Distrito', 'District', { letters: 20 }),
    day: date('Dia', 'Day'),
    language: code('messageLanguage', 'Língua', 'Language'),
    team: text('Equipa que ouviu', 'Team that listened', { letters: 120 }),
    /** Written down by mistake: counts nowhere. */
    struckBecause: optional(text('Porque não conta', 'Why it does not count', { letters: 300, computed: true })),
  },
  {
    labels: { one: { pt: 'Escuta', en: 'Listening' }, many: { pt: 'Escutas', en: 'Listening' } },
    class: 2,
    byDeeds: true,
    title: 'team',
    unique: [['channel', 'place', 'day', 'language', 'team']],
    index: [['day']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)

/** Nobody who said it is written down, nobody whom it speaks of, and no way to find either. */
export const HeardThing = record(
  'publications.heard',
  {
    listening: ref('publications.listening', 'Escuta', 'Listening'),
    topic: code('messageTopic', 'Tema', 'Topic'),
    message: optional(ref('publications.message', 'Mensagem', 'Message')),
    kind: oneOf('O que é', 'What it is', heardKinds),
    wording: text('O que se ouviu', 'What was heard', { letters: 300 }),
    times: integer('Quantas vezes', 'How many times', { min: 1, max: 10_000 }),
    /** Empty: not answered yet. */
    answer: optional(text('Resposta', 'Answer', { letters: 600 })),
    answeredBy: optional(ref('kernel.person', 'Respondido por', 'Answered by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Resposta autorizada por', 'Answer cleared by', { computed: true })),
    clearedAt: optional(timestamp('Resposta autorizada em', 'Answer cleared at', { computed: true })),
  },
  {
    labels: { one: { pt: 'O que se ouviu', en: 'What was heard' }, many: { pt: 'O que se ouviu', en: 'What was heard' } },
    class: 2,
    byDeeds: true,
    title: 'wording',
    index: [['listening']],
    access: { read: officeReads, create: messageEditors, update: messageClearers },
  },
)

export type ListeningRow = RowOf<typeof Listening>
export type HeardRow = RowOf<typeof HeardThing>
