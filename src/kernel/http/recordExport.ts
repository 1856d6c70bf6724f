/** The rows of any record as a file with a row of HXL tags, exactly those that the reader may see and has filtered; page by page, whatever their number. */
import { PassThrough } from 'node:stream'
import type { Actor } from '../access/actor.ts'
import { read } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { type OutColumn, writeCsv, writeXlsx } from '../import/writeTable.ts'
import type { Field } from '../record/fields.ts'
import type { RecordDeclaration } from '../record/record.ts'
import { type ListQuery, listRows } from '../record/store.ts'
import type { Language } from '../text/bilingual.ts'
import type { Content } from './route.ts'

const pageSize = 1000

const kindOf = (field: Field): OutColumn['kind'] =>
  field.kind === 'integer' || field.kind === 'decimal' || field.kind === 'date' || field.kind === 'boolean' ? field.kind : 'text'

const columnsOf = (record: RecordDeclaration): OutColumn[] => [
  { name: 'id', labels: { pt: 'id', en: 'id' }, hxl: '#meta+id', kind: 'text' },
  { name: 'scope', labels: { pt: 'Área', en: 'Area' }, hxl: '#adm+code', kind: 'text' },
  ...Object.entries(record.fields).map(([name, field]) => ({ name, labels: field.label, hxl: field.hxl, kind: kindOf(field) })),
  { name: 'recordedAt', labels: { pt: 'Registado em', en: 'Recorded at' }, hxl: '#date+recorded', kind: 'text' },
]

const cellOf = (value: unknown): string | number | boolean | null => {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.join(' | ')
  if (typeof value === 'object') return JSON.stringify(value)
  return value as string | number | boolean
}

async function* rowsOf(house: House, actor: Actor, record: RecordDeclaration, query: ListQuery, columns: OutColumn[]) {
  for (let offset = 0; ; offset += pageSize) {
    const page = await read(house.doors, actor, (db) => listRows(db, record, { ...query, limit: pageSize, offset }))
    for (const row of page.rows) yield columns.map(({ name }) => cellOf((row as unknown as Record<string, unknown>)[name]))
    if (page.rows.length < pageSize) return
  }
}

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

export async function exportRows(
  house: House,
  actor: Actor,
  record: RecordDeclaration,
  query: ListQuery,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<Content> {
  const columns = columnsOf(record)
  const out = new PassThrough()
  const title = record.labels.many[language]
  const note: [string, string] = language === 'pt' ? ['Uso', 'Interno; não publicar.'] : ['Use', 'Internal; not for publication.']
  const table = { title, columns, language, rows: rowsOf(house, actor, record, query, columns), readme: { title, lines: [note] } }
  const writing = format === 'csv' ? writeCsv(table, out) : writeXlsx(table, out)
  writing.catch((error: Error) => out.destroy(error))
  return { content: out, type: types[format], name: `${record.schema}-${record.table}.${format}` }
}
