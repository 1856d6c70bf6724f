/** The kept file read and understood; the last few answers are remembered, so that paging through a preview does not read the file again. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../access/actor.ts'
import { isRefused, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { type ImportRow, importerOf } from './importRow.ts'
import { readTabular } from './readFile.ts'

const understood = new Map<string, unknown>()
const rememberAtMost = 4

/** Told while a file is being read, in bytes, and once before it is understood. */
type Heard = { reading(done: number, of: number): void; understanding(): Promise<unknown> }

/** What an understanding rests upon: the choices made for the file, what other imports have written or taken back since, the spellings that were settled. */
export async function groundsOf(house: House, actor: Actor, { id, choices }: ImportRow): Promise<string> {
  const stand = await read(house.doors, actor, (db) =>
    db.one(sql`
      select max(imported_at)::text as written, max(undone_at)::text as undone, (select max(decided_at)::text from kernel.spelling) as settled from kernel.import`),
  )
  return createHash('sha256')
    .update(JSON.stringify([id, choices, stand]))
    .digest('hex')
}

/** No transaction is open while the file is read and while it is understood: either may take longer than a connection may idle in one. */
export async function proposalOf(house: House, actor: Actor, row: ImportRow, heard?: Heard): Promise<unknown | Refused> {
  const importer = importerOf(house, row.kind)
  if (!importer) return refused(refuse('import.unknown-kind', { kind: row.kind }))
  const key = `${house.dataFolder} ${await groundsOf(house, actor, row)}`
  const known = understood.get(key)
  if (known && row.state !== 'imported') return known
  const file = await readTabular(
    { name: row.fileName, path: house.files.path(row.sha256) },
    { onProgress: heard && (({ bytes, of }) => heard.reading(bytes, of)) },
  )
  if ('code' in file) return refused(file)
  await heard?.understanding()
  const found = await read(house.doors, actor, (db) => importer.lookUp(row.choices, db, house))
  const proposal = importer.interpret(file, row.choices, found)
  if (isRefused(proposal)) return proposal
  understood.set(key, proposal)
  for (const oldest of [...understood.keys()].slice(0, -rememberAtMost)) understood.delete(oldest)
  return proposal
}
