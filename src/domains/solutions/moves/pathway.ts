/**
 * A household's way out of displacement: back home, here, or elsewhere. Each adult consents alone and may take it back; a household that left without a word is never
 * counted as a solution (specification, 3.3). Strategy: focus area 7, key result 1.
 */
import { date, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { closedReads, officers } from '../office.ts'

const pathwayStates = [
  'informed',
  'considering',
  'consented',
  'go_and_see',
  'ready',
  'moved',
  'month_1',
  'month_3',
  'month_6',
  'month_12',
  'reviewed',
  'declined',
  'left_unknown',
] as const
export const informedOn = ['safety', 'services', 'land', 'journey', 'assistance', 'right_to_stay'] as const
/** The day of which each piece of information about the destination is; null: nobody knows. */
export type DestinationInformation = { safety: string | null; services: string | null; land: string | null }

export const Pathway = record(
  'solutions.pathway',
  {
    household: text('Código do agregado', 'Household code', { letters: 60 }),
    kind: oneOf('Caminho', 'Way', ['return', 'local_integration', 'settlement_elsewhere']),
    destination: text('Destino', 'Destination', { letters: 60 }),
    /** Codes of the adults, as on the household's card. */
    adults: json<string[]>('Adultos', 'Adults'),
    information: json<DestinationInformation>('Informação sobre o destino', 'Information on the destination'),
    /** An open complaint about pressure: nothing moves until it is answered. */
    underQuestion: optional(text('Queixa em aberto', 'Open complaint', { letters: 100 })),
    movedOn: optional(date('Mudou-se em', 'Moved on', { computed: true })),
    state: oneOf('Estado', 'State', pathwayStates, { computed: true }),
  },
  {
    labels: { one: { pt: 'Caminho', en: 'Pathway' }, many: { pt: 'Caminhos', en: 'Pathways' } },
    class: 3,
    byDeeds: true,
    index: [['household'], ['state']],
    access: { read: closedReads, create: officers, update: officers },
  },
)

export const Consent = record(
  'solutions.consent',
  {
    pathway: ref('solutions.pathway', 'Caminho', 'Pathway'),
    adult: text('Adulto', 'Adult', { letters: 20 }),
    informedOn: json<string[]>('Informado sobre', 'Informed on'),
    language: text('Língua', 'Language', { letters: 60 }),
    method: oneOf('Como', 'How', ['signature', 'thumb_mark', 'spoken_before_witness']),
    givenOn: date('Dia', 'Day'),
    withdrawnOn: optional(date('Retirado em', 'Withdrawn on', { computed: true })),
  },
  {
    labels: { one: { pt: 'Consentimento', en: 'Consent' }, many: { pt: 'Consentimentos', en: 'Consents' } },
    class: 3,
    byDeeds: true,
    index: [['pathway']],
    access: { read: closedReads, create: officers, update: officers },
  },
)
export type PathwayRow = RowOf<typeof Pathway>
export type ConsentRow = RowOf<typeof Consent>
