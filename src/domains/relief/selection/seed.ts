/**
 * The draw: digits read aloud in front of everybody, after the list was frozen, signed by two witnesses. One seed for each run, so that nobody tries seeds until a name
 * appears (relief specification, 3.3).
 */
import { sql } from 'kysely'
import { audit, type Db, getRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { handled } from './register.ts'
import { SelectionRun, selectionStates, type witnessRoles } from './run.ts'

export type SeedGiven = { digits: string; witnesses: (typeof witnessRoles)[number][]; now: string }

export async function drawSeed(db: Db, id: string, { digits, witnesses, now }: SeedGiven): Promise<{ seed: string } | Refused> {
  await db.rows(sql`select 1 from relief.selection_run where id = ${id}::uuid for update`)
  const run = await getRow(db, SelectionRun, id)
  if (!run) return refused(refuse('access.not-found'))
  if (run.seed) return refused(refuse('selection.second-seed', { seed: run.seed }))
  if (selectionStates.indexOf(run.state) < selectionStates.indexOf('candidates_frozen')) return refused(refuse('selection.seed-before-freeze'))
  if (new Set(witnesses).size < 2) return refused(refuse('selection.two-witnesses'))
  const changes = { state: 'seed_drawn' as const, seed: digits, seedDrawnAt: now, witnesses, handledBy: handled(run, db.actor.userId) }
  const after = await updateRow(db, SelectionRun, id, changes)
  if (!after) return refused(refuse('access.not-allowed', { deed: 'draw', record: SelectionRun.name }))
  await audit(db, 'selection.draw', SelectionRun.name, id, { digits, witnesses })
  return { seed: digits }
}
