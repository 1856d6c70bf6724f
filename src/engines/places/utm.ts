/**
 * Degrees to metres on the plane, in the UTM zone of a place: maps to print need one measure in both directions. Method: transverse Mercator by Krüger's series
 * (L. Krüger 1912) to the fourth order, WGS 84; within a zone the error is far below a millimetre.
 */
type Zone = { number: number; south: boolean }
export type Metres = readonly [east: number, north: number]

const [equator, flattening, scaleAtMiddle] = [6_378_137, 1 / 298.257223563, 0.9996]
const n = flattening / (2 - flattening)
const rectifying = (equator / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64)
const series = [
  n / 2 - (2 * n ** 2) / 3 + (5 * n ** 3) / 16 + (41 * n ** 4) / 180,
  (13 * n ** 2) / 48 - (3 * n ** 3) / 5 + (557 * n ** 4) / 1440,
  (61 * n ** 3) / 240 - (103 * n ** 4) / 140,
  (49_561 * n ** 4) / 161_280,
]
const eccentric = (2 * Math.sqrt(n)) / (1 + n)
const radians = Math.PI / 180

export const utmZone = (lon: number, lat: number): Zone => ({ number: Math.min(60, Math.max(1, Math.floor((lon + 180) / 6) + 1)), south: lat < 0 })

/** In the zone that is named, also for points that lie a little outside it: a map has one zone. */
export function toUtm({ number, south }: Zone, lon: number, lat: number): Metres {
  const sine = Math.sin(lat * radians)
  const turned = (lon - (number * 6 - 183)) * radians
  const t = Math.sinh(Math.atanh(sine) - eccentric * Math.atanh(eccentric * sine))
  const xi = Math.atan2(t, Math.cos(turned))
  const eta = Math.atanh(Math.sin(turned) / Math.sqrt(1 + t * t))
  const sum = (part: (j: number) => number) => series.reduce((all, factor, i) => all + factor * part(2 * (i + 1)), 0)
  const east = eta + sum((j) => Math.cos(j * xi) * Math.sinh(j * eta))
  const north = xi + sum((j) => Math.sin(j * xi) * Math.cosh(j * eta))
  return [500_000 + scaleAtMiddle * rectifying * east, (south ? 10_000_000 : 0) + scaleAtMiddle * rectifying * north]
}
