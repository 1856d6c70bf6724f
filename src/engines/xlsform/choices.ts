/**
 * The sheet `choices`: lists of answers. A name stands once in its list, unless the author allows twins; further columns travel with the choice, so that a
 * choice filter can ask for them.
 */
import type { Findings } from './findings.ts'
import { cellChange, cellOf, type Line, placeOf, readLine, type Translation } from './line.ts'
import { nameProblem } from './names.ts'
import type { Settings } from './settings.ts'
import { findSheet, readSheet } from './sheets.ts'
import type { Workbook } from './workbook.ts'

export type Choice = { name: string; line: Line; labels: Translation[]; columns: [string, string][]; isGenerated: boolean }

export type ChoiceLists = Map<string, Choice[]>

export function readChoices(workbook: Workbook, settings: Settings, findings: Findings): ChoiceLists {
  const lists: ChoiceLists = new Map()
  const raw = findSheet(workbook, 'choices')
  if (!raw) return lists
  const sheet = readSheet(raw, 'choices', findings)
  for (const row of sheet.rows) {
    const line = readLine(sheet, row)
    const list = cellOf(line, 'list_name')
    if (list === '') continue
    const name = cellOf(line, 'name')
    if (name === '') findings.refuse('xlsform.choice-without-name', placeOf(line, 'name'), { list })
    const labels = line.texts.get('label') ?? []
    if (name !== '' && labels.length === 0) findings.warn('xlsform.choice-without-label', placeOf(line, 'label'), { list, name })
    const choice: Choice = {
      name,
      line,
      labels,
      columns: line.others.filter(({ header }) => !nameProblem(header)).map(({ header, value }) => [header, value]),
      isGenerated: false,
    }
    const known = lists.get(list)
    if (known) known.push(choice)
    else lists.set(list, [choice])
  }
  for (const { meaning, header } of sheet.columns)
    if (meaning.kind === 'unknown' && nameProblem(header))
      findings.warn('xlsform.choice-column-invalid', { sheet: sheet.name, row: sheet.headerRow, column: header }, { header })
  if (!settings.allowsChoiceTwins) refuseTwins(lists, settings, findings)
  return lists
}

function refuseTwins(lists: ChoiceLists, settings: Settings, findings: Findings): void {
  for (const [list, choices] of lists) {
    const first = new Map<string, Choice>()
    for (const choice of choices) {
      const twin = first.get(choice.name)
      if (choice.name === '') continue
      if (!twin) first.set(choice.name, choice)
      else
        findings.refuse(
          'xlsform.choice-twice',
          placeOf(choice.line, 'name'),
          { list, name: choice.name, firstRow: String(twin.line.row) },
          allowTwins(settings),
        )
    }
  }
}

/** The reference converter's own way out: the author says that twins are meant. */
function allowTwins({ line }: Settings) {
  const change = line && cellChange(line, 'allow_choice_duplicates', 'yes')
  if (change) return { code: 'xlsform.repair.allow-twins', facts: {}, changes: [change] }
  if (line)
    return {
      code: 'xlsform.repair.allow-twins',
      facts: {},
      changes: [{ kind: 'column' as const, sheet: line.sheet, header: 'allow_choice_duplicates', row: line.row, value: 'yes' }],
    }
  return {
    code: 'xlsform.repair.allow-twins',
    facts: {},
    changes: [{ kind: 'new-sheet' as const, name: 'settings', rows: [{ A: 'allow_choice_duplicates' }, { A: 'yes' }] }],
  }
}
