/**
 * What the author asked for in a word and the form needs in full: "other, specify" (a choice and a text question), a group once per choice (loops), a table of
 * selects (`table-list`), and the counter of a repeat. Source: xlsform.org, "Specify other", "Repeats", "Appearance".
 */

import type { ChoiceLists } from './choices.ts'
import type { TextColumn } from './columnNames.ts'
import type { Findings } from './findings.ts'
import { emptyLine, type Line, placeOf, type Translation } from './line.ts'
import { isSelect, questionType } from './questionTypes.ts'
import type { SurveyTree } from './readSurvey.ts'
import { addItem, everyItem, type Item, type NewItem, textOf, valueIn } from './tree.ts'

export function generate(tree: SurveyTree, lists: ChoiceLists, findings: Findings): void {
  for (const item of tree.orOther) specifyOther(item, lists, findings)
  const translated = tree.orOther.find(
    ({ answers }) => answers?.from === 'choices' && lists.get(answers.list)?.some(({ labels }) => labels.some(({ language }) => language !== '')),
  )
  if (translated) findings.warn('xlsform.or-other-translated', placeOf(translated.line, 'type'), { name: translated.name })
  // After "other" was added, so that a loop runs over it too.
  for (const [item, list] of tree.loops) repeatPerChoice(item, list, lists, findings)
  const all = [...everyItem(tree.root)]
  for (const item of all) if (item.kind === 'group') makeTable(item)
  for (const item of all) if (item.kind === 'repeat') makeCounter(item)
}

const plainLine = (like: Item, plain: Record<string, string>, texts: [TextColumn, Translation[]][] = []): Line => ({
  ...{ ...emptyLine(like.line.sheet, like.line.row), columns: like.line.columns },
  ...{ plain: new Map(Object.entries(plain)), texts: new Map(texts) },
})

/** A new item beside another, before or after it. */
function insertBeside(item: Item, where: 'before' | 'after', given: NewItem): Item {
  const siblings = item.parent!.items
  const added = addItem(item.parent, { ...given, isGenerated: true })
  siblings.pop()
  siblings.splice(siblings.indexOf(item) + (where === 'before' ? 0 : 1), 0, added)
  return added
}

const otherName = 'other'

function specifyOther(item: Item, lists: ChoiceLists, findings: Findings): void {
  if (valueIn(item, 'choice_filter') !== '') findings.refuse('xlsform.or-other-with-filter', placeOf(item.line, 'choice_filter'), { name: item.name })
  const choices = item.answers?.from === 'choices' ? lists.get(item.answers.list) : undefined
  if (choices && !choices.some(({ name }) => name === otherName)) {
    const languages = [...new Set(choices.flatMap(({ labels }) => labels.map(({ language }) => language)))]
    const labels = (languages.length > 0 ? languages : ['']).map((language) => ({ language, text: 'Other' }))
    choices.push({ name: otherName, line: emptyLine(choices[0]!.line.sheet, 0), labels, columns: [], isGenerated: true })
  }
  insertBeside(item, 'after', {
    ...{ kind: 'question', name: `${item.name}_other`, type: questionType('text') },
    line: plainLine(item, { relevant: `selected(../${item.name}, '${otherName}')` }, [['label', [{ language: '', text: 'Specify other.' }]]]),
  })
}

/** Each choice of the list becomes a group with a copy of what stands inside the loop; `%(label)s` and `%(name)s` are the choice's. */
function repeatPerChoice(loop: Item, list: string, lists: ChoiceLists, findings: Findings): void {
  const choices = lists.get(list)
  if (!choices) {
    findings.refuse('xlsform.list-unknown', placeOf(loop.line, 'type'), { list, name: loop.name })
    return
  }
  const inside = loop.items
  loop.items = []
  for (const { name, labels } of choices) {
    const texts = new Map(labels.length > 0 ? [['label' as const, labels]] : [])
    const group = addItem(loop, { kind: 'group', name, line: { ...emptyLine(loop.line.sheet, loop.line.row), texts } })
    for (const item of inside) copyInto(group, item, (text, language) => fillIn(text, language, name, labels))
  }
}

function fillIn(text: string, language: string, name: string, labels: readonly Translation[]): string {
  const label = labels.find((known) => known.language === language) ?? labels[0]
  return text.replaceAll('%(name)s', name).replaceAll('%(label)s', label?.text ?? name)
}

function copyInto(parent: Item, item: Item, fill: ((text: string, language: string) => string) | null): void {
  const texts = fill
    ? new Map([...item.texts].map(([column, all]) => [column, all.map(({ language, text }) => ({ language, text: fill(text, language) }))] as const))
    : item.texts
  const plain = fill ? new Map([...item.line.plain].map(([column, text]) => [column, fill(text, '')] as const)) : item.line.plain
  const { kind, name, type, answers, parameters, appearance, isGenerated } = item
  const copy = addItem(parent, { kind, name, line: { ...item.line, plain }, type, answers, parameters, appearance, isGenerated, texts })
  for (const inner of item.items) copyInto(copy, inner, null)
}

const tableWord = 'table-list'

/** A group that is a table: its label becomes a note, and a first row shows the choices' labels once for all rows below. */
function makeTable(group: Item): void {
  const words = group.appearance.split(/\s+/)
  if (!words.includes(tableWord)) return
  group.appearance = ['field-list', ...words.filter((word) => word !== tableWord && word !== 'field-list')].join(' ').trim()
  const labels = textOf(group, 'label')
  const heading = [...group.texts].filter(([column]) => column === 'label' || column === 'hint')
  const first = group.items.find((item) => item.type && isSelect(item.type))
  if (labels.length > 0 && group.items[0]) {
    const noteName = `generated_table_list_label_${group.line.row}`
    insertBeside(group.items[0], 'before', { kind: 'question', name: noteName, type: questionType('note'), line: plainLine(group, {}, heading) })
    group.texts = new Map([...group.texts].filter(([column]) => column !== 'label'))
  }
  if (!first) return
  insertBeside(first, 'before', {
    ...{ kind: 'question', name: `reserved_name_for_field_list_labels_${first.line.row}`, type: first.type, answers: first.answers },
    ...{ line: plainLine(first, {}, [['label', [{ language: '', text: ' ' }]]]), appearance: 'label', parameters: first.parameters },
  })
  for (const item of group.items) if (item.type && isSelect(item.type) && !item.isGenerated) item.appearance = 'list-nolabel'
}

export const singleReference = /^\$\{\s*[^{}]+?\s*\}$/

/** How often a repeat repeats, unless it is one question's answer, is kept in a node of its own. */
function makeCounter(repeat: Item): void {
  const count = valueIn(repeat, 'repeat_count')
  if (count === '' || singleReference.test(count)) return
  insertBeside(repeat, 'before', {
    ...{ kind: 'question', name: `${repeat.name}_count`, type: questionType('calculate') },
    line: plainLine(repeat, { calculation: count, read_only: 'true()' }),
  })
}
