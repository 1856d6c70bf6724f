/** Writing what a person has confirmed: all rows in one transaction, together with the line that says so. A process killed in the middle leaves all or nothing. */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { act, type Db, isRefused, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { getImport, type ImportRow, importerOf, oneImport } from './importRow.ts'
import { remember, sourceOf } from './memory.ts'
import { proposalOf } from './proposals.ts'
import { keepSpellings } from './spellings.ts'

export type Told = (done: number, of: number) => void

const progress = new Map<string, { done: number; of: number }>()
/** How far a writing inside a request is. */
export const progressInRequest = (id: string) => progress.get(id) ?? null

export async function carryOut(house: House, actor: Actor, id: string, onProgress?: Told): Promise<ImportRow | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const proposal = await proposalOf(house, actor, row)
  if (isRefused(proposal)) return proposal
  try {
    return await act(house.doors, actor, async (db) => {
      // The lock makes a second press wait, and then meet the new state.
      const current = await db.one<{ state: string }>(sql`select state from kernel.import where id = ${id} for update`)
      if (current?.state !== 'read') return refused(refuse('import.not-open', { state: current?.state ?? '' }))
      return writeAll(db, house, { row, proposal }, (done, of) => {
        progress.set(id, { done, of })
        onProgress?.(done, of)
      })
    })
  } finally {
    progress.delete(id)
  }
}

/** Inside the caller's transaction, which holds the import against everybody else. */
export async function writeAll(db: Db, house: House, { row, proposal }: { row: ImportRow; proposal: unknown }, told: Told): Promise<ImportRow | Refused> {
  const importer = importerOf(house, row.kind)!
  const summary = await importer.write(proposal, row.id, db, house, told)
  if (isRefused(summary)) return summary
  await db.run(sql`update kernel.import set state = 'imported', imported_at = now(), summary = ${JSON.stringify(summary)}::jsonb where id = ${row.id}`)
  await db.run(sql`delete from kernel.import_preview where import = ${row.id}`)
  await remember(db, importer, row.choices)
  await keepSpellings(db, house, row.id, sourceOf(row.choices), importer.spellings?.(proposal) ?? [])
  await audit(db, 'import.carry-out', 'kernel.import', row.id, summary)
  return (await oneImport(db, row.id))!
}
