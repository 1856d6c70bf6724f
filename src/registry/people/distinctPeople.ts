/**
 * Distinct people of lists of households by number, each once however many lists hold them: who is registered counts as a person of the register, who is not by what the
 * list said of the household's size. A household of unknown size adds nobody and is told as not counted. Results specification, 5.3.
 */
import { type AssistedHousehold, asTheHouse, type Db } from '../../kernel/index.ts'
import { readHouseholdNumber } from './checkDigit.ts'
import { type Member, membersOf } from './householdFacts.ts'

type About = Pick<Member, 'sex' | 'ageBand'> & { disability: string | null }

/** Of the same number, however it was written, the larger household that any list told. */
function together(lists: readonly AssistedHousehold[][]): Map<string, number | null> {
  const households = new Map<string, number | null>()
  for (const { number: written, people } of lists.flat()) {
    const number = readHouseholdNumber(written) ?? written.toUpperCase()
    const known = households.get(number) ?? null
    households.set(number, known === null || people === null ? (known ?? people) : Math.max(known, people))
  }
  return households
}

/** Registered people by their id; of an unregistered household as many as its size, about whom nothing else is known. */
function everyone(households: ReadonlyMap<string, number | null>, members: readonly Member[]): { people: Map<string, About>; counted: number } {
  const people = new Map<string, About>()
  const registered = new Set(members.map(({ number }) => number))
  for (const { person, sex, ageBand, difficulties } of members) people.set(person, { sex, ageBand, disability: difficulties.length > 0 ? 'yes' : 'none_told' })
  let counted = 0
  for (const [number, size] of households) {
    if (registered.has(number) || size !== null) counted++
    if (!registered.has(number)) for (let at = 0; at < (size ?? 0); at++) people.set(`${number} ${at}`, { sex: null, ageBand: null, disability: null })
  }
  return { people, counted }
}

type DistinctPeople = { people: About[]; households: number; counted: number }

/** In these days, both included, for who belongs to which household. Numbers and ids stay in here. */
export async function distinctPeople(db: Db, lists: readonly AssistedHousehold[][], days: { from: string; to: string }): Promise<DistinctPeople> {
  const households = together(lists)
  const members = await asTheHouse(db, (house) => membersOf(house, [...households.keys()], days))
  const { people, counted } = everyone(households, members)
  return { people: [...people.values()], households: households.size, counted }
}
