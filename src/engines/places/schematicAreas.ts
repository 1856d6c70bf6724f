/**
 * A map before the official boundaries are there: every post gets the land nearest to its point, districts and provinces are the posts joined. Always labelled schematic:
 * good for seeing where a figure belongs, never for saying where a border runs. Method: Voronoi cells (Delaunay dual, d3-delaunay) cut by the country's outline.
 * Outline and cell borders are cut at their crossings once, and each area collects its own stretches, so neighbours share every vertex.
 */
import { Delaunay } from 'd3-delaunay'
import { type AreaGeometry, boxOf, partsOf, type Ring, ringArea } from './geometry.ts'
import { joinStretches, type Point, type Stretch } from './joinStretches.ts'
import type { Place } from './place.ts'
import { isInPart } from './rayCasting.ts'
import { simplifyRing } from './simplifyRing.ts'

type SchematicFeature = {
  type: 'Feature'
  properties: { pcode: string; name: string; level: number; parent: string | null; schematic: true }
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: number[][][] | number[][][][] }
}
export type SchematicCollection = { type: 'FeatureCollection'; schematic: true; features: SchematicFeature[] }
/** `withoutArea`: places that no land is nearest to (an islet that the outline lacks) or that have no point; they stay points on the map. */
export type SchematicAreas = { byLevel: Record<number, SchematicCollection>; withoutArea: string[] }

/** A stretch of border: the cell on its left, and the cell on its right (-1: outside the country). */
type Border = Stretch & { left: number; right: number }

/**
 * `places`: a country's list, with levels and parents; the finest level draws the cells. `tolerance` (degrees) thins the outline first, so that all areas stay joined.
 */
export function schematicAreas(outline: AreaGeometry, places: readonly Place[], tolerance = 0.004): SchematicAreas {
  const current = places.filter(({ validTo }) => validTo === undefined)
  const finest = Math.max(0, ...current.map(({ level }) => level))
  const leaves = current.filter((place) => place.level === finest && place.point !== null)
  if (leaves.length === 0 || partsOf(outline).length === 0) return { byLevel: {}, withoutArea: current.map(({ pcode }) => pcode) }
  const borders = bordersOf(thinned(outline, tolerance), leaves)
  const byCode = new Map(current.map((place) => [place.pcode, place]))
  const byLevel: SchematicAreas['byLevel'] = {}
  const drawn = new Set<string>()
  for (const level of [...new Set(current.map((place) => place.level))].sort()) {
    const owners = leaves.map((leaf) => ancestorAt(leaf, level, byCode))
    const features = featuresOf(borders, owners, byCode)
    for (const { properties } of features) drawn.add(properties.pcode)
    byLevel[level] = { type: 'FeatureCollection', schematic: true, features }
  }
  return { byLevel, withoutArea: current.map(({ pcode }) => pcode).filter((pcode) => !drawn.has(pcode)) }
}

function ancestorAt(leaf: Place, level: number, byCode: ReadonlyMap<string, Place>): string | undefined {
  let at: Place | undefined = leaf
  while (at && at.level > level) at = at.parent === null ? undefined : byCode.get(at.parent)
  return at?.level === level ? at.pcode : undefined
}

function thinned(outline: AreaGeometry, tolerance: number): Point[][][] {
  return partsOf(outline)
    .map((part) => part.map((ring, at) => wound(simplifyRing(ring, tolerance), at === 0 ? 1 : -1)))
    .filter((part) => part[0]!.length > 3)
}

/** Land on the left hand of every ring: outer rings counter-clockwise, holes clockwise. */
const wound = (ring: Point[], sign: 1 | -1): Point[] => (Math.sign(ringArea(ring)) === sign ? ring : ring.toReversed())

function bordersOf(parts: Point[][][], leaves: readonly Place[]): Border[] {
  const [west, south, east, north] = boxOf(parts.flat())
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const points = leaves.map(({ point }) => [point![0] * stretch, point![1]] as Point)
  // Far posts on all sides close every cell; they are too far to be nearest to any land.
  const far = 40 * Math.max(east - west, north - south, 1)
  const around = Array.from(
    { length: 8 },
    (_, k): Point => [((west + east) / 2) * stretch + far * Math.cos((k * Math.PI) / 4), (south + north) / 2 + far * Math.sin((k * Math.PI) / 4)],
  )
  const delaunay = Delaunay.from([...points, ...around])
  const scaled = parts.map((part) => part.map((ring) => ring.map(([x, y]): Point => [x * stretch, y])))
  const edges = cellEdges(delaunay, points.length)
  const segments = scaled.flat().flatMap((ring) => ring.slice(1).map((to, i) => ({ from: ring[i]!, to, cuts: [] as { t: number; at: Point }[] })))
  for (const edge of edges) {
    const box = boxOf([[edge.from, edge.to]])
    for (const segment of segments) {
      const { from, to } = segment
      if (Math.max(from[0], to[0]) < box[0] || Math.min(from[0], to[0]) > box[2] || Math.max(from[1], to[1]) < box[1] || Math.min(from[1], to[1]) > box[3])
        continue
      const crossing = cross(edge.from, edge.to, from, to)
      if (!crossing) continue
      edge.cuts.push({ t: crossing.t, at: crossing.at })
      segment.cuts.push({ t: crossing.u, at: crossing.at })
    }
  }
  const borders: Border[] = []
  let nearest = 0
  for (const segment of segments) {
    for (const [from, to] of pieces(segment)) {
      nearest = delaunay.find((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, nearest)
      borders.push({ from, to, left: nearest, right: -1 })
    }
  }
  for (const edge of edges) {
    for (const [from, to] of pieces(edge)) {
      const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
      if (scaled.some((part) => isInPart(part, x, y))) borders.push({ from, to, left: edge.left, right: edge.right })
    }
  }
  const round = ([x, y]: Point): Point => [Math.round((x / stretch) * 1e4) / 1e4, Math.round(y * 1e4) / 1e4]
  return borders
    .map((border) => ({ ...border, from: round(border.from), to: round(border.to) }))
    .filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1])
}

/** The borders between two cells: the line between the circumcentres of the two triangles on either side of a Delaunay edge. */
function cellEdges({ triangles, halfedges, points }: Delaunay<Delaunay.Point>, count: number) {
  const centres: Point[] = []
  for (let t = 0; t < triangles.length; t += 3) centres.push(circumcentre(points, triangles[t]!, triangles[t + 1]!, triangles[t + 2]!))
  const edges: { from: Point; to: Point; left: number; right: number; cuts: { t: number; at: Point }[] }[] = []
  for (let e = 0; e < halfedges.length; e++) {
    const other = halfedges[e]!
    if (other < e) continue
    const [i, j] = [triangles[e]!, triangles[e % 3 === 2 ? e - 2 : e + 1]!]
    if (i >= count && j >= count) continue
    const [from, to] = [centres[Math.floor(e / 3)]!, centres[Math.floor(other / 3)]!]
    const side = (to[0] - from[0]) * (points[2 * i + 1]! - from[1]) - (to[1] - from[1]) * (points[2 * i]! - from[0])
    edges.push({ from, to, left: side > 0 ? i : j, right: side > 0 ? j : i, cuts: [] })
  }
  return edges
}

function circumcentre(points: ArrayLike<number>, i: number, j: number, k: number): Point {
  const [x, y] = [points[2 * i]!, points[2 * i + 1]!]
  const [bx, by, cx, cy] = [points[2 * j]! - x, points[2 * j + 1]! - y, points[2 * k]! - x, points[2 * k + 1]! - y]
  const twice = 2 * (bx * cy - by * cx)
  const [b, c] = [bx * bx + by * by, cx * cx + cy * cy]
  return [x + (cy * b - by * c) / twice, y + (bx * c - cx * b) / twice]
}

function cross([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [dx, dy]: Point) {
  const area = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (area === 0) return undefined
  const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / area
  const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / area
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u, at: [ax + t * (bx - ax), ay + t * (by - ay)] as Point } : undefined
}

function pieces({ from, to, cuts }: { from: Point; to: Point; cuts: { t: number; at: Point }[] }): [Point, Point][] {
  const stops = [from, ...cuts.toSorted((a, b) => a.t - b.t).map(({ at }) => at), to]
  return stops.slice(1).map((stop, i) => [stops[i]!, stop])
}

function featuresOf(borders: readonly Border[], owners: readonly (string | undefined)[], byCode: ReadonlyMap<string, Place>): SchematicFeature[] {
  const stretches = new Map<string, Stretch[]>()
  const give = (owner: string | undefined, stretch: Stretch) => {
    if (owner === undefined) return
    const list = stretches.get(owner)
    if (list) list.push(stretch)
    else stretches.set(owner, [stretch])
  }
  for (const { from, to, left, right } of borders) {
    const [a, b] = [owners[left], right < 0 ? undefined : owners[right]]
    if (a === b) continue
    give(a, { from, to })
    give(b, { from: to, to: from })
  }
  return [...stretches.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([pcode, list]) => {
      const parts: Ring[][] = joinStretches(list)
      if (parts.length === 0) return []
      const { name, level, parent } = byCode.get(pcode)!
      const geometry = parts.length === 1 ? { type: 'Polygon', coordinates: parts[0] } : { type: 'MultiPolygon', coordinates: parts }
      return [{ type: 'Feature', properties: { pcode, name, level, parent, schematic: true }, geometry } as SchematicFeature]
    })
}
