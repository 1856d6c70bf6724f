/** Polygons from well-known binary, as GeoPackage stores them. Source: OGC 06-103r4 (ISO type codes with Z and M, and the older flag bits); never reads past the end. */
import type { AreaGeometry } from '../../../engines/places/geometry.ts'

/** Undefined for any other geometry, and for bytes that end early or count more than they hold. */
export function polygonFromWkb(bytes: Uint8Array): AreaGeometry | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const has = (size: number) => at + size <= view.byteLength

  function header(): { little: boolean; kind: number; size: number } | undefined {
    if (!has(5)) return undefined
    const little = view.getUint8(at) === 1
    const type = view.getUint32(at + 1, little)
    at += 5
    if (type & 0x20000000) at += 4
    const iso = Math.floor((type & 0xffff) / 1000)
    const extra = (type & 0x80000000 ? 1 : 0) + (type & 0x40000000 ? 1 : 0) + (iso === 3 ? 2 : iso > 0 ? 1 : 0)
    return { little, kind: (type & 0xffff) % 1000, size: 16 + 8 * extra }
  }
  function count(little: boolean, least: number): number | undefined {
    if (!has(4)) return undefined
    const n = view.getUint32(at, little)
    at += 4
    return has(n * least) ? n : undefined
  }
  function polygon(little: boolean, size: number): number[][][] | undefined {
    const rings = count(little, 4)
    if (rings === undefined) return undefined
    const shape: number[][][] = []
    for (let r = 0; r < rings; r++) {
      const points = count(little, size)
      if (points === undefined) return undefined
      const ring: number[][] = []
      for (let p = 0; p < points; p++, at += size) ring.push([view.getFloat64(at, little), view.getFloat64(at + 8, little)])
      shape.push(ring)
    }
    return shape
  }

  const outer = header()
  if (!outer) return undefined
  if (outer.kind === 3) {
    const coordinates = polygon(outer.little, outer.size)
    return coordinates && { type: 'Polygon', coordinates }
  }
  const members = outer.kind === 6 ? count(outer.little, 9) : undefined
  if (members === undefined) return undefined
  const coordinates: number[][][][] = []
  for (let m = 0; m < members; m++) {
    const inner = header()
    const part = inner?.kind === 3 ? polygon(inner.little, inner.size) : undefined
    if (!part) return undefined
    coordinates.push(part)
  }
  return { type: 'MultiPolygon', coordinates }
}
