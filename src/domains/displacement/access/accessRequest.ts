/**
 * Access to places: what was asked of which authority, what it answered, and whether the team got there. Offices and days, never the name of who refused; positions and
 * convoys do not belong here. Restricted to those who plan a round and never published. Strategy: focus area 15, activity I.
 */
import { date, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { areaReads } from '../round.ts'

const { enumerator: _, ...readers } = areaReads
export const accessReplies = ['waiting', 'granted', 'partly', 'refused', 'no_answer'] as const
export const accessOutcomes = ['reached', 'partly', 'not_reached'] as const

export const AccessRequest = record(
  'displacement.access_request',
  {
    /** Empty: not for one round, as for a lasting permit. */
    round: optional(ref('displacement.round', 'Ronda', 'Round')),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    askedOn: date('Pedido em', 'Asked on'),
    /** An office: the district administration, the police command. */
    office: text('A quem se pediu', 'Asked of', { letters: 200 }),
    purpose: text('Para quê', 'What for', { letters: 500 }),
    reply: oneOf('Resposta', 'Reply', accessReplies),
    repliedOn: optional(date('Respondido em', 'Replied on')),
    replyWords: optional(text('O que se respondeu', 'What was replied', { letters: 1000 })),
    outcome: optional(oneOf('O que aconteceu', 'What came of it', accessOutcomes)),
    outcomeOn: optional(date('Dia da visita', 'Day of the visit')),
    outcomeWords: optional(text('Nota', 'Note', { letters: 1000 })),
  },
  {
    labels: { one: { pt: 'Pedido de acesso', en: 'Access request' }, many: { pt: 'Registo de acesso', en: 'Access log' } },
    class: 2,
    title: 'office',
    byDeeds: true,
    index: [['place'], ['round']],
    access: { read: readers, create: ['dataOfficer', 'coordinator'], update: ['dataOfficer', 'coordinator'] },
  },
)
export type AccessRow = RowOf<typeof AccessRequest>
