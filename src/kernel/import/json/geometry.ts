/** Where a feature lies, when it lies in one point. A line or an area has no point of its own, and none is invented for it. */
import type { Cell } from '../table.ts'

export function pointColumns(geometry: unknown): { latitude?: Cell; longitude?: Cell } {
  if (typeof geometry !== 'object' || geometry === null) return {}
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  const point = type === 'MultiPoint' && Array.isArray(coordinates) && coordinates.length === 1 ? coordinates[0] : type === 'Point' ? coordinates : null
  if (!Array.isArray(point)) return {}
  const [longitude, latitude] = point
  return typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : {}
}
