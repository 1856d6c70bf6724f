/**
 * Looking for duplicates over a whole exercise: asked in a moment, done by a job, and kept with what it found. A search whose process died runs again; one that is
 * interrupted again and again says so.
 */
import { sql } from 'kysely'
import {
  type Actor,
  act,
  asOwner,
  asTheHouse,
  audit,
  type Db,
  type House,
  holdWork,
  integer,
  oneOf,
  optional,
  type Refused,
  record,
  ref,
  refuse,
  refused,
  timestamp,
} from '../../../kernel/index.ts'
import { findDuplicates } from './findDuplicates.ts'
import { RegistrationExercise } from './registration.ts'

export const DuplicateSearch = record(
  'displacement.duplicate_search',
  {
    exercise: ref('displacement.registration_exercise', 'Exercício', 'Exercise'),
    state: oneOf('Estado', 'State', ['waiting', 'looking', 'done', 'failed']),
    attempts: integer('Tentativas', 'Attempts', { min: 0 }),
    /** People read so far. */
    seen: integer('Vistas', 'Seen', { min: 0 }),
    /** Unknown until the job has counted them. */
    people: optional(integer('Pessoas', 'People', { min: 0 })),
    suggested: optional(integer('Pares novos', 'New pairs', { min: 0 })),
    endedAt: optional(timestamp('Acabou em', 'Ended at')),
  },
  {
    labels: { one: { pt: 'Procura de duplicados', en: 'Search for duplicates' }, many: { pt: 'Procuras de duplicados', en: 'Searches for duplicates' } },
    class: 2,
    byDeeds: true,
    closed: true,
    index: [['exercise']],
    access: { read: { registrar: 'all', duplicateReviewer: 'all' }, create: [], update: [] },
  },
)

export const searchQueue = 'look-for-duplicates'
const mostAttempts = 3
const runs = sql`state in ('waiting', 'looking')`

type OneSearch = { id: string; state: 'waiting' | 'looking' | 'done' | 'failed'; seen: number; people: number | null; suggested: number | null }
/** The newest search of an exercise, and the newest that came to its end, which still holds while another runs. */
export type SearchesNow = { newest: (OneSearch & { askedAt: string }) | null; lastDone: (OneSearch & { endedAt: string }) | null }

export const searchesNow = async (db: Db, exercise: string): Promise<SearchesNow> => ({
  newest: await db.one(sql`
    select id, state, seen, people, suggested, recorded_at as asked_at from displacement.duplicate_search where exercise = ${exercise} order by recorded_at desc, id limit 1`),
  lastDone: await db.one(sql`
    select id, state, seen, people, suggested, ended_at from displacement.duplicate_search where exercise = ${exercise} and state = 'done' order by ended_at desc, id limit 1`),
})

/** Answers at once; while one runs, a second is not begun. */
export async function askForSearch(house: House, actor: Actor, exercise: string): Promise<SearchesNow | Refused> {
  const asked = await act(house.doors, actor, async (db) => {
    const known = await db.one<{ scope: string }>(sql`select scope from displacement.registration_exercise where id = ${exercise}`)
    if (!known) return refused(refuse('access.not-found'))
    const begun = await asTheHouse(db, (within) =>
      within.run(sql`
        insert into displacement.duplicate_search (scope, exercise, state, attempts, seen) values (${known.scope}, ${exercise}, 'waiting', 0, 0)
        on conflict (exercise) where ${runs} do nothing`),
    )
    if (begun > 0) await audit(db, 'registration.ask-for-duplicates', RegistrationExercise.name, exercise)
    return { begun, now: await searchesNow(db, exercise) }
  })
  if ('refused' in asked) return asked
  if (asked.begun > 0) await house.wakers.get(searchQueue)?.()
  return asked.now
}

async function look(house: House, id: string): Promise<void> {
  const owner = asOwner(house.doors)
  const search = await owner.one<{ exercise: string; recordedBy: string | null; attempts: number }>(sql`
    update displacement.duplicate_search set state = 'looking', attempts = attempts + 1, seen = 0, version = version + 1 where id = ${id} and ${runs}
    returning exercise, recorded_by, attempts`)
  if (!search) return
  if (search.attempts > mostAttempts) {
    await owner.run(sql`update displacement.duplicate_search set state = 'failed', ended_at = now() where id = ${id}`)
    return
  }
  await findDuplicates(house, {
    ...{ id, exercise: search.exercise, askedBy: search.recordedBy },
    tell: (seen, people) => owner.run(sql`update displacement.duplicate_search set seen = ${seen}, people = ${people} where id = ${id}`),
  })
}

export async function lookForWaiting(house: House): Promise<void> {
  const waiting = await asOwner(house.doors).rows<{ id: string }>(sql`select id from displacement.duplicate_search where ${runs} order by recorded_at`)
  for (const { id } of waiting) await holdWork(house, `look for duplicates ${id}`, () => look(house, id))
}
