/**
 * The life of one import: the file is kept, read and understood; nothing is written before a person confirms; then all rows or none; and the whole can be
 * undone in one step. The desk's wizard and the command line both come through here.
 */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { audit } from '../audit/audit.ts'
import { act, type Db, isRefused, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { isId } from '../record/record.ts'
import { refuse } from '../refusal.ts'
import type { Language } from '../text/bilingual.ts'
import { giveBack } from './giveBack.ts'
import type { Choices, Importer, Preview } from './importer.ts'
import { readTabular } from './readFile.ts'

export type ImportRow = {
  id: string
  kind: string
  fileName: string
  sha256: string
  choices: Choices
  summary: Record<string, unknown>
  state: 'read' | 'importing' | 'imported' | 'undone' | 'failed'
  at: string
  importedAt: string | null
  undoneAt: string | null
  by: string | null
}

const columns = sql.raw('i.id, i.kind, i.file_name, i.sha256, i.choices, i.summary, i.state, i.at, i.imported_at, i.undone_at, p.name as by')
const one = (db: Db, id: string) =>
  db.one<ImportRow>(sql`select ${columns} from kernel.import i left join kernel.person p on p.id = i.by_person where i.id = ${id}`)

export const listImports = (house: House, actor: Actor): Promise<ImportRow[]> =>
  read(house.doors, actor, (db) =>
    db.rows<ImportRow>(sql`select ${columns} from kernel.import i left join kernel.person p on p.id = i.by_person order by i.at desc limit 200`),
  )

export const getImport = async (house: House, actor: Actor, id: string): Promise<ImportRow | Refused> =>
  (isId(id) ? await read(house.doors, actor, (db) => one(db, id)) : null) ?? refused(refuse('import.not-found'))

// biome-ignore lint/suspicious/noExplicitAny: importers of every domain are kept in one list
const importerOf = (house: House, kind: string): Importer<any> | null =>
  house.domains.flatMap(({ importers }) => importers ?? []).find((known) => known.kind === kind) ?? null

/** The last proposals, so that paging through a preview does not read the file again. */
const understood = new Map<string, unknown>()
const rememberAtMost = 4

async function proposalOf(house: House, actor: Actor, row: ImportRow): Promise<unknown | Refused> {
  const importer = importerOf(house, row.kind)
  if (!importer) return refused(refuse('import.unknown-kind', { kind: row.kind }))
  const key = `${house.dataFolder} ${row.id} ${JSON.stringify(row.choices)}`
  const known = understood.get(key)
  if (known && row.state !== 'imported') return known
  const file = await readTabular({ name: row.fileName, path: house.files.path(row.sha256) })
  if ('code' in file) return refused(file)
  const proposal = await read(house.doors, actor, (db) => importer.interpret(file, row.choices, db, house))
  if (isRefused(proposal)) return proposal
  understood.set(key, proposal)
  for (const oldest of [...understood.keys()].slice(0, -rememberAtMost)) understood.delete(oldest)
  return proposal
}

/** What was learned about files of this source: the mapping of columns and those answers that hold for any file of it. */
const sourceOf = ({ target }: Choices) => target?.operation ?? ''

async function remembered(db: Db, kind: string, choices: Choices): Promise<Choices> {
  const known = await db.one<{ columns: Choices }>(sql`select columns from kernel.mapping where kind = ${kind} and source = ${sourceOf(choices)}`)
  return { ...choices, columns: { ...known?.columns.columns, ...choices.columns }, answers: { ...known?.columns.answers, ...choices.answers } }
}

// biome-ignore lint/suspicious/noExplicitAny: importers of every domain are kept in one list
async function remember(db: Db, { kind, remembers = [] }: Importer<any>, choices: Choices): Promise<void> {
  const lasting = Object.entries(choices.answers ?? {}).filter(([key]) => remembers.includes(key.split('/')[0]!))
  const kept = JSON.stringify({ columns: choices.columns ?? {}, answers: Object.fromEntries(lasting) })
  await db.run(sql`
    insert into kernel.mapping (kind, source, columns) values (${kind}, ${sourceOf(choices)}, ${kept}::jsonb)
    on conflict (kind, source) do update set columns = excluded.columns, at = now()`)
}

export type Taken = { import: ImportRow; earlier: { id: string; at: string; state: string } | null }

/** Keeps the file and opens an import for it. The same bytes again are told, not taken twice. */
export async function takeFile(
  house: House,
  actor: Actor,
  kind: string,
  file: { name: string; bytes: Uint8Array },
  choices: Choices = {},
): Promise<Taken | Refused> {
  if (!importerOf(house, kind)) return refused(refuse('import.unknown-kind', { kind }))
  if (file.bytes.byteLength === 0) return refused(refuse('import.empty-file', { name: file.name }))
  const stored = await house.files.put(file.bytes)
  return act(house.doors, actor, async (db) => {
    await db.run(sql`insert into kernel.file (sha256, bytes, kind) values (${stored.sha256}, ${stored.bytes}, 'import') on conflict do nothing`)
    const earlier = await db.one<{ id: string; at: string; state: string }>(sql`
      select id, at, state from kernel.import where sha256 = ${stored.sha256} and kind = ${kind} and state = 'imported' order by at desc limit 1`)
    const known = await remembered(db, kind, choices)
    const made = await db.one<{ id: string }>(sql`
      insert into kernel.import (kind, file_name, sha256, choices, state, by_person)
      values (${kind}, ${file.name.slice(0, 300)}, ${stored.sha256}, ${JSON.stringify(known)}::jsonb, 'read', ${actor.userId}) returning id`)
    await audit(db, 'import.take', 'kernel.import', made!.id, { sha256: stored.sha256, bytes: stored.bytes })
    return { import: (await one(db, made!.id))!, earlier }
  })
}

export async function previewImport(house: House, actor: Actor, id: string): Promise<{ import: ImportRow; preview: Preview } | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const proposal = await proposalOf(house, actor, row)
  if (isRefused(proposal)) return proposal
  return { import: row, preview: importerOf(house, row.kind)!.preview(proposal) }
}

/** What a person corrected or answered; the preview is made anew from it. */
export async function chooseForImport(house: House, actor: Actor, id: string, choices: Choices): Promise<ImportRow | Refused> {
  return act(house.doors, actor, async (db) => {
    const row = await one(db, id)
    if (!row) return refused(refuse('import.not-found'))
    if (row.state !== 'read') return refused(refuse('import.not-open', { state: row.state }))
    const merged = {
      columns: { ...row.choices.columns, ...choices.columns },
      answers: { ...row.choices.answers, ...choices.answers },
      target: { ...row.choices.target, ...choices.target },
    }
    await db.run(sql`update kernel.import set choices = ${JSON.stringify(merged)}::jsonb where id = ${id}`)
    return (await one(db, id))!
  })
}

/** The rows that were refused, in the file's own words, with a column that says what is wrong: to be corrected and sent again. */
export async function giveBackRows(house: House, actor: Actor, id: string, language: Language): Promise<Buffer | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const shown = await previewImport(house, actor, id)
  if (isRefused(shown)) return shown
  const file = await readTabular({ name: row.fileName, path: house.files.path(row.sha256) })
  if ('code' in file) return refused(file)
  const errors = shown.preview.findings.filter(({ severity, line }) => severity === 'error' && line !== undefined)
  const named = new Set(errors.map(({ sheet }) => sheet))
  const sheet = file.sheets.find(({ name }) => named.has(name)) ?? file.sheets[0]!
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), giveBack({ sheet, findings: errors, sentence: house.catalogue.sentence, language }, out)])
  return bytes
}

const progress = new Map<string, { done: number; of: number }>()
export const progressOf = (id: string) => progress.get(id) ?? null

/** All rows in one transaction, together with the line that says so: a process killed in the middle leaves all or nothing. */
export async function carryOut(house: House, actor: Actor, id: string, onProgress?: (done: number, of: number) => void): Promise<ImportRow | Refused> {
  const row = await getImport(house, actor, id)
  if (isRefused(row)) return row
  const proposal = await proposalOf(house, actor, row)
  if (isRefused(proposal)) return proposal
  try {
    return await act(house.doors, actor, async (db) => {
      // The lock makes a second press wait, and then meet the new state.
      const current = await db.one<{ state: string }>(sql`select state from kernel.import where id = ${id} for update`)
      if (current?.state !== 'read') return refused(refuse('import.not-open', { state: current?.state ?? '' }))
      const told = (done: number, of: number) => {
        progress.set(id, { done, of })
        onProgress?.(done, of)
      }
      const summary = await importerOf(house, row.kind)!.write(proposal, id, db, house, told)
      if (isRefused(summary)) return summary
      await db.run(sql`update kernel.import set state = 'imported', imported_at = now(), summary = ${JSON.stringify(summary)}::jsonb where id = ${id}`)
      await remember(db, importerOf(house, row.kind)!, row.choices)
      await audit(db, 'import.carry-out', 'kernel.import', id, summary)
      return (await one(db, id))!
    })
  } finally {
    progress.delete(id)
  }
}

const daysToUndo = 30

export async function undoImport(house: House, actor: Actor, id: string): Promise<{ removed: number } | Refused> {
  return act(house.doors, actor, async (db) => {
    const row = await db.one<ImportRow>(sql`select id, kind, state, imported_at from kernel.import where id = ${id} for update`)
    if (!row) return refused(refuse('import.not-found'))
    if (row.state !== 'imported') return refused(refuse('import.not-imported', { state: row.state }))
    if (Date.now() - Date.parse(row.importedAt!) > daysToUndo * 86_400_000) return refused(refuse('import.too-late-to-undo', { days: daysToUndo }))
    const taken = await importerOf(house, row.kind)!.undo(id, db)
    if (isRefused(taken)) return taken
    await db.run(sql`update kernel.import set state = 'undone', undone_at = now(), undone_by = ${actor.userId} where id = ${id}`)
    await audit(db, 'import.undo', 'kernel.import', id, taken)
    return taken
  })
}
