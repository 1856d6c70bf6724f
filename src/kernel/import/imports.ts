/**
 * The life of one import: the file is kept, read and understood; nothing is written before a person confirms; then all rows or none; and the whole can be
 * undone in one step. The desk's wizard and the command line both come through here.
 */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { act, isRefused, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import type { Language } from '../text/bilingual.ts'
import { giveBack } from './giveBack.ts'
import type { Choices } from './importer.ts'
import { getImport, type ImportRow, importerOf, mayHandle, oneImport } from './importRow.ts'
import { remembered } from './memory.ts'
import { showPreview } from './previews.ts'
import { readTabular } from './readFile.ts'

export type Taken = { import: ImportRow; earlier: { id: string; at: string; state: string } | null }

/** Keeps the file and opens an import for it. The same bytes again are told, not taken twice. */
export async function takeFile(
  house: House,
  actor: Actor,
  kind: string,
  file: { name: string; bytes: Uint8Array },
  choices: Choices = {},
): Promise<Taken | Refused> {
  const importer = importerOf(house, kind)
  if (!importer) return refused(refuse('import.unknown-kind', { kind }))
  if (!mayHandle(house, actor, kind)) return refused(refuse('access.not-allowed', { deed: 'import', record: kind }))
  const owned = importer.ownedBy?.(actor)
  if (isRefused(owned)) return owned
  if (file.bytes.byteLength === 0) return refused(refuse('import.empty-file', { name: file.name }))
  const stored = await house.files.put(file.bytes)
  return act(house.doors, actor, async (db) => {
    await db.run(sql`insert into kernel.file (sha256, bytes, kind) values (${stored.sha256}, ${stored.bytes}, 'import') on conflict do nothing`)
    const earlier = await db.one<{ id: string; at: string; state: string }>(sql`
      select id, at, state from kernel.import where sha256 = ${stored.sha256} and kind = ${kind} and state = 'imported' order by at desc limit 1`)
    const known = await remembered(db, kind, owned ? { ...choices, target: { ...choices.target, ...owned } } : choices)
    const made = await db.one<{ id: string }>(sql`
      insert into kernel.import (kind, file_name, sha256, choices, state, by_person)
      values (${kind}, ${file.name.slice(0, 300)}, ${stored.sha256}, ${JSON.stringify(known)}::jsonb, 'read', ${actor.userId}) returning id`)
    await audit(db, 'import.take', 'kernel.import', made!.id, { sha256: stored.sha256, bytes: stored.bytes })
    return { import: (await oneImport(db, made!.id))!, earlier }
  })
}

/** What a person corrected or answered; the preview is made anew from it. */
export async function chooseForImport(house: House, actor: Actor, id: string, choices: Choices): Promise<ImportRow | Refused> {
  return act(house.doors, actor, async (db) => {
    const row = await oneImport(db, id)
    if (!row || !mayHandle(house, actor, row.kind)) return refused(refuse('import.not-found'))
    if (row.state !== 'read') return refused(refuse('import.not-open', { state: row.state }))
    const owned = importerOf(house, row.kind)?.ownedBy?.(actor)
    if (isRefused(owned)) return owned
    const merged = {
      ...row.choices,
      columns: { ...row.choices.columns, ...choices.columns },
      answers: { ...row.choices.answers, ...choices.answers },
      target: { ...row.choices.target, ...choices.target, ...owned },
    }
    await db.run(sql`update kernel.import set choices = ${JSON.stringify(merged)}::jsonb where id = ${id}`)
    return (await oneImport(db, id))!
  })
}

/** The rows that were refused, in the file's own words, with a column that says what is wrong: to be corrected and sent again. */
export async function giveBackRows(house: House, actor: Actor, id: string, language: Language): Promise<Buffer | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const shown = await showPreview(house, actor, id)
  if (isRefused(shown)) return shown
  if (!shown.preview) return refused(refuse('import.preview-not-ready'))
  const file = await readTabular({ name: row.fileName, path: house.files.path(row.sha256) })
  if ('code' in file) return refused(file)
  const errors = shown.preview.findings.filter(({ severity, line }) => severity === 'error' && line !== undefined)
  const named = new Set(errors.map(({ sheet }) => sheet))
  const sheet = file.sheets.find(({ name }) => named.has(name)) ?? file.sheets[0]!
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), giveBack({ sheet, findings: errors, sentence: house.catalogue.sentence, language }, out)])
  return bytes
}

const daysToUndo = 30

export async function undoImport(house: House, actor: Actor, id: string): Promise<{ removed: number } | Refused> {
  return act(house.doors, actor, async (db) => {
    const row = await db.one<ImportRow>(sql`select id, kind, state, imported_at from kernel.import where id = ${id} for update`)
    if (!row || !mayHandle(house, actor, row.kind)) return refused(refuse('import.not-found'))
    if (row.state !== 'imported') return refused(refuse('import.not-imported', { state: row.state }))
    if (Date.now() - Date.parse(row.importedAt!) > daysToUndo * 86_400_000) return refused(refuse('import.too-late-to-undo', { days: daysToUndo }))
    const taken = await importerOf(house, row.kind)!.undo(id, db)
    if (isRefused(taken)) return taken
    await db.run(sql`update kernel.import set state = 'undone', undone_at = now(), undone_by = ${actor.userId} where id = ${id}`)
    await audit(db, 'import.undo', 'kernel.import', id, taken)
    return taken
  })
}
