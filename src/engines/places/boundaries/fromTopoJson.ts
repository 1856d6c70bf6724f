/** Boundaries from a TopoJSON text. Source: the TopoJSON format specification (delta-encoded arcs, a negative index runs backwards). All objects of the file are read. */
import { fromGeoJsonValue, parseJson } from './fromGeoJson.ts'
import type { BoundaryFile, BoundaryOptions, BoundaryRefusal } from './recognise.ts'

type Shape = { type?: string; arcs?: unknown; geometries?: Shape[]; properties?: Record<string, unknown> }
type Topology = { type?: string; objects?: Record<string, Shape>; arcs?: number[][][]; transform?: { scale: number[]; translate: number[] } }

export function fromTopoJson(text: string, options: BoundaryOptions = {}): BoundaryFile | BoundaryRefusal {
  const parsed = parseJson(text)
  if ('code' in parsed) return parsed
  const topology = (parsed.value ?? {}) as Topology
  if (topology.type !== 'Topology' || !Array.isArray(topology.arcs) || typeof topology.objects !== 'object') {
    return { code: 'places.boundary-unreadable', facts: { format: 'TopoJSON', detail: String(topology.type ?? '') } }
  }
  const arcs = topology.arcs.map((arc) => absolute(arc, topology.transform))
  const shapes = Object.values(topology.objects).flatMap(flatten)
  const features = shapes.map(({ properties = {}, type, arcs: used }) => ({
    type: 'Feature',
    properties,
    geometry: { type, coordinates: ringsFrom(used, arcs) },
  }))
  return fromGeoJsonValue({ type: 'FeatureCollection', features }, options)
}

const flatten = (shape: Shape): Shape[] => (shape.type === 'GeometryCollection' ? (shape.geometries ?? []).flatMap(flatten) : [shape])

function absolute(arc: number[][], transform: Topology['transform']): number[][] {
  if (!transform) return arc
  const [[sx, sy], [tx, ty]] = [transform.scale, transform.translate] as [[number, number], [number, number]]
  let [x, y] = [0, 0]
  return arc.map((step) => [(x += step[0]!) * sx + tx, (y += step[1]!) * sy + ty])
}

/** A list of arc numbers is a ring; a list of lists keeps its nesting (polygon, many polygons). */
function ringsFrom(used: unknown, arcs: number[][][]): unknown[] {
  if (!Array.isArray(used)) return []
  if (!used.every((index) => typeof index === 'number')) return used.map((inner) => ringsFrom(inner, arcs))
  const ring: number[][] = []
  for (const index of used as number[]) {
    const arc = index < 0 ? arcs[~index]?.toReversed() : arcs[index]
    // The last point of an arc is the first of the next.
    for (const point of arc ?? []) if (point[0] !== ring.at(-1)?.[0] || point[1] !== ring.at(-1)?.[1]) ring.push(point)
  }
  return ring
}
