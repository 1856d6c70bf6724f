/** A submission that no longer holds: sent back to the field, or taken out for good. What it had become goes with it, in the same transaction, or nothing happens. */
import type { Db, Refused } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import { changeStanding, type StandingRow } from './standing.ts'
import { takeBackRecords } from './takeRecords.ts'

export async function letFall(house: House, db: Db, standing: StandingRow, fall: { state: 'rejected' | 'withdrawn'; reason: string }): Promise<Refused | null> {
  const obstacle = await takeBackRecords(house, db, standing)
  if (obstacle) return obstacle
  await changeStanding(db, standing, { ...fall, decidedBy: db.actor.userId, decidedAt: new Date().toISOString() })
  return null
}
