/** The answers of a survey column by column, and who belongs to which group. An answer that nobody gave is null, and never 0. */
import type { Label } from './design.ts'

export type Column = ArrayLike<Label>
export type Columns = Readonly<Record<string, Column>>
export type ColumnRefusal =
  | { code: 'sampling.no-such-column'; facts: { column: string } }
  | { code: 'sampling.column-length'; facts: { rows: number; found: number } }
  | { code: 'sampling.not-a-number'; facts: { column: string; row: number; found: string } }

export function columnOf(columns: Columns, name: string, rows: number): Column | ColumnRefusal {
  if (!Object.hasOwn(columns, name)) return { code: 'sampling.no-such-column', facts: { column: name } }
  const column = columns[name]!
  return column.length === rows ? column : { code: 'sampling.column-length', facts: { rows, found: column.length } }
}

/** Nothing that a survey asks is larger; beyond, squares would lose their last digits and in the end overflow. */
export const largest = 1e15

export const isAnswer = (answer: Label | undefined): answer is string | number => answer !== null && answer !== undefined && !Number.isNaN(answer)

/** As numbers; NaN inside the engine stands for "no answer" and never leaves it. */
export function numbersOf(columns: Columns, name: string, rows: number): Float64Array | ColumnRefusal {
  const column = columnOf(columns, name, rows)
  if ('code' in column) return column
  const numbers = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const answer = column[row]
    if (!isAnswer(answer)) numbers[row] = Number.NaN
    else if (typeof answer === 'number' && Math.abs(answer) <= largest) numbers[row] = answer
    else return { code: 'sampling.not-a-number', facts: { column: name, row, found: String(answer) } }
  }
  return numbers
}

/** One where the answer is among `wanted`, zero where it is another. */
export function indicatorOf(columns: Columns, name: string, wanted: readonly Label[], rows: number): Float64Array | ColumnRefusal {
  const column = columnOf(columns, name, rows)
  if ('code' in column) return column
  const numbers = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const answer = column[row]
    numbers[row] = isAnswer(answer) ? Number(wanted.includes(answer)) : Number.NaN
  }
  return numbers
}

export type Group = { labels: Label[]; rows: number[] }

/** Groups in the order of their labels; people whose group is unknown are a group of their own, at the end. */
export function groupsOf(columns: Columns, by: readonly string[], rows: number): Group[] | ColumnRefusal {
  const whole = (): Group => ({ labels: [], rows: Array.from({ length: rows }, (_, row) => row) })
  let groups = [whole()]
  for (const name of by) {
    const column = columnOf(columns, name, rows)
    if ('code' in column) return column
    groups = groups.flatMap((group) => {
      const parts = new Map<Label, Group>()
      for (const row of group.rows) {
        const answer = column[row]
        const label = isAnswer(answer) ? answer : null
        const part = parts.get(label)
        if (part) part.rows.push(row)
        else parts.set(label, { labels: [...group.labels, label], rows: [row] })
      }
      return [...parts.entries()].sort(([a], [b]) => byLabel(a, b)).map(([, part]) => part)
    })
  }
  return groups
}

function byLabel(a: Label, b: Label): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : 1
}
