/** One sheet of an old workbook: filled cells, merged blocks, comments, and what somebody has hidden in it. */
import { type Refusal, refuse } from '../../refusal.ts'
import type { Block } from '../cellPlace.ts'
import { limits } from '../limits.ts'
import type { Cell } from '../table.ts'
import { numberOrDate, type Reading, textOrNothing } from '../xlsx/cellValue.ts'
import type { SheetContent } from '../xlsx/readSheet.ts'
import { type BiffRecord, recordId, recordsOf } from './records.ts'
import { type Texts, textReader } from './texts.ts'
import type { SheetPlace } from './workbookParts.ts'

export type OldSheet = SheetContent & { comments: { count: number; texts: string[] } }

const recordsBetweenPauses = 100_000

export async function readOldSheet(
  stream: Buffer,
  sheet: SheetPlace,
  reading: Reading & { texts: Texts },
  budget: { cells: number },
): Promise<OldSheet | Refusal> {
  const found: OldSheet = { rows: [], merges: [], hiddenColumns: [], hiddenRows: [], withoutValue: [], comments: { count: 0, texts: [] } }
  const rows = new Map<number, Cell[]>()
  const tooLarge = refuse('import.too-large', { part: sheet.name, cells: limits.cells, letters: limits.letters })
  let waitsForText: [number, number] | null = null

  const put = (line: number, column: number, cell: Cell) => {
    if (cell === null) return
    let cells = rows.get(line)
    if (!cells) rows.set(line, (cells = []))
    budget.cells -= Math.max(0, column + 1 - cells.length)
    if (budget.cells < 0) return
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  let seen = 0
  for (const record of recordsOf(stream, sheet.from, sheet.to)) {
    if (record === 'cut') return refuse('import.half-file')
    if (record === 'broken' || (seen === 0 && record.id !== recordId.begin)) return refuse('import.broken-workbook', { part: sheet.name })
    if (++seen % recordsBetweenPauses === 0) await new Promise((next) => setImmediate(next))
    const { id, data } = record
    if (id === recordId.formulaText) {
      if (waitsForText) put(...waitsForText, textOrNothing(reading.texts.counted([data, ...record.continued], 0) ?? ''))
      waitsForText = null
    } else if (id === recordId.formula) {
      const result = formulaResult(data, reading)
      if (result === 'text') waitsForText = [data.readUInt16LE(0), data.readUInt16LE(2)]
      else put(data.readUInt16LE(0), data.readUInt16LE(2), result)
    } else if (id === recordId.manyNumbers) {
      const column = data.readUInt16LE(2)
      for (let at = 4; at + 8 <= data.length; at += 6) {
        put(data.readUInt16LE(0), column + (at - 4) / 6, numberOrDate(data.readUInt16LE(at), shortNumber(data, at + 2), reading))
      }
    } else if (isCell(id)) put(data.readUInt16LE(0), data.readUInt16LE(2), cellOf(record, reading))
    else aside(record, found)
    if (budget.cells < 0) return tooLarge
  }
  found.rows = [...rows].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line: line + 1, cells }))
  const lastFilled = found.rows.at(-1)?.line ?? 0
  found.hiddenRows = found.hiddenRows.filter((hidden) => hidden <= lastFilled)
  return found
}

const cellIds: readonly number[] = [recordId.sharedText, recordId.text, recordId.formattedText, recordId.number, recordId.shortNumber, recordId.yesNoOrError]
const isCell = (id: number) => cellIds.includes(id)

function cellOf({ id, data, continued }: BiffRecord, reading: Reading & { texts: Texts }): Cell {
  const style = data.readUInt16LE(4)
  if (id === recordId.sharedText) return textOrNothing(reading.strings[data.readUInt32LE(6)] ?? '')
  if (id === recordId.number) return numberOrDate(style, data.readDoubleLE(6), reading)
  if (id === recordId.shortNumber) return numberOrDate(style, shortNumber(data, 6), reading)
  if (id === recordId.yesNoOrError) return data[7] === 0 ? data[6] === 1 : { error: errorName(data[6]!) }
  return textOrNothing(reading.texts.counted([data, ...continued], 6) ?? '')
}

/** 30 bits of a whole number or of a fraction, and whether it was multiplied by a hundred to fit. Source: [MS-XLS] 2.5.217. */
function shortNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at)
  const whole = Buffer.alloc(8)
  if ((bits & 2) === 0) whole.writeInt32LE(bits & ~3, 4)
  const number = bits & 2 ? bits >> 2 : whole.readDoubleLE(0)
  return bits & 1 ? number / 100 : number
}

/** The value last calculated; a text follows in a record of its own. Source: [MS-XLS] 2.5.133. */
function formulaResult(data: Buffer, reading: Reading): Cell | 'text' {
  if (data.readUInt16LE(12) !== 0xffff) return numberOrDate(data.readUInt16LE(4), data.readDoubleLE(6), reading)
  if (data[6] === 0) return 'text'
  if (data[6] === 1) return data[8] === 1
  return data[6] === 2 ? { error: errorName(data[8]!) } : null
}

const errorNames: Record<number, string> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 29: '#NAME?', 36: '#NUM!', 42: '#N/A' }
const errorName = (code: number) => errorNames[code] ?? '#VALUE!'

const hiddenRow = 0x20
const hiddenColumn = 1

function aside({ id, data, continued }: BiffRecord, found: OldSheet): void {
  if (id === recordId.row && data.readUInt16LE(12) & hiddenRow) found.hiddenRows.push(data.readUInt16LE(0) + 1)
  else if (id === recordId.columnInfo && data.readUInt16LE(8) & hiddenColumn) {
    for (let at = data.readUInt16LE(0); at <= Math.min(data.readUInt16LE(2), 255); at++) found.hiddenColumns.push(at)
  } else if (id === recordId.merged) found.merges.push(...mergedBlocks(data))
  else if (id === recordId.note) found.comments.count++
  else if (id === recordId.textOfNote && continued[0] && data.length >= 12)
    found.comments.texts.push(textReader(continued, 0).text(data.readUInt16LE(10)) ?? '')
}

function mergedBlocks(data: Buffer): Block[] {
  const blocks: Block[] = []
  for (let at = 2; at + 8 <= data.length; at += 8) {
    const corner = (place: number) => data.readUInt16LE(at + place)
    blocks.push({ top: corner(0) + 1, bottom: corner(2) + 1, left: corner(4), right: corner(6) })
  }
  return blocks
}
