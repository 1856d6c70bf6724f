/** Press texts are written, cleared by somebody else, and leave the public page on the day after their last; the page shows them with the newest press releases. */
import { sql } from 'kysely'
import { asOwner, audit, type Db, getRow, type House, insertRow, type Refused, refuse, refused, today, updateRow } from '../../../kernel/index.ts'
import { PressText, type PressTextRow } from './pressText.ts'

export type PressTextGiven = Pick<PressTextRow, 'kind' | 'title' | 'text' | 'validUntil'>
export type PressTextNow = PressTextRow & { mine: boolean; over: boolean }

/** `id` null: a new one. A changed text has to be cleared anew. */
export async function keepPressText(db: Db, house: House, given: PressTextGiven, id: string | null): Promise<{ id: string } | Refused> {
  if (given.validUntil < today()) return refused(refuse('press.over', { day: given.validUntil }))
  const values = { ...given, writtenBy: db.actor.userId, clearedBy: null, clearedAt: null }
  const kept = id ? await updateRow(db, PressText, id, values) : await insertRow(db, PressText, { scope: house.pack.country.iso2, ...values })
  if (!kept) return refused(refuse('access.not-found'))
  await audit(db, 'press.keep', PressText.name, kept.id)
  return { id: kept.id }
}

/** Refusals: `message.same-person`, `press.over`. */
export async function clearPressText(db: Db, id: string, now: string): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, PressText, id)
  if (!row) return refused(refuse('access.not-found'))
  if (row.writtenBy === db.actor.userId) return refused(refuse('message.same-person'))
  if (row.validUntil < today()) return refused(refuse('press.over', { day: row.validUntil }))
  await updateRow(db, PressText, id, { clearedBy: db.actor.userId, clearedAt: now })
  await audit(db, 'press.clear', PressText.name, id)
  return { ok: true }
}

export async function pressTextsNow(db: Db): Promise<PressTextNow[]> {
  const rows = await db.rows<PressTextRow>(sql`select * from publications.press_text order by kind, valid_until, id limit 200`)
  return rows.map((row) => ({ ...row, mine: row.writtenBy === db.actor.userId, over: row.validUntil < today() }))
}

export type PublicPressText = Pick<PressTextRow, 'id' | 'kind' | 'title' | 'text'>

export const publicPressTexts = ({ doors }: Pick<House, 'doors'>): Promise<PublicPressText[]> =>
  asOwner(doors).rows<PublicPressText>(sql`
    select id, kind, title, text from publications.press_text where cleared_at is not null and valid_until >= ${today()}::date
    order by array_position(array['mission', 'project', 'quote', 'contact'], kind), recorded_at, id limit 100`)
