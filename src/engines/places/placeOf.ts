/**
 * The area of a point, or of a million. A point up to 2 km outside (a boat landing, a coarse coast line) snaps to the nearest area and says so; farther away it has none.
 */
import { distanceToSegmentSquared } from './interiorPoint.ts'
import { isInPiece, nowhere, type PlaceIndex, reachIn, rowOf, snapLimitKm } from './placeIndex.ts'

export type PlacedPoint = { pcode: string; by: 'inside' } | { pcode: string; by: 'snapped'; km: number } | { pcode: null; by: 'none' }
/** Per point: its area (place in `index.pcodes`, -1 for none) and how it was found. */
export type PlacedPoints = { area: Int32Array; by: Uint8Array }
export const foundBy = { none: 0, inside: 1, snapped: 2 } as const

const kmPerDegree = 111.32

export function placeOf(index: PlaceIndex, lon: number, lat: number): PlacedPoint {
  const inside = areaAt(index, lon, lat)
  if (inside !== nowhere) return { pcode: index.pcodes[inside]!, by: 'inside' }
  const near = snap(index, lon, lat)
  return near ? { pcode: index.pcodes[near.area]!, by: 'snapped', km: near.km } : { pcode: null, by: 'none' }
}

/** `lonlat` holds longitude, latitude, longitude, latitude, … */
export function placesOf(index: PlaceIndex, lonlat: Float64Array): PlacedPoints {
  const count = lonlat.length >> 1
  const [area, by] = [new Int32Array(count), new Uint8Array(count)]
  for (let i = 0; i < count; i++) {
    const [x, y] = [lonlat[2 * i]!, lonlat[2 * i + 1]!]
    const inside = areaAt(index, x, y)
    area[i] = inside
    if (inside !== nowhere) {
      by[i] = foundBy.inside
      continue
    }
    const near = snap(index, x, y)
    if (near) {
      area[i] = near.area
      by[i] = foundBy.snapped
    }
  }
  return { area, by }
}

function areaAt(index: PlaceIndex, x: number, y: number): number {
  const { box, cell, columns, cells } = index
  // Written so that a coordinate that is no number falls out here too.
  if (!(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) return nowhere
  const row = rowOf(y, box[1], cell)
  const found = cells[row * columns + Math.floor((x - box[0]) / cell)]!
  if (found >= nowhere) return found
  const { start, tries, areaOf } = index
  const border = -2 - found
  for (let t = start[border]!; t < start[border + 1]!; t++) if (isInPiece(index, tries[t]!, row, x, y)) return areaOf[tries[t]!]!
  return nowhere
}

/** The nearest border within the limit, on a plane that is true at the point; the lower code where two are equally near. */
function snap(index: PlaceIndex, x: number, y: number): { area: number; km: number } | undefined {
  const { box, cell, columns, rows, cells, near, start, tries, areaOf, firstRow, firstSlab, slabStart, edges } = index
  if (!(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) return undefined
  const [row, column] = [rowOf(y, box[1], cell), Math.floor((x - box[0]) / cell)]
  if (near[row * columns + column] === 0) return undefined
  const reach = reachIn(index)
  const [kmX, kmY] = [kmPerDegree * Math.cos((y * Math.PI) / 180), kmPerDegree]
  let best = snapLimitKm ** 2
  let area = nowhere
  for (let r = Math.max(0, row - reach.rows); r <= Math.min(rows - 1, row + reach.rows); r++) {
    let lastPiece = -1
    for (let c = Math.max(0, column - reach.columns); c <= Math.min(columns - 1, column + reach.columns); c++) {
      const found = cells[r * columns + c]!
      if (found >= nowhere) continue
      for (let t = start[-2 - found]!; t < start[-1 - found]!; t++) {
        const p = tries[t]!
        const slab = firstSlab[p]! + r - firstRow[p]!
        if (p === lastPiece || slab >= firstSlab[p + 1]!) continue
        lastPiece = p
        for (let e = slabStart[slab]! * 4; e < slabStart[slab + 1]! * 4; e += 4) {
          const far = distanceToSegmentSquared(0, 0, (edges[e]! - x) * kmX, (edges[e + 1]! - y) * kmY, (edges[e + 2]! - x) * kmX, (edges[e + 3]! - y) * kmY)
          if (far < best || (far === best && area !== nowhere && areaOf[p]! < area)) [best, area] = [far, areaOf[p]!]
        }
      }
    }
  }
  return area === nowhere ? undefined : { area, km: Math.sqrt(best) }
}
