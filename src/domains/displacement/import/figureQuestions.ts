/**
 * Unlikely figures as decisions: keep as published, or correct with a reason. A correction is a row of its own in the cleaning log; the figure as it was
 * sent stays for ever.
 */
import type { Finding } from '../../../kernel/tables.ts'
import type { Decision, ProposedAssessment, ProposedCorrection, Question } from './proposal.ts'
import { answerFor } from './proposal.ts'

const proposals: Record<string, 'keep' | null> = {
  'import.individuals-below-households': null,
  'import.households-copied': 'keep',
  'import.household-size-unusual': 'keep',
}

/** Case numbers are lines, with the sheet where there are several. */
const caseOf = ({ sheet, line }: Pick<Finding, 'sheet' | 'line'>): string => (sheet ? `${sheet}:${line}` : String(line))

export function figureQuestions(findings: Finding[], decisions: Decision[]): Question[] {
  return Object.entries(proposals).flatMap(([code, proposed]) => {
    const open = findings.filter((finding) => finding.code === code && !answerFor(decisions, code, caseOf(finding)))
    const items = open.map((finding) => ({ id: caseOf(finding), facts: finding.facts, lines: [finding.line!], proposed, suggestions: suggestionsOf(finding) }))
    return items.length ? [{ code, options: ['keep', 'correct'], proposed, items, facts: { count: items.length } }] : []
  })
}

/** `households/individuals`, as a correction is written. */
function suggestionsOf({ code, facts }: Finding): string[] {
  if (code === 'import.households-copied') return [`${facts.besideHouseholds}/${facts.individuals}`]
  return facts.suggestedHouseholds === undefined ? [] : [`${facts.suggestedHouseholds}/${facts.suggestedIndividuals}`]
}

export function correctionsOf(findings: Finding[], assessments: ProposedAssessment[], decisions: Decision[]): ProposedCorrection[] {
  const decided = findings.flatMap((finding) => {
    if (!(finding.code in proposals)) return []
    const value = /^(\d+)\/(\d+)$/.exec(answerFor(decisions, finding.code, caseOf(finding))?.value ?? '')
    return value ? [{ finding, households: Number(value[1]), individuals: Number(value[2]) }] : []
  })
  return decided.flatMap(({ finding, households, individuals }) => {
    const assessment = assessments.find(({ line, sheet }) => line === finding.line && (sheet ?? undefined) === finding.sheet)
    if (!assessment) return []
    const corrected = { households, individuals }
    return (['households', 'individuals'] as const)
      .filter((field) => assessment[field] !== corrected[field])
      .map((field) => ({ assessmentKey: assessment.key, field, was: assessment[field], becomes: corrected[field], reason: finding.code }))
  })
}
