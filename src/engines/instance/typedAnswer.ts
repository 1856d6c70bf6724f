/** The type of one answer. Decimals stay text, because a price is not what a binary fraction makes of it; times keep the offset of the phone. */
import type { AskedQuestion } from './answers.ts'

const kindByType: Record<string, string> = {
  integer: 'int',
  range: 'decimal',
  decimal: 'decimal',
  geopoint: 'geopoint',
  'start-geopoint': 'geopoint',
  geotrace: 'geotrace',
  geoshape: 'geoshape',
  boolean: 'boolean',
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')

const isNumber = (text: string) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)

type Position = [number, number] | [number, number, number]

function positionOf(text: string): { lat: number; lon: number; alt: number | null; accuracy: number | null } | null {
  const parts = words(text)
  if (parts.length < 2 || parts.length > 4 || !parts.every(isNumber)) return null
  const [lat, lon, alt = null, accuracy = null] = parts.map(Number) as [number, number, number?, number?]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon, alt, accuracy } : null
}

function line(text: string): Position[] | null {
  const points = text
    .split(';')
    .filter((part) => part.trim() !== '')
    .map(positionOf)
  return points.every((point) => point !== null) ? points.map(({ lat, lon, alt }) => (alt === null ? [lon, lat] : [lon, lat, alt])) : null
}

function shape(text: string): object | null {
  const ring = line(text)
  const first = ring?.[0]
  if (!ring || !first) return null
  const last = ring.at(-1)!
  const closed = first[0] === last[0] && first[1] === last[1] ? ring : [...ring, first]
  return closed.length < 4 ? null : { type: 'Polygon', coordinates: [closed] }
}

function trace(text: string): object | null {
  const points = line(text)
  return points && points.length >= 2 ? { type: 'LineString', coordinates: points } : null
}

function inOrderOfChoices(chosen: string[], choices: AskedQuestion['choices']): string[] {
  if (!choices) return chosen
  const order = new Map(choices.map(({ name }, at) => [name, at]))
  // What the list does not hold stands at the end, as it was sent.
  return chosen.toSorted((a, b) => (order.get(a) ?? choices.length) - (order.get(b) ?? choices.length))
}

export function typedAnswer({ type, answer, choices }: AskedQuestion, sent: string): unknown {
  const text = sent.trim()
  if (text === '') return null
  if (/^select_multiple|^select all/.test(type)) return inOrderOfChoices(words(text), choices)
  if (type === 'rank' || answer === 'odk:rank') return words(text)
  switch (kindByType[type] && !answer ? kindByType[type] : answer) {
    case 'int':
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : sent
    case 'decimal':
      return isNumber(text) ? text : sent
    case 'boolean':
      return /^(true|1)$/.test(text) ? true : /^(false|0)$/.test(text) ? false : sent
    case 'geopoint':
      return positionOf(text) ?? sent
    case 'geotrace':
      return trace(text) ?? sent
    case 'geoshape':
      return shape(text) ?? sent
    case 'date':
    case 'time':
    case 'dateTime':
    case 'binary':
      return text
    default:
      return sent
  }
}
