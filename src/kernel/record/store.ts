/**
 * Reading and writing rows of any declared record, always within what the actor may see: the first of the two walls. What is irregular is written as SQL
 * beside the function that needs it; this is for the regular part.
 */
import { type RawBuilder, sql } from 'kysely'
import { canCreate, canUpdate, readableRows } from '../access/rules.ts'
import { audit } from '../audit/audit.ts'
import { type Db, type Refused, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import type { Field } from './fields.ts'
import { type Common, isId, type RecordDeclaration, type RowOf, snake } from './record.ts'
import { answersSchema, refusalsOf } from './validate.ts'

const table = (record: RecordDeclaration) => sql.raw(`${record.schema}.${record.table}`)
const column = (record: RecordDeclaration, name: string) => {
  if (!Object.hasOwn(record.fields, name) && !['id', 'scope', 'recordedAt', 'effectiveAt'].includes(name)) return null
  return sql.raw(`r.${snake(name)}`)
}

const fieldsReadable = <R extends RecordDeclaration>(record: R, wanted: 'every' | 'listed' = 'every') =>
  sql.raw(
    [
      ...['id', 'scope', 'class', 'effective_at', 'recorded_at', 'recorded_by', 'import_id', 'version'],
      ...Object.entries(record.fields)
        .filter(([, { large }]) => wanted === 'every' || !large)
        .map(([name]) => snake(name)),
    ]
      .map((name) => `r.${name}`)
      .join(', '),
  )

export type ListQuery = {
  /** Field = value; for `scope`, the area and everything inside. */
  where?: Record<string, string>
  search?: string
  sort?: string
  descending?: boolean
  limit?: number
  offset?: number
}

export type Page<T> = { rows: T[]; total: number; totalIsMore: boolean }

const countUpTo = 10_000

function conditions(db: Db, record: RecordDeclaration, query: ListQuery): RawBuilder<unknown> | null {
  const readable = readableRows(db.actor, record)
  if (!readable) return null
  const parts: RawBuilder<unknown>[] = [readable]
  for (const [name, value] of Object.entries(query.where ?? {})) {
    const compared = column(record, name)
    if (!compared) continue
    if (name === 'scope') parts.push(sql`r.scope collate "C" >= ${value} and r.scope collate "C" < ${`${value}~`}`)
    else if (record.fields[name]?.kind === 'ref') parts.push(/^[0-9a-f-]{36}$/.test(value) ? sql`${compared} = ${value}::uuid` : sql`false`)
    else parts.push(sql`${compared}::text = ${value}`)
  }
  if (query.search && record.title) parts.push(sql`${column(record, record.title)}::text ilike ${`%${query.search.replace(/[%_\\]/g, '\\$&')}%`}`)
  return sql.join(parts, sql` and `)
}

export async function listRows<R extends RecordDeclaration>(db: Db, record: R, query: ListQuery = {}): Promise<Page<RowOf<R>>> {
  const where = conditions(db, record, query)
  if (!where) return { rows: [], total: 0, totalIsMore: false }
  const sort = column(record, query.sort ?? 'recordedAt') ?? sql.raw('r.recorded_at')
  // The id goes the same way, so that one index gives the order in both directions: rows of one import were all recorded at one moment.
  const direction = sql.raw(query.descending ? 'desc' : 'asc')
  const rows = await db.rows<RowOf<R>>(sql`
    select ${fieldsReadable(record, 'listed')} from ${table(record)} r where ${where}
    order by ${sort} ${direction}, r.id ${direction} limit ${Math.min(query.limit ?? 50, 1000)} offset ${query.offset ?? 0}`)
  // Counting stops early: nobody needs to know that a list has 1,000,003 rows, and counting them would cost more than showing them.
  const counted = await db.one<{ n: number }>(sql`select count(*) as n from (select 1 from ${table(record)} r where ${where} limit ${countUpTo + 1}) as up_to`)
  const total = counted?.n ?? 0
  return { rows, total: Math.min(total, countUpTo), totalIsMore: total > countUpTo }
}

export async function getRow<R extends RecordDeclaration>(db: Db, record: R, id: string): Promise<RowOf<R> | null> {
  const readable = readableRows(db.actor, record)
  if (!readable || !isId(id)) return null
  return db.one<RowOf<R>>(sql`select ${fieldsReadable(record)} from ${table(record)} r where r.id = ${id} and ${readable}`)
}

const stored = (field: Field | undefined, value: unknown) => {
  if (value === null || value === undefined) return sql`null`
  if (field?.kind === 'json' || field?.kind === 'bilingual') return sql`${JSON.stringify(value)}::jsonb`
  if (field?.kind === 'codes') return sql`${value as string[]}::text[]`
  return sql`${value}`
}

const entriesOf = (values: Record<string, unknown>) => Object.entries(values).filter(([, value]) => value !== undefined)

/** Writes a row that our own code has made; answers that a person typed go through `createRow`. */
export async function insertRow<R extends RecordDeclaration>(db: Db, record: R, values: Partial<RowOf<R>> & Pick<Common, 'scope'>): Promise<RowOf<R>> {
  const entries = entriesOf(values)
  const row = await db.one<RowOf<R>>(sql`
    insert into ${table(record)} as r (${sql.raw(entries.map(([name]) => snake(name)).join(', '))})
    values (${sql.join(entries.map(([name, value]) => stored(record.fields[name], value)))})
    returning ${fieldsReadable(record)}`)
  return row!
}

/** Changes fields of a row that our own code has decided on, and counts its version up. */
export async function updateRow<R extends RecordDeclaration>(db: Db, record: R, id: string, values: Partial<RowOf<R>>): Promise<RowOf<R> | null> {
  const entries = entriesOf(values)
  const changes = entries.map(([name, value]) => sql`${sql.raw(snake(name))} = ${stored(record.fields[name], value)}`)
  return db.one<RowOf<R>>(sql`
    update ${table(record)} as r set ${sql.join([...changes, sql`version = r.version + 1`])} where r.id = ${id} returning ${fieldsReadable(record)}`)
}

export async function createRow<R extends RecordDeclaration>(db: Db, record: R, typed: unknown, home: string): Promise<RowOf<R> | Refused> {
  if (!canCreate(db.actor, record)) return refused(refuse('access.not-allowed', { deed: 'create', record: record.name }))
  const checked = answersSchema(record, 'whole').safeParse(typed)
  if (!checked.success) return { refused: refusalsOf(record, checked.error) }
  const row = await insertRow(db, record, { scope: home, ...checked.data } as Partial<RowOf<R>> & Pick<Common, 'scope'>)
  await audit(db, 'create', record.name, row.id, { fields: Object.keys(checked.data) })
  return row
}

/** `baseVersion` is the version that the person saw: a change made meanwhile by somebody else is never overwritten silently. */
export async function changeRow<R extends RecordDeclaration>(db: Db, record: R, id: string, typed: unknown, baseVersion: number): Promise<RowOf<R> | Refused> {
  if (!canUpdate(db.actor, record)) return refused(refuse('access.not-allowed', { deed: 'update', record: record.name }))
  const checked = answersSchema(record, 'part').safeParse(typed)
  if (!checked.success) return { refused: refusalsOf(record, checked.error) }
  const before = await getRow(db, record, id)
  if (!before) return refused(refuse('access.not-found'))
  if (before.version !== baseVersion) return refused(refuse('record.changed-meanwhile', { yours: baseVersion, current: before.version }))
  const forbidden = record.forbids?.(before, Object.keys(checked.data)) ?? []
  if (forbidden.length > 0) return { refused: forbidden }
  const after = await updateRow(db, record, id, checked.data as Partial<RowOf<R>>)
  if (!after) return refused(refuse('access.not-found'))
  await audit(db, 'update', record.name, id, { fields: Object.keys(checked.data), version: after.version })
  return after
}
