/**
 * A household's case and its house. The case says who (a code, never a name) and is closed; the house says how far the building is and can be counted by everybody who
 * follows the work. It counts as a house when it is handed over (specification, 4.1). Strategy: focus area 7, key result 1, activities I and L.
 */
import { date, decimal, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { closedReads, officers, openReads } from '../office.ts'

export const modalities = ['in_kind', 'cash', 'voucher', 'mixed'] as const
export const houseStates = [
  'selected',
  'agreed_design',
  'materials_delivered',
  'foundation',
  'frame',
  'roof',
  'finished',
  'inspected',
  'handed_over',
  'checked_12m',
  'stopped',
] as const

export const BeneficiaryCase = record(
  'solutions.beneficiary_case',
  {
    programme: text('Programa', 'Programme', { letters: 60 }),
    household: text('Código do agregado', 'Household code', { letters: 60 }),
    /** How it was chosen: number of the selection run, or the agreement with the community. */
    chosenBy: text('Como foi escolhido', 'How it was chosen', { letters: 300 }),
    needs: optional(text('Necessidades', 'Needs', { letters: 500 })),
    modality: oneOf('Modalidade', 'Modality', modalities),
    plot: optional(text('Talhão', 'Plot', { letters: 60 })),
  },
  {
    labels: { one: { pt: 'Caso', en: 'Case' }, many: { pt: 'Casos', en: 'Cases' } },
    class: 3,
    byDeeds: true,
    unique: [['programme', 'household']],
    access: { read: closedReads, create: officers, update: officers },
  },
)

/** What was there when the keys were given. */
export type HandOver = { on: string; keys: boolean; leaflet: boolean; complaintWay: boolean }

export const House = record(
  'solutions.house',
  {
    kase: ref('solutions.beneficiary_case', 'Caso', 'Case'),
    programme: text('Programa', 'Programme', { letters: 60 }),
    number: text('Número da casa', 'House number', { letters: 40 }),
    /** P-code of the locality or post. */
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    design: optional(ref('solutions.house_design', 'Modelo', 'Design')),
    lon: optional(decimal('Longitude', 'Longitude', { min: -180, max: 180 })),
    lat: optional(decimal('Latitude', 'Latitude', { min: -90, max: 90 })),
    accuracyM: optional(decimal('Precisão do GPS (m)', 'GPS accuracy (m)', { min: 0 })),
    /** Who accompanies the work; he does not make the last inspection. */
    coach: optional(ref('kernel.person', 'Acompanha a obra', 'Coach')),
    state: oneOf('Estado', 'State', houseStates, { computed: true }),
    stoppedBecause: optional(text('Porque parou', 'Why it stopped', { letters: 500, computed: true })),
    handOver: optional(json<HandOver>('Entrega', 'Hand-over', { computed: true })),
  },
  {
    labels: { one: { pt: 'Casa', en: 'House' }, many: { pt: 'Casas', en: 'Houses' } },
    class: 2,
    title: 'number',
    byDeeds: true,
    unique: [['programme', 'number'], ['kase']],
    index: [['state'], ['place']],
    access: { read: openReads, create: officers, update: officers },
  },
)

export const tenureKinds = ['duat', 'customary', 'municipal_title', 'lease', 'owner_consent', 'none_known'] as const
export const yesNoUnknown = ['yes', 'no', 'unknown'] as const

/** Whose the ground is. Women's names stand where they hold the right; whether both spouses do is a question of its own. "None known" is an answer, and is printed. */
export const Tenure = record(
  'solutions.tenure',
  {
    house: ref('solutions.house', 'Casa', 'House'),
    kind: oneOf('Direito', 'Right', tenureKinds),
    bothSpouses: oneOf('Ambos os cônjuges nomeados', 'Both spouses named', yesNoUnknown),
    document: oneOf('Documento', 'Document', ['none', 'asked_for', 'held', 'unknown']),
    conflict: oneOf('Conflito', 'Conflict', yesNoUnknown),
    checkedOn: date('Verificado em', 'Checked on'),
    words: optional(text('Nota', 'Note', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Direito à terra', en: 'Tenure' }, many: { pt: 'Direitos à terra', en: 'Tenure records' } },
    class: 3,
    byDeeds: true,
    appendOnly: true,
    index: [['house']],
    access: { read: closedReads, create: officers, update: [] },
  },
)

export type CaseRow = RowOf<typeof BeneficiaryCase>
export type HouseRow = RowOf<typeof House>
export type TenureRow = RowOf<typeof Tenure>
