/**
 * A cell as a count, or as text with its blanks. A count is a whole number of people that is not negative; anything else is unknown, never zero, and says why.
 */
import type { Count } from '../../../engines/count.ts'
import { type Cell, parseNumber, type Row, textOf } from '../../../kernel/tables.ts'

/** The text before trimming, for values whose spelling is itself evidence. */
export const rawTextOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : textOf(cell))

export type CountProblem = 'missing' | 'negative' | 'fraction' | 'not-a-number' | 'formula-error'
export type ReadCount = { count: Count; written: string; problem: CountProblem | null }

const unknown = (written: string, problem: CountProblem): ReadCount => ({ count: 'unknown', written, problem })

/** People come whole, so `1,234` and `1.234` can only be thousands here; `12,5` is a fraction, not 125. */
export function countOf(cell: Cell | undefined): ReadCount {
  if (cell !== null && typeof cell === 'object') return unknown(cell.error, 'formula-error')
  if (typeof cell === 'number') return wholeCount(cell, String(cell))
  const written = textOf(cell)
  if (written === '') return unknown('', 'missing')
  if (/^\d{1,9}$/.test(written)) return { count: Number(written), written, problem: null }
  const thousands = /([.,])\d{3}$/.exec(written)?.[1]
  const value = parseNumber(written, thousands === undefined ? 'not-needed' : thousands === ',' ? '.' : ',')
  return typeof value === 'number' ? wholeCount(value, written) : unknown(written, 'not-a-number')
}

function wholeCount(value: number, written: string): ReadCount {
  if (!Number.isFinite(value)) return unknown(written, 'not-a-number')
  if (value < 0) return unknown(written, 'negative')
  return Number.isInteger(value) ? { count: value, written, problem: null } : unknown(written, 'fraction')
}

export const isBlank = (row: Row): boolean => row.cells.every((cell) => cell === null || cell === '')
