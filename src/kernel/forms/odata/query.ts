/** The options of a request, read and held against the form; what cannot be is refused by name. */
import { type RawBuilder, sql } from 'kysely'
import { type Refused, refused } from '../../db/transaction.ts'
import { refuse } from '../../refusal.ts'
import { typedAnswer } from '../answerFilter.ts'
import type { Mark } from '../export/pages.ts'
import { type FormShape, type FormTable, questionAt } from '../questionTable.ts'
import type { Shape } from './entities.ts'
import { filterCondition, systemColumns } from './filterSql.ts'

export type FeedQuery = {
  top: number | null
  skip: number
  count: boolean
  wkt: boolean
  expand: boolean
  select: string[] | null
  order: RawBuilder<unknown> | null
  where: RawBuilder<unknown> | undefined
  after: Mark | undefined
}

export const tokenOf = (mark: Mark): string => Buffer.from(JSON.stringify(mark)).toString('base64url')

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31

function markIn(token: string): Mark | null {
  try {
    const [serverSeq, turn, ...rest] = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as unknown[]
    return isCount(serverSeq) && isCount(turn) && rest.length === 0 ? [serverSeq, turn] : null
  } catch {
    return null
  }
}

const whole = (text: string | undefined): number | null => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null)

function orderOf(text: string, shape: FormShape, table: FormTable): RawBuilder<unknown> | null {
  const parts: RawBuilder<unknown>[] = []
  for (const part of text.split(',')) {
    const [path, way = 'asc', ...rest] = part.trim().split(/\s+/)
    if (!path || rest.length > 0 || !/^(asc|desc)$/i.test(way)) return null
    const direction = /^desc$/i.test(way) ? sql`desc nulls last` : sql`asc nulls last`
    const column = systemColumns[path]
    const own = table.questions.find(({ key }) => key === path) ?? null
    const found = own ?? (questionAt(shape, path)?.table === table ? questionAt(shape, path)!.question : null)
    if (!column && !found) return null
    parts.push(column ? sql`${column.value} ${direction}` : sql`${typedAnswer(found!)} ${direction}`)
  }
  return sql.join(parts)
}

export function readQuery(given: Record<string, string | undefined>, shape: FormShape, table: FormTable): FeedQuery | Refused {
  const wrong = (option: string) => refused(refuse('forms.odata-option', { option, value: given[option] ?? '' }))
  for (const option of ['$top', '$skip']) if (given[option] !== undefined && whole(given[option]) === null) return wrong(option)
  if (given.$expand !== undefined && given.$expand !== '*') return wrong('$expand')
  const after = given.$skiptoken === undefined ? undefined : markIn(given.$skiptoken)
  if (after === null) return wrong('$skiptoken')
  const order = given.$orderby ? orderOf(given.$orderby, shape, table) : null
  if (given.$orderby && order === null) return wrong('$orderby')
  const where = given.$filter ? filterCondition(given.$filter, shape, table) : undefined
  if (where && 'refused' in where) return where as Refused
  return {
    top: whole(given.$top),
    skip: whole(given.$skip) ?? 0,
    count: given.$count === 'true',
    wkt: given.$wkt === 'true',
    expand: given.$expand === '*',
    select: given.$select ? given.$select.split(',').map((path) => path.trim()) : null,
    order,
    where: where as RawBuilder<unknown> | undefined,
    after,
  }
}

/** What was asked for of an entity; its identity always. */
export function selected(entity: Shape, paths: readonly string[] | null): Shape {
  if (!paths || paths.includes('*')) return entity
  const found: Shape = { __id: entity.__id! }
  for (const path of paths) {
    const steps = path.split('/')
    let [from, to]: [Shape, Shape] = [entity, found]
    for (const [at, step] of steps.entries()) {
      if (!Object.hasOwn(from, step)) break
      const value = from[step]!
      if (at === steps.length - 1) to[step] = value
      if (typeof value === 'function') break
      if (at < steps.length - 1) to = (to[step] ??= {}) as Shape
      from = value
    }
  }
  return found
}
