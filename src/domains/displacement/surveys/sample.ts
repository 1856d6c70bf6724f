/**
 * What a survey stands on: the frame that was drawn from, each unit that was drawn with its chance and what became of it, the plan of the analysis as it was
 * written before the answers came, and the answers themselves.
 */
import { boolean, code, date, decimal, integer, json, oneOf, optional, type RowOf, record, ref, text } from '../../../kernel/index.ts'
import { areaReads, officeReads } from '../round.ts'

/** `place` where the unit is one of the register, or lies in one; a list of households has codes and no names. */
export type FramedUnit = { code: string; name: string; stratum: string; cluster: string | null; size: number; place: string | null }

const frameKinds = ['places', 'sites', 'list'] as const
export const strataLevels = ['none', 'province', 'district'] as const

const officers = { dataOfficer: 'area', coordinator: 'area', chief: 'all', monitoring: 'all' } as const

export const SampleFrame = record(
  'displacement.sample_frame',
  {
    survey: ref('displacement.survey', 'Inquérito', 'Survey'),
    number: integer('Número', 'Number', { min: 1 }),
    kind: oneOf('Tipo', 'Kind', frameKinds),
    sourceRound: optional(ref('displacement.round', 'Ronda de origem', 'Source round')),
    source: text('Fonte', 'Source', { letters: 500 }),
    strataBy: oneOf('Estratos', 'Strata', ['none', 'province', 'district', 'list']),
    unitCount: integer('Unidades', 'Units', { min: 1 }),
    households: integer('Agregados', 'Households', { min: 0 }),
    /** Places of the round that nobody could have drawn, because their number of households is not known. */
    withoutSize: json<string[]>('Sem tamanho conhecido', 'Without a known size'),
    hash: text('Impressão digital', 'Hash', { letters: 64 }),
    units: json<FramedUnit[]>('Lista', 'List', { large: true }),
  },
  {
    labels: { one: { pt: 'Base de amostragem', en: 'Sample frame' }, many: { pt: 'Bases de amostragem', en: 'Sample frames' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['survey', 'number']],
    access: { read: officers, create: ['dataOfficer'] },
  },
)

/** `waiting`: nobody has been there yet. `outOfScope`: it does not belong to the population after all, and stands for nobody. */
export const unitStatuses = ['waiting', 'visited', 'refused', 'absent', 'unreachable', 'outOfScope', 'replaced'] as const

export const SampledUnit = record(
  'displacement.sampled_unit',
  {
    survey: ref('displacement.survey', 'Inquérito', 'Survey'),
    draw: integer('Sorteio', 'Draw', { min: 1 }),
    code: text('Código', 'Code', { letters: 100 }),
    name: text('Nome', 'Name', { letters: 300 }),
    /** The unit of the frame that this is, or lies in. */
    frameCode: text('Código na base', 'Code in the frame', { letters: 100 }),
    place: optional(ref('places.place', 'Lugar', 'Place')),
    stratum: text('Estrato', 'Stratum', { letters: 200 }),
    cluster: optional(text('Conglomerado', 'Cluster', { letters: 200 })),
    stage: integer('Etapa', 'Stage', { min: 1, max: 2 }),
    /** Somebody is interviewed here; a cluster is only gone to. */
    asked: boolean('É entrevistado', 'Is interviewed'),
    role: oneOf('Papel', 'Role', ['drawn', 'reserve']),
    turn: integer('Ordem do sorteio', 'Order of the draw', { min: 1 }),
    firstChance: decimal('Probabilidade da 1.ª etapa', 'Chance of the first stage'),
    secondChance: decimal('Probabilidade da 2.ª etapa', 'Chance of the second stage'),
    firstPopulation: optional(integer('Unidades do estrato', 'Units of the stratum', { min: 1 })),
    secondPopulation: optional(integer('Agregados do conglomerado', 'Households of the cluster', { min: 0 })),
    weight: decimal('Ponderador de base', 'Base weight'),
    status: oneOf('Situação', 'Status', unitStatuses),
    note: optional(text('Nota', 'Note', { letters: 500 })),
    replaces: optional(ref('displacement.sampled_unit', 'Substitui', 'Replaces')),
    replacementReason: optional(code('replacementReason', 'Motivo da substituição', 'Reason for replacing')),
  },
  {
    labels: { one: { pt: 'Unidade sorteada', en: 'Sampled unit' }, many: { pt: 'Unidades sorteadas', en: 'Sampled units' } },
    class: 2,
    byDeeds: true,
    title: 'name',
    unique: [['survey', 'draw', 'code']],
    index: [['survey', 'draw', 'cluster'], ['replaces']],
    access: { read: { ...areaReads, enumerator: 'area' }, create: ['dataOfficer'], update: ['dataOfficer', 'coordinator'] },
  },
)

export const statistics = ['share', 'mean', 'total', 'ratio', 'median'] as const

/** A line of the analysis plan. A change is a new edition beside the old one, with its reason once answers have come. */
export const PlanLine = record(
  'displacement.plan_line',
  {
    survey: ref('displacement.survey', 'Inquérito', 'Survey'),
    code: text('Código', 'Code', { letters: 60, hxl: '#indicator+code' }),
    edition: integer('Edição', 'Edition', { min: 1 }),
    turn: integer('Ordem', 'Order', { min: 1 }),
    label: json<{ pt: string; en: string }>('Indicador', 'Indicator'),
    statistic: oneOf('Medida', 'Statistic', statistics),
    question: text('Pergunta (numerador)', 'Question (numerator)', { letters: 200 }),
    /** Of a share: the answers that count as one; none: each answer by itself. */
    answers: json<string[]>('Respostas que contam', 'Answers that count'),
    /** Answers that say nothing, as "prefers not to say": they are no answer, and never a no. */
    noAnswer: json<string[]>('Respostas que não contam', 'Answers that are none'),
    denominator: optional(text('Pergunta (denominador)', 'Question (denominator)', { letters: 200 })),
    breakdowns: json<string[]>('Desagregações', 'Breakdowns'),
    /** Written or changed when answers were already there; readers are told. */
    afterAnswers: boolean('Depois das respostas', 'After the answers'),
    reason: optional(text('Motivo da alteração', 'Reason for the change', { letters: 1000 })),
    dropped: boolean('Retirado', 'Dropped'),
  },
  {
    labels: { one: { pt: 'Linha do plano de análise', en: 'Analysis plan line' }, many: { pt: 'Plano de análise', en: 'Analysis plan' } },
    class: 2,
    byDeeds: true,
    appendOnly: true,
    unique: [['survey', 'code', 'edition']],
    access: { read: officeReads, create: ['dataOfficer'] },
  },
)

/** What one form said of one unit. Of two complete ones a person chooses; both are kept. */
export const SurveyAnswer = record(
  'displacement.survey_answer',
  {
    survey: ref('displacement.survey', 'Inquérito', 'Survey'),
    unit: ref('displacement.sampled_unit', 'Unidade', 'Unit'),
    day: optional(date('Dia', 'Day')),
    outcome: oneOf('Resultado', 'Outcome', ['visited', 'refused', 'absent', 'unreachable', 'outOfScope']),
    answers: json<Record<string, unknown>>('Respostas', 'Answers', { large: true }),
    chosen: optional(boolean('Escolhida', 'Chosen')),
    choiceNote: optional(text('Porque foi escolhida', 'Why it was chosen', { letters: 500 })),
  },
  {
    labels: { one: { pt: 'Respostas de inquérito', en: 'Survey answers' }, many: { pt: 'Respostas de inquéritos', en: 'Survey answers' } },
    class: 3,
    byDeeds: true,
    index: [['survey'], ['unit'], ['recordedAt', 'id']],
    access: { read: { dataOfficer: 'area', monitoring: 'all', enumerator: 'own' }, create: ['dataOfficer', 'enumerator'], update: ['dataOfficer'] },
  },
)

export type SampleFrameRow = RowOf<typeof SampleFrame>
export type SampledUnitRow = RowOf<typeof SampledUnit>
export type PlanLineRow = RowOf<typeof PlanLine>
export type SurveyAnswerRow = RowOf<typeof SurveyAnswer>
