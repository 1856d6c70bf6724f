/** A workbook of Excel 5 to 2003 (`.xls`) as tables, behind the same limits and with the same warnings as a modern one. */
import { type Refusal, refuse } from '../../refusal.ts'
import { limits } from '../limits.ts'
import { notATable } from '../sniff.ts'
import { chunks, type Source } from '../source.ts'
import type { Finding } from '../table.ts'
import { commentFinding, hiddenRowsFinding, hiddenSheetFinding } from '../xlsx/asides.ts'
import type { RawWorkbook } from '../xlsx/readWorkbook.ts'
import { openCompoundFile } from './compoundFile.ts'
import { readOldSheet } from './readSheet.ts'
import { readOldWorkbookParts } from './workbookParts.ts'

export async function readOldWorkbook(source: Source, onProgress?: (bytes: number, of: number, rows: number) => void): Promise<RawWorkbook | Refusal> {
  const { name } = source
  const parts: Buffer[] = []
  let bytes = 0
  for await (const chunk of chunks(source)) {
    bytes += chunk.length
    if (bytes > limits.oldWorkbookBytes) return refuse('import.too-large', { name, bytes, limit: limits.oldWorkbookBytes })
    parts.push(chunk)
  }
  const read = await fromBytes(Buffer.concat(parts), name, onProgress)
  return 'code' in read ? { code: read.code, facts: { name, ...read.facts } } : read
}

async function fromBytes(bytes: Buffer, name: string, onProgress?: (bytes: number, of: number, rows: number) => void): Promise<RawWorkbook | Refusal> {
  const file = openCompoundFile(bytes)
  if (file === 'cut') return refuse('import.half-file')
  if (file === 'broken') return refuse('import.broken-workbook', { part: name })
  const holds = (stream: string) => file.names.some((known) => known.toLowerCase() === stream)
  if (holds('encryptedpackage')) return refuse('import.encrypted-workbook')
  // Before Excel 97 the stream had the shorter name.
  const named = holds('workbook') ? 'Workbook' : 'Book'
  if (!holds(named.toLowerCase())) return notATable(name, 'office')
  const stream = file.stream(named)
  if (stream === 'cut') return refuse('import.half-file')
  if (stream === 'broken') return refuse('import.broken-workbook', { part: named })
  const workbook = readOldWorkbookParts(stream)
  if ('code' in workbook) return workbook
  if (workbook.sheets.length === 0) return refuse('import.no-rows')

  const { strings, kinds, dateSystem, texts } = workbook
  const budget = { cells: limits.cells }
  const macros: Finding[] = holds('_vba_project_cur') ? [{ code: 'import.macros', severity: 'note', facts: {} }] : []
  const linked: Finding[] = workbook.otherBooks > 0 ? [{ code: 'import.external-links', severity: 'note', facts: { count: workbook.otherBooks } }] : []
  const result: RawWorkbook = { tables: [], findings: [...macros, ...linked], withoutValue: new Map() }
  let rowsBefore = 0
  for (const sheet of workbook.sheets) {
    const content = await readOldSheet(stream, sheet, { strings, kinds, dateSystem, texts, copies: new Map(), exactTo: 'second' }, budget)
    if ('code' in content) return content
    const { rows, merges, hiddenColumns, hiddenRows, comments } = content
    const table = { name: sheet.name, hidden: sheet.hidden, rows, merges, hiddenColumns }
    result.tables.push(table)
    rowsBefore += rows.length
    onProgress?.(sheet.to, stream.length, rowsBefore)
    if (sheet.hidden) result.findings.push(hiddenSheetFinding(table))
    if (hiddenRows.length > 0) result.findings.push(hiddenRowsFinding(sheet.name, hiddenRows))
    if (comments.count > 0) result.findings.push(commentFinding(sheet.name, comments.count, comments.texts))
  }
  return result
}
