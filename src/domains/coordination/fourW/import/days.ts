/** The days of a row. A text is read where it can mean one day only; what is open stays unknown and is named. */
import type { ImportFinding } from '../../../../kernel/index.ts'
import { type Cell, parseDate, type Row } from '../../../../kernel/tables.ts'
import { type Columns, cellOf, type Role } from './columns.ts'

const isIso = (cell: Cell): cell is string => typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)

function dayOf(cell: Cell): string | null {
  if (isIso(cell)) return cell
  const readings = (['day-first', 'month-first'] as const).map((order) => parseDate(cell, order)).filter((read) => typeof read === 'string')
  return readings.length > 0 && readings.every((read) => read === readings[0]) ? readings[0]! : null
}

export type Days = { fromDay: string | null; toDay: string | null; findings: ImportFinding[] }

/** `usual` is the year in which most rows begin: work reported together begins in it or in the next. */
export function daysOf(row: Row, columns: Columns, usual: number): Days {
  const findings: ImportFinding[] = []
  const read = (role: Role): string | null => {
    const cell = cellOf(row, columns, role)
    if (cell === null) return null
    const column = columns[role]?.name
    const value = typeof cell === 'object' ? cell.error : String(cell)
    const day = dayOf(cell)
    if (day === null) findings.push({ code: 'coordination.date-unreadable', severity: 'warning', column, facts: { value } })
    else if (!isIso(cell)) findings.push({ code: 'coordination.date-as-text', severity: 'note', column, facts: { value, day } })
    return day
  }
  const [fromDay, toDay] = [read('fromDay'), read('toDay')]
  const begins = cellOf(row, columns, 'fromDay')
  const year = fromDay !== null ? Number(fromDay.slice(0, 4)) : typeof begins === 'number' ? 0 : null
  if (year !== null && (year < usual || year > usual + 1))
    findings.push({
      code: 'coordination.date-far',
      severity: 'warning',
      column: columns.fromDay?.name,
      facts: { value: fromDay ?? String(begins), year: usual },
    })
  if (fromDay !== null && toDay !== null && toDay < fromDay)
    findings.push({ code: 'coordination.end-before-start', severity: 'warning', column: columns.toDay?.name, facts: { start: fromDay, end: toDay } })
  return { fromDay, toDay, findings }
}

export function usualYear(rows: readonly Row[], columns: Columns): number {
  const years = new Map<number, number>()
  for (const row of rows) {
    const cell = cellOf(row, columns, 'fromDay')
    if (isIso(cell)) years.set(Number(cell.slice(0, 4)), (years.get(Number(cell.slice(0, 4))) ?? 0) + 1)
  }
  return [...years].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
