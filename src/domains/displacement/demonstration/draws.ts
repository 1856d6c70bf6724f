/**
 * Invented variety that is the same on every machine: each draw depends on the seed and on what it is drawn for, never on the order of drawing, so that a
 * locality added later changes no other. FNV-1a with the finalizer of MurmurHash3 (both public domain).
 */
export function draw(seed: number, ...about: (string | number)[]): number {
  let hash = 0x811c9dc5
  for (const letter of `${seed}/${about.join('/')}`) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

export const between = (low: number, high: number, drawn: number): number => low + (high - low) * drawn

/** One of a list, more often the heavier ones. */
export function oneByWeight<T extends { weight: number }>(list: readonly T[], drawn: number): T {
  let rest = drawn * list.reduce((sum, { weight }) => sum + weight, 0)
  return list.find(({ weight }) => (rest -= weight) < 0) ?? list.at(-1)!
}
