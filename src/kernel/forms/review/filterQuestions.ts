/**
 * The questions by which a queue can be filtered, of every published version. Free text is asked only whether it was answered: what somebody would look for there
 * is a name, and a filter stands in an address that is passed on.
 */
import { kindOfAnswer } from '../answerFilter.ts'
import type { FormShape, FormTable } from '../questionTable.ts'

type AskedOf = 'choice' | 'choices' | 'number' | 'day' | 'instant' | 'presence'
export type FilterQuestion = {
  /** As a filter names it: without the root. */
  path: string
  name: string
  asks: AskedOf
  inRepeat: boolean
  labels: Record<string, string>
  choices: { name: string; labels: Record<string, string> }[]
}

function asksOf(question: FormTable['questions'][number]): AskedOf {
  const kind = kindOfAnswer(question)
  if (kind === 'number') return 'number'
  if (kind === 'instant') return 'instant'
  if (question.answer === 'date') return 'day'
  if (!question.choices?.length) return 'presence'
  return kind === 'set' ? 'choices' : 'choice'
}

export const filterQuestions = ({ tables }: FormShape): FilterQuestion[] =>
  tables.flatMap(({ repeat, questions }) =>
    questions.map((question) => ({
      path: question.path.split('/').slice(2).join('/'),
      name: question.name,
      asks: asksOf(question),
      inRepeat: repeat !== '',
      labels: question.labels,
      choices: question.choices ?? [],
    })),
  )
