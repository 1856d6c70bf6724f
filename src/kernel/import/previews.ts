/**
 * What a file would write, as the wizard shows it. A small file is read and understood in the request; a large one by a job, whose progress and result are
 * found again at the import's address. A result holds until something that it rests upon changes; then it is made anew.
 */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { act, asOwner, isRefused, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { holdWork } from '../jobs/holdWork.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Preview } from './importer.ts'
import { getImport, type ImportRow, importerOf } from './importRow.ts'
import { type AskedBy, actorOfJob } from './jobActor.ts'
import { limits } from './limits.ts'
import { groundsOf, proposalOf } from './proposals.ts'
import { tellerOf } from './teller.ts'

type Preparing = { doing: 'waiting' | 'reading' | 'understanding'; done: number; of: number }
type Kept = { doing: Preparing['doing'] | 'made' | 'failed'; done: number; of: number; preview: Preview | null; failure: Refusal[] | null }
/** Either the preview, or how far it is. */
export type Shown = { import: ImportRow } & ({ preview: Preview; preparing: null } | { preview: null; preparing: Preparing })

const mostAttempts = 3

export const isLarge = (house: House, { bytes, fileName }: ImportRow) =>
  bytes * (/\.xlsx$/i.test(fileName) ? limits.workbookUnpacks : 1) > house.settings.bytesInRequest

/** Read and understood at once, whatever its size: for the command, which has nobody else to leave it to. */
export async function previewImport(house: House, actor: Actor, id: string): Promise<{ import: ImportRow; preview: Preview } | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const proposal = await proposalOf(house, actor, row)
  if (isRefused(proposal)) return proposal
  return { import: row, preview: importerOf(house, row.kind)!.preview(proposal) }
}

/** Whoever looks at a large file first, or after a change, starts the job; whoever comes later meets it where it is. */
export async function showPreview(house: House, actor: Actor, id: string): Promise<Shown | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  if (!isLarge(house, row)) {
    const shown = await previewImport(house, actor, id)
    return isRefused(shown) ? shown : { ...shown, preparing: null }
  }
  const grounds = await groundsOf(house, actor, row)
  const kept = await act(house.doors, actor, async (db) => {
    const asked = await db.run(sql`
      insert into kernel.import_preview as p (import, grounds, by_person, by_name, roles, areas)
      values (${id}, ${grounds}, ${actor.userId}, ${actor.name}, ${actor.roles}::text[], ${actor.areas}::text[])
      on conflict (import) do update set grounds = excluded.grounds, by_person = excluded.by_person, by_name = excluded.by_name, roles = excluded.roles,
        areas = excluded.areas, asked_at = now(), attempts = 0, doing = 'waiting', done = 0, preview = null, failure = null
        where p.grounds <> excluded.grounds`)
    const now = await db.one<Kept>(sql`select doing, done, of_bytes as of, preview, failure from kernel.import_preview where import = ${id}`)
    return { ...now!, asked }
  })
  if (isRefused(kept)) return kept
  if (kept.asked > 0) await house.wakers.get('preview-imports')?.()
  if (kept.doing === 'failed') return refused(...kept.failure!)
  if (kept.doing === 'made') return { import: row, preview: kept.preview!, preparing: null }
  return { import: row, preview: null, preparing: { doing: kept.doing, done: kept.done, of: kept.of } }
}

/** After a failure: the same file is looked at once more. */
export async function previewAgain(house: House, actor: Actor, id: string): Promise<Shown | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const cleared = await act(house.doors, actor, (db) => db.run(sql`delete from kernel.import_preview where import = ${id} and doing = 'failed'`))
  return isRefused(cleared) ? cleared : showPreview(house, actor, id)
}

type Job = AskedBy & { attempts: number }

async function makePreview(house: House, id: string): Promise<unknown> {
  const owner = asOwner(house.doors)
  const job = await owner.one<Job>(sql`
    update kernel.import_preview set attempts = attempts + 1, doing = 'reading', done = 0
    where import = ${id} and doing in ('waiting', 'reading', 'understanding') returning by_person, by_name, roles, areas, attempts`)
  if (!job) return
  const actor = await actorOfJob(house, job)
  // The next who looks asks in his own name.
  if (!actor) return owner.run(sql`delete from kernel.import_preview where import = ${id}`)
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return
  const grounds = await groundsOf(house, actor, row)
  await owner.run(sql`update kernel.import_preview set grounds = ${grounds} where import = ${id}`)
  // Who chose otherwise meanwhile has asked for another one: neither progress nor result of this one is his.
  const still = sql`import = ${id} and grounds = ${grounds}`
  const fail = (refusals: Refusal[]) =>
    owner.run(sql`update kernel.import_preview set doing = 'failed', failure = ${JSON.stringify(refusals)}::jsonb where ${still}`)
  if (job.attempts > mostAttempts) return fail([refuse('import.preview-interrupted', { attempts: mostAttempts })])
  const reading = tellerOf((done: number, of: number) => owner.run(sql`update kernel.import_preview set done = ${done}, of_bytes = ${of} where ${still}`))
  const proposal = await proposalOf(house, actor, row, {
    reading: reading.told,
    understanding: async () => {
      await reading.last()
      await owner.run(sql`update kernel.import_preview set doing = 'understanding' where ${still}`)
    },
  })
  await reading.last()
  if (isRefused(proposal)) return fail(proposal.refused)
  const preview = JSON.stringify(importerOf(house, row.kind)!.preview(proposal))
  return owner.run(sql`update kernel.import_preview set doing = 'made', preview = ${preview}::jsonb where ${still}`)
}

export async function makeWaitingPreviews(house: House): Promise<void> {
  const waiting = await asOwner(house.doors).rows<{ id: string }>(
    sql`select import as id from kernel.import_preview where doing in ('waiting', 'reading', 'understanding') order by asked_at`,
  )
  for (const { id } of waiting) await holdWork(house, `preview import ${id}`, () => makePreview(house, id))
}
