/** One answer as it stands in a cell: several choices by blanks as phones send them, a position as its numbers, a shape as its text. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(' ')
  if (typeof value !== 'object') return String(value)
  const { lat, lon, alt, accuracy, coordinates } = value as Record<string, unknown>
  if (lat !== undefined) return [lat, lon, alt ?? 0, accuracy ?? 0].join(' ')
  return Array.isArray(coordinates)
    ? pointsOf(coordinates)
        .map(([x, y, z = 0]) => `${y} ${x} ${z} 0`)
        .join(';')
    : JSON.stringify(value)
}

/** A ring or a line; of a polygon its outer ring. */
const pointsOf = (coordinates: unknown[]): number[][] =>
  Array.isArray((coordinates[0] as unknown[])?.[0]) ? (coordinates[0] as number[][]) : (coordinates as number[][])
