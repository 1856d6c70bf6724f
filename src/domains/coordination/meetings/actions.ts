/**
 * Actions after the meeting: whose they are, how late, and how they end. Closing needs evidence; a day that is moved keeps the first one, so that nobody is on time by
 * moving it.
 */
import { sql } from 'kysely'
import { type Actor, asTheHouse, audit, type Db, getRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { ActionPoint, type ActionRow } from './meeting.ts'

export type ActionLine = Pick<
  ActionRow,
  | 'id'
  | 'meetingGroup'
  | 'meeting'
  | 'decision'
  | 'words'
  | 'owner'
  | 'person'
  | 'due'
  | 'firstDue'
  | 'moves'
  | 'state'
  | 'evidence'
  | 'closedOn'
  | 'dropReason'
  | 'reminded'
> & { groupName: { pt: string; en: string }; ownerName: string; late: boolean; mine: boolean }

const lines = (db: Db, where: ReturnType<typeof sql>, { today, actor }: { today: string; actor: Actor }) =>
  db.rows<ActionLine>(sql`
    select a.id, a.meeting_group, a.meeting, a.decision, a.words, a.owner, a.person, a.due, a.first_due, a.moves, a.state, a.evidence, a.closed_on, a.drop_reason,
      a.reminded, g.name as group_name, o.name as owner_name, a.state = 'open' and a.due < ${today}::date as late,
      coalesce(a.owner = ${actor.organisation ?? null}::uuid, false) as mine
    from coordination.action_point a join coordination.meeting_group g on g.id = a.meeting_group join organisations.organisation o on o.id = a.owner
    where ${where} order by a.state <> 'open', a.due, a.id`)

/** The actions that a person may see: the office all, a partner its own and those of groups that its organisation chairs. */
export async function actionsFor(db: Db, today: string): Promise<ActionLine[]> {
  const about = { today, actor: db.actor }
  const own = await lines(db, sql`true`, about)
  const { organisation } = db.actor
  if (!organisation) return own
  const chaired = await asTheHouse(db, (house) => lines(house, sql`g.chair = ${organisation}::uuid`, about))
  return [...own, ...chaired.filter(({ id }) => !own.some((one) => one.id === id))]
}

export const actionsOfMeeting = (db: Db, meeting: string, today: string): Promise<ActionLine[]> =>
  lines(db, sql`a.meeting = ${meeting}::uuid`, { today, actor: db.actor })

export const openActionsOf = (db: Db, group: string, today: string): Promise<ActionLine[]> =>
  lines(db, sql`a.meeting_group = ${group}::uuid and a.state = 'open'`, { today, actor: db.actor })

async function change(db: Db, id: string, deed: string, decide: (action: ActionRow) => Partial<ActionRow> | Refused): Promise<{ id: string } | Refused> {
  const action = await getRow(db, ActionPoint, id)
  if (!action) return refused(refuse('access.not-found'))
  if (action.state !== 'open') return refused(refuse('action.ended-already'))
  const decided = decide(action)
  if ('refused' in decided) return decided as Refused
  await updateRow(db, ActionPoint, id, decided)
  await audit(db, deed, ActionPoint.name, id, decided.due ? { from: action.due, to: decided.due } : {})
  return { id }
}

export const closeAction = (db: Db, id: string, evidence: string, today: string) =>
  change(db, id, 'action.close', () =>
    evidence.trim() === '' ? refused(refuse('action.evidence-missing')) : { state: 'done', evidence: evidence.trim(), closedOn: today },
  )

export const dropAction = (db: Db, id: string, reason: string, today: string) =>
  change(db, id, 'action.drop', () =>
    reason.trim() === '' ? refused(refuse('action.reason-missing')) : { state: 'dropped', dropReason: reason.trim(), closedOn: today },
  )

export const moveDue = (db: Db, id: string, { due, reason }: { due: string; reason: string }, today: string) =>
  change(db, id, 'action.due-moved', (action) => {
    if (reason.trim() === '') return refused(refuse('action.reason-missing'))
    if (due === action.due || due < today) return refused(refuse('action.due-past', { due }))
    return { due, moves: [...action.moves, { from: action.due, to: due, reason: reason.trim(), by: db.actor.userId, on: today }] }
  })
