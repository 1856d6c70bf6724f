/**
 * What households said, weighted to all of their kind: share, standard error with the correction for small populations, and an interval. Each kind stands alone; served
 * and not served are never added up. A figure is as sure as its answers are many, so the number of answers stands beside it (relief specification, 4.9).
 */
import { estimate, type Interval, surveyDesign, wilson } from '../../../engines/sampling/index.ts'
import type { FrameStratum, PdmKind, PdmQuestion } from './pdmRound.ts'

export type Answered = { kind: PdmKind; stratum: string; answers: Readonly<Record<string, boolean | null>> }
export type PdmResult = {
  kind: PdmKind
  question: string
  answered: number
  yes: number
  /** Null: nobody answered, or one household alone, of which no error is known. */
  share: number | null
  se: number | null
  interval: Interval | null
  /** Strata of which nobody answered: they are not in the share. */
  silent: string[]
}

function resultOf(question: string, kind: PdmKind, rows: readonly Answered[], strata: readonly FrameStratum[]): PdmResult {
  const told = rows.filter(({ answers }) => typeof answers[question] === 'boolean')
  const households = new Map(strata.map(({ stratum, households: N }) => [stratum, N]))
  const heard = new Map<string, number>()
  for (const { stratum } of told) heard.set(stratum, (heard.get(stratum) ?? 0) + 1)
  const silent = strata.map(({ stratum }) => stratum).filter((stratum) => !heard.has(stratum))
  const yes = told.filter(({ answers }) => answers[question]).length
  const base = { kind, question, answered: told.length, yes, silent }
  if (told.length < 2) return { ...base, share: null, se: null, interval: null }
  const design = surveyDesign({
    rows: told.length,
    stages: [{ strata: told.map(({ stratum }) => stratum), population: told.map(({ stratum }) => households.get(stratum)!) }],
    weights: told.map(({ stratum }) => households.get(stratum)! / heard.get(stratum)!),
    lonely: 'grand-mean',
  })
  const found = 'code' in design ? null : estimate(design, { said: told.map(({ answers }) => Number(answers[question])) }, { proportion: 'said', is: 1 })
  const [line] = found && !('code' in found) ? found : []
  if (!line) return { ...base, share: null, se: null, interval: null }
  // With one stratum everybody stands for as many: then it is the plain share, and its interval is Wilson's own.
  const interval = heard.size === 1 ? wilson(yes, told.length) : line.interval
  return { ...base, share: line.value, se: line.se, interval }
}

export const resultsOf = (questions: readonly Pick<PdmQuestion, 'code'>[], rows: readonly Answered[], strata: readonly FrameStratum[]): PdmResult[] =>
  [...new Set(strata.map(({ kind }) => kind))].flatMap((kind) => {
    const [mine, where] = [rows.filter((row) => row.kind === kind), strata.filter((each) => each.kind === kind)]
    return questions.map(({ code }) => resultOf(code, kind, mine, where))
  })
