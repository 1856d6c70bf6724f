/** Projects as they are read: the list with what is under way and late, and one with its results, its activities and what was noted about each. */
import { sql } from 'kysely'
import { isLate } from '../../../engines/indicators/index.ts'
import { type Db, getRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { type LessonOfPlan, lessonsFor } from '../learning/lessonsFor.ts'
import type { PlannedActivityRow, ProgressNoteRow } from './plannedActivity.ts'
import { Project, type ProjectResultRow, type ProjectRow } from './project.ts'

export type ListedProject = ProjectRow & { donorName: string; activities: number; underWay: number; late: number; done: number }

const donorOf = sql`(select coalesce(o.acronym, o.name) from organisations.organisation o where o.id = p.donor)`

export async function listProjects(db: Db, today: string): Promise<ListedProject[]> {
  const projects = await db.rows<ProjectRow & { donorName: string }>(
    sql`select p.*, ${donorOf} as donor_name from results.project p order by p.state in ('closed', 'cancelled'), p.from_day desc, p.code`,
  )
  const activities = await db.rows<Pick<PlannedActivityRow, 'project' | 'state' | 'fromDay' | 'toDay'>>(
    sql`select project, state, from_day, to_day from results.planned_activity`,
  )
  return projects.map((project) => {
    const own = activities.filter((activity) => activity.project === project.id)
    const count = (fits: (activity: (typeof own)[number]) => boolean) => own.filter(fits).length
    return {
      ...project,
      activities: own.length,
      underWay: count(({ state }) => state === 'underWay'),
      late: count((activity) => isLate(activity, today)),
      done: count(({ state }) => state === 'done'),
    }
  })
}

export type ShownActivity = PlannedActivityRow & {
  late: boolean
  partnerNames: string[]
  placeNames: string[]
  notes: ProgressNoteRow[]
  lessons: LessonOfPlan[]
}
export type OneProject = { project: ProjectRow & { donorName: string }; results: ProjectResultRow[]; activities: ShownActivity[] }

export async function readProject(db: Db, id: string, today: string): Promise<OneProject | Refused> {
  const row = await getRow(db, Project, id)
  if (!row) return refused(refuse('access.not-found'))
  const donor = await db.one<{ name: string }>(sql`select ${donorOf} as name from results.project p where p.id = ${id}`)
  const results = await db.rows<ProjectResultRow>(sql`select * from results.project_result where project = ${id} order by kind desc, recorded_at, id`)
  const activities = await db.rows<Omit<ShownActivity, 'late' | 'notes' | 'lessons'>>(sql`
    select a.*,
      (select coalesce(jsonb_agg(coalesce(o.acronym, o.name) order by o.name), '[]') from organisations.organisation o
        where a.partners ? o.id::text) as partner_names,
      (select coalesce(jsonb_agg(p.name order by p.pcode), '[]') from places.place p where a.places ? p.pcode and p.valid_to is null) as place_names
    from results.planned_activity a where a.project = ${id} order by a.from_day, a.activity, a.id`)
  const notes = await db.rows<ProgressNoteRow>(sql`
    select n.* from results.progress_note n join results.planned_activity a on a.id = n.activity
    where a.project = ${id} order by n.day desc, n.recorded_at desc`)
  const shown: ShownActivity[] = []
  for (const activity of activities)
    shown.push({
      ...activity,
      late: isLate(activity, today),
      notes: notes.filter((note) => note.activity === activity.id),
      lessons: await lessonsFor(db, activity),
    })
  return { project: { ...row, donorName: donor!.name }, results, activities: shown }
}
