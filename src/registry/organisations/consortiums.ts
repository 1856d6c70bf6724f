/** Who belongs to which consortium and when: a consortium and its members are one presence, or they would look like a crowd (specification: coordination, 4.3). */
import { sql } from 'kysely'
import { audit, type Db, type House, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../kernel/index.ts'
import { ConsortiumMember } from './organisation.ts'

export type Membership = { consortium: string; consortiumName: string; member: string; fromDay: string | null; toDay: string | null }

/** The earliest first: who belongs to two at a time counts with the one it joined first. */
export const consortiumMembers = (db: Db): Promise<Membership[]> =>
  db.rows<Membership>(sql`
    select m.consortium, c.name as consortium_name, m.member, m.from_day, m.to_day from organisations.consortium_member m
    join organisations.organisation c on c.id = m.consortium order by m.from_day nulls first, m.recorded_at, m.id`)

const first = '0001-01-01'
const last = '9999-12-31'
type Days = { fromDay: string | null; toDay: string | null }
export const daysMeet = (one: Days, other: Days): boolean => (one.fromDay ?? first) <= (other.toDay ?? last) && (other.fromDay ?? first) <= (one.toDay ?? last)

export type MemberGiven = { consortium: string; member: string } & Days

async function wrong(db: Db, { consortium, member, ...days }: MemberGiven, id: string | null): Promise<Refusal[]> {
  const named = await db.rows<{ id: string; name: string; kind: string }>(sql`
    select id, name, kind from organisations.organisation where id = any (${[consortium, member]}::uuid[])`)
  const of = (wanted: string) => named.find((one) => one.id === wanted)
  const others = await db.rows<Days>(sql`
    select from_day, to_day from organisations.consortium_member where consortium = ${consortium} and member = ${member} and id is distinct from ${id}::uuid`)
  return [
    ...(of(consortium) && of(member) ? [] : [refuse('access.not-found')]),
    ...(of(consortium) && of(consortium)!.kind !== 'consortium' ? [refuse('organisation.no-consortium', { name: of(consortium)!.name })] : []),
    ...(consortium === member ? [refuse('organisation.member-of-itself')] : []),
    ...(days.fromDay && days.toDay && days.toDay < days.fromDay ? [refuse('organisation.ends-before-start', { start: days.fromDay, end: days.toDay })] : []),
    ...(others.some((other) => daysMeet(other, days)) ? [refuse('organisation.member-already', { name: of(member)?.name ?? '' })] : []),
  ]
}

/** `id` null: a new membership. */
export async function keepMember(db: Db, house: House, given: MemberGiven, id: string | null): Promise<{ id: string } | Refused> {
  const problems = await wrong(db, given, id)
  if (problems.length > 0) return { refused: problems }
  const kept = id
    ? await updateRow(db, ConsortiumMember, id, { fromDay: given.fromDay, toDay: given.toDay })
    : await insertRow(db, ConsortiumMember, { scope: house.pack.country.pcode, ...given })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, id ? 'consortium.change' : 'consortium.join', ConsortiumMember.name, kept.id, {})
  return { id: kept.id }
}
