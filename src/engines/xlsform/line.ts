/** One row of a sheet by what its columns mean, with the way back to the cell: texts by language, plain values, and attributes that pass through. */
import type { TextColumn } from './columnNames.ts'
import type { Column, ReadSheet, SheetRow } from './sheets.ts'

/** `language` is '' for the column without a language. */
export type Translation = { language: string; text: string }

export type PassingValue = { attribute: string; path: string[]; value: string; header: string }

export type Line = {
  sheet: string
  row: number
  plain: ReadonlyMap<string, string>
  texts: ReadonlyMap<TextColumn, Translation[]>
  bind: PassingValue[]
  body: PassingValue[]
  instance: PassingValue[]
  attribute: PassingValue[]
  /** Columns without a meaning, in the order of the sheet. */
  others: { header: string; value: string }[]
  columns: readonly Column[]
}

export function readLine(sheet: ReadSheet, { row, values }: SheetRow): Line {
  const plain = new Map<string, string>()
  const texts = new Map<TextColumn, Translation[]>()
  const line: Line = { sheet: sheet.name, row, plain, texts, bind: [], body: [], instance: [], attribute: [], others: [], columns: sheet.columns }
  for (const { letter, header, meaning } of sheet.columns) {
    const value = values.get(letter)
    if (value === undefined) continue
    if (meaning.kind === 'plain') plain.set(meaning.column, value)
    else if (meaning.kind === 'text') {
      const translations = texts.get(meaning.column)
      if (translations) translations.push({ language: meaning.language, text: value })
      else texts.set(meaning.column, [{ language: meaning.language, text: value }])
    } else if (meaning.kind === 'unknown') line.others.push({ header, value })
    else line[meaning.kind].push({ attribute: meaning.attribute, path: meaning.path, value, header })
  }
  return line
}

export const emptyLine = (sheet: string, row: number): Line => ({
  ...{ sheet, row, plain: new Map(), texts: new Map(), bind: [], body: [], instance: [], attribute: [], others: [], columns: [] },
})

export const cellOf = (line: Line, column: string): string => line.plain.get(column) ?? ''

/** The author's word for a column of this line, and its letter: what a finding points to and a repair changes. */
function columnOf(line: Line, column: string, language = ''): { header: string; letter: string } {
  const found = line.columns.find(
    ({ meaning }) =>
      (meaning.kind === 'plain' && meaning.column === column) || (meaning.kind === 'text' && meaning.column === column && meaning.language === language),
  )
  return found ? { header: found.header, letter: found.letter } : { header: column, letter: '' }
}

export const placeOf = (line: Line, column?: string, language?: string) => ({
  sheet: line.sheet,
  row: line.row,
  ...(column === undefined ? {} : { column: columnOf(line, column, language).header }),
})

/** A repair's change of one cell of this line; null when the sheet has no such column. */
export function cellChange(line: Line, column: string, to: string, language = '') {
  const { letter } = columnOf(line, column, language)
  const known = line.plain.get(column) ?? line.texts.get(column as TextColumn)?.find((text) => text.language === language)?.text ?? ''
  return letter === '' ? null : ({ kind: 'cell', sheet: line.sheet, row: line.row, column: letter, from: known, to } as const)
}
