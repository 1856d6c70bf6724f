/** What each column means, in the manner of a DDI codebook: variables with their labels in every language, types, categories, and where each stands. */
import type { FormShape } from '../questionTable.ts'

const intervals: Record<string, string> = { int: 'discrete', decimal: 'contin', date: 'contin', dateTime: 'contin' }

export const dictionaryOf = ({ code, title, tables }: FormShape) => ({
  codeBook: { standard: 'DDI-Codebook 2.5 (JSON shape)', study: { id: code, title } },
  files: tables.map(({ name, repeat, around }) => ({
    id: name,
    repeat: repeat || null,
    inside: tables.find((table) => table.repeat === around)?.name ?? null,
    key: 'KEY',
  })),
  variables: tables.flatMap(({ name, questions }) =>
    questions.map((question) => ({
      name: question.key,
      file: name,
      path: question.path,
      labels: question.labels,
      type: question.type,
      answer: question.answer,
      interval: intervals[question.answer] ?? 'discrete',
      required: question.required ?? false,
      // Unknown is not zero: an empty cell was not answered; "does not know" is a category like the others.
      missing: 'empty cell: not asked or not answered',
      categories: (question.choices ?? []).map((choice) => ({ value: choice.name, labels: choice.labels })),
    })),
  ),
})
