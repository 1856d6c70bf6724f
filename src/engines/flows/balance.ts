/**
 * What a matrix of movements says of each place: who came, who went, and the difference. A sum that holds a movement without a number is a lower limit
 * and says so; a difference of two such sums says nothing, and is unknown.
 */
import type { Count } from '../count.ts'
import type { FlowMatrix } from './flowMatrix.ts'

/** `uncounted`: movements in it whose number nobody wrote down. With any, `people` is at least so many. */
export type Sum = { people: number; uncounted: number }
export type Margins = { origins: (Sum & { place: string | null })[]; destinations: (Sum & { place: string | null })[]; whole: Sum }

/** Steps `first` up to but not including `end`; the place null is "unknown". */
export function margins({ places, steps, people, uncounted }: FlowMatrix, first = 0, end = steps): Margins {
  const side = places.length + 1
  const none = () => Array.from({ length: side }, (_, i) => ({ place: places[i] ?? null, people: 0, uncounted: 0 }))
  const [origins, destinations, whole] = [none(), none(), { people: 0, uncounted: 0 }]
  for (let cell = first * side * side; cell < end * side * side; cell++) {
    if (people[cell] === 0 && uncounted[cell] === 0) continue
    for (const sum of [origins[Math.floor(cell / side) % side]!, destinations[cell % side]!, whole]) {
      sum.people += people[cell]!
      sum.uncounted += uncounted[cell]!
    }
  }
  return { origins, destinations, whole }
}

export type PlaceBalance = {
  place: string | null
  /** Movements inside the place are neither arrivals nor departures. */
  inside: Sum
  arrivals: Sum
  departures: Sum
  /** Of the arrivals, those whose origin nobody knows, and of the departures those whose destination nobody knows. */
  fromUnknown: Sum
  toUnknown: Sum
  net: Count
}

export function balance(matrix: FlowMatrix, first = 0, end = matrix.steps): PlaceBalance[] {
  const { places, people, uncounted } = matrix
  const side = places.length + 1
  const { origins, destinations } = margins(matrix, first, end)
  const between = (from: number, to: number): Sum => {
    const sum = { people: 0, uncounted: 0 }
    for (let step = first; step < end; step++) {
      sum.people += people[(step * side + from) * side + to]!
      sum.uncounted += uncounted[(step * side + from) * side + to]!
    }
    return sum
  }
  const less = (sum: Sum, part: Sum): Sum => ({ people: sum.people - part.people, uncounted: sum.uncounted - part.uncounted })
  return origins.map(({ place }, i) => {
    const inside = between(i, i)
    const [arrivals, departures] = [less(destinations[i]!, inside), less(origins[i]!, inside)]
    const isWhole = arrivals.uncounted === 0 && departures.uncounted === 0
    const net: Count = isWhole ? arrivals.people - departures.people : 'unknown'
    const unknown = places.length
    const outside = { people: 0, uncounted: 0 }
    const [fromUnknown, toUnknown] = i === unknown ? [outside, outside] : [between(unknown, i), between(i, unknown)]
    return { place, inside, arrivals, departures, fromUnknown, toUnknown, net }
  })
}
