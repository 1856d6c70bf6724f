/** A meeting is called with an agenda that makes itself, and its minutes are typed once: what was decided and who does what by when is then on record. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, type Refusal, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { endingAgreements } from '../agreements/keepAgreement.ts'
import { type ActionLine, actionsOfMeeting, openActionsOf } from './actions.ts'
import { ActionPoint, Meeting, MeetingGroup, type MinuteItem, type Present } from './meeting.ts'

export type MeetingGiven = Pick<RowOf<typeof Meeting>, 'startsAt' | 'endsAt' | 'venue' | 'topics'>

export async function callMeeting(db: Db, group: string, given: MeetingGiven): Promise<{ id: string } | Refused> {
  const found = await getRow(db, MeetingGroup, group)
  if (!found) return refused(refuse('access.not-found'))
  if (given.endsAt <= given.startsAt) return refused(refuse('meeting.ends-before-start'))
  const meeting = await insertRow(db, Meeting, { scope: found.scope, meetingGroup: group, ...given, state: 'called' })
  await audit(db, 'meeting.call', Meeting.name, meeting.id)
  return { id: meeting.id }
}

/** It stays in the list, so that nobody waits for it. */
export async function cancelMeeting(db: Db, id: string): Promise<{ id: string } | Refused> {
  const meeting = await getRow(db, Meeting, id)
  if (!meeting) return refused(refuse('access.not-found'))
  if (meeting.state !== 'called') return refused(refuse('meeting.minuted-already'))
  await updateRow(db, Meeting, id, { state: 'cancelled' })
  await audit(db, 'meeting.cancel', Meeting.name, id)
  return { id }
}

type ActionGiven = { words: string; owner: string; person: string; due: string }
export type MinutesGiven = { present: Present[]; items: (MinuteItem & { actions: ActionGiven[] })[] }

function faults(given: MinutesGiven, members: readonly string[], day: string): Refusal[] {
  const actions = given.items.flatMap((item) => item.actions)
  const early = actions.filter(({ due }) => due < day)
  return [
    ...(given.present.length === 0 ? [refuse('meeting.nobody-present')] : []),
    ...(given.items.length === 0 ? [refuse('meeting.nothing-recorded')] : []),
    ...(actions.every(({ owner }) => members.includes(owner)) ? [] : [refuse('action.owner-not-member')]),
    ...(early.length > 0 ? [refuse('action.due-before-meeting', { list: early.map(({ due }) => due) })] : []),
  ]
}

export async function keepMinutes(db: Db, id: string, given: MinutesGiven): Promise<{ id: string; decisions: number; actions: number } | Refused> {
  // Two who send the same minutes would make each action twice.
  await db.rows(sql`select 1 from coordination.meeting where id = ${id} for update`)
  const meeting = await getRow(db, Meeting, id)
  if (!meeting) return refused(refuse('access.not-found'))
  if (meeting.state !== 'called') return refused(refuse('meeting.minuted-already'))
  const group = (await getRow(db, MeetingGroup, meeting.meetingGroup))!
  const day = meeting.startsAt.slice(0, 10)
  const problems = faults(given, group.members, day)
  if (problems.length > 0) return { refused: problems }
  const minutes = given.items.map(({ topic, said, decision }) => ({ topic, said: said || null, decision: decision || null }))
  await updateRow(db, Meeting, id, { state: 'held', present: given.present, minutes, minutedAt: new Date().toISOString() })
  let actions = 0
  for (const item of given.items)
    for (const { words, owner, person, due } of item.actions) {
      const about = { scope: meeting.scope, meetingGroup: group.id, meeting: id, decision: item.decision || null }
      await insertRow(db, ActionPoint, { ...about, words, owner, person, due, firstDue: due, moves: [], state: 'open', reminded: [] })
      actions++
    }
  const decisions = minutes.filter(({ decision }) => decision).length
  await audit(db, 'meeting.minutes', Meeting.name, id, { decisions, actions })
  return { id, decisions, actions }
}

export type AgendaItem = { kind: 'overdue' | 'open' | 'agreement' | 'topic'; text: string; due: string | null; who: string | null }

export type OpenMeeting = RowOf<typeof Meeting> & {
  group: { id: string; name: { pt: string; en: string }; chair: string; chairName: string; members: { id: string; name: string }[] }
  presentNames: { name: string; people: number }[]
  agenda: AgendaItem[]
  actions: ActionLine[]
}

export async function openMeeting(db: Db, id: string, today: string): Promise<OpenMeeting | null> {
  const meeting = await getRow(db, Meeting, id)
  const group = meeting && (await getRow(db, MeetingGroup, meeting.meetingGroup))
  if (!meeting || !group) return null
  const wanted = [...group.members, ...(meeting.present ?? []).map(({ organisation }) => organisation)]
  const names = await db.rows<{ id: string; name: string }>(
    sql`select id, name from organisations.organisation where id = any (${wanted}::uuid[]) order by name`,
  )
  const nameOf = (organisation: string) => names.find((one) => one.id === organisation)?.name ?? ''
  // Who reads the minutes reads them whole, as they lay on the table; the list of actions is narrower.
  const { open, ending, actions } = await asTheHouse(db, async (house) => ({
    open: meeting.state === 'called' ? await openActionsOf(house, group.id, today) : [],
    ending: meeting.state === 'called' ? await endingAgreements(house, group.members, today) : [],
    actions: await actionsOfMeeting(house, id, today),
  }))
  return {
    ...meeting,
    group: {
      ...{ id: group.id, name: group.name, chair: group.chair, chairName: nameOf(group.chair) },
      members: names.filter((one) => group.members.includes(one.id)),
    },
    presentNames: (meeting.present ?? []).map(({ organisation, people }) => ({ name: nameOf(organisation), people })),
    agenda: [
      ...open.map(({ words, due, late, ownerName }): AgendaItem => ({ kind: late ? 'overdue' : 'open', text: words, due, who: ownerName })),
      ...ending.map(({ title, toDay }): AgendaItem => ({ kind: 'agreement', text: title, due: toDay, who: null })),
      ...meeting.topics.map((text): AgendaItem => ({ kind: 'topic', text, due: null, who: null })),
    ],
    actions,
  }
}
