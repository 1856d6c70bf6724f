/** "Did you mean": the known name that is closest to a misspelt one, when one is close enough to be meant. */
/** How many letters have to be put, taken away or changed to make one word of the other. */
export function letterDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
    before = row
  }
  return before[b.length]!
}

export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = name.trim().toLowerCase()
  const farthest = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | null = null
  let least = farthest + 1
  for (const candidate of known) {
    const lower = candidate.toLowerCase()
    // `cor` for `cores`: a word cut short, or one that goes on.
    if (wanted.length > 2 && lower.length > 2 && least > 1 && (lower.startsWith(wanted) || wanted.startsWith(lower))) [best, least] = [candidate, 1]
    if (Math.abs(lower.length - wanted.length) >= least) continue
    const far = letterDistance(wanted, lower)
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}
