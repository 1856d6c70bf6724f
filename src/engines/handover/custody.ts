/** What one tablet holds: what was put into its custody, less what it handed over. Another tablet's goods are never counted, so that two of them without network cannot promise the same blanket. */
import { type FieldFact, type LotTaken, outOf } from './fact.ts'

export type Held = { item: string; lot: string; quantity: number }

/** In the order in which it was put in: what expires first was put in first. May fall below zero where more lay there than the ledger knew. */
export function custodyLeft(issued: readonly Held[], facts: readonly FieldFact[]): Held[] {
  const left = new Map<string, Held>()
  const add = ({ item, lot, quantity }: Held) => {
    const key = `${item} ${lot}`
    left.set(key, { item, lot, quantity: (left.get(key)?.quantity ?? 0) + quantity })
  }
  for (const held of issued) add(held)
  for (const fact of facts)
    for (const { lot, quantity } of fact.lots) if (fact.item) add({ item: fact.item, lot, quantity: -outOf({ kind: fact.kind, quantity }) })
  return [...left.values()]
}

export const leftOf = (left: readonly Held[], item: string): number =>
  left.filter((held) => held.item === item).reduce((sum, { quantity }) => sum + quantity, 0)

/** From which lots a quantity is taken. What the tablet does not hold is taken all the same, from the last lot: it lay there, and the office finds out why. */
export function takeLots(left: readonly Held[], item: string, quantity: number): { lots: LotTaken[]; short: number } {
  const lots: LotTaken[] = []
  let open = quantity
  const own = left.filter((held) => held.item === item)
  for (const { lot, quantity: here } of own) {
    const taken = Math.min(open, Math.max(0, here))
    if (taken > 0) lots.push({ lot, quantity: taken })
    open -= taken
  }
  if (open === 0) return { lots, short: 0 }
  const lot = own.at(-1)?.lot ?? ''
  const last = lots.find((taken) => taken.lot === lot)
  if (last) last.quantity += open
  else lots.push({ lot, quantity: open })
  return { lots, short: open }
}
