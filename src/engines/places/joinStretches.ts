/** From loose stretches of border, each with the area on its left hand, to the rings of a polygon: how posts become a district without drawing anything anew. */
import { type Ring, ringArea } from './geometry.ts'
import { isInPart } from './rayCasting.ts'

export type Point = [number, number]
export type Stretch = { from: Point; to: Point }

const keyOf = ([x, y]: Point) => `${x} ${y}`

/** Polygons as outer ring and holes. A stretch that stands in both directions has the area on both sides and falls away. Rings without area are dropped. */
export function joinStretches(stretches: readonly Stretch[]): Ring[][] {
  const open = new Map<string, Stretch[]>()
  for (const stretch of stretches) {
    const back = open.get(keyOf(stretch.to))
    const twin = back?.findIndex(({ to }) => to[0] === stretch.from[0] && to[1] === stretch.from[1]) ?? -1
    if (twin >= 0) back!.splice(twin, 1)
    else {
      const key = keyOf(stretch.from)
      open.set(key, [...(open.get(key) ?? []), stretch])
    }
  }
  const outers: Point[][] = []
  const holes: Point[][] = []
  for (const starting of open.values()) {
    while (starting.length > 0) {
      const ring = walk(starting[0]!, open)
      if (!ring) continue
      const area = ringArea(ring)
      if (area > 1e-9) outers.push(ring)
      else if (area < -1e-9) holes.push(ring)
    }
  }
  const parts: Ring[][] = outers.sort((a, b) => ringArea(b) - ringArea(a)).map((ring) => [ring])
  for (const hole of holes) {
    const [a, b] = [hole[0]!, hole[1]!]
    const around = parts.filter(([outer]) => isInPart([outer!], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2)).at(-1)
    around?.push(hole)
  }
  return parts
}

/** Follows stretches until the starting point comes again, turning sharpest to the right where several go on, so that touching areas stay apart. */
function walk(first: Stretch, open: Map<string, Stretch[]>): Point[] | undefined {
  const ring: Point[] = [first.from]
  const end = keyOf(first.from)
  let at = first
  for (;;) {
    const here = open.get(keyOf(at.from))!
    here.splice(here.indexOf(at), 1)
    ring.push(at.to)
    if (keyOf(at.to) === end) return ring
    const onward = open.get(keyOf(at.to)) ?? []
    if (onward.length === 0) return undefined
    at = onward.reduce((best, next) => (turn(at, next) < turn(at, best) ? next : best))
  }
}

/** From -π (back to the right) over 0 (straight on) to π. */
function turn(a: Stretch, b: Stretch): number {
  const angle = Math.atan2(b.to[1] - b.from[1], b.to[0] - b.from[0]) - Math.atan2(a.to[1] - a.from[1], a.to[0] - a.from[0])
  return angle > Math.PI ? angle - 2 * Math.PI : angle <= -Math.PI ? angle + 2 * Math.PI : angle
}
