/** The weights that hold now, and the explicit step that changes them: what reviewers decided becomes a new version, shown beside the old one before it holds. */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { learned, startingWeights, type Weights } from '../../../registry/people/index.ts'
import { type FieldEvidence, LinkageWeights } from './duplicates.ts'

export async function weightsNow(db: Db): Promise<Weights> {
  const newest = await db.one<{ weights: Weights }>(sql`select weights from displacement.linkage_weights order by number desc limit 1`)
  return newest?.weights ?? startingWeights
}

/** With fewer, chance decides more than people. */
const fewest = 20

export type LevelBits = { comparison: string; level: string; before: number; after: number; met: number }
export type LearnedNow = { version: number; decisions: number; levels: LevelBits[] }

/** `confirm` false: what would change, and nothing is written. */
export async function learnFromDecisions(db: Db, confirm: boolean): Promise<LearnedNow | Refused> {
  const decided = await db.rows<{ evidence: FieldEvidence[] }>(
    sql`select evidence from displacement.duplicate_pair where state = 'same' order by decided_at, id`,
  )
  if (decided.length < fewest) return refused(refuse('registration.too-few-decisions', { n: decided.length, needed: fewest }))
  const before = await weightsNow(db)
  const same = decided.map(({ evidence }) => new Map(evidence.map(({ comparison, level }) => [comparison, level])))
  const after = learned(before, same, before.version + 1)
  if (confirm) {
    const made = await insertRow(db, LinkageWeights, { scope: 'MZ', number: after.version, weights: after, decisions: decided.length })
    await audit(db, 'registration.weights', LinkageWeights.name, made.id, { version: after.version, decisions: decided.length })
  }
  return { version: after.version, decisions: decided.length, levels: changedLevels(before, after, same) }
}

const bits = (m: number, u: number) => Math.log2(m / u)

function changedLevels(before: Weights, after: Weights, same: readonly ReadonlyMap<string, string>[]): LevelBits[] {
  return after.comparisons.flatMap(({ name, levels, m, u }, i) =>
    levels.flatMap((level, at) => {
      const met = same.filter((pair) => pair.get(name) === level).length
      return met === 0 ? [] : [{ comparison: name, level, before: bits(before.comparisons[i]!.m[at]!, u[at]!), after: bits(m[at]!, u[at]!), met }]
    }),
  )
}
