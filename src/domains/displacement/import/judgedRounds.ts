/** Rounds with their figures judged: a people column that copies the households becomes unknown, unlikely figures are named and put to a person. */
import { isKnown } from '../../../engines/count.ts'
import { type Finding, lineRanges } from '../../../kernel/tables.ts'
import { figureQuestions } from './figureQuestions.ts'
import type { Figures } from './figures.ts'
import { figureFindings, isColumnCopied } from './figures.ts'
import type { ImportContext, ProposedAssessment, ProposedRound, Question } from './proposal.ts'
import { answerFor } from './proposal.ts'
import type { RoundFrame } from './rounds.ts'
import { roundOf } from './rounds.ts'

export type ReadRound = { frame: RoundFrame; own: ProposedAssessment[] }
export type Judged = { rounds: ProposedRound[]; assessments: ProposedAssessment[]; findings: Finding[]; questions: Question[] }

export function judgeRounds(rounds: ReadRound[], { thresholds, savedDecisions }: ImportContext): Judged {
  const isCopied = ({ own }: ReadRound): boolean => isColumnCopied(own.map(asFigures), thresholds)
  const copied = rounds.filter(isCopied)
  const findings = [
    ...copied.map(copiedFinding),
    ...rounds.filter((round) => !copied.includes(round)).flatMap(({ own }) => own.flatMap((row) => figureFindings(asFigures(row), thresholds, []))),
  ]
  const answer = (round: ReadRound) => answerFor(savedDecisions, 'import.column-copied', String(round.frame.number))
  const trusted = rounds.map((round) => {
    if (!copied.includes(round) || answer(round)?.answer === 'keep') return round
    return { ...round, own: round.own.map((row): ProposedAssessment => ({ ...row, individuals: 'unknown' })) }
  })
  return {
    rounds: trusted.map(({ frame, own }, index) => roundOf(frame, own, rounds[index]!.own)),
    assessments: trusted.flatMap(({ own }) => own),
    findings,
    questions: [...copiedQuestions(copied.filter((round) => !answer(round))), ...figureQuestions(findings, savedDecisions)],
  }
}

const asFigures = ({ line, sheet, placeKey, writtenName, households, individuals }: ProposedAssessment): Figures => ({
  line,
  ...(sheet ? { sheet } : {}),
  place: placeKey,
  name: writtenName,
  households,
  individuals,
})

const copiedFinding = ({ own, frame }: ReadRound): Finding => ({
  code: 'import.column-copied',
  severity: 'error',
  line: own[0]!.line,
  ...(own[0]!.sheet ? { sheet: own[0]!.sheet } : {}),
  facts: { round: frame.number ?? '', rows: own.filter(({ individuals }) => isKnown(individuals)).length, lines: lineRanges(own.map(({ line }) => line)) },
})

function copiedQuestions(copied: ReadRound[]): Question[] {
  const items = copied.map(({ own, frame }) => ({
    id: String(frame.number),
    facts: { round: frame.number ?? '', rows: own.length },
    lines: own.map(({ line }) => line),
    proposed: 'unknown',
    suggestions: [],
  }))
  return items.length ? [{ code: 'import.column-copied', facts: { count: items.length }, options: ['unknown', 'keep'], proposed: 'unknown', items }] : []
}
