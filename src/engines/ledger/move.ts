/**
 * Stock as an append-only ledger: every move takes whole base units of one item and lot out of one account and puts them into another, so that all accounts
 * together always sum to zero. A balance is never kept, it is the sum of moves up to two moments: when things happened, and what was known by then.
 * Source: relief specification, 2.2, 3.2 and 4.1; the same rule as double-entry bookkeeping.
 */

export type Move = {
  item: string
  /** Empty where the item has no lots. */
  lot: string
  from: string
  to: string
  /** Whole base units, at least one. */
  quantity: number
  /** ISO moments in UTC, compared as text. */
  effectiveAt: string
  recordedAt: string
}

/** The shelf that a move touches: one item and lot in one account. */
export type Shelf = { account: string; item: string; lot: string }

const onShelf = ({ account, item, lot }: Shelf, move: Move): number =>
  move.item !== item || move.lot !== lot ? 0 : (move.to === account ? move.quantity : 0) - (move.from === account ? move.quantity : 0)

/** Sum of what happened by `at`, as it was known by `knownAt`; both included. */
export function balance(moves: readonly Move[], shelf: Shelf, at = '~', knownAt = '~'): number {
  let sum = 0
  for (const move of moves) if (move.effectiveAt <= at && move.recordedAt <= knownAt) sum += onShelf(shelf, move)
  return sum
}

export type Shortfall = { at: string; have: number; deepest: number }

/** The first moment at which the shelf would hold less than nothing, what it would hold then, and the worst that follows; null: never. */
export function shortfall(moves: readonly Move[], shelf: Shelf): Shortfall | null {
  const changes = new Map<string, number>()
  for (const move of moves) {
    const change = onShelf(shelf, move)
    if (change !== 0) changes.set(move.effectiveAt, (changes.get(move.effectiveAt) ?? 0) + change)
  }
  let held = 0
  let found: Shortfall | undefined
  for (const [at, change] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    held += change
    if (held < 0) found = found ? { ...found, deepest: Math.min(found.deepest, held) } : { at, have: held, deepest: held }
  }
  return found ?? null
}

/** What a count adds or takes away: against the balance at the moment of counting, not when the sheet was made nor when it was saved. */
export const countDifference = (counted: number, moves: readonly Move[], shelf: Shelf, countedAt: string): number => counted - balance(moves, shelf, countedAt)
