/**
 * Is a point inside an area? The plain answer, edge by edge, against which the fast index is held.
 * A border belongs to the area (so a point on a shared border is in both, and the lower code takes it). Method: even-odd ray casting towards the east, half-open in latitude.
 */
import { type Area, type Part, partsOf } from './geometry.ts'

/**
 * One edge against the eastward ray from (x, y): 0 not crossed, 1 crossed, 2 the point is on the edge.
 * The edge must come lower end first (then western end first), so that two neighbours who share it compute the same number, bit for bit.
 */
export function castEdge(ax: number, ay: number, bx: number, by: number, x: number, y: number): 0 | 1 | 2 {
  if (y < ay || y > by) return 0
  if (ay === by) return x >= ax && x <= bx ? 2 : 0
  const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  if (side === 0) return 2
  return side > 0 && y < by ? 1 : 0
}

export const lowerFirst = (ax: number, ay: number, bx: number, by: number): boolean => ay < by || (ay === by && ax <= bx)

export function isInPart(part: Part, x: number, y: number): boolean {
  let inside = false
  for (const ring of part) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i]!, ring[i + 1]!] as [number[], number[]]
      const met = lowerFirst(ax!, ay!, bx!, by!) ? castEdge(ax!, ay!, bx!, by!, x, y) : castEdge(bx!, by!, ax!, ay!, x, y)
      if (met === 2) return true
      if (met === 1) inside = !inside
    }
  }
  return inside
}

/** The lowest code whose area holds the point, by trying every area. */
export function placeByRayCasting(areas: readonly Area[], lon: number, lat: number): string | undefined {
  let found: string | undefined
  for (const { pcode, geometry } of areas) {
    if (found !== undefined && pcode >= found) continue
    if (partsOf(geometry).some((part) => isInPart(part, lon, lat))) found = pcode
  }
  return found
}
