/**
 * Choices that a form takes from the country pack instead of copying them: a select that names a code list which the workbook itself does not bring gets the
 * codes valid today, with their labels in both languages. A list that changes changes in the next version of every form that uses it.
 */
import type { Cell, Workbook, WorkbookRow, WorkbookSheet } from '../../../engines/xlsform/index.ts'
import type { Pack } from '../../pack/readPack.ts'
import type { CodeList } from '../../pack/schemas.ts'
import { today } from '../../text/clock.ts'
import { columnsOf, dataRows, freeColumn, headerOf, sheetNamed, textAt, withCell } from './cells.ts'

/** A choice of several is written with blanks between the names, so that a name holds none. */
export const choiceName = (code: string): string => code.replaceAll(' ', '_')

/** The code behind a choice of such a list. */
export const codeOfChoice = (list: CodeList | undefined, choice: string): string => list?.codes.find(({ code }) => choiceName(code) === choice)?.code ?? choice

const asked = (survey: WorkbookSheet): string[] => {
  const type = columnsOf(survey).find(({ header }) => header.toLowerCase() === 'type')?.letter
  return dataRows(survey).flatMap((row) => /^(?:select_one|select_multiple|rank)\s+(\S+)/.exec(textAt(row, type))?.[1] ?? [])
}

export function withPackChoices(workbook: Workbook, { codeLists }: Pick<Pack, 'codeLists'>, day = today()): Workbook {
  const survey = sheetNamed(workbook, 'survey')
  if (!survey) return workbook
  const known = sheetNamed(workbook, 'choices')
  const listColumn = known && columnsOf(known).find(({ header }) => /^list[_ ]name$/i.test(header))?.letter
  const own = new Set(known ? dataRows(known).map((row) => textAt(row, listColumn)) : [])
  const wanted = [...new Set(asked(survey))].filter((list) => !own.has(list) && codeLists.has(list))
  if (wanted.length === 0) return workbook
  const started = known && headerOf(known) ? workbook : withEmptyChoices(workbook)
  const labels = new Set(columnsOf(survey).flatMap(({ header }) => (/^label/i.test(header) ? [header] : [])))
  const columned = ['list_name', 'name', ...labels].reduce(withColumn, started)
  const sheet = sheetNamed(columned, 'choices')!
  const letters = Object.fromEntries(columnsOf(sheet).map(({ letter, header }) => [header, letter]))
  let at = Math.max(...sheet.rows.map(({ row }) => row))
  const rows = wanted.flatMap((list) =>
    codeLists
      .get(list)!
      .codes.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && (validTo ?? day) >= day)
      .map((code): WorkbookRow => ({ row: ++at, cells: choiceCells(list, code, letters, labels) })),
  )
  return { ...columned, sheets: columned.sheets.map((each) => (each === sheet ? { ...each, rows: [...each.rows, ...rows] } : each)) }
}

const withEmptyChoices = (workbook: Workbook): Workbook => ({
  ...workbook,
  sheets: [
    ...workbook.sheets.filter((sheet) => sheet !== sheetNamed(workbook, 'choices')),
    { name: 'choices', rows: [{ row: 1, cells: { A: 'list_name', B: 'name' } }] },
  ],
})

function withColumn(workbook: Workbook, header: string): Workbook {
  const sheet = sheetNamed(workbook, 'choices')!
  if (columnsOf(sheet).some((column) => column.header === header || (header === 'list_name' && /^list[_ ]name$/i.test(column.header)))) return workbook
  return withCell(workbook, { sheet: sheet.name, row: headerOf(sheet)!.row, letter: freeColumn(sheet) }, header)
}

function choiceCells(
  list: string,
  { code, label }: CodeList['codes'][number],
  letters: Record<string, string>,
  labels: ReadonlySet<string>,
): Record<string, Cell> {
  const cells: Record<string, Cell> = { [letters.list_name ?? letters['list name']!]: list, [letters.name!]: choiceName(code) }
  for (const header of labels) cells[letters[header]!] = /\(en\)|english/i.test(header) ? label.en : label.pt
  return cells
}
