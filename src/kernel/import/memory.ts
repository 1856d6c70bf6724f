/** What was learned about files of one source: the mapping of columns, and those answers that hold for any file of it. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import type { Choices, Importer } from './importer.ts'

export const sourceOf = ({ target }: Choices) => target?.organisation ?? target?.operation ?? ''

export async function remembered(db: Db, kind: string, choices: Choices): Promise<Choices> {
  const known = await db.one<{ columns: Choices }>(sql`select columns from kernel.mapping where kind = ${kind} and source = ${sourceOf(choices)}`)
  const columns = known?.columns.columns ?? {}
  return { ...choices, remembered: columns, columns: { ...columns, ...choices.columns }, answers: { ...known?.columns.answers, ...choices.answers } }
}

// biome-ignore lint/suspicious/noExplicitAny: importers of every domain are kept in one list
export async function remember(db: Db, { kind, remembers = [] }: Importer<any, any>, choices: Choices): Promise<void> {
  const lasting = Object.entries(choices.answers ?? {}).filter(([key]) => remembers.includes(key.split('/')[0]!))
  const kept = JSON.stringify({ columns: choices.columns ?? {}, answers: Object.fromEntries(lasting) })
  await db.run(sql`
    insert into kernel.mapping (kind, source, columns) values (${kind}, ${sourceOf(choices)}, ${kept}::jsonb)
    on conflict (kind, source) do update set columns = excluded.columns, at = now()`)
}
