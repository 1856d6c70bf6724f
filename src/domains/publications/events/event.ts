/** A launch, an exhibition, a day of …: when and where, with which donors, and whether the public may know of it before. Strategy: chapter on communications and visibility. */
import { bilingual, boolean, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'
import { clearers, makers, readByOffice } from '../office.ts'

export const eventKinds = ['launch', 'exhibition', 'day_of', 'information_visit', 'training', 'other'] as const

export const PublicEvent = record(
  'publications.event',
  {
    kind: oneOf('Tipo', 'Kind', eventKinds),
    title: bilingual('Título', 'Title'),
    about: bilingual('De que se trata', 'What it is about'),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    venue: text('Local', 'Venue', { letters: 200 }),
    startsAt: timestamp('Começa', 'Starts'),
    endsAt: timestamp('Acaba', 'Ends'),
    /** Organisations by their id. */
    donors: json<string[]>('Doadores', 'Donors'),
    /** Meant for the public, who hear of it once somebody else cleared that. */
    isPublic: boolean('Aberto ao público', 'Open to the public'),
    writtenBy: optional(ref('kernel.person', 'Escrito por', 'Written by', { computed: true })),
    clearedBy: optional(ref('kernel.person', 'Autorizado por', 'Cleared by', { computed: true })),
    clearedAt: optional(timestamp('Autorizado em', 'Cleared at', { computed: true })),
    cancelledBecause: optional(text('Porque foi cancelado', 'Why it was cancelled', { letters: 500, computed: true })),
  },
  {
    labels: { one: { pt: 'Evento', en: 'Event' }, many: { pt: 'Eventos', en: 'Events' } },
    class: 2,
    byDeeds: true,
    title: 'venue',
    index: [['startsAt']],
    access: { read: readByOffice, create: makers, update: [...makers, ...clearers] },
  },
)
export type EventRow = RowOf<typeof PublicEvent>
