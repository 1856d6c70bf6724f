/** The least that each record of meetings, learning and agreements asks for, for the access tables. */
import { sql } from 'kysely'
import { Curriculum, Learner, TrainingSession } from '../../src/domains/coordination/learning/learning.ts'
import { Meeting, MeetingGroup } from '../../src/domains/coordination/meetings/meeting.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'

export type CoordinationGround = {
  organisation: string
  group: string
  meeting: string
  curriculum: string
  session: string
  learner: string
  learners: string[]
}

const groupOf = (chair: string) => ({ name: { pt: 'a', en: 'a' }, kind: 'cluster' as const, chair, members: [chair], rhythm: 'monthly' as const })
const meetingOf = (meetingGroup: string) => ({
  ...{ meetingGroup, startsAt: '2021-06-01T08:00:00Z', endsAt: '2021-06-01T10:00:00Z', venue: 'Pemba', topics: [] },
  state: 'called' as const,
})

let courses = 0
const courseOf = () => ({
  ...{ code: 'GROUND', edition: ++courses, topic: { pt: 'a', en: 'a' }, focusArea: 12, hours: 8, language: 'Português', minimumAttendance: 80 },
})
const sessionOf = (curriculum: string) => ({
  ...{ curriculum, place: 'MZ0109', fromDay: '2021-06-01', toDay: '2021-06-02', halfDays: 4, trainers: [], countedOnly: [] },
})
const learnerOf = { sealed: 'box', audience: 'official' as const, sex: 'f', consentWording: '1', consentAt: '2021-06-01T08:00:00Z' }

/** Of the vault's class, which nobody here may see. */
export async function layCoordination(db: Db): Promise<CoordinationGround> {
  const common = { scope: 'MZ', class: 4 }
  const organisation = (await insertRow(db, Organisation, { ...common, name: 'Ground', kind: 'ngo' })).id
  const group = (await insertRow(db, MeetingGroup, { ...common, ...groupOf(organisation) })).id
  const meeting = (await insertRow(db, Meeting, { ...common, ...meetingOf(group) })).id
  const curriculum = (await insertRow(db, Curriculum, { ...common, ...courseOf() })).id
  const session = (await insertRow(db, TrainingSession, { ...common, ...sessionOf(curriculum) })).id
  const learner = (await insertRow(db, Learner, { ...common, ...learnerOf })).id
  // Each participation needs somebody of its own.
  const learners = await db.rows<{ id: string }>(sql`
    insert into coordination.learner (scope, class, sealed, audience, sex, consent_wording, consent_at)
    select 'MZ', 4, 'box', 'official', 'f', '1', now() from generate_series(1, 500) returning id`)
  return { organisation, group, meeting, curriculum, session, learner, learners: learners.map(({ id }) => id) }
}

export const coordinationAnswers = (
  { organisation, group, meeting, curriculum, session, learner, learners }: CoordinationGround,
  n: number,
): Record<string, Record<string, unknown>> => ({
  'coordination.meeting_group': groupOf(organisation),
  'coordination.meeting': meetingOf(group),
  'coordination.action_point': {
    ...{ meetingGroup: group, meeting, words: 'Report', owner: organisation, person: 'Somebody', due: '2021-06-08', firstDue: '2021-06-08' },
    ...{ moves: [], state: 'open', reminded: [] },
  },
  'coordination.curriculum': courseOf(),
  'coordination.training_session': sessionOf(curriculum),
  'coordination.learner': learnerOf,
  'coordination.participation': { session, learner: learners[n], attendance: [] },
  'coordination.coaching_visit': { learner, day: '2021-06-01', task: 'Task', advice: 'Advice' },
  'coordination.agreement': {
    ...{ kind: 'mou', title: 'Agreement', parties: [], fromDay: '2021-01-01', toDay: '2021-12-31', noticeDays: 30, deliverables: [], reports: [] },
    ...{ amendments: [], state: 'draft' },
  },
  'coordination.contact': { name: 'Contact', organisation, consent: 'public', consentOn: '2021-01-01', reviewBy: '2099-01-01', active: true },
  'coordination.service': { provider: organisation, kind: 'Service', place: 'MZ0109', status: 'unknown', sensitive: false },
})
