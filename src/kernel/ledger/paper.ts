/** One paper more in its series: numbered without a gap, because the number is taken and the paper written in one transaction. */
import { sql } from 'kysely'
import type { Db } from '../db/transaction.ts'
import { insertRow } from '../record/store.ts'
import { LedgerDocument } from './document.ts'
import type { Posting } from './posting.ts'

export type Paper = { id: string; number: number; year: number }

export async function writePaper(
  db: Db,
  { owner, kind, series, scope, at, words }: Omit<Posting, 'moves'>,
  further: { reverses?: string; secondBy?: string | null } = {},
): Promise<Paper> {
  const year = Number(at.slice(0, 4))
  const numbered = await db.one<{ last: number }>(sql`
    insert into kernel.paper_series as s (owner, series, kind, year, last) values (${owner}, ${series}, ${kind}, ${year}, 1)
    on conflict (owner, series, kind, year) do update set last = s.last + 1 returning last`)
  const number = numbered!.last
  const { id } = await insertRow(db, LedgerDocument, { scope, effectiveAt: at, owner, kind, series, year, number, words: words ?? null, ...further })
  return { id, number, year }
}
