/** Tables of relief as files with their HXL row: internal, since positions of stock are a danger where convoys are attacked. */
import type { Content, Language } from '../../kernel/index.ts'
import { collectBytes } from '../../kernel/publishing.ts'
import { type OutColumn, type OutTable, writeCsv, writeXlsx } from '../../kernel/tables.ts'

export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

export const column = (name: string, pt: string, en: string, hxl: string, kind: OutColumn['kind'] = 'text'): OutColumn => ({
  ...{ name, labels: { pt, en }, hxl, kind },
})

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const use: Record<Language, [string, string]> = { pt: ['Uso', 'Interno; não publicar.'], en: ['Use', 'Internal; not for publication.'] }

export type TableToWrite = Pick<OutTable, 'title' | 'columns' | 'rows' | 'language'> & { name: string; notes?: [string, string][] }

export async function tableFile({ name, notes = [], ...table }: TableToWrite, format: TableFormat): Promise<Content> {
  const whole: OutTable = { ...table, readme: { title: table.title, lines: [use[table.language], ...notes] } }
  const content = await collectBytes((out) => (format === 'csv' ? writeCsv(whole, out) : writeXlsx(whole, out)))
  return { content, type: types[format], name: `${name}.${format}` }
}
