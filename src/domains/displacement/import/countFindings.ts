/** What is wrong with a written count, cell by cell. The figure becomes unknown, so that a slip is never added up as a zero. */
import type { Finding } from '../../../kernel/tables.ts'
import type { CountProblem, ReadCount } from './cells.ts'

const codes: Record<CountProblem, { code: string; severity: Finding['severity'] }> = {
  missing: { code: 'import.count-missing', severity: 'warning' },
  negative: { code: 'import.count-negative', severity: 'error' },
  fraction: { code: 'import.count-not-whole', severity: 'error' },
  'not-a-number': { code: 'import.count-unreadable', severity: 'error' },
  'formula-error': { code: 'import.count-unreadable', severity: 'error' },
}

export function countFindings(line: number, counts: [column: string, count: ReadCount][], sheet?: string): Finding[] {
  return counts.flatMap(([column, { problem, written }]) =>
    problem === null ? [] : [{ ...codes[problem], line, column, ...(sheet ? { sheet } : {}), facts: { line: String(line), column, written } }],
  )
}
