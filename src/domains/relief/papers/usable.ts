/** Whether a lot may leave: not past its last day, not put aside, and wood only while its treatment holds. What expires first is proposed first. */
import { pickLots } from '../../../engines/ledger/index.ts'
import { type Refusal, refuse } from '../../../kernel/index.ts'
import type { ItemRow } from '../things/item.ts'
import type { LotRow } from '../things/lot.ts'

export type NotUsable = 'expired' | 'untreated' | 'treatment-ended' | 'put-aside'
type Held = { item: Pick<ItemRow, 'treated'>; lot: Pick<LotRow, 'expiry' | 'treatedUntil'> | null; kind: string }

export function notUsable({ item, lot, kind }: Held, today: string): NotUsable | null {
  if (kind === 'quarantine') return 'put-aside'
  if (lot?.expiry && lot.expiry < today) return 'expired'
  if (!item.treated) return null
  if (!lot?.treatedUntil) return 'untreated'
  return lot.treatedUntil < today ? 'treatment-ended' : null
}

const words: Record<NotUsable, { why: string; whyPt: string }> = {
  expired: { why: 'its last day is past', whyPt: 'passou a validade' },
  untreated: { why: 'the wood was not treated', whyPt: 'a madeira não foi tratada' },
  'treatment-ended': { why: 'the treatment of the wood no longer holds', whyPt: 'o tratamento da madeira já não vale' },
  'put-aside': { why: 'it is put aside', whyPt: 'está posto de parte' },
}

export const lotNotUsable = (item: string, lot: string, reason: NotUsable): Refusal => refuse('relief.lot-not-usable', { item, lot, ...words[reason] })

/** What lies on one shelf, as picking sees it. */
export type OnShelf = { item: string; lot: string; shelf: string; quantity: number; usableUntil: string | null; enteredAt: string; notUsable: NotUsable | null }
export type PickedLine = { item: string; lot: string; shelf: string; quantity: number }

/** Lots in the order in which they expire, then in that in which they were entered; each from as few shelves as it lies on. */
export function proposePick(stock: readonly OnShelf[], item: string, quantity: number, today: string): { lines: PickedLine[]; short: number } {
  const usable = stock.filter((one) => one.item === item && one.notUsable === null)
  const lots = [...new Set(usable.map(({ lot }) => lot))].map((lot) => {
    const shelves = usable.filter((one) => one.lot === lot)
    const { usableUntil, enteredAt } = shelves[0]!
    return { lot, available: shelves.reduce((sum, one) => sum + one.quantity, 0), usableUntil, arrivedAt: enteredAt }
  })
  const { picked, short } = pickLots(lots, quantity, today)
  const lines = picked.flatMap(({ lot, quantity: wanted }) => {
    let missing = wanted
    return usable
      .filter((one) => one.lot === lot)
      .toSorted((a, b) => b.quantity - a.quantity)
      .flatMap(({ shelf, quantity: there }) => {
        const taken = Math.min(there, missing)
        missing -= taken
        return taken > 0 ? [{ item, lot, shelf, quantity: taken }] : []
      })
  })
  return { lines, short }
}

/** Lots of which more is taken than first-expired-first-out would, while another that ends before stays: each needs a reason. */
export function outOfTurn(stock: readonly OnShelf[], picked: readonly PickedLine[], today: string): { item: string; lot: string; proposed: string }[] {
  const items = [...new Set(picked.map(({ item }) => item))]
  const of = (list: readonly PickedLine[], lot: string) => list.filter((one) => one.lot === lot).reduce((sum, { quantity }) => sum + quantity, 0)
  return items.flatMap((item) => {
    const mine = picked.filter((one) => one.item === item)
    const wanted = mine.reduce((sum, { quantity }) => sum + quantity, 0)
    const { lines, short } = proposePick(stock, item, wanted, today)
    // More than there is: the ledger refuses it, and no order of lots would help.
    if (short > 0) return []
    const endOf = (lot: string) => stock.find((one) => one.item === item && one.lot === lot)?.usableUntil ?? '~'
    const left = [...new Set(lines.map(({ lot }) => lot))].filter((lot) => of(lines, lot) > of(mine, lot))
    const early = [...new Set(mine.map(({ lot }) => lot))].filter((lot) => of(mine, lot) > of(lines, lot))
    return early.flatMap((lot) => {
      const before = left.filter((other) => endOf(other) < endOf(lot))
      return before.length > 0 ? [{ item, lot, proposed: before.join(', ') }] : []
    })
  })
}
