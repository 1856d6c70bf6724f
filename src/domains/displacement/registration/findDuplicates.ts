/** Pairs of an exercise that may be one person, and those that a new registration makes with people already registered. Only suggestions; what was decided stays decided. */
import { sql } from 'kysely'
import type { Evidence } from '../../../engines/linkage/index.ts'
import { act, audit, type Db, type House, insertRow, isRefused, read, theSystem } from '../../../kernel/index.ts'
import { type ListedPerson, likelyPeople, listedPeople, peopleIn, tableOf, type Weights, weighApart } from '../../../registry/people/index.ts'
import { DuplicatePair } from './duplicates.ts'
import { weightsNow } from './linkageWeights.ts'
import { RegistrationExercise } from './registration.ts'

/** Below, a pair is left alone; the reviewers' time is for what may be true. Chosen on generated people, see startingWeights.json. */
const reviewBits = 2

type Pair = { one: ListedPerson; other: ListedPerson; weightBits: number; evidence: Evidence[] }

/** The area that both lie in: who sees only one of the two places sees no pair. */
function commonScope(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  // Codes grow by two digits; half a code is no area.
  return one.slice(0, at - (at % 2))
}

async function suggest(db: Db, exercise: string, weights: Weights, pairs: readonly Pair[]): Promise<number> {
  let made = 0
  for (const { one, other, weightBits, evidence } of pairs) {
    const [first, second] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
    const known = await db.one(sql`select 1 from displacement.duplicate_pair where first = ${first} and second = ${second}`)
    if (known) continue
    const scope = commonScope(one.scope, other.scope)
    const values = { exercise, first, second, weightBits, evidence, modelVersion: weights.version }
    await insertRow(db, DuplicatePair, { ...values, scope, importId: exercise, state: 'suggested' })
    made++
  }
  return made
}

export type SearchAsked = { id: string; exercise: string; askedBy: string | null; tell(seen: number, people: number): Promise<unknown> }

/** Small enough that progress is seen, large enough that asking costs nothing. */
const householdsAtOnce = 250

async function peopleOfExercise(house: House, { exercise, tell }: SearchAsked): Promise<ListedPerson[]> {
  const { households, of } = await read(house.doors, theSystem, async (db) => {
    const lines = await db.rows<{ household: string }>(
      sql`select distinct household from displacement.registration_line where exercise = ${exercise} and household is not null order by household`,
    )
    const ids = lines.map(({ household }) => household)
    return { households: ids, of: await peopleIn(db, ids) }
  })
  const people: ListedPerson[] = []
  for (let at = 0; at < households.length; at += householdsAtOnce) {
    people.push(...(await read(house.doors, theSystem, (db) => listedPeople(db, house, households.slice(at, at + householdsAtOnce)))))
    await tell(people.length, of)
  }
  return people
}

/** The whole exercise; no transaction is open while pairs are weighed, in a thread of its own. Pairs and the end of the search are written together, so that a search done twice suggests once. */
export async function findDuplicates(house: House, search: SearchAsked): Promise<void> {
  const people = await peopleOfExercise(house, search)
  const weights = await read(house.doors, theSystem, weightsNow)
  const weighed = await weighApart({
    ...{ table: tableOf(people.map(({ row }) => row)), households: people.map(({ household }) => household), weights },
    fromBits: reviewBits,
  })
  const pairs = weighed.map(({ a, b, ...found }): Pair => ({ one: people[a]!, other: people[b]!, ...found }))
  const written = await act(house.doors, { ...theSystem, userId: search.askedBy }, async (db) => {
    const made = await suggest(db, search.exercise, weights, pairs)
    await db.run(sql`
      update displacement.duplicate_search set state = 'done', seen = ${people.length}, people = ${people.length}, suggested = ${made}, ended_at = now(), version = version + 1
      where id = ${search.id}`)
    await audit(db, 'registration.find-duplicates', RegistrationExercise.name, search.exercise, { people: people.length, pairs: made })
    return made
  })
  if (isRefused(written)) throw new Error(`the search for duplicates was refused: ${written.refused[0]!.code}`)
}

/** At approval: the new household against everybody who is registered. Runs as the house, inside the approval. */
export async function compareNew(db: Db, house: House, exercise: string, household: string): Promise<number> {
  const weights = await weightsNow(db)
  const pairs: Pair[] = []
  for (const one of await listedPeople(db, house, [household])) {
    const likely = (await likelyPeople(db, house, weights, one.row, 5)).filter(
      ({ person, weightBits }) => person.household !== household && weightBits >= reviewBits,
    )
    for (const { person, weightBits, evidence } of likely) pairs.push({ one, other: person, weightBits, evidence: evidence() })
  }
  return suggest(db, exercise, weights, pairs)
}
