/** Packages as they are typed: `1-4: BLANKET 2` and `5+: BLANKET 4, TARPAULIN 1`, one line for each size. Null as long as a line is not whole. */
type ItemLine = { item: string; quantity: number }
type SizeBand = { from: number; to?: number; lines: ItemLine[] }

export function itemLines(text: string): ItemLine[] | null {
  const parts = text.split(',').map((part) => /^\s*(\S+)\s+(\d{1,6})\s*$/.exec(part))
  return parts.every((part) => part !== null) ? parts.map((part) => ({ item: part[1]!, quantity: Number(part[2]) })) : null
}

export function sizeBands(text: string): SizeBand[] | null {
  const bands: SizeBand[] = []
  for (const written of text.split('\n').filter((line) => line.trim() !== '')) {
    const [, from, to, open, rest] = /^\s*(\d+)(?:\s*-\s*(\d+)|(\+))?\s*:(.*)$/.exec(written) ?? []
    const lines = rest === undefined ? null : itemLines(rest)
    if (!from || !lines) return null
    bands.push({ from: Number(from), ...(open ? {} : { to: Number(to ?? from) }), lines })
  }
  return bands.length > 0 ? bands : null
}
