/**
 * Large imports: a person confirms and may leave; a job writes. The result is the same as inside the request, all or nothing. A job whose process died runs
 * again; one that is interrupted again and again, or refused, says why and leaves nothing written.
 */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { act, asOwner, isRefused, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { holdWork } from '../jobs/holdWork.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { carryOut, progressInRequest, writeAll } from './carryOut.ts'
import { getImport, type ImportRow, oneImport } from './importRow.ts'
import { type AskedBy, actorOfJob } from './jobActor.ts'
import { isLarge, previewImport } from './previews.ts'
import { proposalOf } from './proposals.ts'
import { tellerOf } from './teller.ts'

const mostAttempts = 3

/** Small imports are written at once; of a large one the answer says that it is being written. */
export async function confirmImport(house: House, actor: Actor, id: string): Promise<ImportRow | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const known = isLarge(house, row) ? null : await previewImport(house, actor, id)
  if (isRefused(known)) return known
  if (known && known.preview.rows <= house.settings.rowsInRequest) return carryOut(house, actor, id)
  const queued = await act(house.doors, actor, async (db) => {
    const current = await db.one<{ state: string }>(sql`select state from kernel.import where id = ${id} for update`)
    if (current?.state !== 'read') return refused(refuse('import.not-open', { state: current?.state ?? '' }))
    await db.run(sql`
      insert into kernel.import_job (import, by_person, by_name, roles, areas, of_rows)
      values (${id}, ${actor.userId}, ${actor.name}, ${actor.roles}::text[], ${actor.areas}::text[], coalesce(${known?.preview.inScope ?? null}::integer,
        (select (preview ->> 'inScope')::integer from kernel.import_preview where import = ${id}), 0))`)
    await db.run(sql`update kernel.import set state = 'importing' where id = ${id}`)
    await audit(db, 'import.queue', 'kernel.import', id, known ? { rows: known.preview.rows } : { bytes: row.bytes })
    return (await oneImport(db, id))!
  })
  if (!isRefused(queued)) await house.wakers.get('write-imports')?.()
  return queued
}

export type ImportProgress = { done: number; of: number; doing: 'waiting' | 'reading' | 'writing'; failure: Refusal[] | null }

export async function progressOf(house: House, actor: Actor, id: string): Promise<ImportProgress | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const job = await read(house.doors, actor, (db) =>
    db.one<ImportProgress>(sql`select done, of_rows as of, doing, failure from kernel.import_job where import = ${id}`),
  )
  const now = progressInRequest(id)
  return job ?? { ...(now ?? { done: 0, of: 0 }), doing: now ? 'writing' : 'waiting', failure: null }
}

/** After a failure the preview is open again: what was wrong can be put right and confirmed once more. */
export async function reopenImport(house: House, actor: Actor, id: string): Promise<ImportRow | Refused> {
  const known = await getImport(house, actor, id)
  if (isRefused(known)) return known
  return act(house.doors, actor, async (db) => {
    const current = await db.one<{ state: string }>(sql`select state from kernel.import where id = ${id} for update`)
    if (current?.state !== 'failed') return refused(refuse('import.not-failed', { state: current?.state ?? '' }))
    await db.run(sql`delete from kernel.import_job where import = ${id}`)
    await db.run(sql`update kernel.import set state = 'read' where id = ${id}`)
    await audit(db, 'import.reopen', 'kernel.import', id)
    return (await oneImport(db, id))!
  })
}

type Job = AskedBy & { attempts: number }

const waitingJob = (house: House, id: string) =>
  asOwner(house.doors).one<Job>(sql`
    select j.by_person, j.by_name, j.roles, j.areas, j.attempts from kernel.import_job j join kernel.import i on i.id = j.import
    where j.import = ${id} and i.state = 'importing'`)

/** One run of the job. `elsewhere` means that another process is at it. */
const writeQueued = (house: House, id: string) => holdWork(house, `write import ${id}`, () => writeHeld(house, id))

async function writeHeld(house: House, id: string): Promise<'written' | 'failed' | 'not-waiting'> {
  const job = await waitingJob(house, id)
  if (!job) return 'not-waiting'
  const actor = await actorOfJob(house, job)
  if (!actor) return fail(house, id, [refuse('import.person-without-right', { name: job.byName })])
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return fail(house, id, row.refused)
  const owner = asOwner(house.doors)
  const started = await owner.one<{ attempts: number }>(sql`
    update kernel.import_job set attempts = attempts + 1, doing = 'reading', done = 0 where import = ${id} returning attempts`)
  if (started!.attempts > mostAttempts) return fail(house, id, [refuse('import.interrupted', { attempts: mostAttempts })])
  const proposal = await proposalOf(house, actor, row)
  if (isRefused(proposal)) return fail(house, id, proposal.refused)
  const telling = tellerOf((done: number, of: number) =>
    owner.run(sql`update kernel.import_job set doing = 'writing', done = ${done}, of_rows = ${of} where import = ${id}`),
  )
  const answer = await act(house.doors, actor, async (db) => {
    const current = await db.one<{ state: string }>(sql`select state from kernel.import where id = ${id} for update`)
    if (current?.state !== 'importing') return 'not-waiting' as const
    const written = await writeAll(db, house, { row, proposal }, telling.told)
    return isRefused(written) ? written : ('written' as const)
  })
  await telling.last()
  return isRefused(answer) ? fail(house, id, answer.refused) : answer
}

async function fail(house: House, id: string, refusals: Refusal[]): Promise<'failed'> {
  const owner = asOwner(house.doors)
  await owner.run(sql`update kernel.import_job set failure = ${JSON.stringify(refusals)}::jsonb where import = ${id}`)
  await owner.run(sql`update kernel.import set state = 'failed' where id = ${id} and state = 'importing'`)
  await audit(owner, 'import.fail', 'kernel.import', id, { codes: refusals.map(({ code }) => code) })
  return 'failed'
}

export async function writeWaitingImports(house: House): Promise<void> {
  const waiting = await asOwner(house.doors).rows<{ id: string }>(sql`select id from kernel.import where state = 'importing' order by at`)
  for (const { id } of waiting) await writeQueued(house, id)
}

const betweenLooksMs = 500

/** For the command, which has nobody else to leave the writing to, unless a running program is at it already: then it waits for that. */
export async function confirmAndWait(house: House, actor: Actor, id: string): Promise<ImportRow | Refused> {
  const confirmed = await confirmImport(house, actor, id)
  if (isRefused(confirmed) || confirmed.state !== 'importing') return confirmed
  for (;;) {
    const run = await writeQueued(house, id)
    if (run === 'elsewhere') await new Promise((next) => setTimeout(next, betweenLooksMs))
    const row = await getImport(house, actor, id)
    if (isRefused(row) || row.state === 'imported') return row
    if (row.state !== 'importing') {
      const progress = await progressOf(house, actor, id)
      return isRefused(progress) ? progress : refused(...(progress.failure ?? [refuse('import.not-open', { state: row.state })]))
    }
  }
}
