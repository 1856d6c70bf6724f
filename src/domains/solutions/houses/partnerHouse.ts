/** What a partner says that he builds, line by line with its stage: a foundation is not a house (specification, 7). */
import { date, oneOf, record, ref, text } from '../../../kernel/index.ts'
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
