/**
 * What a partner says of its own activities: still true, ended, changed, or new. Until the lock it edits its rows; after the lock the same becomes a correction with a
 * reason, and what was locked stays as it was.
 */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { audit, type Db, insertRow, isId, type Refusal, type Refused, refuse, refused, today, updateRow } from '../../../kernel/index.ts'
import { Activity, type ActivityState } from './activity.ts'
import { keepAsNew, keepBefore } from './keepBefore.ts'
import { type CycleRow, currentCycle, isLocked } from './lifeOfCycle.ts'
import { isSaid, nobodySaid, partsOf, type ReachKind, type ReachUnit, reachedIn, type WhoReached } from './reach.ts'

export type Said = {
  status?: ActivityState
  fromDay?: string | null
  toDay?: string | null
  people?: number | null
  unit?: ReachUnit
  kind?: ReachKind | null
  who?: WhoReached
  description?: string | null
}
export type Answer = { activity: string; answer: 'yes' | 'ended' | 'changed'; said?: Said; reason?: string }
export type NewActivity = Said & {
  sector: string
  activityType: string
  place: string | null
  location?: string | null
  status: ActivityState
  reason?: string
}

type Standing = {
  id: string
  scope: string
  organisation: string
  status: ActivityState | null
  fromDay: string | null
  toDay: string | null
}

/** Everything that forbids an activity to say this. */
function wrongIn(said: Said, before: Partial<Standing> = {}): Refusal[] {
  const [status, start, end] = [said.status ?? before.status, said.fromDay ?? before.fromDay, said.toDay ?? before.toDay]
  return [
    ...(status === 'planned' && (said.people ?? 0) > 0 ? [refuse('coordination.planned-but-reached', { people: said.people! })] : []),
    ...(start && end && end < start ? [refuse('coordination.end-before-start', { start, end })] : []),
    ...(said.who && isSaid(said.who) && partsOf(said.who) > (said.people ?? 0)
      ? [refuse('coordination.parts-above-total', { parts: partsOf(said.who), total: said.people ?? 0 })]
      : []),
    ...(said.people !== undefined && said.people !== null && said.unit === undefined ? [refuse('coordination.unit-missing', {})] : []),
  ]
}

/** People whom a partner gives are counted by it; parts of an earlier total are no parts of this one. */
function reachOf({ people, unit = 'person', kind, who = nobodySaid }: Said) {
  if (people === undefined) return {}
  const parts = { reachedWomen: who.women, reachedMen: who.men, reachedGirls: who.girls, reachedBoys: who.boys }
  return { [reachedIn[unit]]: people, reachKind: kind ?? null, ...(unit === 'person' ? { ...parts, reachKnownBy: 'counted' as const } : {}) }
}

async function takeOne(db: Db, own: string, { activity, answer, said = {}, reason }: Answer, cycle: CycleRow | null): Promise<Refusal[]> {
  const row = isId(activity)
    ? await db.one<Standing>(sql`
        select id, scope, organisation, status, from_day, to_day from coordination.activity where id = ${activity} and organisation = ${own} for update`)
    : null
  if (!row) return [refuse('access.not-found')]
  const wanted: Said = answer === 'ended' ? { status: 'completed', toDay: said.toDay ?? today() } : answer === 'changed' ? said : {}
  const wrong = wrongIn(wanted, row)
  if (wrong.length > 0) return wrong
  const corrects = isLocked(cycle) && answer !== 'yes'
  if (corrects && !reason?.trim()) return [refuse('coordination.month-locked', { month: cycle!.month })]
  const kind = corrects ? 'correction' : answer === 'yes' ? 'confirmed' : answer
  await keepBefore(db, [row.id], { kind, cycle: cycle?.id ?? null, reason: reason?.trim() || null })
  const { people: _, unit: __, kind: ___, who: ____, ...fields } = wanted
  await updateRow(db, Activity, row.id, { ...fields, lastConfirmed: today(), ...reachOf(wanted) })
  return []
}

export async function answerFor(db: Db, own: string, answers: readonly Answer[]): Promise<{ answered: number } | Refused> {
  const cycle = await currentCycle(db)
  const wrong: Refusal[] = []
  for (const answer of answers) wrong.push(...(await takeOne(db, own, answer, cycle)))
  if (wrong.length > 0) return refused(...wrong)
  await audit(db, 'activity.answer', Activity.name, own, { answered: answers.length, month: cycle?.month ?? '' })
  return { answered: answers.length }
}

export async function addActivity(db: Db, own: string, home: string, given: NewActivity): Promise<{ id: string } | Refused> {
  const { people, unit, kind, who, place, reason, ...said } = given
  const cycle = await currentCycle(db)
  const wrong = wrongIn(given)
  if (isLocked(cycle) && !reason?.trim()) wrong.push(refuse('coordination.month-locked', { month: cycle!.month }))
  const known =
    place === null ? null : await db.one<{ id: string; pcode: string }>(sql`select id, pcode from places.place where pcode = ${place} and valid_to is null`)
  if (place !== null && !known) wrong.push(refuse('coordination.place-not-found', { code: place, suggestions: [] }))
  if (wrong.length > 0) return refused(...wrong)
  const content = createHash('sha256').update(JSON.stringify(given)).digest('hex')
  const row = await insertRow(db, Activity, {
    ...{ scope: known?.pcode ?? home, organisation: own, externalId: `portal ${randomUUID()}`, source: 'portal', place: known?.id ?? null, placeUnsure: false },
    ...{ ...said, lastConfirmed: today(), content, ...reachOf({ people: people ?? null, unit, kind, who }) },
  })
  if (isLocked(cycle)) await keepAsNew(db, [row.id], { kind: 'correction', cycle: cycle!.id, reason: reason!.trim() })
  await audit(db, 'activity.add', Activity.name, row.id, {})
  return { id: row.id }
}

export async function submitMonth(db: Db, own: string): Promise<{ state: 'submitted' } | Refused> {
  const cycle = await currentCycle(db)
  if (!cycle) return refused(refuse('coordination.no-month-open'))
  if (isLocked(cycle)) return refused(refuse('coordination.month-locked', { month: cycle.month }))
  const open = await db.one<{ n: number }>(sql`
    select count(*)::int as n from coordination.activity where organisation = ${own} and (status is null or status in ('planned', 'ongoing', 'suspended'))
      and (last_confirmed is null or last_confirmed < ${cycle.month}::date)`)
  if (open!.n > 0) return refused(refuse('coordination.stale', { activities: open!.n, month: cycle.month }))
  await db.run(sql`
    insert into coordination.monthly_report as m (scope, cycle, organisation, state, submitted_at) select c.scope, c.id, ${own}, 'submitted', now() from coordination.cycle c where c.id = ${cycle.id}
    on conflict (cycle, organisation) do update set state = 'submitted', submitted_at = coalesce(m.submitted_at, now()), version = m.version + 1`)
  await audit(db, 'month.submit', 'coordination.monthly_report', cycle.id, { organisation: own })
  return { state: 'submitted' }
}
