/** How those who were counted fall into parts: each key with how many, who cannot be placed as a part of its own and the last; the parts are the total. Results specification, 5.4. */

export type Parts = { by: string; parts: { key: string; value: number }[] }

export function partsOf(by: string, keys: readonly (string | null)[]): Parts {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key ?? 'unknown', (counts.get(key ?? 'unknown') ?? 0) + 1)
  const order = ([a]: [string, number], [b]: [string, number]) => Number(a === 'unknown') - Number(b === 'unknown') || (a < b ? -1 : 1)
  return { by, parts: [...counts].sort(order).map(([key, value]) => ({ key, value })) }
}

const sexes: Readonly<Record<string, string>> = { f: 'female', m: 'male', x: 'other', o: 'other' }

/** The codes of sex as HAPI has them; whatever says nothing about one person is null. */
export const sexPart = (code: string | null): string | null => (code === null ? null : (sexes[code] ?? null))
