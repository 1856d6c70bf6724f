/** What can be said of answers by their declaration alone: a text where a number belongs, a choice that is not in the list; and what is missing, where no engine can tell. */
import type { FoundFinding } from '../engine/compareDocuments.ts'
import { keyOf, type Question } from '../questionTable.ts'
import type { AnswerRow } from '../review/currentAnswers.ts'

const readsAs: Record<string, (value: unknown) => boolean> = {
  int: (value) => typeof value === 'number',
  decimal: (value) => /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(String(value)),
  date: (value) => /^\d{4}-\d\d-\d\d/.test(String(value)) && !Number.isNaN(Date.parse(String(value).slice(0, 10))),
  dateTime: (value) => !Number.isNaN(Date.parse(String(value))),
  geopoint: (value) => typeof value === 'object',
  geotrace: (value) => typeof value === 'object',
  geoshape: (value) => typeof value === 'object',
}

function wrongChoice({ choices, type }: Question, value: unknown): string | null {
  if (!choices || !/^(select|rank)/.test(type)) return null
  const names = new Set(choices.map(({ name }) => name))
  const taken = Array.isArray(value) ? value.map(String) : [String(value)]
  return taken.find((name) => !names.has(name) && name !== 'other') ?? null
}

export function typedFindings(questions: readonly Question[], rows: readonly AnswerRow[], withRequired: boolean): FoundFinding[] {
  const found = new Map<string, FoundFinding>()
  const add = (finding: FoundFinding) => found.has(`${finding.code} ${finding.path}`) || found.set(`${finding.code} ${finding.path}`, finding)
  for (const question of questions) {
    if (question.kind !== 'question') continue
    const key = keyOf(question)
    for (const row of rows) {
      if (row.repeat !== (question.repeat ?? '')) continue
      const value = row.answers[key]
      const facts = { turns: [row.turn] }
      // Only what was asked and left empty: what is absent was not asked.
      if (value === null && question.required === true && withRequired) add({ path: question.path, code: 'forms.required', severity: 'error', facts })
      if (value === null || value === undefined) continue
      const reads = readsAs[question.answer]
      if (reads && !reads(value)) add({ path: question.path, code: 'forms.wrong-type', severity: 'error', facts: { ...facts, kind: question.type } })
      const choice = wrongChoice(question, value)
      if (choice !== null) add({ path: question.path, code: 'forms.unknown-choice', severity: 'warning', facts: { ...facts, choice: choice.slice(0, 100) } })
    }
  }
  return [...found.values()]
}
