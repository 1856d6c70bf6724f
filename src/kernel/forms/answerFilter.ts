/**
 * A question put to any answer, as SQL on typed answers: numbers as numbers, instants as instants. What the reader typed is always a parameter. What an answer
 * cannot be compared with is simply no match: a text in a column of numbers breaks nothing.
 */
import { type RawBuilder, sql } from 'kysely'
import type { FormTable, Question } from './questionTable.ts'

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'
const signs: Record<Comparison, RawBuilder<unknown>> = {
  eq: sql.raw('='),
  ne: sql.raw('is distinct from'),
  gt: sql.raw('>'),
  ge: sql.raw('>='),
  lt: sql.raw('<'),
  le: sql.raw('<='),
}

type Asked = FormTable['questions'][number]
export type AnswerKind = 'number' | 'instant' | 'text' | 'set'

export function kindOfAnswer({ answer, type }: Pick<Question, 'answer' | 'type'>): AnswerKind {
  if (answer === 'int' || answer === 'decimal' || type === 'integer' || type === 'decimal') return 'number'
  if (answer === 'dateTime') return 'instant'
  return type === 'select_multiple' || type === 'rank' ? 'set' : 'text'
}

/** Current answers of the row `a`: corrected where somebody corrected. */
export const current = sql`coalesce(a.corrected, a.answers)`
const number = '^[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]{1,3})?$'
const instant = '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}'

/** The answer as a value that can be compared and ordered; null where there is none of its kind. */
export function typedAnswer(question: Asked): RawBuilder<unknown> {
  const text = sql`(${current} ->> ${question.key})`
  const kind = kindOfAnswer(question)
  if (kind === 'number') return sql`(case when ${text} ~ ${number} then ${text}::numeric end)`
  if (kind === 'instant') return sql`(case when ${text} ~ ${instant} then ${text}::timestamptz end)`
  if (kind === 'set')
    return sql`(case when jsonb_typeof(${current} -> ${question.key}) = 'array' then array_to_string(array(select jsonb_array_elements_text(${current} -> ${question.key})), ' ') else ${text} end)`
  return text
}

export function compared(question: Asked, comparison: Comparison, value: string | number | boolean | null): RawBuilder<unknown> {
  const left = typedAnswer(question)
  if (value === null) return comparison === 'eq' ? sql`(${left} is null)` : sql`(${left} is not null)`
  const sign = signs[comparison]
  const kind = kindOfAnswer(question)
  if (kind === 'number') return new RegExp(number).test(String(value)) ? sql`(${left} ${sign} ${String(value)}::numeric)` : noMatch(comparison)
  if (kind === 'instant')
    return Number.isNaN(Date.parse(String(value))) ? noMatch(comparison) : sql`(${left} ${sign} ${new Date(String(value)).toISOString()}::timestamptz)`
  return sql`(${left} collate "C" ${sign} ${String(value)})`
}

const noMatch = (comparison: Comparison) => (comparison === 'ne' ? sql`true` : sql`false`)

/** A condition on the answers of a table, as one on the submission whose standing is `st`: inside a repeat, one turn that fulfils it is enough. */
export const onSubmission = (table: FormTable, condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from forms.answers a where a.submission = r.current and a.repeat = ${table.repeat} and ${condition})`

/** A condition on the top of a form, for rows of whatever table. */
export const onTop = (condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select 1 from forms.answers a where a.submission = r.current and a.repeat = '' and ${condition})`
