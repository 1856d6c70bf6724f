/** The lives of a project and of what it plans: nothing begins while a lesson about it is unanswered, and nothing is done without a word on what moved. */
import { sql } from 'kysely'
import { type Refusal, refuse, type StepContext, text, workflow } from '../../../kernel/index.ts'
import { lessonsFor } from '../learning/lessonsFor.ts'
import { PlannedActivity, type PlannedActivityRow } from './plannedActivity.ts'
import { Project, type ProjectRow } from './project.ts'

async function activitiesOpen({ id }: ProjectRow, { db }: StepContext): Promise<Refusal[]> {
  const open = await db.one<{ n: number }>(
    sql`select count(*)::int as n from results.planned_activity where project = ${id} and state in ('planned', 'underWay')`,
  )
  return open!.n > 0 ? [refuse('results.activities-open', { n: open!.n })] : []
}

async function lessonsUnanswered(activity: PlannedActivityRow, { db }: StepContext): Promise<Refusal[]> {
  const waiting = (await lessonsFor(db, activity)).filter(({ answer }) => answer === null)
  return waiting.length > 0 ? [refuse('results.lesson-unanswered', { lessons: waiting.map(({ title }) => title) })] : []
}

async function nothingMoved({ id }: PlannedActivityRow, { db }: StepContext): Promise<Refusal[]> {
  return (await db.one(sql`select 1 from results.progress_note where activity = ${id}`)) ? [] : [refuse('results.no-progress-note')]
}

const cancel = { label: { pt: 'Cancelar o projecto', en: 'Cancel the project' }, to: 'cancelled', by: ['chief'], unless: [activitiesOpen] } as const
const suspend = { label: { pt: 'Suspender', en: 'Suspend' }, to: 'suspended', by: ['monitoring', 'chief'] } as const

export const lifeOfProject = workflow(Project, {
  pipeline: { begin: { label: { pt: 'Começar a execução', en: 'Begin implementation' }, to: 'implementation', by: ['monitoring'] }, cancel },
  implementation: { finish: { label: { pt: 'Passar à finalização', en: 'Go to finalisation' }, to: 'finalisation', by: ['monitoring'] }, suspend, cancel },
  finalisation: {
    close: { label: { pt: 'Encerrar', en: 'Close' }, to: 'closed', by: ['monitoring', 'chief'], unless: [activitiesOpen] },
    suspend,
    cancel,
  },
  suspended: { resume: { label: { pt: 'Retomar', en: 'Resume' }, to: 'implementation', by: ['monitoring', 'chief'] }, cancel },
  closed: {},
  cancelled: {},
})

const drop = {
  label: { pt: 'Cancelar a actividade', en: 'Cancel the activity' },
  to: 'cancelled',
  by: ['monitoring'],
  asks: { reason: text('Porque se cancela', 'Why it is cancelled', { letters: 1000 }) },
  also: async (_: PlannedActivityRow, { input }: StepContext) => ({ cancelledBecause: String(input.reason) }),
} as const

export const lifeOfActivity = workflow(PlannedActivity, {
  planned: {
    begin: { label: { pt: 'Começar', en: 'Begin' }, to: 'underWay', by: ['monitoring', 'coordinator'], unless: [lessonsUnanswered] },
    cancel: drop,
  },
  underWay: {
    finish: { label: { pt: 'Dar por feita', en: 'Mark as done' }, to: 'done', by: ['monitoring', 'coordinator'], unless: [nothingMoved] },
    cancel: drop,
  },
  done: {},
  cancelled: {},
})
