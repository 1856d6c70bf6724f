/**
 * The texts of a form as a translator sees them: one line for each text, one column for each language. What is changed here becomes a new draft of the
 * workbook, so that the author's own file never falls behind.
 */
import type { Workbook, WorkbookSheet } from '../../../engines/xlsform/index.ts'
import { columnsOf, dataRows, freeColumn, headerOf, sheetNamed, textAt, withCell } from './cells.ts'

export type TextLine = { sheet: 'survey' | 'choices'; row: number; field: string; name: string; texts: Record<string, string> }
export type TextTable = { languages: string[]; lines: TextLine[] }
export type TextChange = { sheet: 'survey' | 'choices'; row: number; field: string; language: string; text: string }

const fields = ['label', 'hint', 'guidance_hint', 'constraint_message', 'required_message'] as const
const sheets = ['survey', 'choices'] as const

/** `label::Português (pt)` is the label in Portuguese; a bare `label` is in the form's own language. */
function textColumn(header: string): { field: string; language: string } | null {
  const [name = '', ...language] = header.split(/\s*::?\s*/)
  const field = name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '_')
    .replace(/^guidance$/, 'guidance_hint')
  return (fields as readonly string[]).includes(field) ? { field, language: language.join(':').trim() } : null
}

const textColumns = (sheet: WorkbookSheet) =>
  columnsOf(sheet).flatMap(({ letter, header }) => {
    const column = textColumn(header)
    return column ? [{ letter, ...column }] : []
  })

const nameOf = (sheet: WorkbookSheet) => {
  const columns = columnsOf(sheet)
  const letterOf = (...names: string[]) => columns.find(({ header }) => names.includes(header.toLowerCase()))?.letter
  const [list, name] = [letterOf('list_name', 'list name'), letterOf('name', 'value')]
  return (row: Parameters<typeof textAt>[0]) => [textAt(row, list), textAt(row, name)].filter((part) => part !== '').join(' · ')
}

export function textTable(workbook: Workbook): TextTable {
  const languages = new Set<string>()
  const lines: TextLine[] = []
  for (const sheetName of sheets) {
    const sheet = sheetNamed(workbook, sheetName)
    if (!sheet) continue
    const columns = textColumns(sheet)
    for (const { language } of columns) languages.add(language)
    const named = nameOf(sheet)
    for (const row of dataRows(sheet))
      for (const field of new Set(columns.map((column) => column.field))) {
        const texts = Object.fromEntries(columns.filter((column) => column.field === field).map(({ language, letter }) => [language, textAt(row, letter)]))
        if (Object.values(texts).some((text) => text !== '')) lines.push({ sheet: sheetName, row: row.row, field, name: named(row), texts })
      }
  }
  return { languages: [...languages], lines }
}

/** Writes each text into its cell, and makes the column of a language that the sheet does not have yet. */
export function withTexts(workbook: Workbook, changes: readonly TextChange[]): Workbook {
  return changes.reduce((changed, { sheet: sheetName, row, field, language, text }) => {
    const sheet = sheetNamed(changed, sheetName)
    if (!sheet || !(fields as readonly string[]).includes(field)) return changed
    const known = textColumns(sheet).find((column) => column.field === field && column.language === language)
    const letter = known?.letter ?? freeColumn(sheet)
    const titled = known ? changed : withCell(changed, { sheet: sheet.name, row: headerOf(sheet)!.row, letter }, language ? `${field}::${language}` : field)
    return withCell(titled, { sheet: sheet.name, row, letter }, text)
  }, workbook)
}

/** How much of the form each language says, of what any language says. */
export function coverage({ languages, lines }: TextTable): { language: string; said: number; of: number }[] {
  return languages.map((language) => ({ language, said: lines.filter(({ texts }) => (texts[language] ?? '') !== '').length, of: lines.length }))
}
