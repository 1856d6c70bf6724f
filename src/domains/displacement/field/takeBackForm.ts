/**
 * A form whose figures stand in a round is rejected, withdrawn, or turns out to speak of another place: its cells and ages go, and the line of the master list
 * gets back what it said before. Not once the figures have gone on to review: then a new edition of the round is the way.
 */
import { sql } from 'kysely'
import { audit, type Db, type Refused, refuse, refused, type TakenRecord } from '../../../kernel/index.ts'
import { checkRound } from '../checks.ts'
import { carryForward } from '../masterList.ts'
import { MasterListLine, type ReplacedOutcome } from '../presence.ts'
import type { RoundRow } from '../round.ts'
import { withoutOutcomeOf } from '../taking/replacedOutcome.ts'

type Told = {
  line: string
  place: string
  name: string
  replaced: ReplacedOutcome[] | null
  round: Pick<RoundRow, 'id' | 'operation' | 'assessmentType' | 'number' | 'state'>
}

/** The lines that the form gave an outcome, each in the latest edition of its round; a round that was withdrawn holds nothing to take back. */
const linesOf = (db: Db, records: readonly TakenRecord[]) =>
  db.rows<Told>(sql`
    select distinct on (l.id) l.id as line, l.place, p.name, l.replaced,
      json_build_object('id', r.id, 'operation', r.operation, 'assessmentType', r.assessment_type, 'number', r.number, 'state', r.state) as round
    from displacement.master_list_line told
    join displacement.round first on first.id = told.round
    join lateral (
      select r.* from displacement.round r
      where r.operation = first.operation and r.assessment_type = first.assessment_type and r.number = first.number and r.state not in ('draft', 'superseded', 'withdrawn')
      order by r.edition desc limit 1) r on true
    join displacement.master_list_line l on l.round = r.id and l.place = told.place join places.place p on p.id = l.place
    where told.id = any(${records.filter(({ record }) => record === MasterListLine.name).map(({ id }) => id)}::uuid[])`)

/** `except`: the line that the form still speaks of. */
export async function takeBackForm(db: Db, root: string, records: readonly TakenRecord[], except?: string): Promise<Refused | null> {
  const lines = (await linesOf(db, records)).filter(({ line }) => line !== except)
  for (const told of lines) {
    const { round, name } = told
    if (!['collecting', 'cleaning'].includes(round.state))
      return refused(refuse('round.figures-gone-on', { place: name, round: round.number, state: round.state }))
    const corrected = await db.one(sql`
      select 1 from displacement.correction k join displacement.presence_cell c on c.id = k.cell where c.round = ${round.id} and c.place = ${told.place} and c.import_id = ${root} limit 1`)
    if (corrected) return refused(refuse('round.figures-corrected-since', { place: name, round: round.number }))
    const gone = await db.run(sql`delete from displacement.presence_cell where round = ${round.id} and place = ${told.place} and import_id = ${root}`)
    await db.run(sql`delete from displacement.age_count where round = ${round.id} and place = ${told.place} and import_id = ${root}`)
    const carried = await giveLineBack(db, root, told)
    if (carried) return carried
    if (round.state === 'cleaning') await checkRound(db, round.id)
    await audit(db, 'round.form-taken-back', 'displacement.round', round.id, { submission: root, place: told.place, cells: gone })
  }
  return null
}

async function giveLineBack(db: Db, root: string, { line, place, replaced, round }: Told): Promise<Refused | null> {
  const back = withoutOutcomeOf(replaced, root)
  if (!back) return null
  const { outcome, reason, sourceRound, access } = back.before
  await db.run(
    sql`update displacement.master_list_line set replaced = ${back.left ? JSON.stringify(back.left) : null}::jsonb, version = version + 1 where id = ${line}`,
  )
  if (!back.last) return null
  await db.run(sql`
    update displacement.master_list_line set outcome = ${outcome}, reason = ${reason}, source_round = ${sourceRound},
      access = ${access === undefined ? sql`access` : access}
    where id = ${line}`)
  return outcome === 'carried_forward' && sourceRound !== null ? carryForward(db, round, { id: line, place }, sourceRound) : null
}
