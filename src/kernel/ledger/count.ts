/** A count of shelves: each line against the balance at the moment when it was counted, not when the sheet was made and not when it is saved. */
import { sql } from 'kysely'
import type { Db, Refused } from '../db/transaction.ts'
import { refused } from '../db/transaction.ts'
import { asTheHouse } from '../forms/asTheHouse.ts'
import { refuse } from '../refusal.ts'
import { adjustmentAccount, type Posted, type PostingRules, type Proposed, post } from './post.ts'
import type { AskedMove, Posting } from './posting.ts'
import { hold } from './shelves.ts'

/** `counted` in base units; `countedAt` ISO with offset. */
export type CountedLine = { item: string; lot?: string; counted: number; countedAt: string }
export type CountOrder = Pick<Posting, 'owner' | 'series' | 'scope' | 'words'> & {
  account: string
  lines: readonly CountedLine[]
  aloneUpTo?: PostingRules['aloneUpTo']
}

export async function count(db: Db, { account, lines, aloneUpTo, ...about }: CountOrder): Promise<Posted | Proposed | Refused> {
  if (lines.length === 0) return refused(refuse('ledger.nothing-counted'))
  for (const { item, counted, countedAt } of lines) {
    if (!Number.isSafeInteger(counted) || counted < 0) return refused(refuse('ledger.not-whole', { item, quantity: String(counted) }))
    if (Number.isNaN(Date.parse(countedAt))) return refused(refuse('ledger.no-moment'))
  }
  return asTheHouse(db, async (house) => {
    await hold(
      house,
      lines.map(({ item, lot = '' }) => ({ account, item, lot })),
    )
    const adjustment = await adjustmentAccount(house, about.owner, about.scope)
    const moves: AskedMove[] = []
    for (const { item, lot = '', counted, countedAt } of lines) {
      const difference = counted - (await balanceAt(house, { account, item, lot, at: countedAt }))
      const line = { item, lot, quantity: Math.abs(difference), at: countedAt }
      if (difference !== 0) moves.push(difference > 0 ? { ...line, from: adjustment, to: account } : { ...line, from: account, to: adjustment })
    }
    const at = lines
      .map(({ countedAt }) => countedAt)
      .toSorted((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1)!
    return post(house, { ...about, kind: 'count', at, moves }, { as: 'fact', ...(aloneUpTo === undefined ? {} : { aloneUpTo }) })
  })
}

async function balanceAt(db: Db, { account, item, lot, at }: { account: string; item: string; lot: string; at: string }): Promise<number> {
  const row = await db.one<{ held: number }>(sql`
    select coalesce(sum(quantity), 0)::double precision as held from (
      select quantity from ledger.move where to_account = ${account} and item = ${item} and lot = ${lot} and effective_at <= ${at}
      union all
      select -quantity from ledger.move where from_account = ${account} and item = ${item} and lot = ${lot} and effective_at <= ${at}
    ) side`)
  return row!.held
}
