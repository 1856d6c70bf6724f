/** A run with everything that its list is made from, and the list made again from it: what verification, the bench and the next step all ask for. */
import { type Db, getRow } from '../../../kernel/index.ts'
import { CriteriaSet, type CriteriaSetRow } from './criteria.ts'
import type { CandidateRow } from './households.ts'
import { mixedSeed, type RankedList, rankedList } from './ranking.ts'
import { candidatesOf, hashOfCandidates } from './register.ts'
import type { SelectionRunRow } from './run.ts'

export type Stored = { set: CriteriaSetRow; candidates: CandidateRow[] }

export async function storedOf(db: Db, run: SelectionRunRow): Promise<Stored> {
  const [set, candidates] = [await getRow(db, CriteriaSet, run.criteriaSet), await candidatesOf(db, run.id)]
  if (!set) throw new Error(`selection ${run.id} without its criteria`)
  return { set, candidates }
}

/** Null before the seed was drawn: then there is no list. */
export async function rankAgain(run: SelectionRunRow, { set, candidates }: Stored): Promise<RankedList | null> {
  if (!run.seed || !run.candidatesHash) return null
  return rankedList({ run, criteria: set.criteria, candidates, seed: mixedSeed(run.seed, run.candidatesHash) })
}

export type Verified = { candidates: 'same' | 'differs'; ranked: 'same' | 'differs' | 'none'; candidatesHash: string; rankedHash: string | null }

/** Takes both hashes again from the stored rows. */
export async function verifySelection(db: Db, run: SelectionRunRow): Promise<Verified> {
  const stored = await storedOf(db, run)
  const candidatesHash = hashOfCandidates(run, stored.candidates)
  const again = await rankAgain(run, stored)
  return {
    candidates: candidatesHash === run.candidatesHash ? 'same' : 'differs',
    ranked: again && run.rankedHash ? (again.hash === run.rankedHash ? 'same' : 'differs') : 'none',
    candidatesHash,
    rankedHash: again?.hash ?? null,
  }
}
