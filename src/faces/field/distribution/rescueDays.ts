/** What was handed over and has no receipt yet, for the rescue file: sealed to the office, a day at a time, with the key by which this tablet signed its slips. */
import type { CarriedHere } from '../outbox/rescue.ts'
import type { LockedStore } from '../store/locked.ts'
import { sealFor } from '../store/sealing.ts'
import { groupOf, handovers, tabletKey } from './daysHere.ts'

/** As many as the office takes in one piece. */
const atOnce = 500

export async function carriedDays(work: LockedStore, sealingKey: { id: string; jwk: JsonWebKey }): Promise<{ carried: CarriedHere[]; facts: number }> {
  const carried: CarriedHere[] = []
  let count = 0
  for (const id of await handovers.groups(work)) {
    const facts = (await handovers.facts(work, 'new', groupOf(id))).map(({ fact, slip }) => ({ fact, slip }))
    count += facts.length
    for (let at = 0; at < facts.length; at += atOnce) {
      const { publicKey } = await tabletKey(work)
      const content = JSON.stringify({ publicKey, facts: facts.slice(at, at + atOnce) })
      carried.push({ kind: 'relief.handovers', of: id, sealed: await sealFor(sealingKey, id, new TextEncoder().encode(content)) })
    }
  }
  return { carried, facts: count }
}
