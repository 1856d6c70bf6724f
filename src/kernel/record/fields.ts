/**
 * The kinds of answer that a record can hold. A field is declared once, with its label in both languages; the type, the check at every edge, the column,
 * the form, the import template and the dictionary are all made from it.
 */
import type { Bilingual } from '../text/bilingual.ts'

type Kinds = {
  text: string
  integer: number
  decimal: number
  date: string
  timestamp: string
  boolean: boolean
  oneOf: string
  code: string
  codes: string[]
  ref: string
  bilingual: Bilingual
  json: unknown
}
export type Kind = keyof Kinds

export type FieldOptions = {
  hint?: Bilingual
  /** HXL tag and attributes of the exported column. */
  hxl?: string
  min?: number
  max?: number
  /** Largest number of letters; texts without it take 2,000. */
  letters?: number
  /** Set by the system or by a step of the life, never typed into a form. */
  computed?: boolean
  /** Too large for lists and exports: only the row itself shows it. */
  large?: boolean
  /** Of a JSON answer: the record whose ids stand in it, as a reference would say. */
  holds?: string
  /** Of a reference: it was said under this row's own name, and stays with it when the row is joined to another. */
  stays?: boolean
}

export type Field<V = unknown, Required extends boolean = boolean> = {
  kind: Kind
  label: Bilingual
  required: Required
  values?: readonly string[]
  list?: string
  to?: string
  /** Carries the value's type; never present at run time. */
  readonly type?: V
} & FieldOptions

export type Fields = Record<string, Field>

type Value<F> = F extends Field<infer V, infer R> ? (R extends true ? V : V | null) : never
export type Answers<F extends Fields> = { [N in keyof F]: Value<F[N]> }

const field =
  <K extends Kind>(kind: K) =>
  (pt: string, en: string, options: FieldOptions = {}): Field<Kinds[K], true> => ({ kind, label: { pt, en }, required: true, ...options })

export const text = field('text')
export const integer = field('integer')
export const decimal = field('decimal')
export const date = field('date')
export const timestamp = field('timestamp')
export const boolean = field('boolean')
export const bilingual = field('bilingual')

export const json = <V>(pt: string, en: string, options: FieldOptions = {}): Field<V, true> => ({ kind: 'json', label: { pt, en }, required: true, ...options })

/** One of a few states or kinds that the code itself reasons about. What the mission may change is a `code` of the country pack instead. */
export const oneOf = <const V extends readonly string[]>(pt: string, en: string, values: V, options: FieldOptions = {}): Field<V[number], true> => ({
  kind: 'oneOf',
  label: { pt, en },
  required: true,
  values,
  ...options,
})

/** A code of a dated list in the country pack. */
export const code = (list: string, pt: string, en: string, options: FieldOptions = {}): Field<string, true> => ({
  kind: 'code',
  list,
  label: { pt, en },
  required: true,
  ...options,
})

/** A set of codes: order means nothing, no code stands twice. */
export const codes = (list: string, pt: string, en: string, options: FieldOptions = {}): Field<string[], true> => ({
  kind: 'codes',
  list,
  label: { pt, en },
  required: true,
  ...options,
})

/** Points to another record by its id; `to` is that record's name. */
export const ref = (to: string, pt: string, en: string, options: FieldOptions = {}): Field<string, true> => ({
  kind: 'ref',
  to,
  label: { pt, en },
  required: true,
  ...options,
})

/** May stay unknown. Unknown is its own answer: it is stored as null and never becomes zero or an empty text. */
export const optional = <V>(declared: Field<V, true>): Field<V, false> => ({ ...declared, required: false })
