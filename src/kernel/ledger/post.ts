/**
 * Writing into the stock ledger. A plan that asks for more than there is gets refused with the first moment at which it fails; a fact that already happened is never
 * thrown away: what is missing comes from the adjustment account as a discrepancy, which two people must explain. Losses above what one may write alone
 * wait for a second person. Source: relief specification, 3.2.
 */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { type Db, type Refused, refused } from '../db/transaction.ts'
import { asTheHouse } from '../forms/asTheHouse.ts'
import { insertRow } from '../record/store.ts'
import { refuse } from '../refusal.ts'
import { LedgerDiscrepancy, LedgerProposal } from './document.ts'
import { type Paper, writePaper } from './paper.ts'
import { type AskedMove, accountCodes, type Posting, wrongIn } from './posting.ts'
import { holdShelvesOf, type Shortfall, shortfalls, writeMoves } from './shelves.ts'

export type PostingRules = {
  /** `plan`: may still be refused. `fact`: happened, whatever the ledger says. */
  as: 'plan' | 'fact'
  /** Base units of loss, damage or count difference that one person may write alone; left out: nothing needs a second person. */
  aloneUpTo?: number
}

export type Posted = { document: string; year: number; number: number; discrepancies: string[] }
/** Written by nobody yet: a second person must sign. */
export type Proposed = { proposal: string }

const needsSecond = ({ kind, moves }: Posting, aloneUpTo: number) =>
  ['loss', 'damage', 'count'].includes(kind) && moves.reduce((sum, { quantity }) => sum + quantity, 0) > aloneUpTo

/** The deed must have asked before whether the person may do this: the ledger itself is written by the house. */
export async function post(db: Db, posting: Posting, { as, aloneUpTo = Number.POSITIVE_INFINITY }: PostingRules): Promise<Posted | Proposed | Refused> {
  return asTheHouse(db, async (house) => {
    const wrong = await wrongIn(house, posting)
    if (wrong.length > 0) return { refused: wrong }
    if (!needsSecond(posting, aloneUpTo)) return postNow(house, posting, as)
    const { id } = await insertRow(house, LedgerProposal, { scope: posting.scope, effectiveAt: posting.at, owner: posting.owner, posting, state: 'waiting' })
    await audit(house, 'ledger.propose', LedgerProposal.name, id, { kind: posting.kind })
    return { proposal: id }
  })
}

async function postNow(db: Db, posting: Posting, as: PostingRules['as'], secondBy: string | null = null): Promise<Posted | Refused> {
  await holdShelvesOf(db, posting.moves)
  const short = await shortfalls(db, posting.moves, posting.at)
  if (short.length > 0 && as === 'plan') return { refused: await belowZero(db, posting, short) }
  const paper = await writePaper(db, posting, { secondBy })
  const gap = short.length > 0 ? await writePaper(db, { ...posting, kind: 'discrepancy', words: undefined }) : null
  const found = gap ? await keepDiscrepancies(db, posting, { paper, gap, short }) : null
  await writeMoves(db, [...(found ? [{ ...posting, document: gap!.id, moves: found.moves }] : []), { ...posting, document: paper.id }])
  await audit(db, `ledger.${posting.kind}`, 'ledger.document', paper.id, { lines: posting.moves.length, discrepancies: short.length })
  return { document: paper.id, year: paper.year, number: paper.number, discrepancies: found?.ids ?? [] }
}

async function belowZero(db: Db, { moves }: Posting, short: readonly Shortfall[]) {
  const codes = await accountCodes(
    db,
    short.map(({ account }) => account),
  )
  return short.map(({ account, item, lot, at, before }) => {
    const asked = moves
      .filter((move) => move.from === account && move.item === item && (move.lot ?? '') === lot)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return refuse('ledger.below-zero', { account: codes.get(account)!.code, item, lot, asked, have: Math.max(0, before), at: at.slice(0, 10) })
  })
}

type Gap = { paper: Paper; gap: Paper; short: readonly Shortfall[] }

async function keepDiscrepancies(db: Db, { owner, scope }: Posting, { paper, gap, short }: Gap): Promise<{ ids: string[]; moves: AskedMove[] }> {
  const from = await adjustmentAccount(db, owner, scope)
  const moves = short.map(({ account, item, lot, at, deepest }) => ({ item, lot, from, to: account, quantity: -deepest, at }))
  const ids: string[] = []
  for (const { item, lot, to, quantity, at } of moves) {
    const kept = { owner, document: gap.id, causedBy: paper.id, account: to, item, lot, quantity, state: 'unexplained' as const }
    ids.push((await insertRow(db, LedgerDiscrepancy, { scope, effectiveAt: at, ...kept })).id)
  }
  return { ids, moves }
}

/** Where count differences and the unexplained come from and go to; each domain has one. */
export async function adjustmentAccount(db: Db, owner: string, scope: string): Promise<string> {
  const made = await db.one<{ id: string }>(sql`
    insert into ledger.account as a (scope, owner, code, kind, name) values (${scope}, ${owner}, 'adjustment', 'adjustment', '{"pt":"Acertos","en":"Adjustments"}')
    on conflict on constraint account_once_owner_code do update set code = a.code returning id`)
  return made!.id
}

/** Signs what waits; the one who wrote it down cannot. */
export async function sign(db: Db, proposal: string): Promise<Posted | Refused> {
  return asTheHouse(db, async (house) => {
    const row = await house.one<{ posting: Posting; recordedBy: string | null }>(sql`
      select posting, recorded_by from ledger.proposal where id = ${proposal} and state = 'waiting' for update`)
    if (!row) return refused(refuse('ledger.nothing-waits'))
    if (row.recordedBy === house.actor.userId) return refused(refuse('ledger.second-person'))
    const posted = await postNow(house, row.posting, 'fact', house.actor.userId)
    if ('refused' in posted) return posted
    await house.run(sql`update ledger.proposal set state = 'posted', document = ${posted.document}, version = version + 1 where id = ${proposal}`)
    return posted
  })
}
