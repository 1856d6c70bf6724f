/** One sheet of a workbook, row by row as it is unpacked: filled cells, merged blocks, and what somebody has hidden in it. */
import { type Refusal, refuse } from '../../refusal.ts'
import { type Block, blockOf, columnOf } from '../cellPlace.ts'
import { limits } from '../limits.ts'
import type { Cell, Row } from '../table.ts'
import { cellValue, type Reading } from './cellValue.ts'
import type { Archive } from './openZip.ts'
import { readXml } from './readXml.ts'

export type SheetContent = {
  rows: Row[]
  merges: Block[]
  hiddenColumns: number[]
  hiddenRows: number[]
  /** Formulas that were never calculated, as [line, column]: their value is in no place of the file. */
  withoutValue: [number, number][]
}

/** `budget.cells` is shared by all sheets of a workbook and counts down. */
export async function readSheet(
  archive: Archive,
  part: string,
  reading: Reading,
  options: { budget: { cells: number }; onBytes?: (bytes: number, rows: number) => void },
): Promise<SheetContent | Refusal> {
  const stream = await archive.open(part)
  if (!stream) return refuse('import.broken-workbook', { part })
  const content: SheetContent = { rows: [], merges: [], hiddenColumns: [], hiddenRows: [], withoutValue: [] }
  let line = 0
  let column = -1
  let cells: Cell[] = []
  let type: string | undefined
  let style: string | undefined
  let value = ''
  let capturing = false
  let sawFormula = false
  let sawValue = false
  let tooWide = false
  let insideReadingAid = false
  let lastFilled = 0

  const endCell = () => {
    if (sawFormula && !sawValue) content.withoutValue.push([line, column])
    const cell = sawValue ? cellValue(type, style, value, reading) : null
    if (cell === null) return
    if (column < 0 || column >= limits.columns || value.length > limits.letters) {
      tooWide = true
      return
    }
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    lastFilled = line
  }

  const refusal = await readXml(stream, part, {
    open(name, attributes) {
      if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        type = attributes.t
        style = attributes.s
        value = ''
        sawFormula = false
        sawValue = false
      } else if (name === 'v' || name === 't') {
        capturing = !insideReadingAid
        sawValue = true
      } else if (name === 'row') {
        line = attributes.r === undefined ? line + 1 : Number(attributes.r)
        column = -1
        cells = []
        if (isTrue(attributes.hidden)) content.hiddenRows.push(line)
      } else if (name === 'f') sawFormula = true
      else if (name === 'rPh') insideReadingAid = true
      else if (name === 'mergeCell') content.merges.push(blockOf(attributes.ref ?? ''))
      else if (name === 'col' && isTrue(attributes.hidden)) {
        for (let at = Number(attributes.min) - 1; at < Math.min(Number(attributes.max), limits.columns); at++) content.hiddenColumns.push(at)
      }
    },
    close(name) {
      if (name === 'v' || name === 't') capturing = false
      else if (name === 'c') endCell()
      else if (name === 'rPh') insideReadingAid = false
      else if (name === 'row' && cells.length > 0) {
        options.budget.cells -= cells.length
        content.rows.push({ line, cells })
      }
    },
    text(text) {
      if (capturing) value += text
    },
    stop: () => (tooWide || options.budget.cells < 0 ? refuse('import.too-large', { part, cells: limits.cells, letters: limits.letters }) : null),
    onBytes: (bytes) => options.onBytes?.(bytes, content.rows.length),
  })
  content.hiddenRows = content.hiddenRows.filter((hidden) => hidden <= lastFilled)
  return refusal ?? content
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'
