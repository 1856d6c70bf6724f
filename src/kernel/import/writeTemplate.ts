/**
 * The empty workbook that a partner fills in: headers in Portuguese and English, an HXL row, choices from the code lists, and a sheet of notes. Whatever
 * is filled into it is read back without a question, because the reader knows its headers.
 */
import type ExcelJS from 'exceljs'
import { columnLetters } from './cellPlace.ts'
import type { CodeEntry } from './codes.ts'
import type { MappedField } from './mapping.ts'
import { sheetName } from './writeTable.ts'

export type TemplateField = MappedField & { required?: boolean; list?: readonly CodeEntry[]; hint?: { pt: string; en: string } }

const filledRows = 5_000
const firstRow = 4

const kindWords: Record<string, string> = {
  text: 'texto / text',
  integer: 'número inteiro / whole number',
  decimal: 'número / number',
  date: 'data aaaa-mm-dd / date yyyy-mm-dd',
  boolean: 'sim ou não / yes or no',
  oneOf: 'uma escolha da lista / one choice of the list',
  code: 'uma escolha da lista / one choice of the list',
}

export async function writeTemplate(title: string, fields: readonly TemplateField[]): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const sheet = workbook.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: firstRow - 1 }] })
  sheet.addRow(fields.map((field) => field.labels.pt))
  sheet.addRow(fields.map((field) => field.labels.en))
  sheet.addRow(fields.map((field) => field.hxl ?? ''))
  sheet.getRow(1).font = { bold: true }
  sheet.getRow(2).font = { italic: true }
  sheet.getRow(3).font = { color: { argb: 'FF666666' } }

  // The library's types leave out its own collection of rules by range; one rule a cell would make 5,000 of them in every column.
  const validations = (sheet as unknown as { dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void } }).dataValidations
  const lists = workbook.addWorksheet('Listas - Lists')
  fields.forEach((field, at) => {
    const column = sheet.getColumn(at + 1)
    column.width = Math.max(14, Math.min(40, field.labels.pt.length + 4))
    if (field.kind === 'date') column.numFmt = 'yyyy-mm-dd'
    const validation = validationOf(field, lists)
    if (!validation) return
    const letter = columnLetters(at)
    validations.add(`${letter}${firstRow}:${letter}${firstRow + filledRows - 1}`, validation)
  })
  addNotes(workbook, fields)
  if (lists.columnCount === 0) workbook.removeWorksheet(lists.id)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function validationOf(field: TemplateField, lists: ExcelJS.Worksheet): ExcelJS.DataValidation | null {
  const wrong = { showErrorMessage: true, allowBlank: true, errorTitle: field.labels.pt.slice(0, 30), error: kindWords[field.kind] ?? '' }
  if (field.list && field.list.length > 0) {
    const at = lists.columnCount + 1
    const column = lists.getColumn(at)
    column.values = [field.labels.pt, ...field.list.map((entry) => entry.labels.pt)]
    column.width = 36
    const letter = columnLetters(at - 1)
    return {
      type: 'list',
      formulae: [`'${lists.name}'!$${letter}$2:$${letter}$${field.list.length + 1}`],
      ...wrong,
      error: 'Escolha da lista. / Choose from the list.',
    }
  }
  if (field.kind === 'integer') return { type: 'whole', operator: 'greaterThanOrEqual', formulae: [0], ...wrong }
  if (field.kind === 'date') return { type: 'date', operator: 'greaterThan', formulae: [new Date('1900-01-01T00:00:00Z')], ...wrong }
  return null
}

function addNotes(workbook: ExcelJS.Workbook, fields: readonly TemplateField[]): void {
  const notes = workbook.addWorksheet('Notas - Notes')
  notes.columns = [{ width: 32 }, { width: 32 }, { width: 36 }, { width: 14 }, { width: 60, style: { alignment: { wrapText: true, vertical: 'top' } } }]
  notes.addRow(['Coluna', 'Column', 'O que escrever / What to write', 'Obrigatória / Required', 'Notas / Notes']).font = { bold: true }
  for (const field of fields) {
    const hint = field.hint ? `${field.hint.pt} / ${field.hint.en}` : ''
    notes.addRow([field.labels.pt, field.labels.en, kindWords[field.kind] ?? field.kind, field.required ? 'sim / yes' : 'não / no', hint])
  }
  notes.addRow([])
  notes.addRow(['Deixe vazio o que não se sabe: vazio não é zero.', 'Leave empty what is not known: empty is not zero.'])
}
