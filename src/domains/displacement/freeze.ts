/**
 * Freezing: the exact set that the Government is asked to endorse, under one fingerprint. Whoever changes a figure afterwards changes the fingerprint, and
 * the endorsement no longer fits.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../kernel/index.ts'
import type { RoundRow } from './round.ts'

const chunk = 5000

/** SHA-256 over the cells and the outcomes of the round, in the order of their place codes, one JSON line each. */
export async function hashOfRound(db: Db, round: string): Promise<string> {
  const hash = createHash('sha256').update(`capulana-frozen-round-1\n`)
  for (let offset = 0; ; offset += chunk) {
    const lines = await db.rows<{ line: string }>(sql`
      select json_build_array(p.country, p.pcode, l.outcome, l.reason, l.source_round)::text as line
      from displacement.master_list_line l join places.place p on p.id = l.place where l.round = ${round}
      order by p.country, p.pcode collate "C" limit ${chunk} offset ${offset}`)
    for (const { line } of lines) hash.update(`${line}\n`)
    if (lines.length < chunk) break
  }
  for (let offset = 0; ; offset += chunk) {
    const cells = await db.rows<{ line: string }>(sql`
      select json_build_array(p.country, p.pcode, c.population_group, c.reasons, c.origin_pcode, c.origin_name, c.arrival_period, c.setting,
        c.households, c.individuals, c.females, c.males, c.method)::text as line
      from displacement.presence_cell c join places.place p on p.id = c.place where c.round = ${round}
      order by p.country, p.pcode collate "C", 1 limit ${chunk} offset ${offset}`)
    for (const { line } of cells) hash.update(`${line}\n`)
    if (cells.length < chunk) return hash.digest('hex')
  }
}

export const freezeRound = async (db: Db, round: RoundRow): Promise<{ frozenHash: string }> => ({ frozenHash: await hashOfRound(db, round.id) })
