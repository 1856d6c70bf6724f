/** One name per column, in the file's own words: header rows joined (`Total | Male`), merged groups carried over their columns, repeated names numbered. */
import { type Block, columnLetters } from './cellPlace.ts'
import type { HeaderRows } from './headers.ts'
import { hxlTag } from './hxl.ts'
import type { RawTable } from './rawTable.ts'
import type { Cell, Column, Finding, Row } from './table.ts'

export function nameColumns(table: RawTable, header: HeaderRows): { columns: Column[]; findings: Finding[] } {
  const rows = header.rows.map((at) => table.rows[at]!)
  const hxlRow = header.hxl === null ? null : table.rows[header.hxl]!
  const withData = columnsWithData(table.rows, header.firstData)
  const width = Math.max(withData.length, hxlRow?.cells.length ?? 0, ...rows.map((row) => row.cells.length))
  const columns: Column[] = []
  const unnamed: string[] = []
  const uses = new Map<string, number>()
  for (let index = 0; index < width; index++) {
    const hxl = hxlTag(hxlRow?.cells[index])
    const given = joined(rows, index, table.merges) || (hxl ?? '')
    if (given === '' && !withData[index]) continue
    if (given === '') unnamed.push(columnLetters(index))
    const name = given || columnLetters(index)
    const use = (uses.get(name) ?? 0) + 1
    uses.set(name, use)
    columns.push({ index, name: use === 1 ? name : `${name} (${use})`, hxl, hidden: table.hiddenColumns.includes(index) })
  }
  return { columns, findings: columnFindings(table.name, columns, { unnamed, uses, hasHeader: rows.length > 0 || hxlRow !== null }) }
}

function columnFindings(sheet: string, columns: Column[], seen: { unnamed: string[]; uses: Map<string, number>; hasHeader: boolean }): Finding[] {
  const findings: Finding[] = []
  if (columns.length === 0) return findings
  if (!seen.hasHeader) return [{ code: 'import.no-header', severity: 'warning', sheet, facts: { columns: columns.length } }]
  if (seen.unnamed.length > 0) findings.push({ code: 'import.column-without-name', severity: 'note', sheet, facts: { columns: seen.unnamed } })
  const repeated = [...seen.uses].filter(([, use]) => use > 1).map(([name]) => name)
  if (repeated.length > 0) findings.push({ code: 'import.repeated-column-name', severity: 'note', sheet, facts: { columns: repeated } })
  const hidden = columns.filter((column) => column.hidden).map((column) => column.name)
  if (hidden.length > 0) findings.push({ code: 'import.hidden-columns', severity: 'warning', sheet, facts: { columns: hidden, count: hidden.length } })
  return findings
}

function columnsWithData(rows: Row[], from: number): boolean[] {
  const filled: boolean[] = []
  for (let at = from; at < rows.length; at++) {
    const { cells } = rows[at]!
    for (let index = 0; index < cells.length; index++) if (cells[index] !== null) filled[index] = true
  }
  return filled
}

function joined(rows: Row[], index: number, merges: Block[] | null): string {
  const parts: string[] = []
  rows.forEach((row, at) => {
    const part = words(row.cells[index] ?? fromMerge(rows, row.line, index, merges) ?? fromGroup(rows, at, index))
    if (part !== '' && part !== parts.at(-1)) parts.push(part)
  })
  return parts.join(' | ')
}

const words = (cell: Cell) => (cell === null ? '' : typeof cell === 'object' ? cell.error : String(cell).replace(/\s+/g, ' ').trim())

/** The value of the merged block that covers the cell, which the file keeps in the block's first cell only. */
function fromMerge(rows: Row[], line: number, index: number, merges: Block[] | null): Cell {
  const block = merges?.find(({ top, left, bottom, right }) => top <= line && line <= bottom && left <= index && index <= right)
  return block ? (rows.find((row) => row.line === block.top)?.cells[block.left] ?? null) : null
}

/** Without merged cells, a group's name stands over its first column only: it is carried to the right while the rows below go on naming columns. */
function fromGroup(rows: Row[], at: number, index: number): Cell {
  const namedBelow = (column: number) => rows.slice(at + 1).some((row) => (row.cells[column] ?? null) !== null)
  if (at === rows.length - 1 || !namedBelow(index)) return null
  for (let left = index - 1; left >= 0; left--) {
    const cell = rows[at]!.cells[left] ?? null
    if (cell !== null) return namedBelow(left) ? cell : null
  }
  return null
}
