/** What a partner says that he builds, line by line with its stage: a foundation is not a house (specification, 7). What could not be taken is kept as it was written. */
import { date, integer, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'
import { houseStates } from './house.ts'

export const PartnerHouse = record(
  'solutions.partner_house',
  {
    organisation: ref('organisations.organisation', 'Parceiro', 'Partner'),
    code: text('Código do parceiro', "Partner's code", { letters: 60 }),
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    stage: oneOf('Fase', 'Stage', houseStates),
    reportedOn: date('Relatado em', 'Reported on'),
  },
  {
    labels: { one: { pt: 'Casa de um parceiro', en: "A partner's house" }, many: { pt: 'Casas de parceiros', en: "Partners' houses" } },
    class: 2,
    byDeeds: true,
    unique: [['organisation', 'code']],
    index: [['place']],
    access: { read: openReads, create: officers, update: officers },
  },
)

/** A line that names no house of ours, no known place or no stage: kept until the partner sends it again, under the day of his list. */
export const PartnerLine = record(
  'solutions.partner_line',
  {
    organisation: ref('organisations.organisation', 'Parceiro', 'Partner'),
    reportedOn: date('Relatado em', 'Reported on'),
    line: integer('Linha', 'Line', { min: 1 }),
    code: optional(text('Código do parceiro', "Partner's code", { letters: 200 })),
    place: optional(text('Lugar, como escrito', 'Place, as written', { letters: 200 })),
    stage: optional(text('Fase, como escrita', 'Stage, as written', { letters: 200 })),
    why: oneOf('O que falta', 'What lacks', ['code', 'place', 'stage']),
  },
  {
    labels: { one: { pt: 'Linha posta de lado', en: 'Line put aside' }, many: { pt: 'Linhas postas de lado', en: 'Lines put aside' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    index: [['organisation', 'reportedOn', 'line']],
    access: { read: openReads, create: officers, update: [] },
  },
)
export type PartnerLineRow = RowOf<typeof PartnerLine>
