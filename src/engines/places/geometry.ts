/**
 * The shapes that place files carry, read in one way whatever the file calls them.
 * Real boundary files say "Polygon" over coordinates nested like a MultiPolygon (495 of the 577 features of one Mozambican set do), so depth decides, not the label.
 */
export type Position = readonly number[]
export type Ring = readonly Position[]
/** One piece: its outer ring, then its holes. */
export type Part = readonly Ring[]
export type AreaGeometry = { type: 'Polygon' | 'MultiPolygon'; coordinates: readonly unknown[] }
export type Area = { pcode: string; geometry: AreaGeometry }
/** West, south, east, north, in degrees. */
export type Box = readonly [number, number, number, number]

const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0)

/** The pieces of an area; anything that is neither a polygon nor many gives none. */
export function partsOf(geometry: AreaGeometry): Part[] {
  const depth = depthOf(geometry.coordinates)
  if (depth === 4) return geometry.coordinates as Part[]
  return depth === 3 ? [geometry.coordinates as unknown as Part] : []
}

export function boxOf(rings: Iterable<Ring>): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x, y] of ring as Ring) {
      if (x! < west) west = x!
      if (x! > east) east = x!
      if (y! < south) south = y!
      if (y! > north) north = y!
    }
  }
  return [west, south, east, north]
}

/** Signed area in square degrees (positive when counter-clockwise): the shoelace formula, taken from the first point to keep digits. */
export function ringArea(ring: Ring): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let twice = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!]
    twice += (a[0]! - x0!) * (b[1]! - y0!) - (b[0]! - x0!) * (a[1]! - y0!)
  }
  return twice / 2
}

export function largestPart(geometry: AreaGeometry): Part | undefined {
  let best: Part | undefined
  let size = -1
  for (const part of partsOf(geometry)) {
    const area = part[0] ? Math.abs(ringArea(part[0])) : 0
    if (area > size) [best, size] = [part, area]
  }
  return best
}
