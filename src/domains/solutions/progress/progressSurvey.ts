/**
 * Progress towards solutions, displaced people beside their hosts, criterion by criterion. Both are published together or not at all. Strategy: focus area 7, key result 1;
 * IASC Framework on Durable Solutions.
 */
import type { CompositeModel, Share, SolutionCriterion } from '../../../engines/solutions/index.ts'
import { date, json, oneOf, optional, type RowOf, record, text } from '../../../kernel/index.ts'
import { officers, openReads } from '../office.ts'

/** Null hosts: they were not asked. */
export type CriterionAnswers = { criterion: SolutionCriterion; question: string; displaced: Share; hosts: Share | null }

export const ProgressSurvey = record(
  'solutions.progress_survey',
  {
    place: text('Lugar', 'Place', { letters: 60, hxl: '#loc+code' }),
    asOf: date('Data', 'As of'),
    source: text('Inquérito', 'Survey', { letters: 300 }),
    frame: text('Base de amostragem', 'Sampling frame', { letters: 300 }),
    basis: oneOf('De onde vem', 'Basis', ['interviews', 'administrative']),
    answers: json<CriterionAnswers[]>('Respostas', 'Answers'),
    model: optional(json<CompositeModel>('Modelo do índice', 'Model of the index')),
  },
  {
    labels: { one: { pt: 'Inquérito de progresso', en: 'Progress survey' }, many: { pt: 'Inquéritos de progresso', en: 'Progress surveys' } },
    class: 2,
    title: 'source',
    byDeeds: true,
    appendOnly: true,
    unique: [['place', 'asOf', 'source']],
    access: { read: openReads, create: [...officers, 'monitoring'], update: [] },
  },
)
export type ProgressSurveyRow = RowOf<typeof ProgressSurvey>
