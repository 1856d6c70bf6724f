/**
 * The form as a table of questions: what a server needs to type the answers, a reviewer to read them, and the comparison of two versions to say what changed.
 */
import type { Choice, ChoiceLists } from './choices.ts'
import type { Entities } from './entities.ts'
import { isYes } from './settings.ts'
import { everyItem, type Item, nearestRepeat, pathOf, textOf, valueIn } from './tree.ts'
import { isShown } from './visibility.ts'

/** By language; '' is the language of a column without one. */
export type Texts = Record<string, string>

export type Question = {
  path: string
  name: string
  kind: 'question' | 'group' | 'repeat'
  /** `text`, `select_one`, `geopoint`…; `group` and `repeat` for what holds others. */
  type: string
  /** The type of the answer in the form (`string`, `int`, `dateTime`, `binary`…); '' for what holds others. */
  answer: string
  row: number
  labels: Texts
  hints: Texts
  /** The nearest repeat around it; null outside of repeats. */
  repeat: string | null
  /** 'sometimes' when an expression decides. */
  required: boolean | 'sometimes'
  isShown: boolean
  list?: string
  /** Where the choices come from; choices themselves only when they stand in the workbook. */
  from?: 'choices' | 'file' | 'external' | 'answers'
  choices?: { name: string; labels: Texts }[]
  saveTo?: { list: string; property: string }
  appearance?: string
  relevant?: string
  constraint?: string
  calculation?: string
  parameters?: Record<string, string>
}

const textsOf = (translations: readonly { language: string; text: string }[]): Texts =>
  Object.fromEntries(translations.map(({ language, text }) => [language, text]))

export function listQuestions(root: Item, lists: ChoiceLists, entities: Entities): Question[] {
  const shared = new Map([...lists].map(([list, choices]) => [list, choices.map(plainChoice)]))
  return [...everyItem(root)].filter((item) => !item.type?.file && !item.isFlat).map((item) => questionOf(item, shared, entities))
}

const plainChoice = ({ name, labels }: Choice) => ({ name, labels: textsOf(labels) })

function questionOf(item: Item, lists: ReadonlyMap<string, { name: string; labels: Texts }[]>, { all, savedTo }: Entities): Question {
  const path = item.type?.name === 'audit' ? `${pathOf(item.parent!)}/meta/audit` : pathOf(item)
  const around = item.parent && nearestRepeat(item.parent)
  const required = valueIn(item, 'required')
  const question: Question = {
    ...{ path, name: item.name, kind: item.kind as Question['kind'], row: item.line.row },
    type: item.type?.name ?? item.kind,
    answer: answerOf(item),
    labels: textsOf(textOf(item, 'label')),
    hints: textsOf(textOf(item, 'hint')),
    repeat: around ? pathOf(around) : null,
    required: isYes(required) ? true : required === '' || /^(no|false|false\(\))$/i.test(required) ? false : 'sometimes',
    isShown: isShown(item),
  }
  const { answers } = item
  if (answers) {
    question.from = answers.from
    question.list = answers.from === 'answers' ? answers.question : answers.list
    if (answers.from === 'choices' && lists.has(answers.list)) question.choices = lists.get(answers.list)!
  }
  const property = savedTo.get(item)
  const entity = property === undefined ? undefined : all.find(({ saved }) => saved.includes(item))
  if (property !== undefined && entity) question.saveTo = { list: entity.list, property }
  if (item.appearance !== '') question.appearance = item.appearance
  for (const column of ['relevant', 'constraint', 'calculation'] as const) if (valueIn(item, column) !== '') question[column] = valueIn(item, column)
  if (item.parameters.size > 0) question.parameters = Object.fromEntries(item.parameters)
  return question
}

function answerOf({ type, parameters }: Item): string {
  if (!type) return ''
  if (type.name === 'range') return ['start', 'end', 'step'].some((key) => parameters.get(key)?.includes('.')) ? 'decimal' : 'int'
  return type.bind.type ?? ''
}
