/**
 * Tables that leave the house, as CSV and as XLSX: headers in one language, an HXL row under them, and in the workbook a first sheet that says what the
 * figures are, under which licence and whom to credit. Rows come one by one, so that a million of them need no more memory than one.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type ExcelJS from 'exceljs'
import type { Language } from '../text/bilingual.ts'
import { csvRecord, type Written } from './csvText.ts'

export type OutColumn = { name: string; labels: Record<Language, string>; hxl?: string; kind: 'text' | 'integer' | 'decimal' | 'date' | 'boolean' }
export type OutTable = {
  title: string
  columns: OutColumn[]
  language: Language
  rows: AsyncIterable<readonly Written[]> | Iterable<readonly Written[]>
  /** Lines of the README sheet: what, method, licence, credit, hash. */
  readme?: { title: string; lines: [string, string][] }
  /** Further sheets of the workbook; a CSV holds one table only. */
  more?: OutSheet[]
}
export type OutSheet = Pick<OutTable, 'title' | 'columns' | 'rows'>
/** Rows that come many at a time. */
type OutPages = Pick<OutTable, 'columns' | 'language'> & { pages: AsyncIterable<readonly (readonly Written[])[]> }

const rowsInPage = 500

const header = ({ columns }: Pick<OutSheet, 'columns'>, language: Language) => columns.map((column) => column.labels[language])
const hxlRow = ({ columns }: Pick<OutSheet, 'columns'>) => (columns.some((column) => column.hxl) ? columns.map((column) => column.hxl ?? '') : null)

/** UTF-8 with a mark at its start, without which Excel reads accents wrongly. Returns the number of rows. */
export async function writeCsvPages(table: OutPages, out: Writable): Promise<number> {
  const hxl = hxlRow(table)
  let rows = 0
  if (!out.write(`\ufeff${csvRecord(header(table, table.language))}${hxl ? csvRecord(hxl) : ''}`)) await once(out, 'drain')
  for await (const page of table.pages) {
    rows += page.length
    if (page.length > 0 && !out.write(page.map(csvRecord).join(''))) await once(out, 'drain')
  }
  out.end()
  await finished(out)
  return rows
}

export const writeCsv = ({ rows, ...table }: OutTable, out: Writable): Promise<number> => writeCsvPages({ ...table, pages: inPages(rows) }, out)

async function* inPages(rows: OutTable['rows']): AsyncGenerator<(readonly Written[])[]> {
  let page: (readonly Written[])[] = []
  for await (const row of rows) {
    page.push(row)
    if (page.length === rowsInPage) {
      yield page
      page = []
    }
  }
  yield page
}

export async function writeXlsx(table: OutTable, out: Writable): Promise<number> {
  const workbook = await newWorkbook(out)
  if (table.readme) {
    const readme = workbook.addWorksheet('README')
    readme.columns = [{ width: 26 }, { width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } }]
    readme.addRow([table.readme.title]).font = { bold: true, size: 14 }
    for (const [name, value] of table.readme.lines) readme.addRow([name, value])
    await readme.commit()
  }
  const [rows] = await writeSheets(workbook, [table, ...(table.more ?? [])], table.language, out)
  await workbook.commit()
  return rows!
}

/** Several tables, a sheet for each. */
export async function writeXlsxTables(tables: readonly OutTable[], out: Writable): Promise<void> {
  const workbook = await newWorkbook(out)
  await writeSheets(workbook, tables, tables[0]?.language ?? 'pt', out)
  await workbook.commit()
}

type Workbook = InstanceType<typeof ExcelJS.stream.xlsx.WorkbookWriter>
/** Loaded when the first workbook is asked for: the library is large, and a small office may never ask. */
async function newWorkbook(stream: Writable): Promise<Workbook> {
  const { default: excel } = await import('exceljs')
  return new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
}

/** Gives the rows of each; a title that was shortened to another one's gets a number. */
async function writeSheets(workbook: Workbook, sheets: readonly OutSheet[], language: Language, out: Writable): Promise<number[]> {
  const used = new Set<string>()
  const counts: number[] = []
  for (const table of sheets) {
    const short = sheetName(table.title)
    let name = short
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${short.slice(0, 28)}~${n}`
    used.add(name.toLowerCase())
    counts.push(await writeSheet(workbook, { table, name, language }, out))
  }
  return counts
}

async function writeSheet(
  workbook: Workbook,
  { table, name, language }: { table: OutSheet; name: string; language: Language },
  out: Writable,
): Promise<number> {
  const hxl = hxlRow(table)
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: hxl ? 2 : 1 }] })
  sheet.columns = table.columns.map((column) => ({
    width: column.kind === 'text' ? 28 : 16,
    ...(column.kind === 'date' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  }))
  const names = sheet.addRow(header(table, language))
  names.font = { bold: true }
  names.commit()
  if (hxl) sheet.addRow(hxl).commit()
  let rows = 0
  for await (const row of table.rows) {
    sheet.addRow(row.map((value, at) => typed(value, table.columns[at]?.kind))).commit()
    // The writer of the workbook buffers without limit; every thousand rows what waits may leave.
    if (++rows % 1000 === 0) await (out.writableNeedDrain ? once(out, 'drain') : new Promise((next) => setImmediate(next)))
  }
  await sheet.commit()
  return rows
}

/** Days become days of the workbook; a text that looks like a formula stays a text. */
function typed(value: Written, kind: OutColumn['kind'] | undefined): Written | Date {
  if (kind === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return new Date(`${value}T00:00:00Z`)
  return value
}

/** Excel allows 31 letters and none of these signs. */
export const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || 'Data'
