/**
 * People assisted by the whole mission, each once however many domains served them (X.1). Every domain says which households it assisted, by number; who is registered
 * counts as a person of the register, who is not by what the list said of the household's size. A household of unknown size adds nobody and is told as not received:
 * the figure is then the least that it can be. Numbers and ids stay here; counts leave (results specification, 5.3).
 */
import { partsOf, sexPart } from '../../engines/indicators/index.ts'
import { type AssistedHousehold, type AssistedSource, asTheHouse, type ComputedFigure, type Db, type House, type IndicatorSource } from '../../kernel/index.ts'
import { type Member, membersOf, readHouseholdNumber } from '../people/index.ts'

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

async function figure(sources: readonly AssistedSource[], db: Db, asked: Parameters<AssistedSource>[1]): Promise<ComputedFigure> {
  const told: Awaited<ReturnType<AssistedSource>>[] = []
  for (const source of sources) told.push(await source(db, asked))
  const households = together(told.map(({ households: list }) => list))
  const members = await asTheHouse(db, (house) => membersOf(house, [...households.keys()], asked))
  const { people, counted } = everyone(households, members)
  const coverage = { expected: households.size, received: counted, records: told.flatMap(({ records }) => records) }
  if (counted === 0 && households.size > 0) return { value: null, unknown: 'no-records', ...coverage }
  const about = [...people.values()]
  return {
    value: people.size,
    ...coverage,
    breakdowns: [
      partsOf(
        'sex',
        about.map(({ sex }) => sexPart(sex)),
      ),
      partsOf(
        'ageBand',
        about.map(({ ageBand }) => ageBand),
      ),
      partsOf(
        'disability',
        about.map(({ disability }) => disability),
      ),
    ],
  }
}

export function peopleAssisted(house: House): IndicatorSource {
  const sources = house.domains.flatMap(({ assisted }) => (assisted ? [assisted] : []))
  return { code: 'X.1', compute: (db, asked) => figure(sources, db, asked) }
}
