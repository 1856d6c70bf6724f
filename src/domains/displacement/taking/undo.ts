/** Takes a whole import back: only rows that it wrote, only while nobody has built upon them, and then all of them. */
import { sql } from 'kysely'
import { type Db, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { checkRound } from '../checks.ts'
import type { ReplacedOutcome } from '../presence.ts'
import { withoutOutcomeOf } from './replacedOutcome.ts'

export async function undoImportOfRounds(importId: string, db: Db): Promise<{ removed: number } | Refused> {
  const beyond = await db.rows<{ number: number; state: string }>(sql`
    select distinct r.number, r.state from displacement.round r join displacement.assessment a on a.round = r.id
    where a.import_id = ${importId} and r.state not in ('draft', 'planned', 'training', 'collecting', 'cleaning')`)
  const corrected = await db.one<{ n: number }>(sql`
    select count(*) as n from displacement.correction k join displacement.presence_cell c on c.id = k.cell where c.import_id = ${importId}`)
  const refusals = [
    ...(beyond.length > 0 ? [refuse('import.undo-reviewed', { rounds: beyond.map(({ number }) => number) })] : []),
    ...(corrected!.n > 0 ? [refuse('import.undo-corrected', { n: corrected!.n })] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const rounds = await db.rows<{ id: string; own: boolean }>(sql`
    select distinct r.id, coalesce(r.import_id = ${importId}, false) as own from displacement.round r join displacement.assessment a on a.round = r.id where a.import_id = ${importId}`)
  let removed = 0
  await giveOutcomesBack(importId, db)
  await db.run(sql`delete from displacement.finding where round in (select id from displacement.round where import_id = ${importId})`)
  for (const table of [
    'displacement.presence_cell',
    'displacement.age_count',
    'displacement.assessment',
    'displacement.master_list_line',
    'displacement.round',
  ])
    removed += await db.run(sql`delete from ${sql.raw(table)} where import_id = ${importId}`)
  removed += await db.run(
    sql`delete from displacement.operation o where import_id = ${importId} and not exists (select 1 from displacement.round r where r.operation = o.id)`,
  )
  await db.run(sql`delete from places.alias where import_id = ${importId}`)
  // Places that another import has since counted in stay; the finest first, so that no child is left without its parent.
  for (let level = 5; level >= 0; level--)
    removed += await db.run(sql`
      delete from places.place p where p.import_id = ${importId} and p.level = ${level}
        and not exists (select 1 from displacement.master_list_line l where l.place = p.id) and not exists (select 1 from places.place child where child.parent = p.id)
        and not exists (select 1 from displacement.operation o where o.country_pcode = p.pcode)`)
  for (const { id, own } of rounds) if (!own) await checkRound(db, id)
  return { removed }
}

type Line = { id: string; replaced: ReplacedOutcome[] }

/** Lines that stood before get back what this import replaced. */
async function giveOutcomesBack(importId: string, db: Db): Promise<void> {
  const lines = await db.rows<Line>(sql`
    select id, replaced from displacement.master_list_line where replaced @> ${JSON.stringify([{ import: importId }])}::jsonb`)
  const changed = lines.flatMap(({ id, replaced }) => {
    const back = withoutOutcomeOf(replaced, importId)
    return back ? [{ id, last: back.last, ...back.before, left: back.left }] : []
  })
  await db.run(sql`
    update displacement.master_list_line l set version = l.version + 1, replaced = r."left",
      outcome = case when r.last then r.outcome else l.outcome end,
      reason = case when r.last then r.reason else l.reason end,
      source_round = case when r.last then r."sourceRound" else l.source_round end
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as r(id uuid, last boolean, outcome text, reason text, "sourceRound" int, "left" jsonb)
    where l.id = r.id`)
}
