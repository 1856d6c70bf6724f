/**
 * Review: what the machine found odd and what people decided about it, and what the Government said. Errors block; a warning needs a written disposition;
 * a reservation stands beside the figure for ever.
 */
import { code, date, json, oneOf, optional, type RowOf, record, ref, text } from '../../kernel/index.ts'
import { officeReads } from './round.ts'

export const Finding = record(
  'displacement.finding',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    place: optional(ref('places.place', 'Lugar', 'Place')),
    code: text('Código', 'Code', { letters: 100 }),
    severity: oneOf('Gravidade', 'Severity', ['error', 'warning', 'note']),
    key: text('Chave', 'Key', { letters: 300 }),
    facts: json<Record<string, string | number | string[] | number[]>>('Factos', 'Facts'),
    disposition: optional(code('disposition', 'Decisão', 'Disposition')),
    note: optional(text('Nota', 'Note')),
    decidedBy: optional(ref('kernel.person', 'Decidido por', 'Decided by', { computed: true })),
  },
  {
    labels: { one: { pt: 'Achado', en: 'Finding' }, many: { pt: 'Achados', en: 'Findings' } },
    class: 2,
    byDeeds: true,
    derived: true,
    unique: [['round', 'code', 'key']],
    index: [['round'], ['place']],
    access: {
      read: { dataOfficer: 'area', reportOfficer: 'area', governmentReviewer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all' },
      create: ['dataOfficer'],
      update: ['dataOfficer'],
    },
  },
)

export const Endorsement = record(
  'displacement.endorsement',
  {
    round: ref('displacement.round', 'Ronda', 'Round'),
    office: text('Instituição', 'Office', { letters: 200 }),
    decision: oneOf('Decisão', 'Decision', ['endorsed', 'endorsed_with_reservations', 'returned']),
    place: optional(ref('places.place', 'Lugar', 'Place')),
    text: optional(text('Texto', 'Text')),
    decidedOn: date('Data', 'Date'),
    frozenHash: text('Impressão digital', 'Hash', { letters: 64 }),
    paperSha256: optional(text('Papel assinado', 'Signed paper', { letters: 64 })),
  },
  {
    labels: { one: { pt: 'Validação', en: 'Endorsement' }, many: { pt: 'Validações', en: 'Endorsements' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['round'], ['place']],
    access: { read: officeReads, create: ['governmentReviewer'] },
  },
)

export type EndorsementRow = RowOf<typeof Endorsement>
