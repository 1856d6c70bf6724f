/** The month of the 4W as coordination leads it: opened for every organisation with work under way, reminded, validated, locked. Silence is "not confirmed", and never "ended". */
import { sql } from 'kysely'
import { audit, type Db, insertRow, isId, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Cycle } from './cycle.ts'

export type CycleRow = {
  id: string
  month: string
  dueOn: string
  state: 'open' | 'validated' | 'locked' | 'published'
  remindedAt: string | null
  slug: string | null
}
const columns = sql.raw('c.id, c.month, c.due_on, c.state, c.reminded_at, c.slug')

export const currentCycle = (db: Db) => db.one<CycleRow>(sql`select ${columns} from coordination.cycle c order by c.month desc limit 1`)
export const isLocked = (cycle: CycleRow | null): boolean => cycle !== null && (cycle.state === 'locked' || cycle.state === 'published')
export const oneCycle = async (db: Db, id: string) =>
  isId(id) ? db.one<CycleRow>(sql`select ${columns} from coordination.cycle c where c.id = ${id} for update`) : null

export async function openCycle(db: Db, home: string, { month, dueOn }: { month: string; dueOn: string }): Promise<{ id: string; partners: number } | Refused> {
  if (!month.endsWith('-01')) return refused(refuse('coordination.month-begins-first', { month }))
  if (dueOn < month) return refused(refuse('coordination.due-before-month', { month, dueOn }))
  const last = await currentCycle(db)
  if (last?.month === month) return refused(refuse('coordination.month-open-already', { month }))
  if (last && (last.state === 'open' || last.state === 'validated')) return refused(refuse('coordination.earlier-month-open', { month: last.month }))
  const { id } = await insertRow(db, Cycle, { scope: home, month, dueOn, state: 'open' })
  const partners = await db.run(sql`
    insert into coordination.monthly_report (scope, cycle, organisation, state)
    select ${home}, ${id}, a.organisation, 'waiting' from coordination.activity a
    where a.status is null or a.status in ('planned', 'ongoing', 'suspended') group by a.organisation`)
  await audit(db, 'cycle.open', Cycle.name, id, { month, partners })
  return { id, partners }
}

const from: Record<'remind' | 'validate' | 'lock' | 'reopen', readonly CycleRow['state'][]> = {
  remind: ['open'],
  validate: ['open'],
  lock: ['validated'],
  reopen: ['validated'],
}
const to = { validate: 'validated', lock: 'locked', reopen: 'open' } as const

/** Every step once: a second press meets the new state. */
export async function takeCycleStep(db: Db, id: string, step: keyof typeof from): Promise<CycleRow | Refused> {
  const cycle = await oneCycle(db, id)
  if (!cycle) return refused(refuse('access.not-found'))
  if (!from[step].includes(cycle.state)) return refused(refuse('coordination.month-not-there', { month: cycle.month, state: cycle.state }))
  const reminded =
    step === 'remind'
      ? await db.run(sql`update coordination.monthly_report set state = 'reminded', version = version + 1 where cycle = ${id} and state = 'waiting'`)
      : 0
  await updateRow(db, Cycle, id, step === 'remind' ? { remindedAt: new Date().toISOString() } : { state: to[step] })
  await audit(db, `cycle.${step}`, Cycle.name, id, step === 'remind' ? { month: cycle.month, reminded } : { month: cycle.month })
  return (await oneCycle(db, id))!
}

export type PartnerOfMonth = {
  organisation: string
  name: string
  state: 'waiting' | 'reminded' | 'submitted'
  submittedAt: string | null
  onTime: boolean | null
  activities: number
  confirmed: number
  lastConfirmed: string | null
}

/** Each partner with how it stands: rows that it answered for since the month was opened are confirmed. The answer of an organisation that was joined to another is read as the other's. */
export const partnersOf = (db: Db, cycle: CycleRow): Promise<PartnerOfMonth[]> =>
  db.rows<PartnerOfMonth>(sql`
    with answer as (
      select coalesce(k.merged_into, m.organisation) as organisation, (array_agg(m.state order by m.state = 'submitted' desc, m.state = 'reminded' desc))[1] as state,
        min(m.submitted_at) as submitted_at
      from coordination.monthly_report m join organisations.organisation k on k.id = m.organisation where m.cycle = ${cycle.id} group by 1)
    select m.organisation, o.name, m.state, m.submitted_at, case when m.submitted_at is not null then m.submitted_at::date <= ${cycle.dueOn}::date end as on_time,
      count(a.id)::int as activities, count(a.id) filter (where a.last_confirmed >= ${cycle.month}::date)::int as confirmed, max(a.last_confirmed) as last_confirmed
    from answer m join organisations.organisation o on o.id = m.organisation
    left join coordination.activity a on a.organisation = m.organisation and (a.status is null or a.status in ('planned', 'ongoing', 'suspended') or a.last_confirmed >= ${cycle.month}::date)
    group by m.organisation, o.name, m.state, m.submitted_at order by (m.state = 'submitted'), o.name`)
