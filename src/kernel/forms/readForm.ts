/**
 * A form file as a workbook for the compiler: XLSX and XLS through the kernel's own readers and their limits, Markdown and CSV with the sheets one below the other. Only
 * values are read, never formulas or macros; hidden sheets count, because authors hide long choice lists.
 */
import type { Cell as FormCell, Workbook, WorkbookSheet } from '../../engines/xlsform/index.ts'
import { columnLetter } from '../../engines/xlsform/index.ts'
import type { RawTable } from '../import/rawTable.ts'
import { readDelimited } from '../import/readDelimited.ts'
import { sniff } from '../import/sniff.ts'
import { chunks, type Source, sizeOf } from '../import/source.ts'
import type { Cell } from '../import/table.ts'
import { readOldWorkbook } from '../import/xls/readOldWorkbook.ts'
import { readWorkbook } from '../import/xlsx/readWorkbook.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { readMarkdown, sheetsOneBelowTheOther } from './readMarkdown.ts'

/** Forms are small; what is larger is something else. The widest real form that we know, made by a script in twelve languages, has more than 200 columns. */
const formLimits = { bytes: 20_000_000, rows: 20_000, columns: 500 } as const

export async function readForm(source: Source): Promise<Workbook | Refusal> {
  const { name } = source
  const bytes = await sizeOf(source)
  if (bytes > formLimits.bytes) return refuse('form.too-large', { name, what: 'MB', limit: formLimits.bytes / 1_000_000 })
  const kind = await sniff(source)
  if (typeof kind === 'object') return kind
  if (kind === 'json') return refuse('form.not-a-form', { name })
  const read = kind === 'text' ? await fromText(source) : await fromWorkbook(source, kind)
  return 'code' in read ? read : withinLimits(read, name)
}

async function fromWorkbook(source: Source, kind: 'workbook' | 'old-workbook'): Promise<Workbook | Refusal> {
  const raw = await (kind === 'workbook' ? readWorkbook(source, undefined, 'millisecond') : readOldWorkbook(source))
  return 'code' in raw ? raw : { sheets: raw.tables.map(toSheet) }
}

function toSheet({ name, rows }: RawTable): WorkbookSheet {
  return {
    name,
    rows: rows.map(({ line, cells }) => ({
      row: line,
      cells: Object.fromEntries(cells.flatMap((cell, at) => (cell === null ? [] : [[columnLetter(at), formCell(cell)] as const]))),
    })),
  }
}

/**
 * A date cell is written with its time, as ODK Central and Kobo got it from the reference converter: it is often the form's version, and a form that moves
 * here must not seem to have changed. That converter writes parts of a second with six digits and reads them from XLSX only. Where a question's default is a
 * date, the compiler takes the midnight away again.
 */
const dayAndTime = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(\.\d{3})?)?$/

function formCell(cell: Cell): FormCell {
  if (cell !== null && typeof cell === 'object') return cell.error
  return typeof cell === 'string'
    ? cell.replace(dayAndTime, (_, day: string, time = '00:00:00', part?: string) => `${day} ${time}${part ? `${part}000` : ''}`)
    : cell
}

async function fromText(source: Source): Promise<Workbook | Refusal> {
  const parts: Buffer[] = []
  for await (const chunk of chunks(source)) parts.push(chunk)
  const text = Buffer.concat(parts).toString('utf8')
  if (/^\s*\|/.test(text)) return readMarkdown(text)
  const raw = await readDelimited(source, {})
  if ('code' in raw) return raw
  return sheetsOneBelowTheOther(raw.table.rows.map(({ cells }) => cells.map((cell) => String(cell === null ? '' : formCell(cell)))))
}

function withinLimits(workbook: Workbook, name: string): Workbook | Refusal {
  for (const { rows } of workbook.sheets) {
    if (rows.length > formLimits.rows) return refuse('form.too-large', { name, what: 'rows', whatPt: 'linhas', limit: formLimits.rows })
    const widest = rows.reduce((most, { cells }) => Math.max(most, Object.values(cells).filter((cell) => cell !== '').length), 0)
    if (widest > formLimits.columns) return refuse('form.too-large', { name, what: 'columns', whatPt: 'colunas', limit: formLimits.columns })
  }
  return workbook
}
