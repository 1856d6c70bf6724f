/** What the cells themselves give away: errors that formulas left behind, formulas never calculated, the letter NUL, blocks merged among the data. */
import { lineRanges } from './lineRanges.ts'
import type { RawTable } from './rawTable.ts'
import type { Column, Finding, Row } from './table.ts'

export type CellProblems = { table: RawTable; columns: Column[]; rows: Row[]; withoutValue: [number, number][] }

export function cellFindings({ table, columns, rows, withoutValue }: CellProblems): Finding[] {
  const sheet = table.name
  const nameOf = new Map(columns.map((column) => [column.index, column.name]))
  const errors = new Map<number, { lines: number[]; kinds: Set<string> }>()
  const nul = new Map<number, number[]>()
  for (const { line, cells } of rows) {
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]
      if (typeof cell === 'string') {
        if (!cell.includes('\0')) continue
        // The database cannot hold this letter: the cell is refused by name instead of losing it in silence.
        cells[index] = { error: '#NUL' }
        nul.set(index, [...(nul.get(index) ?? []), line])
      } else if (typeof cell === 'object' && cell !== null) {
        const seen = errors.get(index) ?? { lines: [], kinds: new Set() }
        seen.lines.push(line)
        seen.kinds.add(cell.error)
        errors.set(index, seen)
      }
    }
  }
  const about = (index: number, lines: number[]) => ({ sheet, line: lines[0], column: nameOf.get(index) })
  const counted = (lines: number[]) => ({ count: lines.length, lines: lineRanges(lines) })
  const findings: Finding[] = []
  for (const [index, { lines, kinds }] of errors) {
    findings.push({ code: 'import.formula-error', severity: 'error', ...about(index, lines), facts: { errors: [...kinds], ...counted(lines) } })
  }
  for (const [index, lines] of nul) findings.push({ code: 'import.nul-letter', severity: 'error', ...about(index, lines), facts: counted(lines) })

  const first = rows[0]?.line ?? Number.POSITIVE_INFINITY
  for (const [index, lines] of byColumn(withoutValue.filter(([line]) => line >= first))) {
    findings.push({ code: 'import.formula-without-value', severity: 'warning', ...about(index, lines), facts: counted(lines) })
  }
  const merged = (table.merges ?? []).filter((block) => block.bottom > block.top && block.top >= first).map((block) => block.top)
  if (merged.length > 0) findings.push({ code: 'import.merged-cells', severity: 'warning', sheet, line: merged[0], facts: counted(merged) })
  return findings
}

function byColumn(cells: [number, number][]): Map<number, number[]> {
  const lines = new Map<number, number[]>()
  for (const [line, column] of cells) {
    const known = lines.get(column)
    if (known) known.push(line)
    else lines.set(column, [line])
  }
  return lines
}
