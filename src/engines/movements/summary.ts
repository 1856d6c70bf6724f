/**
 * What movements add up to, without pretending: a movement of unknown size is counted as a movement and never as nobody, so a sum of people is "at least".
 * Arrivals, departures, returns and transit are events of different kinds and are never one total. Strategy: focus area 15, activities B and C.
 */

export const movementKinds = ['arrival', 'departure', 'return', 'transit'] as const
export type MovementKind = (typeof movementKinds)[number]

/** `from` and `to` are codes of areas; null is "not known", a row of its own. `day` is an ISO date. */
export type Movement = { kind: MovementKind; day: string; from: string | null; to: string | null; households: number | null; individuals: number | null }

/** `individuals` of the movements whose size is known; `unsized` of them have none. The same for households. */
export type Sum = { movements: number; individuals: number; unsized: number; households: number; withoutHouseholds: number }
export type Line = Sum & { kind: MovementKind; from: string | null; to: string | null }
export type Day = Sum & { kind: MovementKind; day: string }

const nothing = (): Sum => ({ movements: 0, individuals: 0, unsized: 0, households: 0, withoutHouseholds: 0 })

function add(sum: Sum, { individuals, households }: Movement): void {
  sum.movements += 1
  sum.individuals += individuals ?? 0
  sum.unsized += individuals === null ? 1 : 0
  sum.households += households ?? 0
  sum.withoutHouseholds += households === null ? 1 : 0
}

function gather<Key extends object>(movements: Iterable<Movement>, keyOf: (movement: Movement) => Key): (Key & Sum)[] {
  const known = new Map<string, Key & Sum>()
  for (const movement of movements) {
    const key = keyOf(movement)
    const name = JSON.stringify(key)
    const sum = known.get(name) ?? { ...key, ...nothing() }
    known.set(name, sum)
    add(sum, movement)
  }
  return [...known.values()]
}

/** One sum for each kind that occurred, in the fixed order of kinds. */
export const sumsByKind = (movements: readonly Movement[]): (Sum & { kind: MovementKind })[] =>
  gather(movements, ({ kind }) => ({ kind })).sort((a, b) => movementKinds.indexOf(a.kind) - movementKinds.indexOf(b.kind))

/** From where to where, by kind, the largest first; what is not known of either end stays a line of its own. */
export const linesOf = (movements: readonly Movement[]): Line[] =>
  gather(movements, ({ kind, from, to }) => ({ kind, from, to })).sort(
    (a, b) =>
      movementKinds.indexOf(a.kind) - movementKinds.indexOf(b.kind) ||
      b.individuals - a.individuals ||
      b.movements - a.movements ||
      `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`),
  )

export const daysOf = (movements: readonly Movement[]): Day[] =>
  gather(movements, ({ kind, day }) => ({ day, kind })).sort(
    (a, b) => a.day.localeCompare(b.day) || movementKinds.indexOf(a.kind) - movementKinds.indexOf(b.kind),
  )

export type Stock = { people: number | 'unknown' | 'withheld'; covered: boolean }
export type Reconciled = {
  arrived: Sum
  left: Sum
  expected: number | null
  residual: number | null
  why: 'not-covered' | 'unknown-stock' | 'unknown-size' | null
}

/**
 * What a place held, plus who came, minus who left, against what the next round found there. The residual is printed, never hidden and never corrected away: births,
 * deaths, movements that nobody reported and errors of both counts are all in it. Arrivals and returns end in an area, departures leave it; a movement inside one
 * area changes nothing. Where a stock or the size of a movement is unknown there is no residual. Method: demographic balancing equation.
 */
export function reconcile(area: string, before: Stock, after: Stock, movements: readonly Movement[]): Reconciled {
  const [arrived, left] = [nothing(), nothing()]
  for (const movement of movements) {
    const { kind, from, to } = movement
    if (kind === 'transit' || from === to) continue
    if (to === area && kind !== 'departure') add(arrived, movement)
    if (from === area) add(left, movement)
  }
  const stocks = typeof before.people === 'number' && typeof after.people === 'number'
  const why = !before.covered || !after.covered ? 'not-covered' : !stocks ? 'unknown-stock' : arrived.unsized + left.unsized > 0 ? 'unknown-size' : null
  if (why !== null) return { arrived, left, expected: null, residual: null, why }
  const expected = Number(before.people) + arrived.individuals - left.individuals
  return { arrived, left, expected, residual: Number(after.people) - expected, why: null }
}
