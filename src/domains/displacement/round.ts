/**
 * Operations and rounds: what is tracked, and one count after another of it. A published round never changes; a correction is a new edition.
 * Strategy: focus area 15, activities B, C and F; key results 1 and 3.
 */
import { roundStates } from '../../engines/rounds/states.ts'
import { bilingual, boolean, code, date, integer, json, oneOf, optional, type Refusal, type RowOf, record, ref, refuse, text } from '../../kernel/index.ts'
import type { Bilingual } from './publicRound.ts'

/** Operations and rounds are known to the whole office; what was counted where is decided by area (presence.ts). */
export const officeReads = {
  dataOfficer: 'all',
  reportOfficer: 'all',
  governmentReviewer: 'all',
  coordinator: 'all',
  enumerator: 'all',
  chief: 'all',
  monitoring: 'all',
  admin: 'all',
} as const

/** What was counted or seen at a place is known to those whose area it lies in; to its author in any case. */
export const areaReads = {
  dataOfficer: 'area',
  reportOfficer: 'area',
  governmentReviewer: 'area',
  coordinator: 'area',
  enumerator: 'own',
  chief: 'all',
  monitoring: 'all',
} as const

export const Operation = record(
  'displacement.operation',
  {
    name: text('Nome', 'Name', { letters: 200, hxl: '#operation+name' }),
    countryIso3: text('País (ISO)', 'Country (ISO)', { letters: 3, hxl: '#country+code' }),
    countryPcode: text('Código do país', 'P-code of the country', { letters: 3 }),
    countryName: bilingual('Nome do país', 'Name of the country'),
    cause: code('cause', 'Causa', 'Cause', { hxl: '#cause+type' }),
    startedOn: optional(date('Começou em', 'Started on')),
    status: oneOf('Situação', 'Status', ['Active', 'Inactive'], { hxl: '#operation+status' }),
    /** `districts`: nothing finer than the district leaves the office. */
    sensitivity: oneOf('O que se publica', 'What is published', ['districts', 'sites']),
    licence: optional(text('Licença dos dados', 'Licence of the data', { letters: 200 })),
    credit: optional(text('Linha de crédito', 'Credit line', { letters: 400 })),
    demonstration: boolean('Demonstração', 'Demonstration', { computed: true }),
  },
  {
    labels: { one: { pt: 'Operação', en: 'Operation' }, many: { pt: 'Operações', en: 'Operations' } },
    class: 2,
    title: 'name',
    unique: [['countryIso3', 'name']],
    access: {
      read: { ...officeReads, registrar: 'all', duplicateReviewer: 'all', clusterCoordinator: 'all', partner: 'all' },
      create: ['dataOfficer'],
      update: ['dataOfficer', 'reportOfficer'],
    },
  },
)

const past = ['published', 'superseded', 'withdrawn']
const frozen = ['government_review', 'endorsed']
/** Words about the figures, not the figures that the Government is asked about. */
const aboutFigures = ['narrative', 'limitations', 'comparedWith']

/** What was published stays as it was, and what lies with the Government keeps its dates and number; only its text may still be written. */
function changesAfterFreeze({ state }: Record<string, unknown>, fields: readonly string[]): Refusal[] {
  if (past.includes(String(state))) return [refuse('round.published-unchangeable', {})]
  const touched = fields.filter((name) => !aboutFigures.includes(name))
  return frozen.includes(String(state)) && touched.length > 0 ? [refuse('round.frozen', { fields: touched })] : []
}

/** Those outside the office read what is published. */
const publishedOnly = { condition: "r.state in ('published', 'superseded')" }

export const Round = record(
  'displacement.round',
  {
    operation: ref('displacement.operation', 'Operação', 'Operation'),
    assessmentType: oneOf('Tipo de avaliação', 'Assessment type', ['BA', 'SA', 'ETT'], { hxl: '#assessment+type' }),
    number: integer('Ronda', 'Round', { min: 0, max: 10_000, hxl: '#round+code' }),
    edition: integer('Edição', 'Edition', { min: 1, computed: true }),
    unitLevel: oneOf('Unidade contada', 'Unit counted', ['district', 'posto', 'locality', 'site']),
    plannedFrom: optional(date('Planeada de', 'Planned from')),
    plannedTo: optional(date('Planeada até', 'Planned to')),
    collectedFrom: optional(date('Recolhida de', 'Collected from')),
    collectedTo: optional(date('Recolhida até', 'Collected to')),
    reportingDate: optional(date('Data de referência', 'Reporting date', { hxl: '#date+reported' })),
    state: oneOf('Estado', 'State', roundStates, { computed: true }),
    formVersion: optional(text('Versão do formulário', 'Form version', { letters: 100 })),
    comparedWith: optional(ref('displacement.round', 'Comparada com', 'Compared with')),
    supersedes: optional(ref('displacement.round', 'Substitui', 'Supersedes', { computed: true })),
    cleanedBy: optional(ref('kernel.person', 'Limpa por', 'Cleaned by', { computed: true })),
    frozenHash: optional(text('Impressão digital congelada', 'Frozen hash', { letters: 64, computed: true })),
    narrative: optional(bilingual('Texto', 'Text')),
    limitations: optional(json<Bilingual[]>('Limitações', 'Limitations')),
    changeNote: optional(bilingual('Nota de alteração', 'Change note')),
    illustrativeBelow: optional(oneOf('Ilustrativo abaixo de', 'Illustrative below', ['province', 'district'], { computed: true })),
    slug: optional(text('Endereço público', 'Public address', { letters: 200, computed: true })),
  },
  {
    labels: { one: { pt: 'Ronda', en: 'Round' }, many: { pt: 'Rondas', en: 'Rounds' } },
    class: 2,
    title: 'number',
    forbids: changesAfterFreeze,
    unique: [['operation', 'assessmentType', 'number', 'edition']],
    index: [['state'], ['operation', 'assessmentType', 'reportingDate']],
    access: {
      read: { ...officeReads, clusterCoordinator: publishedOnly, partner: publishedOnly },
      create: ['dataOfficer'],
      update: ['dataOfficer', 'governmentReviewer', 'reportOfficer'],
    },
  },
)

export type OperationRow = RowOf<typeof Operation>
export type RoundRow = RowOf<typeof Round>

/** What every product says of the operation it belongs to. */
export const operationFacts = ({ name, cause, status, countryIso3, countryPcode, countryName }: OperationRow) => ({
  ...{ name, cause, status, countryIso3, countryPcode, countryName },
})
