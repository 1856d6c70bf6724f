/**
 * A record, declared once. Everything regular about it (validation, table, routes, screens, template, export, row level security, audit line,
 * dictionary) is made from this declaration; a wrong declaration is refused loudly at start.
 */
import type { Refusal } from '../refusal.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Answers, Fields } from './fields.ts'

/** C1 public, C2 internal, C3 personal, C4 vault: design of data classes in SECURITY.md. */
export type DataClass = 1 | 2 | 3 | 4

/** Which rows a role may read: every one, those inside the reader's areas, those he wrote, those of the organisation he works for (by the column that names
 * it; he writes no other's either), or those that match a named condition (everywhere, or inside his areas alone). */
export type RowRule = 'all' | 'area' | 'own' | { organisation: string } | { condition: string; inArea?: true }

export type Access = {
  read: Record<string, RowRule>
  create?: readonly string[]
  update?: readonly string[]
}

export type RecordOptions = {
  labels: { one: Bilingual; many: Bilingual }
  access: Access
  class?: DataClass
  unique?: readonly (readonly string[])[]
  /** Columns that lists are often filtered or joined by. */
  index?: readonly (readonly string[])[]
  /** The field that names a row to people. */
  title?: string
  /** Rows are facts: written once, never changed. */
  appendOnly?: boolean
  /** Rows that the product computes: may be made anew, so they may be removed too. */
  derived?: boolean
  /** Written by the deeds of its domain alone (imports, steps, corrections): no form changes it field by field. */
  byDeeds?: boolean
  /** Rows about named people: no regular list, page or export shows them; only the routes of their domain, each with its purpose. */
  closed?: boolean
  /** Everything that forbids a person to change these fields while the row stands as it does; an empty list means yes. */
  forbids?: (row: Record<string, unknown>, fields: readonly string[]) => Refusal[]
}

export type RecordDeclaration<F extends Fields = Fields> = { name: string; schema: string; table: string; fields: F } & RecordOptions

/** What every row carries beside its own fields: identity, place and class for access, both clocks, author, origin. */
export type Common = {
  id: string
  scope: string
  class: number
  effectiveAt: string | null
  recordedAt: string
  recordedBy: string | null
  importId: string | null
  version: number
}

export type RowOf<R> = R extends RecordDeclaration<infer F> ? Answers<F> & Common : never

const reserved = new Set(['id', 'scope', 'class', 'effectiveAt', 'recordedAt', 'recordedBy', 'importId', 'version'])

/** `name` is `<domain>.<record>`; the first part is the schema, the second the table. */
export function record<const F extends Fields>(name: string, fields: F, options: RecordOptions): RecordDeclaration<F> {
  const [schema, table, ...rest] = name.split('.')
  if (!schema || !table || rest.length > 0 || !/^[a-z]+\.[a-z_]+$/.test(name)) throw new Error(`record name "${name}": write <domain>.<record> in lower case`)
  for (const field of Object.keys(fields)) if (reserved.has(field)) throw new Error(`${name}.${field}: every record has this field already`)
  for (const field of [...(options.unique ?? []), ...(options.index ?? [])].flat())
    if (!(field in fields) && !reserved.has(field)) throw new Error(`${name}: unique or index names "${field}", which is not declared`)
  if (options.title && !(options.title in fields)) throw new Error(`${name}: title "${options.title}" is not declared`)
  if (Object.keys(options.access.read).length === 0) throw new Error(`${name}: nobody may read it; name at least one role`)
  return { name, schema, table, fields, ...options }
}

/** The one place where the code's camelCase meets the database's snake_case. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Whether a text could be the id of a row at all: what is not one answers like a row that is not there. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
