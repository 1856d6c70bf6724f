/**
 * How partners meet: a group with its members and its rhythm, its meetings, and the actions that come out of them. Strategy: focus area 12, key result 4 and activities
 * A and B; meetings and forums of focus areas 1 to 15.
 */
import { bilingual, date, json, oneOf, optional, type RowOf, record, ref, text, timestamp } from '../../../kernel/index.ts'

export const groupKinds = ['cluster', 'working_group', 'task_force', 'forum', 'reference_group', 'committee'] as const
export const rhythms = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'as_needed'] as const

const office = { clusterCoordinator: 'all', chief: 'all', coordinator: 'all', monitoring: 'all' } as const
/** A partner reads of the groups that its organisation belongs to. */
const isMember = (members: string) => `jsonb_exists(${members}, (select current_setting('app.organisation')))`
const editors = ['clusterCoordinator'] as const

export const MeetingGroup = record(
  'coordination.meeting_group',
  {
    name: bilingual('Nome', 'Name'),
    kind: oneOf('Tipo', 'Kind', groupKinds),
    terms: optional(text('Termos de referência', 'Terms of reference', { letters: 4000 })),
    chair: ref('organisations.organisation', 'Preside', 'Chair'),
    /** Ids of organisations; the chair is one of them. */
    members: json<string[]>('Membros', 'Members', { holds: 'organisations.organisation' }),
    rhythm: oneOf('Ritmo', 'Rhythm', rhythms),
  },
  {
    labels: { one: { pt: 'Grupo', en: 'Group' }, many: { pt: 'Grupos', en: 'Groups' } },
    class: 2,
    byDeeds: true,
    closed: true,
    access: { read: { ...office, partner: { condition: isMember('r.members') } }, create: editors, update: editors },
  },
)

/** How many people of each organisation were in the room; who they were is not kept. */
export type Present = { organisation: string; people: number }
/** What was said on one topic, as it was typed. The actions stand in rows of their own. */
export type MinuteItem = { topic: string; said: string | null; decision: string | null }

export const Meeting = record(
  'coordination.meeting',
  {
    meetingGroup: ref('coordination.meeting_group', 'Grupo', 'Group'),
    startsAt: timestamp('Início', 'Starts at'),
    endsAt: timestamp('Fim', 'Ends at'),
    venue: text('Local', 'Venue', { letters: 300 }),
    /** Typed beside what open actions and ending agreements put on the agenda by themselves. */
    topics: json<string[]>('Outros assuntos', 'Other topics'),
    state: oneOf('Estado', 'State', ['called', 'held', 'cancelled'], { computed: true }),
    present: optional(json<Present[]>('Presenças', 'Present', { computed: true, holds: 'organisations.organisation' })),
    minutes: optional(json<MinuteItem[]>('Acta', 'Minutes', { computed: true, large: true })),
    minutedAt: optional(timestamp('Acta de', 'Minuted at', { computed: true })),
  },
  {
    labels: { one: { pt: 'Reunião', en: 'Meeting' }, many: { pt: 'Reuniões', en: 'Meetings' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['meetingGroup', 'startsAt']],
    access: {
      read: {
        ...office,
        partner: { condition: `exists (select 1 from coordination.meeting_group g where g.id = r.meeting_group and ${isMember('g.members')})` },
      },
      create: editors,
      update: editors,
    },
  },
)

export type DueMoved = { from: string; to: string; reason: string; by: string | null; on: string }

export const ActionPoint = record(
  'coordination.action_point',
  {
    meetingGroup: ref('coordination.meeting_group', 'Grupo', 'Group'),
    meeting: ref('coordination.meeting', 'Reunião', 'Meeting'),
    decision: optional(text('Decisão', 'Decision', { letters: 2000 })),
    words: text('Acção', 'Action', { letters: 1000 }),
    owner: ref('organisations.organisation', 'Responsável', 'Owner'),
    person: text('Pessoa', 'Person', { letters: 120 }),
    due: date('Prazo', 'Due'),
    /** What discipline is measured by: moving the day never changes it. */
    firstDue: date('Primeiro prazo', 'First due day'),
    moves: json<DueMoved[]>('Prazos mudados', 'Due days moved'),
    state: oneOf('Estado', 'State', ['open', 'done', 'dropped'], { computed: true }),
    evidence: optional(text('Prova', 'Evidence', { letters: 2000 })),
    closedOn: optional(date('Fechada em', 'Closed on', { computed: true })),
    dropReason: optional(text('Porque caiu', 'Why it was dropped', { letters: 500 })),
    /** Which due day was brought to mind how many days before: each once. */
    reminded: json<string[]>('Lembretes', 'Reminders', { computed: true }),
  },
  {
    labels: { one: { pt: 'Acção', en: 'Action' }, many: { pt: 'Acções', en: 'Actions' } },
    class: 2,
    title: 'words',
    byDeeds: true,
    closed: true,
    index: [['meetingGroup'], ['meeting'], ['owner'], ['due']],
    access: { read: { ...office, partner: { organisation: 'owner' } }, create: editors, update: [...editors, 'partner'] },
  },
)

export type ActionRow = RowOf<typeof ActionPoint>
export const meetingReaders = ['clusterCoordinator', 'chief', 'coordinator', 'monitoring', 'partner'] as const
