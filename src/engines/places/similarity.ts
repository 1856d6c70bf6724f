/**
 * How alike two spellings are, between 0 and 1.
 * Sources: Jaro 1989 and Winkler 1990 (prefix weight .1 up to four letters); trigrams with two blanks before and one after each word, shared over all (Jaccard), as in pg_trgm's manual.
 */
/** Room for one comparison, used again by the next: a million comparisons shall not make a million arrays. */
let taken = new Uint8Array(64)
let fromA = new Uint16Array(64)

export function jaro(a: string, b: string): number {
  if (a === b) return a.length > 0 ? 1 : 0
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  if (b.length > taken.length) taken = new Uint8Array(b.length * 2)
  if (a.length > fromA.length) fromA = new Uint16Array(a.length * 2)
  taken.fill(0, 0, b.length)
  let matches = 0
  for (let i = 0; i < a.length; i++) {
    const letter = a.charCodeAt(i)
    const end = Math.min(b.length, i + window + 1)
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (taken[j] !== 0 || letter !== b.charCodeAt(j)) continue
      taken[j] = 1
      fromA[matches++] = letter
      break
    }
  }
  if (matches === 0) return 0
  let swapped = 0
  for (let j = 0, k = 0; j < b.length; j++) if (taken[j] !== 0 && fromA[k++] !== b.charCodeAt(j)) swapped++
  return (matches / a.length + matches / b.length + (matches - swapped / 2) / matches) / 3
}

export function jaroWinkler(a: string, b: string): number {
  const base = jaro(a, b)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return base + prefix * 0.1 * (1 - base)
}

export function trigramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>()
  for (const word of words) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3))
  }
  return grams
}
