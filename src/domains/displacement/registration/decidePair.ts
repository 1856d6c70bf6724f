/**
 * What people decide about a pair. Each answers without seeing another's answer; two who agree decide, a third is asked where they differ. "Same" makes a link that
 * leaves both registrations exactly as they are, so that undoing it restores them. Nobody's aid waits for it.
 */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { linkPeople, undoLink } from '../../../registry/people/index.ts'
import { DuplicatePair, PairAnswer } from './duplicates.ts'

export type Answer = RowOf<typeof PairAnswer>['answer']
type Pair = RowOf<typeof DuplicatePair>

/** Held, so that of two who answer at once the second meets the first's answer. */
async function heldPair(db: Db, id: string): Promise<Pair | Refused> {
  const seen = await db.one<Pair>(sql`select * from displacement.duplicate_pair where id = ${id}`)
  if (!seen) return refused(refuse('access.not-found'))
  return asTheHouse(db, async (within) => (await within.one<Pair>(sql`select * from displacement.duplicate_pair where id = ${id} for update`))!)
}

/** Null: somebody else must answer first. */
export function decisionFrom(answers: readonly Answer[]): Answer | null {
  const agreed = answers.find((answer, i) => answers.indexOf(answer) !== i)
  if (agreed) return agreed
  return answers.length >= 3 ? 'unsure' : null
}

export async function answerPair(db: Db, id: string, given: { answer: Answer; reason: string | null }): Promise<{ decided: boolean } | Refused> {
  const pair = await heldPair(db, id)
  if ('refused' in pair) return pair
  if (pair.decidedAt) return refused(refuse('registration.pair-decided'))
  return asTheHouse(db, async (within) => {
    const before = await within.rows<{ reviewer: string; answer: Answer }>(
      sql`select reviewer, answer from displacement.pair_answer where pair = ${id} order by recorded_at, id`,
    )
    if (before.some(({ reviewer }) => reviewer === db.actor.userId)) return refused(refuse('registration.pair-answered'))
    await insertRow(within, PairAnswer, { scope: pair.scope, importId: pair.exercise, pair: id, reviewer: db.actor.userId!, ...given })
    await audit(db, 'pair.answer', DuplicatePair.name, id)
    const decision = decisionFrom([...before.map(({ answer }) => answer), given.answer])
    if (decision) await decide(within, pair, decision)
    return { decided: decision !== null }
  })
}

async function decide(db: Db, pair: Pair, state: Answer): Promise<void> {
  const link = state === 'same' ? await linkPeople(db, pair) : null
  await updateRow(db, DuplicatePair, pair.id, { state, link, decidedAt: new Date().toISOString() })
  await audit(db, 'pair.decided', DuplicatePair.name, pair.id, { state })
}

/** Back to two registrations; the pair stays known as doubtful, so that nobody is asked the same again. */
export async function undoPair(db: Db, id: string, reason: string): Promise<{ state: 'unsure' } | Refused> {
  const pair = await heldPair(db, id)
  if ('refused' in pair) return pair
  if (pair.state !== 'same' || !pair.link) return refused(refuse('registration.pair-not-linked'))
  return asTheHouse(db, async (within) => {
    await undoLink(within, pair.link!, reason)
    await updateRow(within, DuplicatePair, id, { state: 'unsure', link: null })
    await audit(db, 'pair.undo', DuplicatePair.name, id)
    return { state: 'unsure' as const }
  })
}
