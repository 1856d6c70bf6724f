/** The kept file read and understood; the last few answers are remembered, so that paging through a preview does not read the file again. */
import type { Actor } from '../access/actor.ts'
import { isRefused, type Refused, read, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { type ImportRow, importerOf } from './importRow.ts'
import { readTabular } from './readFile.ts'

const understood = new Map<string, unknown>()
const rememberAtMost = 4

export async function proposalOf(house: House, actor: Actor, row: ImportRow): Promise<unknown | Refused> {
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
