/**
 * The weights that hold now, and the explicit steps that change them: what reviewers decided becomes a new version, shown beside the old one and tried on decided pairs
 * before it holds; an earlier version is taken up again as a new one, so that every pair still says by which weights it was found.
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { asJudgedNow, learned, startingWeights, type Weights } from '../../../registry/people/index.ts'
import { LinkageWeights } from './duplicates.ts'
import { type DecidedPair, levelsOf, type Trial, tryOnDecided } from './tryWeights.ts'

export async function weightsNow(db: Db): Promise<Weights> {
  const newest = await db.one<{ weights: Weights }>(sql`select weights from displacement.linkage_weights order by number desc limit 1`)
  return newest ? asJudgedNow(newest.weights) : startingWeights
}

async function weightsByVersion(db: Db): Promise<Map<number, Weights>> {
  const all = await db.rows<{ number: number; weights: Weights }>(sql`select number, weights from displacement.linkage_weights`)
  return new Map([[0, startingWeights], ...all.map(({ number, weights }) => [number, asJudgedNow(weights)] as const)])
}

/** With fewer, chance decides more than people. */
const fewest = 20

export type LevelBits = { comparison: string; level: string; before: number; after: number; met: number }
export type LearnedNow = { version: number; decisions: number; levels: LevelBits[]; trial: Trial | null }

const keep = (db: Db, row: { weights: Weights; decisions: number; reason: string; restores: number | null }) =>
  insertRow(db, LinkageWeights, { scope: 'MZ', number: row.weights.version, ...row })

/** `reason` null: what would change, and nothing is written. */
export async function learnFromDecisions(db: Db, { confirm, reason }: { confirm: boolean; reason: string | null }): Promise<LearnedNow | Refused> {
  const decided = await db.rows<DecidedPair>(
    sql`select state, evidence, model_version from displacement.duplicate_pair where state in ('same', 'different') order by decided_at, id`,
  )
  const same = decided.filter(({ state }) => state === 'same')
  if (same.length < fewest) return refused(refuse('registration.too-few-decisions', { n: same.length, needed: fewest }))
  if (confirm && !reason) return refused(refuse('registration.weights-reason'))
  const before = await weightsNow(db)
  const met = same.map(levelsOf)
  const after = learned(before, met, before.version + 1)
  if (confirm) {
    const made = await keep(db, { weights: after, decisions: same.length, reason: reason!, restores: null })
    await audit(db, 'registration.weights', LinkageWeights.name, made.id, { version: after.version, decisions: same.length })
  }
  const trial = tryOnDecided(decided, before, await weightsByVersion(db))
  return { version: after.version, decisions: same.length, levels: changedLevels(before, after, met), trial }
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

export type WeightVersion = { number: number; decisions: number; reason: string | null; restores: number | null; recordedAt: string | null; by: string | null }

/** Newest first; the first one holds. What the house began with stands at the end. */
export async function weightVersions(db: Db): Promise<{ versions: WeightVersion[]; decided: { same: number; different: number; unsure: number } }> {
  const kept = await db.rows<WeightVersion>(sql`
    select w.number, w.decisions, w.reason, w.restores, w.recorded_at, p.name as by
    from displacement.linkage_weights w left join kernel.person p on p.id = w.recorded_by order by w.number desc`)
  const counted = await db.rows<{ state: string; n: number }>(
    sql`select state, count(*)::int as n from displacement.duplicate_pair where decided_at is not null group by state`,
  )
  const count = (of: string) => counted.find(({ state }) => state === of)?.n ?? 0
  const starting: WeightVersion = { number: 0, decisions: 0, reason: null, restores: null, recordedAt: null, by: null }
  return { versions: [...kept, starting], decided: { same: count('same'), different: count('different'), unsure: count('unsure') } }
}

export async function restoreWeights(db: Db, number: number, reason: string): Promise<{ version: number } | Refused> {
  const earlier = (await weightsByVersion(db)).get(number)
  const now = await weightsNow(db)
  if (!earlier || number >= now.version) return refused(refuse('registration.weights-version', { number }))
  const weights = { ...earlier, version: now.version + 1 }
  const made = await keep(db, { weights, decisions: 0, reason, restores: number })
  await audit(db, 'registration.weights', LinkageWeights.name, made.id, { version: weights.version, restores: number })
  return { version: weights.version }
}
