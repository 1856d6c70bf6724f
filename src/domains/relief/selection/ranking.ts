/**
 * The ranked list, made from what is stored and from nothing else: sure points, then the agreed tie-breaks, then a lottery over the digits that were read aloud, the
 * hash of the frozen list and the household's own code. Anybody with the same inputs makes the same list (relief specification, 3.3 and 4.8).
 */
import { type Criterion, rank, scoreOf } from '../../../engines/scoring/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import type { AgreedCriterion, CriteriaSetRow } from './criteria.ts'
import type { CandidateRow } from './households.ts'
import type { Outcome } from './line.ts'
import type { SelectionRunRow } from './run.ts'

export type RankedLine = {
  household: string
  rank: number
  outcome: Outcome
  /** Points that are sure, and those that would be possible if what is missing were answered. */
  least: number
  most: number
  byCriterion: { code: string; points: number }[]
  missing: string[]
  ties: readonly string[]
  key: string
  /** Not chosen, though its missing answers could change that: it is asked, not left out. */
  ask: boolean
}
export type RankedList = { lines: RankedLine[]; hash: string; chosen: number }

/** As the engine takes them. */
const criteriaOf = (criteria: readonly AgreedCriterion[]): Criterion[] =>
  criteria.map(({ code, points, kind, atMost }) => (kind === 'yes' ? { code, points, kind } : { code, points, kind, atMost: atMost ?? 1 }))

export type Inputs = {
  run: Pick<SelectionRunRow, 'cutKind' | 'cut' | 'reserves' | 'tiePolicy'>
  criteria: CriteriaSetRow['criteria']
  candidates: readonly Pick<CandidateRow, 'household' | 'answers' | 'ties'>[]
  seed: string
}

/** The digits are mixed with the list's hash: who knows the one cannot prepare the other. */
export const mixedSeed = (digits: string, candidatesHash: string): string => `${digits}|${candidatesHash}`

export async function rankedList({ run, criteria, candidates, seed }: Inputs): Promise<RankedList> {
  const known = criteriaOf(criteria)
  const scored = candidates.map((candidate) => ({ ...candidate, ...scoreOf(candidate.answers, { criteria: known, cut: run.cut }) }))
  const scoreBy = new Map(scored.map((each) => [each.household, each]))
  const quota = run.cutKind === 'quota' ? run.cut : scored.filter(({ least }) => least >= run.cut).length
  const ranked = await rank(
    scored.map(({ household, least, ties }) => ({ household, score: least, ties })),
    { seed, quota, policy: run.cutKind === 'quota' ? run.tiePolicy : 'strict_quota' },
  )
  const chosen = ranked.filter((each) => each.chosen).length
  const last = run.cutKind === 'threshold' ? run.cut : (ranked[chosen - 1]?.score ?? 0)
  const lines = ranked.map(({ household, place, key, ties, chosen: isChosen }): RankedLine => {
    const { least, most, byCriterion, missing } = scoreBy.get(household)!
    const outcome = isChosen ? 'selected' : place <= chosen + run.reserves ? 'reserve' : 'not_selected'
    return { household, rank: place, outcome, least, most, byCriterion, missing, ties, key, ask: !isChosen && missing.length > 0 && most >= last && chosen > 0 }
  })
  const hash = contentHash(lines.map(({ household, rank: at, outcome, least, most, key }) => ({ household, rank: at, outcome, least, most, key })))
  return { lines, hash, chosen }
}
