/**
 * Do the totals on the other sheets of a workbook still agree with its rows? Summary sheets are typed or pasted and go stale; a difference is shown with
 * both figures before anything is taken, and neither is preferred in silence.
 */
import { fold } from '../../engines/places/spelling.ts'
import type { Cell, Finding, Row, Sheet } from './table.ts'

export type Reconciliation = {
  detail: Sheet
  subtotal: Sheet
  /** Column of the key (a P-code, a name) on each sheet, by index. */
  key: { detail: number; subtotal: number }
  measures: { name: string; detail: number; subtotal: number }[]
}

export type Reconciled = { compared: number; agreeing: number; findings: Finding[] }

/** Figures are compared as the cells hold them; a cell that is no number makes its sum unknown, and an unknown sum is not compared. */
export function reconcileSubtotals({ detail, subtotal, key, measures }: Reconciliation): Reconciled {
  const groups = new Map<string, Row[]>()
  for (const row of detail.rows) {
    const name = keyOf(row.cells[key.detail])
    if (name !== '') groups.set(name, [...(groups.get(name) ?? []), row])
  }
  const result: Reconciled = { compared: 0, agreeing: 0, findings: [] }
  const stated = new Set<string>()
  for (const row of subtotal.rows) {
    const name = keyOf(row.cells[key.subtotal])
    const total = isTotal(row, key.subtotal)
    const group = groups.get(name) ?? (total ? detail.rows : null)
    if (group && !total) stated.add(name)
    if (group) compare(result, { row, group, measures, sheet: subtotal, key: total ? 'Total' : String(row.cells[key.subtotal]) })
    else if (name !== '') {
      result.findings.push(finding('import.subtotal-without-rows', subtotal, row, { place: String(row.cells[key.subtotal]) }))
    }
  }
  const absent = [...groups].filter(([name]) => !stated.has(name)).map(([, rows]) => String(rows[0]!.cells[key.detail]))
  if (absent.length > 0) {
    result.findings.push({
      code: 'import.rows-without-subtotal',
      severity: 'warning',
      sheet: subtotal.name,
      facts: { sheet: subtotal.name, places: absent, count: absent.length },
    })
  }
  return result
}

type Comparison = { row: Row; group: Row[]; measures: Reconciliation['measures']; sheet: Sheet; key: string }

function compare(result: Reconciled, { row, group, measures, sheet, key }: Comparison): void {
  for (const measure of measures) {
    const stated = row.cells[measure.subtotal] ?? null
    const summed = sum(group, measure.detail)
    if (typeof stated !== 'number' || summed === null) continue
    result.compared++
    // Sums of decimals differ in the last binary digits.
    if (Math.abs(stated - summed) < 1e-6 * Math.max(1, Math.abs(stated))) result.agreeing++
    else
      result.findings.push(
        finding('import.subtotal-differs', sheet, row, { place: key, column: measure.name, written: String(stated), computed: summed }, measure.name),
      )
  }
}

function sum(rows: Row[], column: number): number | null {
  let total = 0
  for (const { cells } of rows) {
    const cell = cells[column] ?? null
    if (cell === null) continue
    if (typeof cell !== 'number') return null
    total += cell
  }
  return total
}

const keyOf = (cell: Cell | undefined) => (cell === null || cell === undefined || typeof cell === 'object' ? '' : fold(String(cell)))

const totalWords = new Set(['total', 'grand total', 'total geral', 'totals', 'soma'])
/** A row of totals says so in its key, or in an earlier column when the key is empty. */
const isTotal = (row: Row, key: number) => row.cells.slice(0, key + 1).some((cell) => totalWords.has(keyOf(cell)))

const finding = (code: string, sheet: Sheet, row: Row, facts: Finding['facts'], column?: string): Finding => ({
  ...{ code, severity: 'warning', sheet: sheet.name, line: row.line, facts: { sheet: sheet.name, line: String(row.line), ...facts } },
  ...(column === undefined ? {} : { column }),
})
