/** Groups: made, changed, and listed with the next meeting and what became of their actions. */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refusal, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { type Discipline, disciplineOf, type Promised } from './discipline.ts'
import { MeetingGroup } from './meeting.ts'

export type GroupGiven = Pick<RowOf<typeof MeetingGroup>, 'name' | 'kind' | 'terms' | 'chair' | 'members' | 'rhythm'>

async function wrong(db: Db, { chair, members }: GroupGiven): Promise<Refusal[]> {
  const known = await db.one<{ n: number }>(sql`select count(*)::int as n from organisations.organisation where id = any (${[...members]}::uuid[])`)
  return [
    ...(members.includes(chair) ? [] : [refuse('group.chair-not-member')]),
    ...(known!.n === new Set(members).size ? [] : [refuse('group.organisation-unknown')]),
  ]
}

/** `id` null: a new one. */
export async function keepGroup(db: Db, house: House, given: GroupGiven, id: string | null): Promise<{ id: string } | Refused> {
  const values = { ...given, members: [...new Set(given.members)] }
  const problems = await wrong(db, values)
  if (problems.length > 0) return { refused: problems }
  const kept = id ? await updateRow(db, MeetingGroup, id, values) : await insertRow(db, MeetingGroup, { scope: house.pack.country.pcode, ...values })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, id ? 'group.change' : 'group.create', MeetingGroup.name, kept.id, { members: values.members.length })
  return { id: kept.id }
}

export type GroupLine = Pick<RowOf<typeof MeetingGroup>, 'id' | 'name' | 'kind' | 'terms' | 'rhythm' | 'chair' | 'version'> & {
  chairName: string
  members: { id: string; name: string; acronym: string | null }[]
  meetings: { id: string; startsAt: string; state: string }[]
  discipline: Discipline
}

type Kept = Omit<GroupLine, 'discipline'> & { actions: Promised[] }

export async function groupsNow(db: Db, today: string): Promise<GroupLine[]> {
  const groups = await db.rows<Kept>(sql`
    select g.id, g.name, g.kind, g.terms, g.rhythm, g.chair, g.version, c.name as chair_name,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'acronym', o.acronym) order by o.name), '[]')
        from organisations.organisation o where jsonb_exists(g.members, o.id::text)) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', m.starts_at, 'state', m.state) order by m.starts_at desc), '[]')
        from coordination.meeting m where m.meeting_group = g.id) as meetings,
      (select coalesce(jsonb_agg(jsonb_build_object('state', a.state, 'firstDue', a.first_due, 'closedOn', a.closed_on)), '[]')
        from coordination.action_point a where a.meeting_group = g.id) as actions
    from coordination.meeting_group g join organisations.organisation c on c.id = g.chair order by g.recorded_at, g.id`)
  return groups.map(({ actions, ...group }) => ({ ...group, discipline: disciplineOf(actions, today) }))
}
