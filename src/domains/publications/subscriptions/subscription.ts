/**
 * Somebody outside wants to hear by e-mail of what is published: about which areas of the strategy, which places, in which language. The address lies closed under a key of its
 * own and is destroyed with it when they leave, or when they never confirmed that it is theirs.
 */
import { integer, json, oneOf, optional, type RowOf, record, text, timestamp } from '../../../kernel/index.ts'

export const Subscription = record(
  'publications.subscription',
  {
    state: oneOf('Estado', 'State', ['asked', 'confirmed', 'left'], { computed: true }),
    language: oneOf('Língua', 'Language', ['pt', 'en']),
    /** Numbers of the strategy's areas; none: all. */
    areas: json<number[]>('Áreas de enfoque', 'Focus areas'),
    /** P-codes; none: all. */
    places: json<string[]>('Lugares', 'Places'),
    /** Keyed with the mission's own secret; null once they left. */
    addressHash: optional(text('Marca do endereço', 'Mark of the address', { letters: 64, computed: true })),
    /** Of the link in each letter only its hash. */
    linkHash: text('Ligação', 'Link', { letters: 64, computed: true }),
    askedMailAt: optional(timestamp('Pedido de confirmação saiu em', 'Confirmation asked at', { computed: true })),
    confirmedAt: optional(timestamp('Confirmada em', 'Confirmed at', { computed: true })),
    leftAt: optional(timestamp('Saiu em', 'Left at', { computed: true })),
    /** Everything published until then was told. */
    toldUntil: optional(timestamp('Avisada até', 'Told until', { computed: true })),
    toldAt: optional(timestamp('Último aviso em', 'Last told at', { computed: true })),
    refusals: integer('Recusas do correio', 'Refusals of the mail', { min: 0, computed: true }),
    /** The address; null once they left. */
    sealed: optional(text('Conteúdo selado', 'Sealed content', { letters: 1000, large: true, computed: true })),
  },
  {
    labels: { one: { pt: 'Subscrição', en: 'Subscription' }, many: { pt: 'Subscrições', en: 'Subscriptions' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['linkHash'], ['addressHash'], ['state']],
    access: { read: { dataOfficer: 'area' }, create: [], update: [] },
  },
)
export type SubscriptionRow = RowOf<typeof Subscription>
