/** Numbers for texts and for combinations of numbers: block keys are 32 bits. Two different keys may meet in one number; it costs a comparison, never an answer. */

/** FNV-1a with the last step of Murmur3 (both public domain); never 0, which stands for "no key". */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mixed(hash)
}

/** The same of letters that lie among others. */
export function hashOfLetters(letters: Uint8Array | Uint16Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ letters[i]!, 0x01000193)
  return mixed(hash)
}

export const together = (one: number, other: number): number => mixed(Math.imul(one, 0x9e3779b1) + other)

function mixed(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0 || 1
}

/** Mulberry32 (public domain): the same numbers for the same seed everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let next = Math.imul(state ^ (state >>> 15), state | 1)
    next ^= next + Math.imul(next ^ (next >>> 7), next | 61)
    return ((next ^ (next >>> 14)) >>> 0) / 2 ** 32
  }
}
