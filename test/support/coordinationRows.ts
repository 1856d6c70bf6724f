/** The least that each record of meetings, learning and agreements asks for, for the access tables. */
import { Meeting, MeetingGroup } from '../../src/domains/coordination/meetings/meeting.ts'
import { type Db, insertRow } from '../../src/kernel/index.ts'
import { Organisation } from '../../src/registry/organisations/organisation.ts'

export type CoordinationGround = { organisation: string; group: string; meeting: string }

const groupOf = (chair: string) => ({ name: { pt: 'a', en: 'a' }, kind: 'cluster' as const, chair, members: [chair], rhythm: 'monthly' as const })
const meetingOf = (meetingGroup: string) => ({
  ...{ meetingGroup, startsAt: '2021-06-01T08:00:00Z', endsAt: '2021-06-01T10:00:00Z', venue: 'Pemba', topics: [] },
  state: 'called' as const,
})

/** Of the vault's class, which nobody here may see. */
export async function layCoordination(db: Db): Promise<CoordinationGround> {
  const common = { scope: 'MZ', class: 4 }
  const organisation = (await insertRow(db, Organisation, { ...common, name: 'Ground', kind: 'ngo' })).id
  const group = (await insertRow(db, MeetingGroup, { ...common, ...groupOf(organisation) })).id
  const meeting = (await insertRow(db, Meeting, { ...common, ...meetingOf(group) })).id
  return { organisation, group, meeting }
}

export const coordinationAnswers = ({ organisation, group, meeting }: CoordinationGround): Record<string, Record<string, unknown>> => ({
  'coordination.meeting_group': groupOf(organisation),
  'coordination.meeting': meetingOf(group),
  'coordination.action_point': {
    ...{ meetingGroup: group, meeting, words: 'Report', owner: organisation, person: 'Somebody', due: '2021-06-08', firstDue: '2021-06-08' },
    ...{ moves: [], state: 'open', reminded: [] },
  },
})
