/**
 * The published figures, one row a fact at each public level, after disclosure control: what the DTM API, the public comparisons and the export to the open
 * data platforms read. Written once at publication and never touched again, except to say that a newer edition took its place.
 */
import { boolean, integer, oneOf, optional, type RowOf, record, ref, text } from '../../kernel/index.ts'

const everybody = {
  public: 'all',
  dataOfficer: 'all',
  reportOfficer: 'all',
  governmentReviewer: 'all',
  coordinator: 'all',
  enumerator: 'all',
  chief: 'all',
  monitoring: 'all',
  partner: 'all',
  admin: 'all',
} as const

export const Figure = record(
  'displacement.figure',
  {
    number: integer('Número', 'Number'),
    round: ref('displacement.round', 'Ronda', 'Round'),
    current: boolean('Edição atual', 'Current edition'),
    level: integer('Nível', 'Level', { min: 0, max: 2 }),
    pcode: text('Código', 'P-code', { letters: 60 }),
    name: text('Nome', 'Name', { letters: 200 }),
    reason: text('Motivo', 'Reason', { letters: 300 }),
    originPcode: optional(text('Código da origem', 'P-code of origin', { letters: 60 })),
    originName: optional(text('Origem', 'Origin', { letters: 200 })),
    households: optional(integer('Agregados', 'Households', { min: 0 })),
    individuals: optional(integer('Pessoas', 'Individuals', { min: 0 })),
    females: optional(integer('Mulheres e raparigas', 'Women and girls', { min: 0 })),
    males: optional(integer('Homens e rapazes', 'Men and boys', { min: 0 })),
    /** Why a number is missing: nobody knows it, or it would single people out. */
    missing: optional(oneOf('Porque falta', 'Why it is missing', ['unknown', 'withheld'])),
  },
  {
    labels: { one: { pt: 'Figura publicada', en: 'Published figure' }, many: { pt: 'Figuras publicadas', en: 'Published figures' } },
    class: 1,
    unique: [['number']],
    index: [['round'], ['level', 'pcode']],
    access: { read: everybody, create: ['reportOfficer'], update: ['reportOfficer'] },
  },
)

export type FigureRow = RowOf<typeof Figure>
