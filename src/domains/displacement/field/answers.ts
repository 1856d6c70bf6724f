/** Reading typed answers of a form: what was not asked, left empty or is of another kind is unknown, never zero. */
import { type AnswersTree, codeOfChoice, type Pack } from '../../../kernel/index.ts'

export const textIn = ({ answers }: AnswersTree, path: string): string | null => {
  const value = answers[path]
  return typeof value === 'string' && value !== '' ? value : null
}

export const countIn = ({ answers }: AnswersTree, path: string): number | null => {
  const value = answers[path]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
}

const choicesIn = ({ answers }: AnswersTree, path: string): string[] => {
  const value = answers[path]
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}

/** The turns of a repeat, by the last word of its path. */
export const turnsOf = ({ repeats }: AnswersTree, name: string): AnswersTree[] =>
  Object.entries(repeats).flatMap(([path, turns]) => (path.split('/').at(-1) === name ? turns : []))

type Lists = Pack['codeLists']

/** The code of the country pack that a choice stands for; phones know choices without blanks. */
export function codeIn(lists: Lists, list: string, tree: AnswersTree, path: string): string | null {
  const choice = textIn(tree, path)
  return choice === null ? null : codeOfChoice(lists.get(list), choice)
}

export const codesIn = (lists: Lists, list: string, tree: AnswersTree, path: string): string[] =>
  choicesIn(tree, path)
    .map((choice) => codeOfChoice(lists.get(list), choice))
    .sort()
