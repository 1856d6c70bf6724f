/**
 * Who moves from where to where, week by week. An origin or destination that nobody knows is a row or column of its own, and a movement whose number was
 * not written down is remembered as such: neither becomes zero. Flows are events, not people: the same person who passes twice is two movements.
 * Strategy: focus area 15 B (flow monitoring). Plain tabulation, with no estimate in it; the rule of one counting point per corridor is ours.
 */

/** Movements column by column, as many as one reads at a time. */
export type FlowCounts = {
  from: ArrayLike<string | null>
  to: ArrayLike<string | null>
  /** Week or month of the period, from 0. */
  step: ArrayLike<number>
  /** Null: somebody passed and the number was not written down. */
  people: ArrayLike<number | null>
  point?: ArrayLike<string>
}

/** Points on one corridor see the same people; `counting` names the one whose figures stand for it. */
export type Corridors = { of: Readonly<Record<string, string>>; counting: Readonly<Record<string, string>> }

export type FlowMatrix = {
  places: readonly string[]
  steps: number
  /** By step, then origin, then destination; the last origin and the last destination are "unknown". */
  people: Float64Array
  /** Movements in each cell whose number is not known. */
  uncounted: Uint32Array
  /** Rows of points that another point of their corridor stands for. */
  leftOut: number
}

export type FlowRefusal =
  | { code: 'flow.place-unknown'; facts: { place: string } }
  | { code: 'flow.place-twice'; facts: { place: string } }
  | { code: 'flow.outside-period'; facts: { step: number; steps: number } }
  | { code: 'flow.number-unusable'; facts: { found: string } }
  | { code: 'flow.columns-differ'; facts: { rows: number; found: number } }
  | { code: 'flow.points-on-one-corridor'; facts: { corridor: string; points: string[] } }
  | { code: 'flow.matrices-differ'; facts: { places: number; steps: number } }

export function flowMatrix(
  blocks: Iterable<FlowCounts>,
  places: readonly string[],
  steps: number,
  corridors: Corridors = { of: {}, counting: {} },
): FlowMatrix | FlowRefusal {
  const number = new Map<string | null, number>([[null, places.length]])
  for (const place of places) {
    if (number.has(place)) return { code: 'flow.place-twice', facts: { place } }
    number.set(place, number.size - 1)
  }
  const size = (places.length + 1) ** 2 * steps
  const matrix: FlowMatrix = { places, steps, people: new Float64Array(size), uncounted: new Uint32Array(size), leftOut: 0 }
  const seen = new Map<string, string>()
  for (const block of blocks) {
    const refusal = addBlock(matrix, block, number, pointsThatCount(corridors, seen))
    if (refusal) return refusal
  }
  return matrix
}

type Counting = (point: string) => boolean | FlowRefusal

/** A second point on a corridor without a rule is refused: adding both would count everybody twice. */
function pointsThatCount({ of, counting }: Corridors, seen: Map<string, string>): Counting {
  return (point) => {
    const corridor = Object.hasOwn(of, point) ? of[point]! : null
    if (corridor === null) return true
    if (Object.hasOwn(counting, corridor)) return counting[corridor] === point
    const first = seen.get(corridor) ?? point
    if (first !== point) return { code: 'flow.points-on-one-corridor', facts: { corridor, points: [first, point] } }
    seen.set(corridor, point)
    return true
  }
}

function addBlock(matrix: FlowMatrix, { from, to, step, people, point }: FlowCounts, number: Map<string | null, number>, counts: Counting): FlowRefusal | null {
  const rows = from.length
  for (const column of [to, step, people, point]) {
    if (column && column.length !== rows) return { code: 'flow.columns-differ', facts: { rows, found: column.length } }
  }
  const side = matrix.places.length + 1
  for (let row = 0; row < rows; row++) {
    if (point) {
      const isCounted = counts(point[row]!)
      if (typeof isCounted === 'object') return isCounted
      if (!isCounted) {
        matrix.leftOut++
        continue
      }
    }
    const [origin, destination] = [number.get(from[row]!), number.get(to[row]!)]
    if (origin === undefined || destination === undefined) {
      return { code: 'flow.place-unknown', facts: { place: String(origin === undefined ? from[row] : to[row]) } }
    }
    const when = step[row]!
    if (!(when >= 0 && when < matrix.steps && Number.isInteger(when))) return { code: 'flow.outside-period', facts: { step: when, steps: matrix.steps } }
    const cell = (when * side + origin) * side + destination
    const moved = people[row]!
    if (moved === null) matrix.uncounted[cell]!++
    else if (moved >= 0 && Number.isInteger(moved)) matrix.people[cell]! += moved
    else return { code: 'flow.number-unusable', facts: { found: String(moved) } }
  }
  return null
}

/** The same places in the same steps, counted apart (two teams, two halves of a month): together. */
export function addMatrices(a: FlowMatrix, b: FlowMatrix): FlowMatrix | FlowRefusal {
  const isSame = a.steps === b.steps && a.places.length === b.places.length && a.places.every((place, i) => place === b.places[i])
  if (!isSame) return { code: 'flow.matrices-differ', facts: { places: b.places.length, steps: b.steps } }
  return {
    ...a,
    people: a.people.map((people, cell) => people + b.people[cell]!),
    uncounted: a.uncounted.map((times, cell) => times + b.uncounted[cell]!),
    leftOut: a.leftOut + b.leftOut,
  }
}
