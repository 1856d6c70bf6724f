/** Which lots to take: what expires first goes first, what has expired never; lots without expiry follow in the order of their arrival (FEFO, then FIFO). */

export type LotOnHand = { lot: string; available: number /** Last usable day, ISO; null: does not expire. */; usableUntil: string | null; arrivedAt: string }
export type Picked = { lot: string; quantity: number }

/** `short`: what could not be found in usable lots; 0 when everything was. `today`: ISO day. */
export function pickLots(lots: readonly LotOnHand[], quantity: number, today: string): { picked: Picked[]; short: number } {
  const usable = lots
    .filter(({ available, usableUntil }) => available > 0 && (usableUntil === null || usableUntil >= today))
    .toSorted((a, b) => compare(a.usableUntil ?? '~', b.usableUntil ?? '~') || compare(a.arrivedAt, b.arrivedAt) || compare(a.lot, b.lot))
  const picked: Picked[] = []
  let missing = quantity
  for (const { lot, available } of usable) {
    if (missing === 0) break
    const taken = Math.min(available, missing)
    picked.push({ lot, quantity: taken })
    missing -= taken
  }
  return { picked, short: missing }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
