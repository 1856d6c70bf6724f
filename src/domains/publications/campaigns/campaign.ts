/**
 * A campaign: what is to change, for whom, with which messages, over which channels and for how long; and what went out and whom it reached. Strategy: chapter on
 * communications and visibility (audience, dissemination, feedback).
 */
import { channels, reachMethods } from '../../../engines/message/index.ts'
import {
  bilingual,
  boolean,
  code,
  codes,
  date,
  decimal,
  integer,
  json,
  oneOf,
  optional,
  type RowOf,
  record,
  ref,
  text,
  timestamp,
} from '../../../kernel/index.ts'
import { messageClearers, messageEditors, officeReads } from '../messages/message.ts'

export const literacies = ['reads', 'hears', 'both', 'unknown'] as const
export const governmentParts = ['not_required', 'waiting', 'given'] as const

export const Campaign = record(
  'publications.campaign',
  {
    name: bilingual('Nome', 'Name'),
    objective: text('O que deve mudar', 'What is to change', { letters: 1000 }),
    audience: text('Para quem', 'For whom', { letters: 300 }),
    literacy: oneOf('Lê ou ouve', 'Reads or hears', literacies),
    languages: codes('messageLanguage', 'Línguas', 'Languages'),
    /** P-codes. */
    places: json<string[]>('Lugares', 'Places'),
    messages: json<string[]>('Mensagens', 'Messages'),
    channels: json<string[]>('Canais', 'Channels'),
    fromDay: date('De', 'From'),
    toDay: date('Até', 'To'),
    budgetLine: optional(text('Linha do orçamento', 'Budget line', { letters: 100 })),
    indicators: json<string[]>('Indicadores', 'Indicators'),
    partner: optional(ref('organisations.organisation', 'Parceiro', 'Partner')),
    government: oneOf('Autorização do Governo', 'Clearance by the Government', governmentParts),
    /** Who gave it and when, or why none is required. */
    governmentWords: optional(text('Quem e quando, ou porque não é precisa', 'Who and when, or why none is required', { letters: 500 })),
    state: oneOf('Estado', 'State', ['planned', 'cleared', 'on_air', 'ended', 'cancelled'], { computed: true }),
    writtenBy: optional(ref('kernel.person', 'Escrita por', 'Written by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizada por', 'Cleared by', { computed: true })),
    clearedAt: optional(timestamp('Autorizada em', 'Cleared at', { computed: true })),
    endedBecause: optional(text('Porque acabou', 'Why it ended', { letters: 500, computed: true })),
  },
  {
    labels: { one: { pt: 'Campanha', en: 'Campaign' }, many: { pt: 'Campanhas', en: 'Campaigns' } },
    class: 2,
    title: 'objective',
    byDeeds: true,
    index: [['state'], ['fromDay']],
    access: { read: officeReads, create: messageEditors, update: ['communications', 'chief'] },
  },
)

export const Delivery = record(
  'publications.delivery',
  {
    message: optional(ref('publications.message', 'Mensagem', 'Message')),
    item: optional(ref('publications.iec_item', 'Material', 'Material')),
    campaign: optional(ref('publications.campaign', 'Campanha', 'Campaign')),
    channel: oneOf('Canal', 'Channel', channels),
    language: optional(code('messageLanguage', 'Língua', 'Language')),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    day: date('Dia', 'Day'),
    deliverer: text('Quem entregou', 'Delivered by', { letters: 200 }),
    quantity: optional(integer('Quantos saíram', 'How many went out', { min: 0, max: 100_000_000 })),
    /** Empty: unknown, which is not nobody. */
    reach: optional(integer('Alcance', 'Reach', { min: 0, max: 100_000_000 })),
    method: optional(oneOf('Como se sabe', 'How it is known', reachMethods)),
    /** Went out at once from the approved library: somebody else looks at it afterwards. */
    emergency: boolean('Emergência', 'Emergency', { computed: true }),
    lookedAtBy: optional(ref('kernel.person', 'Vista por', 'Looked at by', { computed: true })),
    lookedAt: optional(timestamp('Vista em', 'Looked at', { computed: true })),
    /** Half of the time for that look was gone, and when all of it was. */
    remindedAt: optional(timestamp('Lembrada em', 'Reminded at', { computed: true })),
    alarmedAt: optional(timestamp('Alarme em', 'Alarm at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Entrega', en: 'Delivery' }, many: { pt: 'Entregas', en: 'Deliveries' } },
    class: 2,
    byDeeds: true,
    unique: [['message', 'item', 'channel', 'place', 'day', 'deliverer']],
    index: [['campaign'], ['day']],
    access: { read: officeReads, create: messageEditors, update: messageClearers },
  },
)

/** Which language residents of a place speak first, from a survey; what is not here is unknown. */
export const MainLanguage = record(
  'publications.main_language',
  {
    place: text('P-code do lugar', 'P-code of the place', { letters: 60, hxl: '#adm+code' }),
    language: code('messageLanguage', 'Língua', 'Language'),
    percent: decimal('Residentes que a têm como língua principal (%)', 'Residents whose main language it is (%)', { min: 0, max: 100 }),
    survey: text('Inquérito', 'Survey', { letters: 300 }),
    asOf: date('Data', 'As of'),
  },
  {
    labels: { one: { pt: 'Língua principal', en: 'Main language' }, many: { pt: 'Línguas principais por lugar', en: 'Main languages by place' } },
    class: 2,
    title: 'place',
    unique: [['place', 'language', 'asOf']],
    access: { read: officeReads, create: ['communications', 'monitoring'], update: ['communications', 'monitoring'] },
  },
)

/** What a donor's money asks to be shown, and where showing it would endanger people. */
export const VisibilityRule = record(
  'publications.visibility_rule',
  {
    donor: ref('organisations.organisation', 'Doador', 'Donor'),
    marks: text('Logótipos e marcas', 'Logos and marks', { letters: 500 }),
    wording: bilingual('Frase a usar', 'Wording to use'),
    materials: text('Em que materiais', 'On which materials', { letters: 500 }),
    leftOffAt: codes('pcode', 'Lugares onde as marcas não aparecem', 'Places where the marks are left off', {
      hint: { pt: 'Onde a marca põe pessoas em perigo', en: 'Where the mark endangers people' },
    }),
    agreement: optional(text('Acordo ou guia de onde vem', 'Agreement or guide it comes from', { letters: 300 })),
  },
  {
    labels: { one: { pt: 'Regra de visibilidade', en: 'Visibility rule' }, many: { pt: 'Regras de visibilidade', en: 'Visibility rules' } },
    class: 2,
    title: 'marks',
    index: [['donor']],
    access: { read: officeReads, create: messageEditors, update: messageEditors },
  },
)

export type CampaignRow = RowOf<typeof Campaign>
export type DeliveryRow = RowOf<typeof Delivery>
