/** Fewer vertices for a ring that is only drawn. Method: Douglas and Peucker 1973, from the two points that lie farthest apart from each other along the list. */

import type { Ring } from './geometry.ts'
import { distanceToSegmentSquared } from './interiorPoint.ts'
import type { Point } from './joinStretches.ts'

/** Closed in, closed out; a ring smaller than the tolerance keeps its outermost four points. */
export function simplifyRing(ring: Ring, tolerance: number): Point[] {
  const points = ring.map(([x, y]): Point => [x!, y!])
  if (points.length <= 5) return points
  const last = points.length - 1
  const [x0, y0] = points[0]!
  let half = 1
  for (let i = 1; i < last; i++) if (Math.hypot(points[i]![0] - x0, points[i]![1] - y0) > Math.hypot(points[half]![0] - x0, points[half]![1] - y0)) half = i
  const kept = new Set([0, half, last])
  const open: [number, number][] = [
    [0, half],
    [half, last],
  ]
  while (open.length > 0) {
    const [a, b] = open.pop()!
    const { at, far } = farthest(points, a, b)
    if (at < 0 || (far <= tolerance * tolerance && kept.size > 3)) continue
    kept.add(at)
    open.push([a, at], [at, b])
  }
  return [...kept].sort((a, b) => a - b).map((i) => points[i]!)
}

function farthest(points: Point[], a: number, b: number): { at: number; far: number } {
  let [at, far] = [-1, -1]
  for (let i = a + 1; i < b; i++) {
    const distance = distanceToSegmentSquared(...points[i]!, ...points[a]!, ...points[b]!)
    if (distance > far) [at, far] = [i, distance]
  }
  return { at, far }
}
