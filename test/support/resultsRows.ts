/** Rows of the results framework for the access tables, and what they stand on. */
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/index.ts'
import { Evaluation, Lesson, PlannedActivity, Project } from '../../src/registry/results/index.ts'

export type ResultsGround = { donor: string; project: string; activity: string; lesson: string; evaluation: string }

const both = (words: string) => ({ pt: `${words} (pt)`, en: `${words} (en)` })
const dates = { fromDay: '2021-01-01', toDay: '2021-12-31' }
const projectOf = (donor: string, code: string) => ({
  ...{ code, name: both('Project'), summary: both('Summary'), donor, budget: { minor: 100, currency: 'USD' }, ...dates },
  ...{ state: 'pipeline' as const, open: false },
})
const activityOf = (project: string) => ({
  ...{ project, activity: 'FA12.C', name: both('Activity'), places: ['MZ'], partners: [], ...dates, markers: [], state: 'planned' as const },
})
const lessonOf = (title: string) => ({
  ...{ kind: 'lesson' as const, title, area: 12, happened: 'a', why: 'b', advice: 'c', strength: 'oneObservation' as const },
})
const evaluationOf = (title: string) => ({ title, questions: 'a', team: 'b', day: '2021-06-01', report: 'c' })
const mark = (name: string) => ({ [`${name}Mark`]: 3, [`${name}Words`]: 'because' })

/** Of the vault's class, which nobody here may see. */
export async function layResults(db: Db): Promise<ResultsGround> {
  const common = { scope: 'MZ', class: 4 }
  const donor = (await insertRow(db, Organisation, { ...common, name: 'Ground of results', kind: 'ngo' })).id
  const project = (await insertRow(db, Project, { ...common, ...projectOf(donor, 'GROUND') })).id
  const activity = (await insertRow(db, PlannedActivity, { ...common, ...activityOf(project) })).id
  const lesson = (await insertRow(db, Lesson, { ...common, ...lessonOf('Ground') })).id
  const evaluation = (await insertRow(db, Evaluation, { ...common, ...evaluationOf('Ground') })).id
  return { donor, project, activity, lesson, evaluation }
}

export const resultsRows = ({ donor, project, activity, lesson, evaluation }: ResultsGround, n: number): Record<string, Record<string, unknown>> => ({
  'results.indicator_value': {
    ...{ indicator: '15.1', indicatorVersion: 1, fromDay: '2021-01-01', toDay: '2021-01-31', edition: n, method: 'computed', state: 'computed' },
  },
  'results.indicator_mark': { indicator: '15.1', kind: 'target', day: '2021-12-31', source: `Source ${n}` },
  'results.strategy_report': { kind: 'quarter', fromDay: '2021-01-01', toDay: '2021-03-31', edition: n, state: 'draft' },
  'results.remark': { indicator: '15.1', words: `Remark ${n}` },
  'results.project': projectOf(donor, `P${n}`),
  'results.project_result': { project, kind: 'output', name: both('Result'), indicators: [] },
  'results.planned_activity': activityOf(project),
  'results.progress_note': { activity, day: '2021-06-01', words: 'Moved' },
  'results.lesson': lessonOf(`Lesson ${n}`),
  'results.lesson_answer': { lesson, activity, answer: 'applied', words: 'So' },
  'results.evaluation': evaluationOf(`Evaluation ${n}`),
  'results.recommendation': { evaluation, words: 'Do it', state: 'open' },
  'results.risk': {
    ...{ title: `Risk ${n}`, likelihood: 1, impact: 5, harm: true, mitigation: 'a', owner: 'b', reviewOn: '2021-06-01', standing: 'open' },
  },
  'results.monitoring_plan': { indicator: `1.${n}`, tool: 'a', sample: 'b', frequency: 'month', responsible: 'c' },
  'results.monitoring_visit': { title: `Visit ${n}`, due: '2021-06-01', checklist: 'a' },
  'results.quality_check': {
    ...{ indicator: '15.1', day: '2021-06-01', ...mark('validity'), ...mark('reliability'), ...mark('timeliness'), ...mark('precision'), ...mark('integrity') },
  },
})
