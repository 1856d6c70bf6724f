/** What a reviewer sees: pairs that wait for his answer, and one of them side by side with its evidence. Never what others have answered before he has. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { openPerson } from '../../../registry/people/index.ts'
import { DuplicatePair, type FieldEvidence } from './duplicates.ts'

export type PairLine = {
  id: string
  exercise: string
  exerciseName: string
  state: string
  weightBits: number
  recordedAt: string
  answered: boolean
  decided: boolean
}

/** Waiting for this reader first, the likeliest first. */
export const pairsNow = (db: Db, exercise: string | null) =>
  db.rows<PairLine>(sql`
    select p.id, p.exercise, e.name as exercise_name, p.state, p.weight_bits, p.recorded_at, p.decided_at is not null as decided,
      exists (select 1 from displacement.pair_answer a where a.pair = p.id and a.reviewer = ${db.actor.userId}) as answered
    from displacement.duplicate_pair p join displacement.registration_exercise e on e.id = p.exercise
    where ${exercise}::uuid is null or p.exercise = ${exercise}::uuid
    order by p.decided_at is not null, answered, p.weight_bits desc, p.id limit 500`)

type Row = {
  id: string
  exercise: string
  first: string
  second: string
  state: string
  weightBits: number
  evidence: FieldEvidence[]
  decidedAt: string | null
}

/** Opening two names is a deed: it leaves a line. */
export async function lookAtPair(db: Db, house: House, id: string) {
  const pair = await db.one<Row>(sql`
    select id, exercise, first, second, state, weight_bits, evidence, decided_at from displacement.duplicate_pair where id = ${id}`)
  if (!pair) return refused(refuse('access.not-found'))
  const people = await asTheHouse(db, async (within) => [await openPerson(within, house, pair.first), await openPerson(within, house, pair.second)])
  const answers = await answersShown(db, pair)
  await audit(db, 'pair.look', DuplicatePair.name, id)
  const { first: _, second: __, ...shown } = pair
  return { ...shown, people, answers }
}

/** A decided pair shows who said what; before, everybody sees his own answer alone. */
const answersShown = (db: Db, { id, decidedAt }: Row): Promise<{ answer: string; reason: string | null; by: string }[] | Refused> =>
  asTheHouse(db, (within) =>
    within.rows<{ answer: string; reason: string | null; by: string }>(sql`
      select a.answer, a.reason, p.name as by from displacement.pair_answer a join kernel.person p on p.id = a.reviewer
      where a.pair = ${id} and (${decidedAt !== null}::boolean or a.reviewer = ${db.actor.userId}) order by a.recorded_at`),
  )
