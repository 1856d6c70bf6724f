/** What was understood of a file, as people read it. */
import type { House } from '../house.ts'
import { groupFindings } from './findings.ts'
import type { Preview } from './importer.ts'
import type { Finding as ImportFinding } from './table.ts'

/** Findings by their cause, each with its sentence in both languages. */
export function inWords<Shown extends { preview: Preview | null }>({ catalogue }: House, shown: Shown) {
  if (!shown.preview) return shown
  const worded = (code: string, facts: ImportFinding['facts']) => catalogue.both({ code, facts })
  const { findings } = shown.preview
  const grouped = groupFindings(findings).map((group) => {
    // Facts that differ from row to row are those of the first: a sentence with holes would say nothing.
    const first = findings.find(
      ({ code, severity, sheet = null, column = null }) =>
        code === group.code && severity === group.severity && sheet === group.sheet && column === group.column,
    )
    return { ...group, sentence: worded(group.code, { ...first?.facts, ...group.facts }) }
  })
  const questions = shown.preview.questions.map((question) => {
    const asked = `question.${question.code}`
    return { ...question, sentence: worded(catalogue.has(asked) ? asked : question.code, question.facts) }
  })
  return { ...shown, preview: { ...shown.preview, findings: grouped, questions } }
}
