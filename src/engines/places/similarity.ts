/**
 * How alike two spellings are, between 0 and 1.
 * Sources: Jaro 1989 and Winkler 1990 (prefix weight .1 up to four letters); trigrams with two blanks before and one after each word, shared over all (Jaccard), as in pg_trgm's manual.
 */
export function jaro(a: string, b: string): number {
  if (a === b) return a.length > 0 ? 1 : 0
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const fromA: string[] = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + window + 1)
    for (let j = Math.max(0, i - window); j < end; j++) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = 1
      fromA.push(a[i]!)
      break
    }
  }
  const matches = fromA.length
  if (matches === 0) return 0
  let swapped = 0
  let k = 0
  for (let j = 0; j < b.length; j++) if (taken[j] && fromA[k++] !== b[j]) swapped++
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
