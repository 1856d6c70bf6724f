/**
 * Spellings that files bring for the codes of a list. One that a person has settled is understood in the next file of the same source; one that nobody has
 * settled waits in the desk to be mapped or refused. Only the same word, whatever its letters, is ever the same; likeness is shown and decides nothing.
 */
import { sql } from 'kysely'
import { fold } from '../../engines/places/spelling.ts'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { act, type Db, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { isId } from '../record/record.ts'
import { refuse } from '../refusal.ts'
import { type CodeEntry, mapCodes } from './codes.ts'

/** As a file brought it. `code` is what a person answered for it in that file's preview. */
export type BroughtSpelling = { list: string; written: string; times: number; code: string | null }

export type Spelling = {
  id: string
  list: string
  source: string
  written: string
  suggestions: string[]
  state: 'waiting' | 'accepted' | 'refused'
  code: string | null
  times: number
  at: string
  by: string | null
}

/** What is understood in every file of this source: list, folded spelling, code. */
export const settledSpellings = (db: Db, source: string) =>
  db.rows<{ list: string; folded: string; code: string }>(sql`
    select list, folded, code from kernel.spelling where source = ${source} and state = 'accepted'`)

const codesOf = (house: House, list: string): CodeEntry[] =>
  (house.pack.codeLists.get(list)?.codes ?? []).map(({ code, label, aliases }) => ({ code, labels: label, aliases }))

/** A decision made before is never undone by a file; an answer given in its preview is one. */
export async function keepSpellings(db: Db, house: House, importId: string, source: string, brought: readonly BroughtSpelling[]): Promise<void> {
  const before = await db.rows<{ list: string; folded: string; state: string; code: string | null }>(
    sql`select list, folded, state, code from kernel.spelling where source = ${source}`,
  )
  for (const { list, written, times, code } of brought) {
    const known = before.find((one) => one.list === list && one.folded === fold(written))
    const codes = codesOf(house, list)
    const suggestions = mapCodes([written], codes).proposals.flatMap((proposal) => proposal.suggestions.map((one) => one.code))
    const state = code === null ? 'waiting' : 'accepted'
    const kept = await db.one<{ id: string }>(sql`
      insert into kernel.spelling as s (list, source, folded, written, suggestions, state, code, times, import, decided_by, decided_at)
      values (${list}, ${source}, ${fold(written)}, ${written.slice(0, 300)}, ${suggestions}::text[], ${state}, ${code}, ${times}, ${importId},
        ${code === null ? null : db.actor.userId}, case when ${code}::text is null then null else now() end)
      on conflict (list, source, folded) do update set times = s.times + excluded.times, import = excluded.import,
        state = case when excluded.code is null then s.state else 'accepted' end, code = coalesce(excluded.code, s.code),
        decided_by = coalesce(excluded.decided_by, s.decided_by), decided_at = coalesce(excluded.decided_at, s.decided_at)
      returning id`)
    if (known && (code === null || code === known.code)) continue
    await audit(db, code === null ? 'spelling.bring' : 'spelling.accept', 'kernel.spelling', kept!.id, { list, source, code })
  }
}

export const listSpellings = (house: House, actor: Actor): Promise<Spelling[]> =>
  read(house.doors, actor, (db) =>
    db.rows<Spelling>(sql`
      select s.id, s.list, s.source, s.written, s.suggestions, s.state, s.code, s.times, s.at, p.name as by from kernel.spelling s
      left join kernel.person p on p.id = s.decided_by order by (s.state = 'waiting') desc, s.at desc, s.written limit 500`),
  )

/** A code maps the spelling to it; none refuses it, so that it is not asked about again and stays as written. */
export async function decideSpelling(
  house: House,
  actor: Actor,
  id: string,
  code: string | null,
): Promise<{ state: Spelling['state']; code: string | null } | Refused> {
  if (!isId(id)) return refused(refuse('spelling.not-found'))
  return act(house.doors, actor, async (db) => {
    const spelling = await db.one<{ list: string; source: string }>(sql`select list, source from kernel.spelling where id = ${id} for update`)
    if (!spelling) return refused(refuse('spelling.not-found'))
    const known = codesOf(house, spelling.list)
    if (code !== null && !known.some((entry) => entry.code === code)) return refused(refuse('spelling.code-unknown', { code, list: spelling.list }))
    const state = code === null ? 'refused' : 'accepted'
    await db.run(sql`update kernel.spelling set state = ${state}, code = ${code}, decided_by = ${actor.userId}, decided_at = now() where id = ${id}`)
    await audit(db, code === null ? 'spelling.refuse' : 'spelling.accept', 'kernel.spelling', id, { ...spelling, code })
    return { state, code }
  })
}
