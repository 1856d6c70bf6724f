/** A workbook that the product changed (a repair, a translation, a version) as a file that its author can open again. Cells are values, never formulas. */
import type { Workbook } from '../../../engines/xlsform/index.ts'
import { headerOf } from './cells.ts'

export async function workbookFile({ sheets }: Workbook): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const file = new excel.Workbook()
  // The same workbook gives the same bytes, and so the same fingerprint.
  file.created = new Date(0)
  file.modified = new Date(0)
  for (const sheet of sheets) {
    const header = headerOf(sheet)?.row
    const page = file.addWorksheet(sheet.name.slice(0, 31), { views: header ? [{ state: 'frozen', ySplit: header }] : [] })
    for (const { row, cells } of sheet.rows) {
      for (const [letter, value] of Object.entries(cells)) if (value !== null && value !== '') page.getCell(`${letter}${row}`).value = value
      if (row === header) page.getRow(row).font = { bold: true }
    }
    page.columns.forEach((column) => {
      column.width = 24
    })
  }
  return Buffer.from(await file.xlsx.writeBuffer())
}
