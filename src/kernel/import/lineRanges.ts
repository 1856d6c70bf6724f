/** Lines as a person would say them: `9, 12–15, 40`. Long lists end with how many more there are, so that a finding on 50,000 rows stays readable. */
export function lineRanges(lines: number[], most = 12): string[] {
  const sorted = [...new Set(lines)].sort((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const line of sorted) {
    const last = ranges.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  const words = ranges.slice(0, most).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
  const left = ranges.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0)
  return left > 0 ? [...words, `+${left}`] : words
}
