/** Messages are written: the source text, its translations, and what keeps both true. Every text stays as an edition of its own. */
import { sql } from 'kysely'
import { audit, type Db, getRow, type House, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { Message, type MessageRow, MessageText } from './message.ts'
import { textsNow } from './readMessages.ts'

export type MessageGiven = { key: string; topic: string; sourceLanguage: string; factSource: string; validUntil: string; text: string }

export async function newMessage(db: Db, house: House, { text, ...given }: MessageGiven, today: string): Promise<{ id: string } | Refused> {
  if (given.validUntil < today) return refused(refuse('message.ends-in-the-past', { day: given.validUntil }))
  if (await db.one(sql`select 1 from publications.message where key = ${given.key}`)) return refused(refuse('message.key-taken', { key: given.key }))
  const scope = house.pack.country.pcode
  const { id } = await insertRow(db, Message, { scope, ...given, sourceEdition: 1 })
  await insertRow(db, MessageText, { scope, message: id, language: given.sourceLanguage, edition: 1, text, saysEdition: 1 })
  await audit(db, 'message.create', Message.name, id, { language: given.sourceLanguage })
  return { id }
}

/** Locks the row: two translators who save at once come one after the other. */
export async function heldMessage(db: Db, id: string): Promise<MessageRow | null> {
  await db.rows(sql`select 1 from publications.message where id = ${id}::uuid for update`)
  return getRow(db, Message, id)
}

/** `edition`: the one of this language that the writer had before him, 0 for none; `source`: the edition of the source that he translated. */
export type TextGiven = { language: string; text: string; edition: number; source: number }

export async function writeText(db: Db, id: string, { language, text, edition, source }: TextGiven): Promise<{ edition: number } | Refused> {
  const message = await heldMessage(db, id)
  if (!message) return refused(refuse('access.not-found'))
  const before = (await textsNow(db, id)).find((each) => each.language === language)
  if ((before?.edition ?? 0) !== edition) return refused(refuse('record.changed-meanwhile', { yours: edition, current: before?.edition ?? 0 }))
  const isSource = language === message.sourceLanguage
  if (!isSource && source !== message.sourceEdition) return refused(refuse('message.source-changed', { yours: source, current: message.sourceEdition }))
  if (before?.text === text && (isSource || before.saysEdition === source)) return { edition }
  const next = edition + 1
  await insertRow(db, MessageText, { scope: message.scope, message: id, language, edition: next, text, saysEdition: isSource ? next : source })
  if (isSource) await updateRow(db, Message, id, { sourceEdition: next })
  await audit(db, 'message.write', Message.name, id, { language, edition: next })
  return { edition: next }
}

/** The source changed and the translation still says the same: whoever knows the language says so. */
export async function lookOver(db: Db, id: string, { language, source }: { language: string; source: number }, now: string): Promise<{ ok: true } | Refused> {
  const message = await heldMessage(db, id)
  if (!message) return refused(refuse('access.not-found'))
  if (source !== message.sourceEdition) return refused(refuse('message.source-changed', { yours: source, current: message.sourceEdition }))
  const changed = await db.run(sql`
    update publications.message_text set says_edition = ${source}, looked_over_by = ${db.actor.userId}, looked_over_at = ${now}, version = version + 1
    where message = ${id}::uuid and language = ${language} and edition = (
      select max(edition) from publications.message_text where message = ${id}::uuid and language = ${language})`)
  if (changed === 0) return refused(refuse('message.no-text', { language }))
  await audit(db, 'message.look-over', Message.name, id, { language, source })
  return { ok: true }
}

export async function translateBack(db: Db, id: string, { language, text }: { language: string; text: string }): Promise<{ ok: true } | Refused> {
  const written = (await textsNow(db, id)).find((each) => each.language === language)
  if (!written) return refused(refuse('message.no-text', { language }))
  if (written.mine) return refused(refuse('message.back-same-person'))
  await db.run(sql`
    update publications.message_text set back_translation = ${text}, back_translated_by = ${db.actor.userId}, version = version + 1
    where message = ${id}::uuid and language = ${language} and edition = ${written.edition}`)
  await audit(db, 'message.translate-back', Message.name, id, { language, edition: written.edition })
  return { ok: true }
}
