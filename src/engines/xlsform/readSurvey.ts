/** The sheet `survey` as a tree: each row is a question, or begins or ends a group, a repeat or a loop. Whatever does not fit is refused with its row. */
import type { Findings } from './findings.ts'
import { cellChange, cellOf, type Line, placeOf, readLine } from './line.ts'
import { nameProblem, refuseName } from './names.ts'
import { nearest } from './nearest.ts'
import { readParameters } from './parameters.ts'
import { questionType } from './questionTypes.ts'
import { isYes, type Settings } from './settings.ts'
import type { ReadSheet } from './sheets.ts'
import { type Answers, addItem, type Item } from './tree.ts'
import { allTypeNames, readType, type TypeCell } from './typeNames.ts'

export type SurveyTree = {
  root: Item
  /** Selects with "other, specify". */
  orOther: Item[]
  /** Groups to be repeated once per choice of a list. */
  loops: Map<Item, string>
}

type Bound = Extract<TypeCell, { container: unknown }>
type Open = { item: Item; container: 'group' | 'repeat' | 'loop' }

const reservedName = 'meta'

export function readSurvey(sheet: ReadSheet, settings: Settings, findings: Findings): SurveyTree {
  const root = addItem(null, { kind: 'survey', name: settings.rootName, line: { ...emptyRoot, sheet: sheet.name } })
  const tree: SurveyTree = { root, orOther: [], loops: new Map() }
  const open: Open[] = []
  for (const row of sheet.rows) {
    const line = readLine(sheet, row)
    if (isYes(cellOf(line, 'disabled'))) continue
    const written = cellOf(line, 'type')
    if (written === '') {
      if (cellOf(line, 'name') !== '' && line.texts.has('label')) findings.refuse('xlsform.type-missing', placeOf(line, 'type'), { name: cellOf(line, 'name') })
      continue
    }
    const type = readType(written)
    const parent = open.at(-1)?.item ?? root
    if (type.kind === 'begin') begin(line, type, parent, { tree, open, settings, findings })
    else if (type.kind === 'end') end(line, type, open, findings)
    else if (type.kind === 'question') addQuestion(line, type, parent, { tree, findings })
    else if (type.kind === 'include') findings.refuse('xlsform.include', placeOf(line, 'type'), { section: type.section || cellOf(line, 'name') })
    else refuseType(line, written, findings)
  }
  for (const { item, container } of open)
    findings.refuse('xlsform.begin-without-end', placeOf(item.line, 'type'), { container, name: item.name }, closingRow(sheet, container))
  return tree
}

const emptyRoot: Line = { sheet: '', row: 0, plain: new Map(), texts: new Map(), bind: [], body: [], instance: [], attribute: [], others: [], columns: [] }

type Beginning = { tree: SurveyTree; open: Open[]; settings: Settings; findings: Findings }

function begin(line: Line, type: Bound, parent: Item, { tree, open, settings, findings }: Beginning) {
  const name = cellOf(line, 'name')
  checkName(line, name, findings)
  // Repetitions, and the copies of a loop, could not be told apart without their nodes.
  const isFlat = settings.isFlat && type.container === 'group'
  const item = addItem(parent, { kind: type.container === 'repeat' ? 'repeat' : 'group', name, line, isFlat })
  if (type.container === 'loop' && type.list) tree.loops.set(item, type.list)
  open.push({ item, container: type.container })
}

function end(line: Line, type: Bound, open: Open[], findings: Findings): void {
  const innermost = open.at(-1)
  if (cellOf(line, 'save_to') !== '') findings.refuse('xlsform.save-to-on-group', placeOf(line, 'save_to'), { name: cellOf(line, 'name') })
  if (innermost?.container === type.container) {
    open.pop()
    return
  }
  const meant = innermost && cellChange(line, 'type', `end ${innermost.container}`)
  const repair = innermost && meant ? { code: 'xlsform.repair.end-of-the-open', facts: { container: innermost.container }, changes: [meant] } : undefined
  findings.refuse('xlsform.end-without-begin', placeOf(line, 'type'), { container: type.container, name: cellOf(line, 'name') || '?' }, repair)
}

/** The missing end is put after the last row: the author sees in the tree what then lies inside. */
function closingRow(sheet: ReadSheet, container: string) {
  const typeColumn = sheet.columns.find(({ meaning }) => meaning.kind === 'plain' && meaning.column === 'type')!
  const before = (sheet.rows.at(-1)?.row ?? sheet.headerRow) + 1
  return {
    code: 'xlsform.repair.close-at-the-end',
    facts: { container, row: String(before) },
    changes: [{ kind: 'row' as const, sheet: sheet.name, before, cells: { [typeColumn.letter]: `end ${container}` } }],
  }
}

function addQuestion(line: Line, read: TypeCell & { kind: 'question' }, parent: Item, { tree, findings }: { tree: SurveyTree; findings: Findings }): void {
  const type = questionType(read.type)
  const written = cellOf(line, 'name')
  let name = written
  if (type.name === 'audit') {
    if (written !== '' && written !== 'audit') findings.refuse('xlsform.audit-name', placeOf(line, 'name'), { name: written }, nameless(line))
    name = 'audit'
  } else if (written === '' && type.name === 'note') name = `generated_note_name_${line.row}`
  else checkName(line, name, findings)
  const parameters = readParameters(cellOf(line, 'parameters'))
  if (parameters === null) findings.refuse('xlsform.parameters-unreadable', placeOf(line, 'parameters'), { value: cellOf(line, 'parameters') })
  const item = addItem(parent, {
    ...{ kind: 'question', name, line, type, answers: answersOf(read), parameters: parameters ?? new Map() },
    isGenerated: written === '' && type.name === 'note',
    texts: type.hint && !line.texts.has('hint') ? new Map([...line.texts, ['hint', [{ language: '', text: type.hint }]]]) : line.texts,
  })
  if (read.orOther) tree.orOther.push(item)
}

function answersOf({ type, list, fromFile }: TypeCell & { kind: 'question' }): Answers | null {
  if (list === undefined || type === 'osm') return list === undefined ? null : { from: 'choices', list }
  const reference = list.match(/^\$\{\s*(.+?)\s*\}$/)
  if (reference) return { from: 'answers', question: reference[1]! }
  if (type === 'select_one_external') return { from: 'external', list }
  return fromFile ? { from: 'file', file: list, list: list.replace(/\.[^.]*$/, '') } : { from: 'choices', list }
}

function checkName(line: Line, name: string, findings: Findings): void {
  if (name === '') findings.refuse('xlsform.name-missing', placeOf(line, 'name'), { type: cellOf(line, 'type') }, naming(line))
  else if (name === reservedName)
    findings.refuse('xlsform.name-reserved', placeOf(line, 'name'), { name }, renaming(line, 'xlsform.repair.rename-reserved', `${name}_`))
  else if (nameProblem(name)) refuseName(line, 'name', name, findings)
}

/** A name that says where it stands, until somebody gives a better one. */
function naming(line: Line) {
  const to = `${cellOf(line, 'type')
    .split(/\s+/)
    .at(-1)!
    .replace(/[^\p{L}\p{N}]+/gu, '')}_${line.row}`
  const change = nameProblem(to) ? null : cellChange(line, 'name', to)
  return change ? { code: 'xlsform.repair.give-name', facts: { to }, changes: [change] } : undefined
}

function renaming(line: Line, code: string, to: string) {
  const change = cellChange(line, 'name', to)
  return change ? { code, facts: { from: change.from, to }, changes: [change] } : undefined
}

const nameless = (line: Line) => renaming(line, 'xlsform.repair.audit-name', 'audit')

function refuseType(line: Line, written: string, findings: Findings): void {
  const [first = '', ...rest] = written.split(/\s+/)
  const whole = nearest(written, allTypeNames)
  const start = rest.length > 0 && rest.length <= 2 ? nearest(first, ['select_one', 'select_multiple', 'rank']) : null
  const meant = whole ?? (start && start !== first ? `${start} ${rest.join(' ')}` : null)
  // What nobody knows is most often a field of another program: as text it keeps whatever is put there.
  const change = cellChange(line, 'type', meant ?? 'text')
  const code = meant ? 'xlsform.repair.type' : 'xlsform.repair.type-as-text'
  const repair = change && !/^(begin|end)\b/i.test(written) ? { code, facts: { from: written, to: change.to }, changes: [change] } : undefined
  findings.refuse(meant ? 'xlsform.type-unknown-near' : 'xlsform.type-unknown', placeOf(line, 'type'), { type: written, ...(meant ? { meant } : {}) }, repair)
}
