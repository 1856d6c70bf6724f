/** The sheet `external_choices` as `itemsets.csv`: lists too long for the form itself, which ODK Collect looks up on the device. */
import type { Findings } from './findings.ts'
import { placeOf } from './line.ts'
import { findSheet, similarSheets } from './sheets.ts'
import { everyItem, type Item } from './tree.ts'
import { byColumn, cellText, type Workbook } from './workbook.ts'

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The CSV, or null when the form needs none. */
export function readExternalChoices(workbook: Workbook, root: Item, findings: Findings): string | null {
  const asking = [...everyItem(root)].filter(({ answers }) => answers?.from === 'external')
  const sheet = findSheet(workbook, 'external_choices')
  if (!sheet) {
    for (const { line } of asking.slice(0, 1)) {
      const [similar] = similarSheets(workbook, 'external_choices')
      const repair = similar && {
        code: 'xlsform.repair.sheet',
        facts: { from: similar, to: 'external_choices' },
        changes: [{ kind: 'sheet' as const, from: similar, to: 'external_choices' }],
      }
      findings.refuse(
        similar ? 'xlsform.no-external-choices-near' : 'xlsform.no-external-choices',
        placeOf(line, 'type'),
        similar ? { similar } : {},
        repair || undefined,
      )
    }
    return null
  }
  const rows = sheet.rows.filter(({ cells }) => Object.values(cells).some((cell) => cellText(cell) !== ''))
  const letters = Object.keys(rows[0]?.cells ?? {})
    .filter((letter) => cellText(rows[0]!.cells[letter]) !== '')
    .sort(byColumn)
  const listLetter = letters.find((letter) => /^list[\s_]?name$/i.test(cellText(rows[0]!.cells[letter])))
  const lists = new Set(rows.slice(1).map(({ cells }) => cellText(cells[listLetter ?? ''])))
  for (const { answers, line, name } of asking)
    if (answers?.from === 'external' && !lists.has(answers.list))
      findings.refuse('xlsform.external-list-unknown', placeOf(line, 'type'), { list: answers.list, name })
  if (asking.length === 0) return null
  return rows.map(({ cells }) => csvLine(letters.map((letter) => cellText(cells[letter])))).join('')
}

/** Cells after the last filled one are left off. */
function csvLine(values: readonly string[]): string {
  const last = values.findLastIndex((value) => value !== '')
  return `${values
    .slice(0, last + 1)
    .map(quoted)
    .join(',')}\r\n`
}
