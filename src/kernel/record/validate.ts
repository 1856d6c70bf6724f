/**
 * The check at every edge (API, import, form): one schema made from the declaration, that answers with refusals which name the field and what to do.
 */
import { z } from 'zod'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { Field } from './fields.ts'
import type { RecordDeclaration } from './record.ts'

function bounded<T extends z.ZodNumber>(schema: T, field: Field): z.ZodNumber {
  let bounds: z.ZodNumber = schema
  if (field.min !== undefined) bounds = bounds.min(field.min)
  if (field.max !== undefined) bounds = bounds.max(field.max)
  return bounds
}

const withoutNul = (letters: number) =>
  z
    .string()
    .max(letters)
    .refine((value) => !value.includes('\u0000'), 'NUL')

export function schemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return withoutNul(field.letters ?? 2000)
    case 'integer':
      return bounded(z.int(), field)
    case 'decimal':
      return bounded(z.number(), field)
    case 'date':
      return z.iso.date()
    case 'timestamp':
      return z.iso.datetime({ offset: true })
    case 'boolean':
      return z.boolean()
    case 'oneOf':
      return z.enum(field.values as [string, ...string[]])
    case 'code':
      return z.string().max(100)
    case 'codes':
      return z.array(z.string().max(100)).max(100)
    case 'ref':
      return z.uuid()
    case 'bilingual':
      return z.object({ pt: withoutNul(10_000), en: withoutNul(10_000) })
    case 'json':
      return z.json()
  }
}

/** `whole` for a new row; `part` for a change, in which only listed fields may stand. */
export function answersSchema(record: RecordDeclaration, extent: 'whole' | 'part'): z.ZodObject {
  const typed = Object.entries(record.fields).filter(([, field]) => !field.computed)
  const shape = Object.fromEntries(
    typed.map(([name, field]) => {
      const required = field.required ? schemaOf(field) : schemaOf(field).nullable().optional()
      return [name, extent === 'part' ? required.optional() : required]
    }),
  )
  return z.strictObject({ ...shape, scope: z.string().max(40).optional(), effectiveAt: z.iso.datetime({ offset: true }).nullable().optional() })
}

/** Every reason, not the first. */
export function refusalsOf(record: RecordDeclaration, error: z.ZodError): Refusal[] {
  return error.issues.map((issue) => {
    const name = String(issue.path[0] ?? (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''))
    const facts = { record: record.name, field: name, label: record.fields[name]?.label.en ?? name, labelPt: record.fields[name]?.label.pt ?? name }
    if (issue.code === 'unrecognized_keys') return refuse('record.unknown-field', facts)
    if (issue.code === 'invalid_type' && issue.input === undefined) return refuse('record.missing', facts)
    return refuse('record.wrong-value', facts)
  })
}
