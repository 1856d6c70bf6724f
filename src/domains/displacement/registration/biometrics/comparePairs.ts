/**
 * One to few: only people whom names and dates already suggested to be one, pair by pair, and never anybody among all. What a finger says is one more line of the
 * pair's evidence (`fuse`); two people decide as before.
 */
import { sql } from 'kysely'
import { fuse } from '../../../../engines/biometrics/index.ts'
import type { Actor, Bilingual, Db, House, Refused } from '../../../../kernel/index.ts'
import { act, asTheHouse, audit, isRefused, read, refuse, refused, updateRow } from '../../../../kernel/index.ts'
import { DuplicatePair, type FieldEvidence } from '../duplicates.ts'
import { switchedOn } from './biometricSwitch.ts'
import { fingerEvidence } from './biometrics.ts'
import { type Answered, askProvider, hasProvider, noteOf, type OpenFinger, openFingers, together } from './matching.ts'

const pairsAtOnce = 500

type Waiting = { id: string; first: string; second: string }
export type ComparedPairs = { provider: string; pairs: number; same: number; unanswered: number; note: Bilingual | null }

/** Undecided, as the reader may see them, with a finger on both sides. */
async function waitingPairs(db: Db, exercise: string, person: string | null): Promise<Waiting[]> {
  const pairs = await db.rows<Waiting>(sql`
    select id, first, second from displacement.duplicate_pair
    where exercise = ${exercise} and decided_at is null and (${person}::text is null or ${person}::text in (first, second)) order by weight_bits desc, id`)
  const people = await asTheHouse(db, (within) =>
    within.rows<{ person: string }>(sql`select distinct person from biometrics.template where exercise = ${exercise}`),
  )
  const known = new Set(people.map((each) => each.person))
  return pairs.filter(({ first, second }) => known.has(first) && known.has(second)).slice(0, pairsAtOnce)
}

/** A finger is compared with the same finger: two different ones of one person say nothing. */
async function compare(house: House, one: readonly OpenFinger[], other: readonly OpenFinger[]): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const { finger, points } of one) {
    const same = other.find((each) => each.finger === finger)
    if (same) answers.push(await askProvider(house, points, [same.points]))
  }
  return answers
}

async function addEvidence(db: Db, house: House, { id }: Waiting, answers: readonly Answered[]): Promise<void> {
  const decision = together(answers)
  for (const answer of answers) await audit(db, 'biometrics.compare', DuplicatePair.name, id, { provider: house.matcher.provider, decision: answer.decision })
  if (decision === 'no-answer') return
  await asTheHouse(db, async (within) => {
    const pair = await within.one<{ weightBits: number; evidence: FieldEvidence[]; decidedAt: string | null }>(
      sql`select weight_bits, evidence, decided_at from displacement.duplicate_pair where id = ${id} for update`,
    )
    // Decided, or gone with one of its people, while the provider was asked.
    if (!pair || pair.decidedAt) return
    const others = pair.evidence.filter(({ comparison }) => comparison !== fingerEvidence)
    const before = pair.evidence.find(({ comparison }) => comparison === fingerEvidence)?.bits ?? 0
    const linkageBits = pair.weightBits - before
    const weightBits = fuse(
      linkageBits,
      answers.map(({ bits }) => bits),
    )
    const evidence = [...others, { comparison: fingerEvidence, level: decision, bits: weightBits - linkageBits, frequencyBits: 0 }]
    await updateRow(within, DuplicatePair, id, { weightBits, evidence })
  })
}

/** `person`: only the pairs with him. */
export async function comparePairs(house: House, actor: Actor, exercise: string, person: string | null): Promise<ComparedPairs | Refused> {
  const { provider } = house.matcher
  const pairs = await read(house.doors, actor, async (db) => {
    if (!(await db.one(sql`select 1 from displacement.registration_exercise where id = ${exercise}`))) return refused(refuse('access.not-found'))
    if (!(await switchedOn(db, exercise))) return refused(refuse('biometrics.off'))
    return hasProvider(house) ? waitingPairs(db, exercise, person) : null
  })
  if (isRefused(pairs)) return pairs
  const done = { provider, pairs: 0, same: 0, unanswered: 0, note: pairs ? null : noteOf(house, 'no-provider') }
  for (const pair of pairs ?? []) {
    const open = await read(house.doors, actor, (db) => openFingers(db, house, exercise, [pair.first, pair.second]))
    const answers = await compare(house, open.get(pair.first) ?? [], open.get(pair.second) ?? [])
    if (answers.length === 0) continue
    const written = await act(house.doors, actor, (db) => addEvidence(db, house, pair, answers))
    if (isRefused(written)) return written
    const decision = together(answers)
    done.pairs++
    if (decision === 'same') done.same++
    if (decision === 'no-answer') done.unanswered++
  }
  return done
}
