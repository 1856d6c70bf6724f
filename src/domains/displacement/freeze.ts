/**
 * Freezing: the exact set that the Government is asked to endorse, under one fingerprint. Whoever changes a figure afterwards changes the fingerprint, and
 * the endorsement no longer fits.
 */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'
import type { RoundRow } from './round.ts'

const chunk = 5000

/** Reads a sorted answer portion by portion: the database sorts once, and no more than one portion is held. */
async function* linesOf(db: Db, query: RawBuilder<unknown>): AsyncGenerator<string> {
  await db.run(sql`declare frozen_lines no scroll cursor for ${query}`)
  for (;;) {
    const lines = await db.rows<{ line: string }>(sql`fetch ${sql.raw(String(chunk))} from frozen_lines`)
    for (const { line } of lines) yield line
    if (lines.length < chunk) break
  }
  await db.run(sql`close frozen_lines`)
}

/** SHA-256 over the outcomes, the cells and the ages of the round, in the order of their place codes, one JSON line each. */
export async function hashOfRound(db: Db, round: string): Promise<string> {
  const hash = createHash('sha256').update(`capulana-frozen-round-1\n`)
  const outcomes = sql`
    select json_build_array(p.country, p.pcode, l.outcome, l.reason, l.source_round)::text as line
    from displacement.master_list_line l join places.place p on p.id = l.place where l.round = ${sql.lit(round)}
    order by p.country, p.pcode collate "C"`
  const cells = sql`
    select json_build_array(p.country, p.pcode, c.population_group, c.reasons, c.origin_pcode, c.origin_name, c.arrival_period, c.setting,
      c.households, c.individuals, c.females, c.males, c.method)::text as line
    from displacement.presence_cell c join places.place p on p.id = c.place where c.round = ${sql.lit(round)}
    order by p.country, p.pcode collate "C", 1`
  // A round without ages keeps the fingerprint that it had before ages were taken in.
  const ages = sql`
    select json_build_array(p.country, p.pcode, a.sex, a.age_band, a.individuals)::text as line
    from displacement.age_count a join places.place p on p.id = a.place where a.round = ${sql.lit(round)}
    order by p.country, p.pcode collate "C", 1`
  for (const query of [outcomes, cells, ages]) for await (const line of linesOf(db, query)) hash.update(`${line}\n`)
  return hash.digest('hex')
}

export const freezeRound = async (db: Db, round: RoundRow): Promise<{ frozenHash: string }> => ({ frozenHash: await hashOfRound(db, round.id) })
