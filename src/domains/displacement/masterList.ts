/**
 * The master list of a round: every place that should be counted, snapshotted when the round is planned, with an outcome for each before the round closes.
 * A place without an answer is a hole that would look like a return.
 */
import { sql } from 'kysely'
import { audit, type Db, insertRow, type Refused, refuse, refused } from '../../kernel/index.ts'
import { MasterListLine } from './presence.ts'
import type { OperationRow, RoundRow } from './round.ts'

export type OutcomeCounts = {
  expected: number
  assessed: number
  carriedForward: number
  notAssessed: number
  closed: number
  merged: number
  empty: number
  waiting: number
}

export const outcomeCounts = async (db: Db, round: string): Promise<OutcomeCounts> =>
  (await db.one<OutcomeCounts>(sql`
    select count(*) as expected, count(*) filter (where outcome = 'assessed') as assessed, count(*) filter (where outcome = 'carried_forward') as carried_forward,
      count(*) filter (where outcome = 'not_assessed') as not_assessed, count(*) filter (where outcome = 'closed') as closed,
      count(*) filter (where outcome = 'merged') as merged, count(*) filter (where outcome = 'empty') as empty, count(*) filter (where outcome is null) as waiting
    from displacement.master_list_line where round = ${round}`))!

/**
 * Places in scope of a new round: those on the list of the round before that still exist, else every current place of the unit counted. Later additions are
 * scope changes with a reason.
 */
export async function snapshotMasterList(db: Db, round: RoundRow, operation: OperationRow): Promise<number> {
  const already = await db.one<{ n: number }>(sql`select count(*) as n from displacement.master_list_line where round = ${round.id}`)
  if (already!.n > 0) return already!.n
  const fromBefore = await db.run(sql`
    insert into displacement.master_list_line (scope, round, place, team, access)
    select l.scope, ${round.id}, l.place, l.team, l.access
    from displacement.master_list_line l
    join places.place p on p.id = l.place
    where p.valid_to is null and l.outcome not in ('closed', 'merged') and l.round = (
      select id from displacement.round
      where operation = ${round.operation} and assessment_type = ${round.assessmentType} and number < ${round.number} and state <> 'withdrawn'
      order by number desc, edition desc limit 1)`)
  if (fromBefore > 0) return fromBefore
  return db.run(sql`
    insert into displacement.master_list_line (scope, round, place)
    select p.scope, ${round.id}, p.id from places.place p
    where p.kind = ${round.unitLevel} and p.valid_to is null and p.country = ${operation.countryIso3}`)
}

/** A place that nobody had on the list when the round was planned. */
export async function addToMasterList(db: Db, round: RoundRow, place: string, why: string): Promise<Refused | { id: string }> {
  if (!['planned', 'training', 'collecting', 'cleaning'].includes(round.state)) return refused(refuse('round.list-closed', { state: round.state }))
  if (why.trim() === '') return refused(refuse('round.addition-without-reason'))
  const found = await db.one<{ scope: string }>(sql`select scope from places.place where id = ${place}`)
  if (!found) return refused(refuse('access.not-found'))
  const line = await insertRow(db, MasterListLine, { scope: found.scope, round: round.id, place, addedLater: why })
  await audit(db, 'round.add-place', 'displacement.round', round.id, { place })
  return { id: line.id }
}

export type LineAnswer = { outcome: string; reason?: string | null; sourceRound?: number | null; note?: string | null; access?: string | null }

/** Gives a place its outcome. What was not assessed needs a reason; what is carried forward names the round that it comes from. */
export async function giveOutcome(db: Db, round: RoundRow, line: string, answer: LineAnswer): Promise<Refused | { id: string }> {
  if (!['collecting', 'cleaning'].includes(round.state)) return refused(refuse('round.list-closed', { state: round.state }))
  if (answer.outcome === 'not_assessed' && !answer.reason) return refused(refuse('round.outcome-without-reason'))
  if (answer.outcome === 'carried_forward' && (answer.sourceRound ?? null) === null) return refused(refuse('round.carried-without-source'))
  const changed = await db.one<{ id: string; place: string }>(sql`
    update displacement.master_list_line set outcome = ${answer.outcome}, reason = ${answer.reason ?? null}, source_round = ${answer.sourceRound ?? null},
      note = ${answer.note ?? null}, access = coalesce(${answer.access ?? null}, access), replaced = null, version = version + 1
    where id = ${line} and round = ${round.id} returning id, place`)
  if (!changed) return refused(refuse('access.not-found'))
  // Figures that an earlier answer carried over go with that answer, or they would stay in the total.
  await db.run(sql`
    delete from displacement.presence_cell where round = ${round.id} and place = ${changed.place} and import_id = ${line}`)
  if (answer.outcome === 'carried_forward') {
    const carried = await carryForward(db, round, changed, answer.sourceRound!)
    if (carried) return carried
  }
  await audit(db, 'round.outcome', 'displacement.master_list_line', line, { outcome: answer.outcome })
  return { id: changed.id }
}

/**
 * Takes the figures of an earlier round over, marked as carried, unless the place has figures of its own in this one. The line stands as what brought them in,
 * where an import would stand, so that they can be taken back with the answer.
 */
export async function carryForward(
  db: Db,
  round: Pick<RoundRow, 'id' | 'operation' | 'assessmentType' | 'number'>,
  { id: line, place }: { id: string; place: string },
  sourceRound: number,
): Promise<Refused | null> {
  const source = await db.one<{ id: string }>(sql`
    select id from displacement.round where operation = ${round.operation} and assessment_type = ${round.assessmentType} and number = ${sourceRound} and number < ${round.number}
      and state in ('published', 'superseded', 'endorsed') order by edition desc limit 1`)
  if (!source) return refused(refuse('round.source-not-found', { round: sourceRound }))
  await db.run(sql`
    insert into displacement.presence_cell (scope, import_id, round, place, population_group, reasons, origin_pcode, origin_name, arrival_period, setting, households, individuals, females, males, method)
    select scope, ${line}, ${round.id}, place, population_group, reasons, origin_pcode, origin_name, arrival_period, setting, households, individuals, females, males, 'carried'
    from displacement.presence_cell where round = ${source.id} and place = ${place}
    on conflict do nothing`)
  return null
}
