/**
 * The door for files: any workbook or text file of rows comes in here and goes out as sheets with named columns, or as a refusal that says why. Nothing
 * is interpreted yet: no date order, no decimal mark, no code is decided by reading.
 */
import { createHash } from 'node:crypto'
import { type Refusal, refuse } from '../refusal.ts'
import { cellFindings } from './cellFindings.ts'
import { nameColumns } from './columns.ts'
import type { Delimiter } from './delimited.ts'
import type { Encoding } from './encoding.ts'
import { findHeader } from './headers.ts'
import { readJson } from './json/readJson.ts'
import type { RawTable } from './rawTable.ts'
import { readDelimited } from './readDelimited.ts'
import { sniff } from './sniff.ts'
import { chunks, type Source } from './source.ts'
import type { Finding, Sheet, TabularFile, Understood } from './table.ts'
import { readOldWorkbook } from './xls/readOldWorkbook.ts'
import { readWorkbook } from './xlsx/readWorkbook.ts'

type Progress = { bytes: number; of: number; rows: number }

export type ReadOptions = {
  onProgress?: (progress: Progress) => void
  /** What the officer corrected in the line "understood as". */
  encoding?: Encoding
  delimiter?: Delimiter
  /** Lines of the header rows, by sheet name; for text files the sheet is named like the file, without its ending. */
  headerLines?: Record<string, number[]>
}

export async function readTabular(source: Source, options: ReadOptions = {}): Promise<TabularFile | Refusal> {
  const kind = await sniff(source)
  if (typeof kind === 'object') return kind
  if (kind === 'text') return fromText(source, options)
  if (kind === 'json') return fromJson(source, options)
  return fromWorkbook(source, kind === 'workbook' ? 'xlsx' : 'xls', options)
}

async function fromWorkbook(source: Source, format: 'xlsx' | 'xls', { onProgress, headerLines }: ReadOptions): Promise<TabularFile | Refusal> {
  const reader = format === 'xlsx' ? readWorkbook : readOldWorkbook
  const raw = await reader(source, (bytes, of, rows) => onProgress?.({ bytes, of, rows }))
  if ('code' in raw) return raw
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks(source)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  const understood: Understood = { format, encoding: null, delimiter: null, lineEnding: null, sha256: hash.digest('hex'), bytes }
  const read = raw.tables.map((table) => toSheet(table, headerLines?.[table.name], raw.withoutValue.get(table.name) ?? []))
  return whole({
    name: source.name,
    understood,
    sheets: read.map(({ sheet }) => sheet),
    findings: [...raw.findings, ...read.flatMap(({ findings }) => findings)],
  })
}

async function fromText(source: Source, { onProgress, headerLines, encoding, delimiter }: ReadOptions): Promise<TabularFile | Refusal> {
  const raw = await readDelimited(source, { encoding, delimiter, onProgress: (bytes, of, rows) => onProgress?.({ bytes, of, rows }) })
  if ('code' in raw) return raw
  const { sheet, findings } = toSheet(raw.table, headerLines?.[raw.table.name], [])
  return whole({ name: source.name, understood: raw.understood, sheets: [sheet], findings: [...raw.findings, ...findings] })
}

async function fromJson(source: Source, { headerLines }: ReadOptions): Promise<TabularFile | Refusal> {
  const raw = await readJson(source)
  if ('code' in raw) return raw
  const { table, hasNames, understood } = raw
  const { sheet, findings } = toSheet(table, headerLines?.[table.name] ?? (hasNames ? [1] : undefined), [])
  return whole({ name: source.name, understood, sheets: [sheet], findings: [...raw.findings, ...findings] })
}

function toSheet(table: RawTable, chosenLines: number[] | undefined, withoutValue: [number, number][]): { sheet: Sheet; findings: Finding[] } {
  const header = findHeader(table, chosenLines)
  const { columns, findings } = nameColumns(table, header)
  const rows = header.firstData === 0 ? table.rows : table.rows.slice(header.firstData)
  const lineOf = (at: number) => table.rows[at]!.line
  const hxlLine = header.hxl === null ? null : lineOf(header.hxl)
  const sheet: Sheet = { name: table.name, hidden: table.hidden, columns, headerLines: header.rows.map(lineOf), hxlLine, rows }
  return { sheet, findings: [...findings, ...cellFindings({ table, columns, rows, withoutValue })] }
}

const whole = (file: TabularFile): TabularFile | Refusal =>
  file.sheets.every((sheet) => sheet.rows.length === 0) ? refuse('import.no-rows', { name: file.name }) : file
