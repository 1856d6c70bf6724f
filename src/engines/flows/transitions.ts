/**
 * Between two rounds or registrations: who stayed, who came, who left, and of whom nobody knows. Somebody not found where nobody looked has not left, and
 * somebody found where nobody had looked before has not arrived.
 */

/** A household or person of a round; the place is null when it was not written down. */
export type Found = { unit: string; place: string | null }
export type Looked = { /** Places where somebody looked. */ covered: readonly string[]; found: readonly Found[] }

export type PlaceTransition = {
  place: string
  stayed: number
  left: number
  arrived: number
  /** There before, and nobody knows where now; there now, and nobody knows where before. */
  unknownAfter: number
  unknownBefore: number
}
export type Transitions = {
  byPlace: PlaceTransition[]
  /** Moves between places; null is a place that nobody knows. */
  moves: { from: string | null; to: string | null; units: number }[]
  /** Without a place in the only round that found them, or without one in either. */
  placeless: number
  /** Share of all units of whom both places are known, or whose coming or going was seen. */
  coverage: number
}
export type TransitionRefusal = { code: 'flow.unit-twice'; facts: { units: number } } | { code: 'flow.place-not-covered'; facts: { place: string } }

export function transitions(before: Looked, after: Looked): Transitions | TransitionRefusal {
  for (const { covered, found } of [before, after]) {
    const twice = found.length - new Set(found.map(({ unit }) => unit)).size
    if (twice > 0) return { code: 'flow.unit-twice', facts: { units: twice } }
    const isCovered = new Set(covered)
    const outside = found.find(({ place }) => place !== null && !isCovered.has(place))
    if (outside) return { code: 'flow.place-not-covered', facts: { place: outside.place! } }
  }
  const [lookedBefore, lookedAfter] = [new Set(before.covered), new Set(after.covered)]
  const [from, to] = [before, after].map(({ found }) => new Map(found.map(({ unit, place }) => [unit, place])))
  const byPlace = new Map<string, PlaceTransition>()
  const at = (place: string) => {
    const held = byPlace.get(place) ?? { place, stayed: 0, left: 0, arrived: 0, unknownAfter: 0, unknownBefore: 0 }
    byPlace.set(place, held)
    return held
  }
  for (const place of [...before.covered, ...after.covered]) at(place)
  const moves = new Map<string, { from: string | null; to: string | null; units: number }>()
  let [placeless, followed] = [0, 0]
  const units = new Set([...from!.keys(), ...to!.keys()])
  for (const unit of units) {
    const [here, there] = [from!.get(unit) ?? null, to!.get(unit) ?? null]
    if (here === null && there === null) placeless++
    else if (here !== null && here === there) {
      at(here).stayed++
      followed++
    } else {
      // A unit that was found without a place was somewhere; only one that was looked for and not found has gone or come.
      const hasLeft = here !== null && (there !== null || (!to!.has(unit) && lookedAfter.has(here)))
      const hasArrived = there !== null && (here !== null || (!from!.has(unit) && lookedBefore.has(there)))
      if (here !== null) at(here)[hasLeft ? 'left' : 'unknownAfter']++
      if (there !== null) at(there)[hasArrived ? 'arrived' : 'unknownBefore']++
      if (!hasLeft && !hasArrived) continue
      followed++
      const key = JSON.stringify([here, there])
      moves.set(key, { from: here, to: there, units: (moves.get(key)?.units ?? 0) + 1 })
    }
  }
  const order = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
  return {
    byPlace: [...byPlace.values()].sort((a, b) => order(a.place, b.place)),
    moves: [...moves.values()].sort((a, b) => order(a.from, b.from) || order(a.to, b.to)),
    placeless,
    coverage: units.size === 0 ? 0 : followed / units.size,
  }
}
