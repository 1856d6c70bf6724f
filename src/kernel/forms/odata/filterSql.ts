/**
 * A filter as SQL over the rows of one table: `st` is the standing, `s` the current instance, `f` the first one, `a` the answers of the row. Paths are looked up
 * among the questions of the form, literals are parameters: nothing that was typed becomes SQL.
 */
import { type RawBuilder, sql } from 'kysely'
import { type Refused, refused } from '../../db/transaction.ts'
import { refuse } from '../../refusal.ts'
import { type Comparison, compared, kindOfAnswer, onSubmission, typedAnswer } from '../answerFilter.ts'
import { type FormShape, type FormTable, questionAt } from '../questionTable.ts'
import { type Filter, type Literal, type Operand, readFilter } from './filterGrammar.ts'

type Column = { value: RawBuilder<unknown>; kind: 'instant' | 'text' | 'number' }

/** What a submission says of itself, as its feed names it. */
export const systemColumns: Record<string, Column> = {
  __id: { value: sql`f.instance_id`, kind: 'text' },
  '__system/submissionDate': { value: sql`f.recorded_at`, kind: 'instant' },
  '__system/updatedAt': {
    value: sql`(case when r.current <> r.submission or r.decided_at is not null then greatest(s.recorded_at, r.decided_at) end)`,
    kind: 'instant',
  },
  '__system/submitterId': { value: sql`f.recorded_by::text`, kind: 'text' },
  '__system/submitterName': {
    value: sql`coalesce((select p.name from kernel.person p where p.id = f.recorded_by), (select d.label from forms.device d where d.id = f.device))`,
    kind: 'text',
  },
  '__system/reviewState': { value: sql`r.state`, kind: 'text' },
  '__system/deviceId': { value: sql`s.device::text`, kind: 'text' },
  '__system/formVersion': { value: sql`(select v.name from forms.form_version v where v.id = s.form_version)`, kind: 'text' },
  '__system/edits': { value: sql`(select count(*) from forms.submission e where e.root = r.submission)`, kind: 'number' },
  '__system/place': { value: sql`r.scope`, kind: 'text' },
  '__system/openFindings': { value: sql`r.open_findings`, kind: 'number' },
}

const signs: Record<Comparison, string> = { eq: '=', ne: 'is distinct from', gt: '>', ge: '>=', lt: '<', le: '<=' }
const mirrored: Record<Comparison, Comparison> = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' }

/** Throws inside, answers outside. */
class NotAsked extends Error {}

export function filterCondition(text: string, shape: FormShape, table: FormTable): RawBuilder<unknown> | Refused {
  const filter = readFilter(text)
  if ('problem' in filter) return refused(refuse('forms.filter-unreadable', { problem: filter.problem, at: filter.at + 1 }))
  try {
    return conditionOf(filter, shape, table)
  } catch (error) {
    if (error instanceof NotAsked) return refused(refuse('forms.filter-unknown-question', { question: error.message, form: shape.code }))
    throw error
  }
}

function conditionOf(filter: Filter, shape: FormShape, table: FormTable): RawBuilder<unknown> {
  if ('all' in filter)
    return sql`(${sql.join(
      filter.all.map((inner) => conditionOf(inner, shape, table)),
      sql` and `,
    )})`
  if ('any' in filter)
    return sql`(${sql.join(
      filter.any.map((inner) => conditionOf(inner, shape, table)),
      sql` or `,
    )})`
  if ('not' in filter) return sql`(not coalesce(${conditionOf(filter.not, shape, table)}, false))`
  const turned = 'literal' in filter.left && 'path' in filter.right
  const [left, right] = turned ? [filter.right, filter.left] : [filter.left, filter.right]
  if ('literal' in left || !('literal' in right)) throw new NotAsked('literal' in left ? String(left.literal) : (right as { path: string }).path)
  if ('text' in filter) return onText(filter.text, left, String(right.literal ?? ''), shape, table)
  return onValue(turned ? mirrored[filter.compare] : filter.compare, left, right.literal, shape, table)
}

type Path = Extract<Operand, { path: string }>

/** The question that a path means, for rows of this table. */
function asked({ path }: Path, shape: FormShape, table: FormTable) {
  const plain = path.replace(/^\$root\/Submissions\//, '')
  const here = plain === path ? table.questions.find(({ key }) => key === plain) : undefined
  if (here) return { question: here, table }
  const found = questionAt(shape, plain.replace(/^\$it\//, ''))
  if (!found) throw new NotAsked(path)
  return found
}

const placed = (condition: RawBuilder<unknown>, home: FormTable, table: FormTable) => (home === table ? condition : onSubmission(home, condition))

const partOf = (value: RawBuilder<unknown>, part: string) => sql`extract(${sql.raw(part)} from ${value})`

function onValue(comparison: Comparison, left: Path, literal: Literal, shape: FormShape, table: FormTable): RawBuilder<unknown> {
  const column = systemColumns[left.path.replace(/^\$root\/Submissions\//, '')]
  if (column) return onColumn(comparison, left, column, literal)
  const { question, table: home } = asked(left, shape, table)
  if (!left.part) return placed(compared(question, comparison, literal), home, table)
  const text = typedAnswer(question)
  const instant = kindOfAnswer(question) === 'instant' ? text : sql`(case when ${text} ~ ${'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'} then ${text}::timestamp end)`
  return placed(sql`(${partOf(instant, left.part)} ${sql.raw(signs[comparison])} ${Number(literal)}::numeric)`, home, table)
}

function onColumn(comparison: Comparison, left: Path, { value, kind }: Column, literal: Literal): RawBuilder<unknown> {
  const sign = sql.raw(signs[comparison])
  if (literal === null) return comparison === 'eq' ? sql`(${value} is null)` : sql`(${value} is not null)`
  if (left.part) return sql`(${partOf(value, left.part)} ${sign} ${Number(literal)}::numeric)`
  if (kind === 'number') return sql`(${value} ${sign} ${Number(literal)}::numeric)`
  if (kind === 'text') return sql`(${value} ${sign} ${String(literal)})`
  if (Number.isNaN(Date.parse(String(literal)))) throw new NotAsked(String(literal))
  return sql`(${value} ${sign} ${new Date(String(literal)).toISOString()}::timestamptz)`
}

function onText(how: 'contains' | 'startswith' | 'endswith', left: Path, wanted: string, shape: FormShape, table: FormTable): RawBuilder<unknown> {
  const pattern = wanted.replace(/[%_\\]/g, '\\$&')
  const like = how === 'contains' ? `%${pattern}%` : how === 'startswith' ? `${pattern}%` : `%${pattern}`
  const column = systemColumns[left.path]
  if (column) return sql`(${column.value}::text like ${like})`
  const { question, table: home } = asked(left, shape, table)
  return placed(sql`(${typedAnswer(question)}::text like ${like})`, home, table)
}
