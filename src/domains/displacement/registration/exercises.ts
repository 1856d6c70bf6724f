/** Exercises as the office sees them, and how one begins. */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, type RowOf, refuse, refused } from '../../../kernel/index.ts'
import { RegistrationExercise } from './registration.ts'

export type ExerciseLine = Pick<
  RowOf<typeof RegistrationExercise>,
  'id' | 'name' | 'operation' | 'sites' | 'purpose' | 'legalBasis' | 'retainUntil' | 'state'
> & {
  operationName: string
  households: number
  refusedHouseholds: number
  unverified: number
}

/** Counts are those of the lines that the actor may see: none for who does not register. */
export const exercisesNow = (db: Db) =>
  db.rows<ExerciseLine>(sql`
    select e.id, e.name, e.operation, e.sites, e.purpose, e.legal_basis, e.retain_until, e.state, o.name as operation_name,
      count(l.id) filter (where l.consent = 'given')::int as households, count(l.id) filter (where l.consent = 'refused')::int as refused_households,
      count(l.id) filter (where l.verification = 'unverified')::int as unverified
    from displacement.registration_exercise e join displacement.operation o on o.id = e.operation
    left join displacement.registration_line l on l.exercise = e.id
    group by e.id, o.name order by e.recorded_at desc`)

type Asked = Pick<RowOf<typeof RegistrationExercise>, 'operation' | 'name' | 'sites' | 'purpose' | 'legalBasis' | 'retainUntil'>

export async function createExercise(db: Db, asked: Asked): Promise<{ id: string } | Refused> {
  if (asked.retainUntil <= new Date().toISOString().slice(0, 10)) return refused(refuse('registration.retention-past', { day: asked.retainUntil }))
  const known = await db.rows<{ pcode: string }>(sql`select pcode from places.place where pcode = any (${asked.sites}::text[])`)
  const unknown = asked.sites.filter((site) => !known.some(({ pcode }) => pcode === site))
  if (unknown.length > 0) return refused(refuse('registration.place-unknown', { places: unknown }))
  const operation = await db.one<{ scope: string }>(sql`select scope from displacement.operation where id = ${asked.operation}`)
  if (!operation) return refused(refuse('access.not-found'))
  const made = await insertRow(db, RegistrationExercise, { ...asked, scope: operation.scope, state: 'collecting' })
  await audit(db, 'registration.begin', RegistrationExercise.name, made.id, { sites: asked.sites.length, retainUntil: asked.retainUntil })
  return { id: made.id }
}
