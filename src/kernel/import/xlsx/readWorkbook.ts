/** An XLSX workbook as tables: every sheet, hidden ones marked, with what its reader should know before trusting it. */
import type { Refusal } from '../../refusal.ts'
import { limits } from '../limits.ts'
import type { RawTable } from '../rawTable.ts'
import type { Exactness } from '../serialDates.ts'
import type { Source } from '../source.ts'
import type { Finding } from '../table.ts'
import { commentFindings, hiddenRowsFinding, hiddenSheetFinding, partFindings } from './asides.ts'
import type { Reading } from './cellValue.ts'
import { readNumberKinds } from './numberFormats.ts'
import { type Archive, openZip } from './openZip.ts'
import { readSheet } from './readSheet.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { readWorkbookParts, type SheetPart } from './workbookParts.ts'

export type RawWorkbook = { tables: RawTable[]; findings: Finding[]; withoutValue: Map<string, [number, number][]> }

type OnProgress = (bytes: number, of: number, rows: number) => void

export async function readWorkbook(source: Source, onProgress?: OnProgress, exactTo: Exactness = 'second'): Promise<RawWorkbook | Refusal> {
  const archive = await openZip(source)
  if ('code' in archive) return archive
  try {
    const read = await readParts(archive, { fileName: source.name, exactTo, onProgress })
    return 'code' in read ? { code: read.code, facts: { name: source.name, ...read.facts } } : read
  } finally {
    archive.close()
  }
}

type Asked = { fileName: string; exactTo: Exactness; onProgress: OnProgress | undefined }

async function readParts(archive: Archive, { fileName, exactTo, onProgress }: Asked): Promise<RawWorkbook | Refusal> {
  const workbook = await readWorkbookParts(archive, fileName)
  if ('code' in workbook) return workbook
  const total = [workbook.strings, ...workbook.sheets.map((sheet) => sheet.part)].reduce((sum, part) => sum + archive.unpackedBytes(part), 0)
  let before = 0
  let rowsBefore = 0
  const progress = (bytes: number, rows = 0) => onProgress?.(before + bytes, total, rowsBefore + rows)

  const kinds = await readNumberKinds(archive, workbook.styles)
  if ('code' in kinds) return kinds
  const strings = await readSharedStrings(archive, workbook.strings, progress)
  if ('code' in strings) return strings
  before += archive.unpackedBytes(workbook.strings)

  const reading: Reading = { strings, kinds, dateSystem: workbook.dateSystem, copies: new Map(), exactTo }
  const budget = { cells: limits.cells }
  const result: RawWorkbook = { tables: [], findings: partFindings(archive), withoutValue: new Map() }
  for (const sheet of workbook.sheets) {
    const content = await readSheet(archive, sheet.part, reading, { budget, onBytes: progress })
    if ('code' in content) return content
    before += archive.unpackedBytes(sheet.part)
    rowsBefore += content.rows.length
    const { rows, merges, hiddenColumns } = content
    const table: RawTable = { name: sheet.name, hidden: sheet.hidden, rows, merges, hiddenColumns }
    result.tables.push(table)
    result.withoutValue.set(sheet.name, content.withoutValue)
    const said = await sheetFindings(archive, sheet, table, content.hiddenRows)
    if ('code' in said) return said
    result.findings.push(...said)
  }
  return result
}

async function sheetFindings(archive: Archive, sheet: SheetPart, table: RawTable, hiddenRows: number[]): Promise<Finding[] | Refusal> {
  const findings: Finding[] = sheet.hidden ? [hiddenSheetFinding(table)] : []
  if (hiddenRows.length > 0) findings.push(hiddenRowsFinding(sheet.name, hiddenRows))
  const comments = await commentFindings(archive, sheet.name, sheet.part)
  return 'code' in comments ? comments : [...findings, ...comments]
}
