/**
 * Whether an outline that somebody brings for one area can stand: rings closed, no side crossing another, nothing far outside the area that it lies in. Crossings are
 * found by a sweep from west to east (after Shamos and Hoey 1976): only sides whose boxes meet are compared.
 */
import { type AreaGeometry, partsOf, type Ring } from './geometry.ts'
import { buildIndex } from './placeIndex.ts'
import { placeOf } from './placeOf.ts'

export type OutlineFault =
  | { code: 'places.outline-empty'; facts: Record<string, never> }
  | { code: 'places.outline-open'; facts: { ring: number } }
  | { code: 'places.outline-degrees'; facts: { lon: number; lat: number } }
  | { code: 'places.outline-crosses'; facts: { lon: number; lat: number } }
  | { code: 'places.outline-outside'; facts: { n: number; lon: number; lat: number; km: number } }

type Side = { x0: number; y0: number; x1: number; y1: number; ring: number; at: number; sides: number }

const four = (value: number) => Number(value.toFixed(4))

/** `within` null: the area around it has no boundary that could be held against it. */
export function checkOutline(geometry: AreaGeometry, within: AreaGeometry | null, toleranceKm: number): OutlineFault[] {
  const rings = partsOf(geometry).flat()
  if (rings.length === 0) return [{ code: 'places.outline-empty', facts: {} }]
  const open = rings.findIndex(isOpen)
  if (open >= 0) return [{ code: 'places.outline-open', facts: { ring: open + 1 } }]
  const wrong = rings.flat().find(([lon, lat]) => !(Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90))
  if (wrong) return [{ code: 'places.outline-degrees', facts: { lon: wrong[0]!, lat: wrong[1]! } }]
  const crossing = firstCrossing(rings)
  const outside = within ? outsideOf(rings, within, toleranceKm) : null
  return [
    ...(crossing ? [{ code: 'places.outline-crosses' as const, facts: { lon: four(crossing[0]), lat: four(crossing[1]) } }] : []),
    ...(outside ? [{ code: 'places.outline-outside' as const, facts: { ...outside, km: toleranceKm } }] : []),
  ]
}

function isOpen(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1]
}

function outsideOf(rings: readonly Ring[], within: AreaGeometry, toleranceKm: number): { n: number; lon: number; lat: number } | null {
  const index = buildIndex([{ pcode: 'within', geometry: within }])
  const far = rings.flat().filter(([lon, lat]) => {
    const found = placeOf(index, lon!, lat!)
    return found.by === 'none' || (found.by === 'snapped' && found.km > toleranceKm)
  })
  return far.length > 0 ? { n: far.length, lon: four(far[0]![0]!), lat: four(far[0]![1]!) } : null
}

const sidesOf = (rings: readonly Ring[]): Side[] =>
  rings.flatMap((ring, number) =>
    ring.slice(1).map((end, at) => ({ x0: ring[at]![0]!, y0: ring[at]![1]!, x1: end[0]!, y1: end[1]!, ring: number, at, sides: ring.length - 1 })),
  )

/** Neighbours share a corner and are no crossing; rings may touch in a point. */
function firstCrossing(rings: readonly Ring[]): [number, number] | null {
  const sides = sidesOf(rings).sort((a, b) => Math.min(a.x0, a.x1) - Math.min(b.x0, b.x1))
  let active: Side[] = []
  for (const side of sides) {
    const from = Math.min(side.x0, side.x1)
    active = active.filter((other) => Math.max(other.x0, other.x1) >= from)
    const crossed = active.find((other) => !areNeighbours(side, other) && cross(side, other))
    if (crossed) return [(side.x0 + side.x1) / 2, (side.y0 + side.y1) / 2]
    active.push(side)
  }
  return null
}

const areNeighbours = (a: Side, b: Side): boolean => a.ring === b.ring && [1, a.sides - 1].includes(Math.abs(a.at - b.at))

const turn = (ax: number, ay: number, bx: number, by: number, cx: number, cy: number) => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

/** Both ends of each lie on different sides of the other. */
const cross = (a: Side, b: Side): boolean =>
  turn(a.x0, a.y0, a.x1, a.y1, b.x0, b.y0) * turn(a.x0, a.y0, a.x1, a.y1, b.x1, b.y1) < 0 &&
  turn(b.x0, b.y0, b.x1, b.y1, a.x0, a.y0) * turn(b.x0, b.y0, b.x1, b.y1, a.x1, a.y1) < 0
