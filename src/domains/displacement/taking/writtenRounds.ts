/** The rounds that a file speaks of, as they stand in the register afterwards: the same answer whether this import wrote them or an earlier one did. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { ProposedRound } from '../import/proposal.ts'
import type { Target } from './write.ts'

type Known = { id: string; country: string; operation: string; assessmentType: string; number: number }

export async function writtenRounds(db: Db, rounds: readonly ProposedRound[], target: Target) {
  const known = await db.rows<Known>(sql`
    select distinct on (o.country_iso3, o.name, r.assessment_type, r.number) r.id, o.country_iso3 as country, o.name as operation, r.assessment_type, r.number
    from displacement.round r join displacement.operation o on o.id = r.operation
    order by o.country_iso3, o.name, r.assessment_type, r.number, r.edition desc`)
  const keyOf = (round: Omit<Known, 'id'>) => JSON.stringify([round.country, round.operation, round.assessmentType, round.number])
  const ids = new Map(known.map((round) => [keyOf(round), round.id]))
  return rounds.flatMap(({ country, operation, assessmentType, number, from, to, places, households, individuals }) => {
    const id = ids.get(keyOf({ country, operation: operation ?? target.operation ?? '', assessmentType, number: number ?? 0 }))
    return id ? [{ id, number, assessmentType, operation: operation ?? target.operation, country, from, to, places, households, individuals }] : []
  })
}
