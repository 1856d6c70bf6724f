/** One import as the database tells it, and who knows how to read its kind. */
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { type Db, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { isId } from '../record/record.ts'
import { refuse } from '../refusal.ts'
import type { Choices, Importer } from './importer.ts'

export type ImportRow = {
  id: string
  kind: string
  fileName: string
  sha256: string
  bytes: number
  choices: Choices
  summary: Record<string, unknown>
  state: 'read' | 'importing' | 'imported' | 'undone' | 'failed'
  at: string
  importedAt: string | null
  undoneAt: string | null
  by: string | null
}

const columns = sql.raw('i.id, i.kind, i.file_name, i.sha256, f.bytes, i.choices, i.summary, i.state, i.at, i.imported_at, i.undone_at, p.name as by')
const tables = sql.raw('kernel.import i join kernel.file f on f.sha256 = i.sha256 left join kernel.person p on p.id = i.by_person')
export const oneImport = (db: Db, id: string) => db.one<ImportRow>(sql`select ${columns} from ${tables} where i.id = ${id}`)

/** Whose work files of this kind are; a file shows rows that its kind's people alone may see. */
export const mayHandle = (house: House, { roles }: Actor, kind: string): boolean =>
  roles.some((role) => role === 'system' || (importerOf(house, kind)?.who ?? ['dataOfficer']).includes(role))

/** `kind`: of one kind alone. */
export async function listImports(house: House, actor: Actor, kind?: string): Promise<ImportRow[]> {
  const kinds = house.domains
    .flatMap(({ importers }) => importers ?? [])
    .map((importer) => importer.kind)
    .filter((known) => kind === undefined || known === kind)
  const shown = actor.roles.includes('admin') ? kinds : kinds.filter((known) => mayHandle(house, actor, known))
  return read(house.doors, actor, (db) =>
    db.rows<ImportRow>(sql`select ${columns} from ${tables} where i.kind = any (${shown}::text[]) order by i.at desc limit 200`),
  )
}

export async function getImport(house: House, actor: Actor, id: string): Promise<ImportRow | Refused> {
  const row = isId(id) ? await read(house.doors, actor, (db) => oneImport(db, id)) : null
  return row && mayHandle(house, actor, row.kind) ? row : refused(refuse('import.not-found'))
}

// biome-ignore lint/suspicious/noExplicitAny: importers of every domain are kept in one list
export const importerOf = (house: House, kind: string): Importer<any, any> | null =>
  house.domains.flatMap(({ importers }) => importers ?? []).find((known) => known.kind === kind) ?? null
