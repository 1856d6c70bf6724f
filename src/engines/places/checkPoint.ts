/**
 * Coordinates as people write them: a comma for the point, degrees and minutes, latitude and longitude exchanged, a lost minus, 0,0 from a phone without signal.
 * What is certain is read; what is only likely is a suggestion for a person, never applied.
 */
import type { Box } from './geometry.ts'

type PointFault =
  | 'places.point-missing'
  | 'places.point-unreadable'
  | 'places.point-zero'
  | 'places.point-swapped'
  | 'places.point-sign-lost'
  | 'places.point-outside-country'
  | 'places.point-degrees-minutes'
  | 'places.point-decimal-comma'
type PointFinding = { code: PointFault; facts: { lon: string; lat: string; suggestion?: [number, number] } }
/** `point` is null unless it is good to use as it stands. */
export type CheckedPoint = { point: [number, number] | null; findings: PointFinding[] }
type Written = string | number | null | undefined
type Read = { value: number; form: 'decimal' | 'comma' | 'degrees' }

const degrees = /^([NSEWLO])?\s*(-?\d{1,3})\s*[°ºd:\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['’′:m\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|''|”|″|s)?)?)?\s*([NSEWLO])?$/i

/** South and west (in Portuguese also oeste, O) are negative; este and leste, E and L, are positive. */
function readCoordinate(written: Written): Read | undefined {
  if (typeof written === 'number') return Number.isFinite(written) ? { value: written, form: 'decimal' } : undefined
  const text = (written ?? '').trim()
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return { value: Number(text), form: 'decimal' }
  if (/^[+-]?\d+,\d+$/.test(text)) return { value: Number(text.replace(',', '.')), form: 'comma' }
  const parts = degrees.exec(text)
  if (!parts) return undefined
  const [, before, whole, minutes, seconds, after] = parts
  const [m, s] = [minutes, seconds].map((part) => Number((part ?? '0').replace(',', '.')))
  if (m! >= 60 || s! >= 60) return undefined
  const size = Math.abs(Number(whole)) + m! / 60 + s! / 3600
  const isNegative = whole!.startsWith('-') || /[SWO]/i.test(before ?? after ?? '')
  return { value: isNegative ? -size : size, form: 'degrees' }
}

const isIn = ([west, south, east, north]: Box, lon: number, lat: number) => lon >= west && lon <= east && lat >= south && lat <= north

export function checkPoint(lonWritten: Written, latWritten: Written, box: Box): CheckedPoint {
  const facts = { lon: String(lonWritten ?? ''), lat: String(latWritten ?? '') }
  const only = (code: PointFault, suggestion?: [number, number]): CheckedPoint => ({
    point: null,
    findings: [{ code, facts: suggestion ? { ...facts, suggestion } : facts }],
  })
  if (facts.lon.trim() === '' || facts.lat.trim() === '') return only('places.point-missing')
  const [x, y] = [readCoordinate(lonWritten), readCoordinate(latWritten)]
  if (!x || !y) return only('places.point-unreadable')
  const [lon, lat] = [x.value, y.value]
  if (Math.abs(lon) < 1e-6 && Math.abs(lat) < 1e-6) return only('places.point-zero')
  const isDegrees = x.form === 'degrees' || y.form === 'degrees'
  if (isIn(box, lon, lat)) {
    if (isDegrees) return only('places.point-degrees-minutes', [lon, lat])
    const isComma = x.form === 'comma' || y.form === 'comma'
    return { point: [lon, lat], findings: isComma ? [{ code: 'places.point-decimal-comma', facts }] : [] }
  }
  if (isIn(box, lat, lon)) return only('places.point-swapped', [lat, lon])
  const signed = [
    [-lon, lat],
    [lon, -lat],
    [-lon, -lat],
    [-lat, lon],
    [lat, -lon],
  ].find(([a, b]) => isIn(box, a!, b!))
  if (signed) return only('places.point-sign-lost', signed as [number, number])
  return only('places.point-outside-country')
}
