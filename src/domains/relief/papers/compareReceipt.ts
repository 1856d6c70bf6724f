/** Sent against received, per item and lot: what is taken in, what came above it, and each difference that two people must explain. */
import type { DiscrepancyRow, ReceiptLine } from './waybill.ts'

type Quantity = { item: string; lot: string; quantity: number }
export type Difference = Pick<DiscrepancyRow, 'item' | 'lot' | 'kind' | 'sent' | 'received' | 'quantity'>

const keyOf = ({ item, lot }: { item: string; lot: string }) => `${item} ${lot}`

export function compareReceipt(
  sentLines: readonly Quantity[],
  receivedLines: readonly ReceiptLine[],
): { taken: Quantity[]; extra: Quantity[]; differences: Difference[] } {
  const sent = summed(sentLines.map(({ item, lot, quantity }) => ({ item, lot, received: quantity, damaged: 0 })))
  const came = summed(receivedLines)
  const lines = [...new Set([...sent.keys(), ...came.keys()])].map((key) => {
    const { item, lot } = (sent.get(key) ?? came.get(key))!
    const went = sent.get(key)?.received ?? 0
    const { received, damaged } = came.get(key) ?? { received: 0, damaged: 0 }
    // Damaged goods are those of the waybill first: what came above it is only then counted among them.
    const damagedOfSent = Math.min(damaged, went)
    const good = received - damaged
    const taken = Math.min(good, went - damagedOfSent)
    return { item, lot, sent: went, received, damagedOfSent, taken, extra: good - taken }
  })
  const differences = lines.flatMap(({ item, lot, sent: went, received, damagedOfSent }): Difference[] => {
    const about = { item, lot, sent: went, received }
    return [
      ...(received < went ? [{ ...about, kind: 'short' as const, quantity: went - received }] : []),
      ...(received > went ? [{ ...about, kind: went === 0 ? ('wrong_item' as const) : ('over' as const), quantity: received - went }] : []),
      ...(damagedOfSent > 0 ? [{ ...about, kind: 'damaged' as const, quantity: damagedOfSent }] : []),
    ]
  })
  const some = (of: 'taken' | 'extra') => lines.filter((line) => line[of] > 0).map(({ item, lot, [of]: quantity }) => ({ item, lot, quantity }))
  return { taken: some('taken'), extra: some('extra'), differences }
}

function summed(lines: readonly ReceiptLine[]): Map<string, ReceiptLine> {
  const sums = new Map<string, ReceiptLine>()
  for (const line of lines) {
    const known = sums.get(keyOf(line)) ?? { ...line, received: 0, damaged: 0 }
    sums.set(keyOf(line), { ...known, received: known.received + line.received, damaged: known.damaged + line.damaged })
  }
  return sums
}
