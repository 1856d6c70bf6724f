/**
 * The smallest groups of people that a round counts (one cell: a place, its reasons, an origin), each under a name of its own. A group that was carried forward,
 * or that a new edition repeats, keeps its name: whoever reads both rounds knows that it is the same people. For disclosure control across releases.
 */
import type { SummedCell } from './assemble.ts'

export type RoundToName = {
  id: string
  cells: readonly SummedCell[]
  /** The rounds whose figures may stand in this one: the edition before, and for each place the round that it was carried forward from. */
  repeats: (place: string) => readonly (string | null)[]
}

export type Groups = { nameOf: ReadonlyMap<SummedCell, string>; sizes: ReadonlyMap<string, number>; at: (round: string, place: string) => readonly string[] }

const keyOf = ({ place, reasons, originPcode, originName }: SummedCell) => JSON.stringify([place, [...reasons].sort(), originPcode, originName])

const isSame = (one: SummedCell, other: SummedCell) =>
  one.individuals === other.individuals && one.households === other.households && one.females === other.females && one.males === other.males

/** In the order in which they went out. */
export function groupsOf(rounds: readonly RoundToName[]): Groups {
  const nameOf = new Map<SummedCell, string>()
  const sizes = new Map<string, number>()
  const cellsOf = new Map<string, Map<string, SummedCell>>()
  const places = new Map<string, string[]>()
  for (const { id, cells, repeats } of rounds) {
    const own = new Map<string, SummedCell>()
    for (const cell of cells) {
      const key = keyOf(cell)
      const known = repeats(cell.place)
        .map((round) => round && cellsOf.get(round)?.get(key))
        .find((before) => before && isSame(before, cell))
      const name = (known && nameOf.get(known)) || `g${sizes.size}`
      own.set(key, cell)
      nameOf.set(cell, name)
      for (const [group, people] of partsOf(cell, name)) if (people !== null) sizes.set(group, people)
      const here = `${id} ${cell.place}`
      places.set(here, [...(places.get(here) ?? []), ...peopleGroups(cell, name)])
    }
    cellsOf.set(id, own)
  }
  return { nameOf, sizes, at: (round, place) => places.get(`${round} ${place}`) ?? [] }
}

const sexesKnown = ({ individuals, females, males }: SummedCell) => females !== null && males !== null && females + males === individuals

function partsOf(cell: SummedCell, name: string): [string, number | null][] {
  const people: [string, number | null][] = sexesKnown(cell)
    ? [
        [`${name} f`, cell.females],
        [`${name} m`, cell.males],
      ]
    : [[`${name} p`, cell.individuals]]
  return [...people, [`${name} h`, cell.households]]
}

/** Women and men apart where both are known, so that a total and its sexes are held together. */
export function peopleGroups(cell: SummedCell, name: string, sex?: 'f' | 'm'): string[] {
  if (!sexesKnown(cell)) return sex ? [] : [`${name} p`]
  return (sex ? [sex] : ['f', 'm']).map((one) => `${name} ${one}`)
}

export const householdGroup = (name: string): string => `${name} h`
