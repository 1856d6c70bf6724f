/** The oracle files as columns: quoted text stays text, NA is null, everything else a number. */
import type { Label } from './design.ts'

export type Read = (file: string) => string

export function columnsIn(csv: string): Record<string, Label[]> {
  const [head, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) => ({ quoted, bare })))
  const labelOf = (cell: { quoted?: string; bare?: string }): Label => {
    if (cell.quoted !== undefined) return cell.quoted
    if (cell.bare === 'NA' || cell.bare === undefined || cell.bare === '') return null
    return Number.isNaN(Number(cell.bare)) ? cell.bare : Number(cell.bare)
  }
  return Object.fromEntries(head!.map((name, i) => [name.quoted ?? name.bare!, lines.map((line) => labelOf(line[i]!))]))
}

export const numbers = (column: readonly Label[]): number[] => column.map(Number)

/** The oracle's rule: relative, but absolute below one. */
const difference = (ours: number, theirs: number): number => Math.abs(ours - theirs) / Math.max(1, Math.abs(theirs))

/** One printed figure of theirs and ours beside it; `allowed` is the difference that the specification grants this kind of figure. */
export type Figure = { row: string; ours: number | null | undefined; theirs: number; allowed: number }
export type Compared = { name: string; rows: number; figures: number /** Worst difference of each kind of figure. */; worst: string[]; misses: string[] }

export function compareFigures(name: string, rows: number, figures: readonly Figure[]): Compared {
  const misses: string[] = []
  const worst = new Map<number, { far: number; row: string }>()
  for (const { row, ours, theirs, allowed } of figures) {
    const far = ours === null || ours === undefined || Number.isNaN(ours) ? Number.POSITIVE_INFINITY : difference(ours, theirs)
    if (far > allowed) misses.push(`${row}: ${ours} here, ${theirs} there (${far.toExponential(1)}, allowed ${allowed})`)
    if (far >= (worst.get(allowed)?.far ?? 0)) worst.set(allowed, { far, row })
  }
  const said = [...worst].map(([allowed, { far, row }]) => `worst ${far.toExponential(1)} of ${allowed} allowed at ${row}`)
  return { name, rows, figures: figures.length, worst: said, misses }
}
