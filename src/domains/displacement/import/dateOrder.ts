/** Which order the dates of one group of rows are written in: proven by the rows together, else answered by a person, with the proof shown either way. */
import { type Cell, type DateEvidence, dateOrders, type Finding } from '../../../kernel/tables.ts'
import type { Decision, Question } from './proposal.ts'
import { answerFor } from './proposal.ts'

export function orderOfDates(cells: Cell[], group: string, decisions: Decision[]): { orderOf: DateEvidence['order']; findings: Finding[] } {
  const evidence = dateOrders(cells)
  const { dayFirst, monthFirst, ambiguous, order } = evidence
  if (order === 'not-needed') return { orderOf: order, findings: [] }
  const facts = { group, dayFirst, monthFirst, ambiguous }
  if (order !== 'undecided') return { orderOf: order, findings: [{ code: `import.date-order-${order}`, severity: 'note', facts }] }
  const answer = answerFor(decisions, 'import.date-order-open', group)?.answer
  if (answer === 'day-first' || answer === 'month-first') return { orderOf: answer, findings: [] }
  return { orderOf: order, findings: [{ code: dayFirst > 0 ? 'import.two-date-orders' : 'import.date-order-open', severity: 'error', facts }] }
}

/** Asked once per group of rows that writes its dates in one order. */
export function dateOrderQuestions(findings: Finding[]): Question[] {
  const open = findings.filter(({ code }) => code === 'import.date-order-open' || code === 'import.two-date-orders')
  const items = open.map(({ facts }) => ({ id: String(facts.group), facts, lines: [], proposed: null, suggestions: [] }))
  return items.length ? [{ code: 'import.date-order-open', options: ['day-first', 'month-first'], proposed: null, items, facts: { count: items.length } }] : []
}
