/** How many households are present in each district: the newest published round that covers it, and how old that is. Read through the door of displacement alone. */
import type { Count } from '../../../engines/count.ts'
import type { House } from '../../../kernel/index.ts'
import { currentRounds } from '../../displacement/index.ts'
import { daysBetween } from '../requests/clock.ts'
import { stillHolds } from './gapOf.ts'

/** `slug`: where the round is published. */
export type PresentFrom = { households: Count; operation: string; round: number; asOf: string; ageDays: number; slug: string }
/** `counts`: what of the published figure may still be taken for today. */
type Present = { counts: Count; from: PresentFrom }

export async function presentNow(house: House, today: string): Promise<Map<string, Present>> {
  const limit = house.pack.thresholds.reliefPopulationDays
  const found = new Map<string, Present>()
  for (const { round: set, product } of await currentRounds(house)) {
    const { number: round, reportingDate: asOf } = set.round
    const from = { operation: set.operation.name, round, asOf, ageDays: daysBetween(asOf, today), slug: product.slug }
    // The newest round stands first.
    for (const { pcode, level, households } of set.areas)
      if (level === 2 && !found.has(pcode)) found.set(pcode, { counts: stillHolds(households, from.ageDays, limit), from: { ...from, households } })
  }
  return found
}
