/**
 * One point that stands for an area on a map: well inside it, never in the sea or in the neighbour's land, as the middle of a crescent-shaped district would be.
 * Method: pole of inaccessibility of the largest piece (Garcia-Castellanos and Lombardo 2007), by a quadtree search; degrees are used as they are.
 */
import { type AreaGeometry, boxOf, largestPart, type Part } from './geometry.ts'
import { isInPart } from './rayCasting.ts'

/** Square of the distance from a point to a segment, in squared units of the coordinates. */
export function distanceToSegmentSquared(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2
}

/** Distance to the border, negative outside. */
function depthAt(part: Part, x: number, y: number): number {
  let nearest = Infinity
  for (const ring of part) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [a, b] = [ring[i]!, ring[i + 1]!]
      nearest = Math.min(nearest, distanceToSegmentSquared(x, y, a[0]!, a[1]!, b[0]!, b[1]!))
    }
  }
  return (isInPart(part, x, y) ? 1 : -1) * Math.sqrt(nearest)
}

type Square = { x: number; y: number; half: number; depth: number; reach: number }

/** The point of the largest piece that is farthest from its border, within `precision` degrees; undefined for a shape without area. */
export function interiorPoint(geometry: AreaGeometry, precision = 0.002): [number, number] | undefined {
  const part = largestPart(geometry)
  if (!part?.[0]) return undefined
  const [west, south, east, north] = boxOf([part[0]])
  const size = Math.min(east - west, north - south)
  if (!(size > 0)) return undefined
  const squareAt = (x: number, y: number, half: number): Square => {
    const depth = depthAt(part, x, y)
    return { x, y, half, depth, reach: depth + half * Math.SQRT2 }
  }
  const open: Square[] = []
  for (let x = west; x < east; x += size) for (let y = south; y < north; y += size) open.push(squareAt(x + size / 2, y + size / 2, size / 2))
  let best = open[0]!
  while (open.length > 0) {
    open.sort((a, b) => a.reach - b.reach)
    const square = open.pop()!
    if (square.depth > best.depth) best = square
    if (square.reach - best.depth <= Math.min(precision, size / 50)) break
    const half = square.half / 2
    for (const dx of [-half, half]) for (const dy of [-half, half]) open.push(squareAt(square.x + dx, square.y + dy, half))
  }
  return best.depth > 0 ? [best.x, best.y] : undefined
}
