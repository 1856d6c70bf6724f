/**
 * What a new version of a form changes against the one in the field: added, removed, retyped, relabelled, choices taken away. A question that keeps its path
 * and changes its kind of answer would make one column of two kinds; it needs a new name. Everything else is the author's to decide, knowingly.
 */
import type { Question } from '../../../engines/xlsform/index.ts'

export type Drift = {
  against: string
  added: { path: string; type: string }[]
  removed: { path: string; type: string }[]
  retyped: { path: string; before: string; after: string }[]
  relabelled: { path: string; language: string; before: string; after: string }[]
  choicesRemoved: { path: string; choice: string; label: string; answers: number }[]
}

/** Answers that stand in one column side by side: a select and a text are both texts, several choices are a list. */
function family({ kind, type, answer }: Question): string {
  if (kind !== 'question') return kind
  if (type.startsWith('select_multiple') || type === 'rank') return 'several choices'
  return answer || 'string'
}

/** The path below the root, whose own name belongs to the file and not to the questions. */
export const belowRoot = (path: string): string => path.split('/').slice(2).join('/')

export function driftBetween(before: { name: string; questions: readonly Question[] }, after: readonly Question[]): Drift {
  const old = new Map(before.questions.map((question) => [belowRoot(question.path), question]))
  const now = new Map(after.map((question) => [belowRoot(question.path), question]))
  const drift: Drift = { against: before.name, added: [], removed: [], retyped: [], relabelled: [], choicesRemoved: [] }
  for (const [path, question] of now) if (!old.has(path)) drift.added.push({ path, type: question.type })
  for (const [path, earlier] of old) {
    const question = now.get(path)
    if (!question) {
      drift.removed.push({ path, type: earlier.type })
      continue
    }
    if (family(earlier) !== family(question) || moved(earlier, question)) drift.retyped.push({ path, before: earlier.type, after: question.type })
    drift.relabelled.push(...relabelled(path, earlier, question))
    drift.choicesRemoved.push(...choicesRemoved(path, earlier, question))
  }
  return drift
}

/** Into a repeat or out of it: one answer became many, or many one. */
const moved = (before: Question, after: Question) => belowRoot(before.repeat ?? '') !== belowRoot(after.repeat ?? '')

const relabelled = (path: string, before: Question, after: Question): Drift['relabelled'] =>
  Object.entries(after.labels).flatMap(([language, label]) => {
    const earlier = before.labels[language]
    return earlier !== undefined && earlier !== label ? [{ path, language, before: earlier, after: label }] : []
  })

function choicesRemoved(path: string, before: Question, after: Question): Drift['choicesRemoved'] {
  if (!before.choices || !after.choices) return []
  const left = new Set(after.choices.map(({ name }) => name))
  return before.choices.flatMap(({ name, labels }) => (left.has(name) ? [] : [{ path, choice: name, label: Object.values(labels)[0] ?? name, answers: 0 }]))
}
