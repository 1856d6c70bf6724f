/**
 * Dates that do not belong to their round: a year mistyped, a month mistyped, a row pasted from another visit. A late visit to a far site is no fault,
 * so a date counts as odd only when it lies away from the rest of its round and nearer to another round. Suggested, never silently changed.
 */
import { dayNumber } from './dates.ts'

export type DatedRow = { line: number; date: string | null }
export type OddDate = { line: number; round: number; date: string; from: string; to: string; suggestion: string | null }

type Span = { from: number; to: number }

const distance = (day: number, span: Span): number => Math.max(span.from - day, day - span.to, 0)
const text = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

export function oddDates(rounds: { number: number; rows: DatedRow[] }[], farDays: number): OddDate[] {
  const spans = rounds.map(({ rows }) => mainSpan(daysOf(rows), farDays))
  return rounds.flatMap(({ number, rows }, index) => {
    const own = spans[index]
    if (!own) return []
    return rows.flatMap(({ line, date }) => {
      if (date === null) return []
      const day = dayNumber(date)
      const away = distance(day, own)
      const elsewhere = spans.some((span, other) => span !== null && other !== index && distance(day, span) < away)
      if (away <= farDays || !elsewhere) return []
      return [{ line, round: number, date, from: text(own.from), to: text(own.to), suggestion: suggestionFor(date, own) }]
    })
  })
}

const daysOf = (rows: DatedRow[]): number[] => rows.flatMap(({ date }) => (date === null ? [] : [dayNumber(date)])).sort((a, b) => a - b)

/** The run of dates without a gap of more than `farDays` that holds most rows. */
function mainSpan(days: number[], farDays: number): Span | null {
  let best: (Span & { rows: number }) | null = null
  for (let start = 0, index = 1; index <= days.length; index++) {
    if (index < days.length && days[index]! - days[index - 1]! <= farDays) continue
    if (!best || index - start > best.rows) best = { from: days[start]!, to: days[index - 1]!, rows: index - start }
    start = index
  }
  return best
}

/** The same day with the year, or the month, of the round: the slip that people make. */
function suggestionFor(date: string, span: Span): string | null {
  for (const near of [text(span.from), text(span.to)]) {
    for (const guess of [near.slice(0, 4) + date.slice(4), near.slice(0, 7) + date.slice(7)]) {
      const day = dayNumber(guess)
      if (Number.isFinite(day) && distance(day, span) <= 2) return guess
    }
  }
  return null
}
