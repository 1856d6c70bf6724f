/** How many households are present in each district: the newest published round that covers it, and how old that is. Read through the door of displacement alone. */
import type { Count } from '../../../engines/count.ts'
import type { House } from '../../../kernel/index.ts'
import { currentRounds } from '../../displacement/index.ts'
import { daysBetween } from '../requests/clock.ts'
import { stillHolds } from './gapOf.ts'

/** `households`: as published; `counts`: what of it may still be taken for today. */
export type Present = { district: string; name: string; households: Count; counts: Count; operation: string; round: number; asOf: string; ageDays: number }

export async function presentNow(house: House, today: string): Promise<Map<string, Present>> {
  const limit = house.pack.thresholds.reliefPopulationDays
  const found = new Map<string, Present>()
  for (const { round: set } of await currentRounds(house)) {
    const { number: round, reportingDate: asOf } = set.round
    const ageDays = daysBetween(asOf, today)
    for (const { pcode, name, level, households } of set.areas) {
      // The newest stands first.
      if (level !== 2 || found.has(pcode)) continue
      found.set(pcode, {
        district: pcode,
        name,
        households,
        counts: stillHolds(households, ageDays, limit),
        operation: set.operation.name,
        round,
        asOf,
        ageDays,
      })
    }
  }
  return found
}
