/**
 * Surveys of needs, intentions, perceptions and satisfaction: who is asked, how they are drawn, what will be worked out of the answers, and how far it has come.
 * What a survey says of a population stands or falls with its draw, so the draw is on record from frame to seed. Strategy: focus area 15, activity B.
 */
import type { DrawPlan } from '../../../engines/sampling/index.ts'
import {
  bilingual,
  boolean,
  date,
  integer,
  json,
  oneOf,
  optional,
  type Refusal,
  type RowOf,
  record,
  ref,
  refuse,
  text,
  timestamp,
} from '../../../kernel/index.ts'
import { officeReads } from '../round.ts'
import type { SurveyResults } from './results.ts'

export const surveyPurposes = ['needs', 'intention', 'perception', 'satisfaction'] as const
const surveyStates = ['designing', 'drawn', 'collecting', 'weighting', 'approved', 'published', 'withdrawn'] as const

/** One draw; those that were set aside stay, with the reason, so that nobody draws until the sample pleases. */
export type Draw = {
  number: number
  seed: string | null
  method: 'drawn' | 'given'
  frame: number
  hash: string
  plan: DrawPlan
  by: string | null
  at: string
  setAside?: string
}
export type ProtectionReview = { reference: string; on: string; note: string; by: string | null }
/** How weights are made from chances: within which groups silence is shared out, and to which figures of a frozen round they are fitted. */
export type Weighting = {
  nonresponse: 'stratum' | 'cluster' | 'none'
  fit: { round: string; margins: ('stratum' | 'setting')[]; settingQuestion?: string } | null
}

const past = ['approved', 'published', 'withdrawn']
const beforeAnswers = ['designing', 'drawn']
/** May be written late: it is said of the survey and changes nothing in it. */
const aboutPublication = ['licence', 'credit', 'title', 'collectedFrom', 'collectedTo']

function changesAfterApproval({ state }: Record<string, unknown>, fields: readonly string[]): Refusal[] {
  if (past.includes(String(state))) return [refuse('survey.approved-unchangeable')]
  const touched = fields.filter((name) => !aboutPublication.includes(name))
  return !beforeAnswers.includes(String(state)) && touched.length > 0 ? [refuse('survey.open-unchangeable', { fields: touched })] : []
}

export const Survey = record(
  'displacement.survey',
  {
    operation: ref('displacement.operation', 'Operação', 'Operation'),
    code: text('Código', 'Code', { letters: 20, hxl: '#survey+code' }),
    title: bilingual('Título', 'Title'),
    purpose: oneOf('Finalidade', 'Purpose', surveyPurposes),
    /** Opinions on security or police: people may be in danger for what they answer. */
    aboutSecurity: boolean('Sobre segurança ou polícia', 'About security or police'),
    population: bilingual('População', 'Population'),
    languages: text('Línguas das entrevistas', 'Languages of the interviews', { letters: 300 }),
    form: optional(ref('forms.form', 'Formulário', 'Form')),
    collectedFrom: optional(date('Recolhido de', 'Collected from', { hxl: '#date+start' })),
    collectedTo: optional(date('Recolhido até', 'Collected to', { hxl: '#date+end' })),
    licence: optional(text('Licença dos dados', 'Licence of the data', { letters: 200 })),
    credit: optional(text('Linha de crédito', 'Credit line', { letters: 400 })),
    state: oneOf('Estado', 'State', surveyStates, { computed: true }),
    design: optional(json<DrawPlan>('Desenho', 'Design', { computed: true })),
    draw: integer('Sorteio', 'Draw', { min: 0, computed: true }),
    draws: json<Draw[]>('Sorteios', 'Draws', { computed: true }),
    protectionReview: optional(json<ProtectionReview>('Revisão de protecção', 'Protection review', { computed: true })),
    weighting: optional(json<Weighting>('Ponderação', 'Weighting', { computed: true })),
    weightedBy: optional(ref('kernel.person', 'Ponderado por', 'Weighted by', { computed: true })),
    approvedBy: optional(ref('kernel.person', 'Aprovado por', 'Approved by', { computed: true })),
    /** The estimates as they were approved: what is published is made from these and from nothing else. */
    results: optional(json<SurveyResults>('Resultados', 'Results', { computed: true, large: true })),
    resultsHash: optional(text('Impressão digital dos resultados', 'Hash of the results', { letters: 64, computed: true })),
    publishedAt: optional(timestamp('Publicado em', 'Published at', { computed: true })),
    slug: optional(text('Endereço público', 'Public address', { letters: 200, computed: true })),
    hash: optional(text('Impressão digital', 'Hash', { letters: 64, computed: true })),
    changeNote: optional(bilingual('Nota de alteração', 'Change note', { computed: true })),
  },
  {
    labels: { one: { pt: 'Inquérito', en: 'Survey' }, many: { pt: 'Inquéritos', en: 'Surveys' } },
    class: 2,
    byDeeds: true,
    title: 'code',
    forbids: changesAfterApproval,
    unique: [['code']],
    index: [['operation'], ['form']],
    access: { read: officeReads, create: ['dataOfficer'], update: ['dataOfficer', 'reportOfficer', 'chief', 'monitoring'] },
  },
)

export type SurveyRow = RowOf<typeof Survey>
