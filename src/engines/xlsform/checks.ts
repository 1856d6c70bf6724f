/** What can only be said of the form as a whole: lists that do not exist, questions that say nothing, references in columns that name other things. */
import type { Choice, ChoiceLists } from './choices.ts'
import type { Entities } from './entities.ts'
import { isComputed } from './expressions.ts'
import type { Findings } from './findings.ts'
import { filesOf } from './instances.ts'
import { usesSearch } from './itemsets.ts'
import { cellChange, placeOf } from './line.ts'
import { nameProblem } from './names.ts'
import { nearest } from './nearest.ts'
import { checkParameters } from './questionParameters.ts'
import { isSelect } from './questionTypes.ts'
import type { References } from './references.ts'
import { findSheet } from './sheets.ts'
import { everyItem, hasText, type Item, valueIn } from './tree.ts'
import { isShown, saysSomething } from './visibility.ts'
import type { Workbook } from './workbook.ts'

export type Checking = { workbook: Workbook; root: Item; lists: ChoiceLists; entities: Entities; references: References; findings: Findings }

export function checkSurvey(checking: Checking): void {
  const { root, lists, findings } = checking
  for (const item of everyItem(root)) {
    if (item.isGenerated) continue
    if (item.kind === 'repeat' && !hasText(item, 'label')) findings.warn('xlsform.repeat-without-label', placeOf(item.line, 'label'), { name: item.name })
    if (item.kind !== 'question' || !item.type) continue
    checkParameters(item, lists, findings)
    checkAnswers(item, checking)
    checkGeometry(item, checking)
    if (isShown(item) && !saysSomething(item)) findings.refuse('xlsform.says-nothing', placeOf(item.line, 'label'), { name: item.name }, labelling(item))
    if (item.type.name === 'calculate' && valueIn(item, 'calculation') === '' && !hasComputedDefault(item))
      findings.refuse('xlsform.calculation-missing', placeOf(item.line, 'calculation'), { name: item.name }, hiding(item))
    if (item.type.collectOnly) findings.warn('xlsform.collect-only', placeOf(item.line, 'type'), { type: item.type.name, name: item.name })
    if (item.type.name === 'simserial' || item.type.name === 'subscriberid')
      findings.warn('xlsform.old-metadata', placeOf(item.line, 'type'), { type: item.type.name })
  }
  checkSearch(root, findings)
}

const hasComputedDefault = (item: Item) => valueIn(item, 'default') !== '' && isComputed(valueIn(item, 'default'), 'calculate')

/** A place for an answer that nothing fills yet. */
function hiding(item: Item) {
  const change = cellChange(item.line, 'type', 'hidden')
  return change ? { code: 'xlsform.repair.hide', facts: { name: item.name }, changes: [change] } : undefined
}

/** A question without words is shown by its name until somebody writes them. */
function labelling(item: Item) {
  const change = cellChange(item.line, 'label', item.name) ?? labelInFirstLanguage(item)
  return change ? { code: 'xlsform.repair.label', facts: { label: item.name }, changes: [change] } : undefined
}

function labelInFirstLanguage(item: Item) {
  const column = item.line.columns.find(({ meaning }) => meaning.kind === 'text' && meaning.column === 'label')
  return column?.meaning.kind === 'text' ? cellChange(item.line, 'label', item.name, column.meaning.language) : null
}

const fileEndings = ['.xml', '.csv', '.geojson']

function checkAnswers(item: Item, { workbook, lists, references, findings }: Checking): void {
  const { answers, line, type } = item
  if (!answers) return
  const place = placeOf(line, 'type')
  if (answers.from === 'file') {
    if (!fileEndings.some((ending) => answers.file.toLowerCase().endsWith(ending)))
      findings.refuse('xlsform.file-ending', place, { file: answers.file, endings: fileEndings })
    for (const key of ['value', 'label']) {
      const name = item.parameters.get(key)
      if (name !== undefined && nameProblem(name)) findings.refuse('xlsform.parameter-name', placeOf(line, 'parameters'), { key, value: name })
    }
  } else if (answers.from === 'choices' && type && isSelect(type)) {
    const choices = lists.get(answers.list)
    if (choices) warnOfBlanks(item, choices, answers.list, findings)
    else if (!findSheet(workbook, 'choices')) findings.refuse('xlsform.no-choices', place, { list: answers.list })
    else refuseUnknownList(item, answers.list, lists, findings)
  } else if (answers.from === 'answers') references.find({ name: answers.question, isLastSaved: false, written: answers.question }, { line, column: 'type' })
}

/** A multiple choice keeps its answers in one text, separated by blanks: a name with a blank would be read as two. */
function warnOfBlanks({ type }: Item, choices: readonly Choice[], list: string, findings: Findings): void {
  if (type!.name !== 'select_multiple') return
  for (const { name, line } of choices) {
    if (!/\s/.test(name)) continue
    const meant = name.replace(/\s+/g, '_')
    const change = cellChange(line, 'name', meant)
    const repair = change ? { code: 'xlsform.repair.blank-in-choice', facts: { from: name, to: meant }, changes: [change] } : undefined
    findings.warn('xlsform.choice-with-blank', placeOf(line, 'name'), { name, list, meant }, repair)
  }
}

function refuseUnknownList({ line, name }: Item, list: string, lists: ChoiceLists, findings: Findings): void {
  const meant = nearest(list, lists.keys())
  const written = line.plain.get('type') ?? ''
  const change = meant === null ? null : cellChange(line, 'type', written.replace(list, meant))
  const repair = change && meant !== null ? { code: 'xlsform.repair.list', facts: { from: list, to: meant }, changes: [change] } : undefined
  findings.refuse(
    meant === null ? 'xlsform.list-unknown' : 'xlsform.list-unknown-near',
    placeOf(line, 'type'),
    { list, name, ...(meant === null ? {} : { meant }) },
    repair,
  )
}

/** `reference-geometry` names a list, a file or an entity list; or a repeat, as `${repeat}`. */
function checkGeometry(item: Item, { root, lists, references, findings }: Checking): void {
  const named = item.parameters.get('reference-geometry')
  if (named === undefined || !['geopoint', 'geotrace', 'geoshape'].includes(item.type!.name)) return
  const origin = { line: item.line, column: 'parameters' }
  const reference = named.match(/^\$\{\s*([^{}]+?)\s*\}$/)
  if (reference && !reference[1]!.startsWith('last-saved#')) {
    const found = references.find({ name: reference[1]!, isLastSaved: false, written: reference[1]! }, origin)
    if (!found || found.kind === 'repeat') return
  } else if (lists.has(named) || filesOf(root).some(({ id, kind }) => id === named && kind !== 'pulldata')) return
  findings.refuse('xlsform.reference-geometry', placeOf(item.line, 'parameters'), { value: named })
}

/** `search()` fills the choices on the device: a list used so cannot serve another question as it stands, nor come from a file. */
function checkSearch(root: Item, findings: Findings): void {
  const byList = new Map<string, Item[]>()
  for (const item of everyItem(root)) {
    if (item.answers?.from === 'file' && usesSearch(item)) findings.refuse('xlsform.search-with-file', placeOf(item.line, 'appearance'), { name: item.name })
    if (item.answers?.from !== 'choices' || !item.type || !isSelect(item.type)) continue
    const known = byList.get(item.answers.list)
    if (known) known.push(item)
    else byList.set(item.answers.list, [item])
  }
  for (const [list, items] of byList) {
    const searching = items.find(usesSearch)
    const other = items.find((item) => !usesSearch(item))
    if (searching && other)
      findings.refuse('xlsform.search-shares-list', placeOf(searching.line, 'appearance'), { name: searching.name, other: other.name, list })
  }
}
