/**
 * The rows that could not be taken, as a workbook for whoever sent them: his own columns in his own order, the line in his file, and what is wrong in
 * words. Corrected there, the file comes back through the same door.
 */
import type { Writable } from 'node:stream'
import type { Language } from '../text/bilingual.ts'
import type { Written } from './csvText.ts'
import type { Cell, Finding, Sheet } from './table.ts'
import { writeXlsx } from './writeTable.ts'

const lineLabel = { pt: 'Linha no seu ficheiro', en: 'Line in your file' }
const wrongLabel = { pt: 'O que está errado', en: 'What is wrong' }

export type GiveBack = {
  sheet: Sheet
  /** Findings of rows; those without a line belong to the whole file and are not repeated on every row. */
  findings: readonly Finding[]
  sentence: (finding: Finding, language: Language) => string
  language: Language
}

/** Returns how many rows were given back: those with at least one error. */
export async function giveBack({ sheet, findings, sentence, language }: GiveBack, out: Writable): Promise<number> {
  const byLine = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.line === undefined || finding.severity === 'note' || (finding.sheet !== undefined && finding.sheet !== sheet.name)) continue
    byLine.set(finding.line, [...(byLine.get(finding.line) ?? []), finding])
  }
  const refused = sheet.rows.filter((row) => byLine.get(row.line)?.some((finding) => finding.severity === 'error'))
  const words = (line: number) =>
    (byLine.get(line) ?? []).map((finding) => `${finding.column ? `${finding.column}: ` : ''}${sentence(finding, language)}`).join('\n')
  const own = sheet.columns.map((column) => ({
    ...{ name: column.name, labels: { pt: column.name, en: column.name }, kind: 'text' as const },
    ...(column.hxl ? { hxl: column.hxl } : {}),
  }))
  const rows = refused.map((row) => [...sheet.columns.map((column) => written(row.cells[column.index] ?? null)), row.line, words(row.line)])
  const columns = [...own, { name: 'line', labels: lineLabel, kind: 'integer' as const }, { name: 'wrong', labels: wrongLabel, kind: 'text' as const }]
  return writeXlsx({ title: sheet.name, columns, language, rows }, out)
}

const written = (cell: Cell): Written => (typeof cell === 'object' && cell !== null ? cell.error : cell)
