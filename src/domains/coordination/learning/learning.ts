/**
 * The one training register of all focus areas: what is taught, when, to whom, who was there, what they learned and what they may show for it. Counted are people, not
 * chairs. Strategy: the training lines of focus areas 2 to 15 (key results 3.3, 6.1, 9.5, 13.2 among them).
 */
import { bilingual, boolean, code, date, decimal, integer, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'

const office = { clusterCoordinator: 'all', chief: 'all', coordinator: 'all', monitoring: 'all' } as const
const editors = ['clusterCoordinator'] as const
/** Rows about trainees: whoever organises, and the house for the person itself. */
const organisers = { clusterCoordinator: 'all' } as const
const percent = { min: 0, max: 100 } as const

export const Curriculum = record(
  'coordination.curriculum',
  {
    code: text('Código', 'Code', { letters: 20 }),
    edition: integer('Edição', 'Edition', { min: 1 }),
    topic: bilingual('Tema', 'Topic'),
    focusArea: integer('Área de enfoque', 'Focus area', { min: 1, max: 15 }),
    hours: integer('Horas', 'Hours', { min: 1, max: 1000 }),
    language: text('Língua', 'Language', { letters: 60 }),
    minimumAttendance: integer('Presença mínima (%)', 'Minimum attendance (%)', percent),
    /** Empty: the course has no test. */
    passMark: optional(integer('Nota mínima do teste final', 'Pass mark of the post-test', percent)),
    questionsVersion: optional(text('Versão das perguntas', 'Version of the questions', { letters: 60 })),
    /** Empty: what was learned once is not asked for again. */
    refresherMonths: optional(integer('Reciclagem depois de (meses)', 'Refresher after (months)', { min: 1, max: 120 })),
  },
  {
    labels: { one: { pt: 'Curso', en: 'Course' }, many: { pt: 'Cursos', en: 'Courses' } },
    class: 2,
    title: 'code',
    byDeeds: true,
    unique: [['code', 'edition']],
    access: { read: office, create: editors, update: editors },
  },
)

/** People who took part and did not want to be registered. */
export type CountedOnly = { sex: string; people: number }

export const TrainingSession = record(
  'coordination.training_session',
  {
    curriculum: ref('coordination.curriculum', 'Curso', 'Course'),
    /** P-code. */
    place: text('Lugar', 'Place', { letters: 60 }),
    venue: optional(text('Sala', 'Venue', { letters: 200 })),
    fromDay: date('De', 'From'),
    toDay: date('Até', 'To'),
    halfDays: integer('Meios-dias', 'Half days', { min: 1, max: 60 }),
    /** Ids of people of this register; none of them gets a certificate of the session. */
    trainers: json<string[]>('Formadores', 'Trainers'),
    cost: optional(integer('Custo (MZN)', 'Cost (MZN)', { min: 0 })),
    countedOnly: json<CountedOnly[]>('Só contados', 'Counted only'),
  },
  {
    labels: { one: { pt: 'Formação', en: 'Training session' }, many: { pt: 'Formações', en: 'Training sessions' } },
    class: 2,
    byDeeds: true,
    index: [['curriculum'], ['fromDay']],
    access: { read: office, create: editors, update: editors },
  },
)

export const audiences = ['official', 'border', 'police', 'civil_society', 'partner', 'focal', 'other'] as const
/** Nothing of these leaves the house but sums by unit. */
export const byUnitOnly: readonly string[] = ['border', 'police']

export const Learner = record(
  'coordination.learner',
  {
    /** Name, phone and e-mail, closed under the key that the vault holds for this row; empty: erased. */
    sealed: optional(text('Selado', 'Sealed', { letters: 4000, large: true })),
    organisation: optional(ref('organisations.organisation', 'Organização', 'Organisation')),
    role: optional(text('Função', 'Role', { letters: 120 })),
    audience: oneOf('Público', 'Audience', audiences),
    unit: optional(text('Unidade', 'Unit', { letters: 120 })),
    sex: code('sex', 'Sexo', 'Sex'),
    ageBand: optional(code('ageBand', 'Faixa etária', 'Age band')),
    disability: optional(boolean('Deficiência', 'Disability')),
    province: optional(text('Província', 'Province', { letters: 60 })),
    /** Whose account it is, so that people find their own certificates. */
    account: optional(ref('kernel.person', 'Conta', 'Account')),
    consentWording: text('Texto do consentimento', 'Wording of the consent', { letters: 60 }),
    consentAt: timestamp('Consentiu em', 'Consented at'),
    erasedAt: optional(timestamp('Apagado em', 'Erased at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Formando(a)', en: 'Trainee' }, many: { pt: 'Formandos', en: 'Trainees' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['account']],
    access: { read: organisers, create: editors, update: editors },
  },
)

export const Participation = record(
  'coordination.participation',
  {
    session: ref('coordination.training_session', 'Formação', 'Session'),
    learner: ref('coordination.learner', 'Formando(a)', 'Trainee'),
    /** One answer a half day; empty: not typed yet, which is not the same as absent. */
    attendance: json<boolean[]>('Presenças', 'Attendance'),
    preScore: optional(decimal('Teste inicial', 'Pre-test', percent)),
    postScore: optional(decimal('Teste final', 'Post-test', percent)),
    certificate: optional(text('Certificado', 'Certificate', { letters: 20, computed: true })),
    issuedOn: optional(date('Emitido em', 'Issued on', { computed: true })),
    issuedBy: optional(ref('kernel.person', 'Emitido por', 'Issued by', { computed: true })),
    refresherDue: optional(date('Reciclagem até', 'Refresher due', { computed: true })),
  },
  {
    labels: { one: { pt: 'Participação', en: 'Participation' }, many: { pt: 'Participações', en: 'Participations' } },
    class: 3,
    byDeeds: true,
    closed: true,
    unique: [['session', 'learner']],
    index: [['learner'], ['certificate']],
    access: { read: organisers, create: editors, update: editors },
  },
)

export const CoachingVisit = record(
  'coordination.coaching_visit',
  {
    learner: ref('coordination.learner', 'Formando(a)', 'Trainee'),
    day: date('Dia', 'Day'),
    task: text('Tarefa vista', 'Task seen', { letters: 300 }),
    score: optional(integer('Nota', 'Score', percent)),
    advice: text('Conselho', 'Advice', { letters: 2000 }),
  },
  {
    labels: { one: { pt: 'Visita de acompanhamento', en: 'Coaching visit' }, many: { pt: 'Visitas de acompanhamento', en: 'Coaching visits' } },
    class: 3,
    byDeeds: true,
    closed: true,
    index: [['learner']],
    access: { read: organisers, create: editors },
  },
)

export type CurriculumRow = RowOf<typeof Curriculum>
export type LearnerRow = RowOf<typeof Learner>
export type ParticipationRow = RowOf<typeof Participation>
export const learningReaders = ['clusterCoordinator', 'chief', 'coordinator', 'monitoring'] as const
