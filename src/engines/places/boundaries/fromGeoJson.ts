/** Boundaries from a GeoJSON text (RFC 7946; an older "crs" member is accepted when it says the same as the standard does). */
import { type BoundaryFile, type BoundaryOptions, type BoundaryRecord, type BoundaryRefusal, recognise } from './recognise.ts'

type Loose = { type?: unknown; crs?: { properties?: { name?: unknown } } | null; features?: unknown; properties?: unknown; geometry?: unknown }

export function parseJson(text: string): { value: unknown } | BoundaryRefusal {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch (error) {
    return { code: 'places.boundary-unreadable', facts: { format: 'JSON', detail: error instanceof Error ? error.message : '' } }
  }
}

/** EPSG:4326 and CRS84 are both degrees on WGS 84; GeoJSON always writes longitude first. */
const isWgs84Name = (name: string): boolean => /CRS:?84|EPSG:+(\d[\d.]*)?:?:?4326$|WGS[ _]?(19)?84$/i.test(name)

export function fromGeoJson(text: string, options: BoundaryOptions = {}): BoundaryFile | BoundaryRefusal {
  const parsed = parseJson(text)
  if ('code' in parsed) return parsed
  return fromGeoJsonValue(parsed.value, options)
}

export function fromGeoJsonValue(value: unknown, options: BoundaryOptions = {}): BoundaryFile | BoundaryRefusal {
  const file = (value ?? {}) as Loose
  const crs = file.crs?.properties?.name
  if (typeof crs === 'string' && !isWgs84Name(crs)) return { code: 'places.boundary-not-wgs84', facts: { projection: crs } }
  const features = file.type === 'Feature' ? [file] : file.type === 'FeatureCollection' && Array.isArray(file.features) ? (file.features as Loose[]) : undefined
  if (!features) return { code: 'places.boundary-unreadable', facts: { format: 'GeoJSON', detail: String(file.type ?? '') } }
  return recognise(
    features.map((one) => ({ properties: (one?.properties ?? {}) as BoundaryRecord['properties'], geometry: one?.geometry })),
    options,
  )
}
