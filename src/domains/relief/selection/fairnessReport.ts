/**
 * Who was chosen, group by group. A rate far below that of the most chosen group accuses nobody; it is a question that somebody answers in writing before the list is
 * approved (relief specification, 3.3).
 */
import { fairness, type GroupRate } from '../../../engines/scoring/index.ts'
import { type House, type Refusal, refuse } from '../../../kernel/index.ts'
import type { CandidateRow } from './households.ts'
import type { SelectionLineRow } from './line.ts'
import { fairnessFields } from './readList.ts'
import type { FairnessAnswer, SelectionRunRow } from './run.ts'

export type FieldRates = { field: (typeof fairnessFields)[number]; unknown: number; rates: (GroupRate & { answer: string | null })[] }

type Given = {
  candidates: readonly Pick<CandidateRow, 'household' | 'groups'>[]
  lines: readonly Pick<SelectionLineRow, 'household' | 'outcome'>[]
  answers: readonly FairnessAnswer[]
}

export function fairnessReport({ candidates, lines, answers }: Given, thresholds: House['pack']['thresholds']): FieldRates[] {
  const chosen = new Set(lines.filter(({ outcome }) => outcome === 'selected').map(({ household }) => household))
  return fairnessFields.flatMap((field) => {
    const known = candidates.flatMap(({ household, groups }) => (groups[field] ? [{ group: groups[field], chosen: chosen.has(household) }] : []))
    if (known.length === 0) return []
    const rates = fairness(known, { limit: thresholds.fairnessRatio, atLeast: thresholds.fairnessHouseholds })
    const answerTo = (group: string) => answers.find((each) => each.field === field && each.group === group)?.answer ?? null
    return [{ field, unknown: candidates.length - known.length, rates: rates.map((rate) => ({ ...rate, answer: answerTo(rate.group) })) }]
  })
}

export const unanswered = (report: readonly FieldRates[]): Refusal[] => {
  const groups = report.flatMap(({ field, rates }) => rates.filter(({ ask, answer }) => ask && answer === null).map(({ group }) => `${field} = ${group}`))
  return groups.length > 0 ? [refuse('selection.fairness-unanswered', { n: groups.length, groups })] : []
}

export const withAnswer = ({ fairnessAnswers }: SelectionRunRow, given: FairnessAnswer): FairnessAnswer[] => [
  ...fairnessAnswers.filter(({ field, group }) => field !== given.field || group !== given.group),
  given,
]
