/**
 * What a filled form says, typed: one row for its top and one for each turn of each repeat. Nothing is repaired: an answer that does not read as its type
 * stays the text that was sent. Not relevant: absent. Asked and left empty: null. "Does not know" is a code like any other, never null and never zero.
 */
import { type Element, elementsOf, isElement, textOf } from './element.ts'
import { typedAnswer } from './typedAnswer.ts'

/** What is needed of a question; the compiler's own list fits. */
export type AskedQuestion = {
  path: string
  kind?: 'question' | 'group' | 'repeat'
  type: string
  /** The type of the answer in the form; where it is missing the question's own type says it. */
  answer?: string
  /** The nearest repeat around it. */
  repeat: string | null
  choices?: { name: string }[]
}

export type AnswerRow = {
  /** Path of the repeat; empty for the top. */
  repeat: string
  /** 0 for the top; turns of a repeat are counted from 1 through the whole document. */
  turn: number
  parentTurn: number
  answers: Record<string, unknown>
}

export type Understood = { rows: AnswerRow[]; files: string[] }

export type Reading = { questions: ReadonlyMap<string, AskedQuestion>; repeats: ReadonlySet<string> }

/** Once for a version, not once for a submission. */
export function readingOf(questions: readonly AskedQuestion[]): Reading {
  const asked = questions.filter(({ kind }) => kind === undefined || kind === 'question')
  const around = questions.flatMap(({ repeat }) => (repeat ? [repeat] : []))
  return {
    questions: new Map(asked.map((question) => [question.path, question])),
    repeats: new Set([...around, ...questions.flatMap(({ kind, path }) => (kind === 'repeat' ? [path] : []))]),
  }
}

const isTemplate = ({ attributes }: Element) => attributes.some(({ namespace, name }) => namespace === 'http://openrosa.org/javarosa' && name === 'template')

export function answersOf(root: Element, { questions, repeats }: Reading): Understood {
  const top: AnswerRow = { repeat: '', turn: 0, parentTurn: 0, answers: {} }
  const rows = [top]
  const files: string[] = []
  const turns = new Map<string, number>()

  function walk(element: Element, path: string, row: AnswerRow, from: number): void {
    for (const child of elementsOf(element)) {
      const below = `${path}/${child.name}`
      const question = questions.get(below)
      if (repeats.has(below)) {
        if (isTemplate(child)) continue
        const turn = (turns.get(below) ?? 0) + 1
        turns.set(below, turn)
        const made = { repeat: below, turn, parentTurn: row.turn, answers: {} }
        rows.push(made)
        walk(child, below, made, below.length + 1)
      } else if (question && !child.children.some(isElement)) {
        const text = textOf(child)
        row.answers[below.slice(from)] = typedAnswer(question, text)
        if (question.answer === 'binary' && text.trim() !== '') files.push(text.trim())
      } else walk(child, below, row, from)
    }
  }
  const path = `/${root.name}`
  walk(root, path, top, path.length + 1)
  return { rows, files }
}
