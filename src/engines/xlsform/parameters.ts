/** The column `parameters`: `key=value` pairs divided by blanks, commas or semicolons. Keys in any case; values as they stand. */
export type Parameters = ReadonlyMap<string, string>

const pair = /^([^\s=,;]+)\s*=\s*([^\s=,;]+)$/

/** Null when the cell is not of that form. */
export function readParameters(cell: string): Parameters | null {
  const text = cell.trim().replace(/\s*=\s*/g, '=')
  if (text === '') return new Map()
  const divider = text.includes(';') ? /\s*;\s*/ : text.includes(',') ? /\s*,\s*/ : /\s+/
  const found = new Map<string, string>()
  for (const piece of text.split(divider).filter((part) => part !== '')) {
    const match = piece.match(pair)
    if (!match) return null
    found.set(match[1]!.toLowerCase(), match[2]!)
  }
  return found
}
