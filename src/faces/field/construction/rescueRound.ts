/** What was written at building sites and has no receipt yet, for the rescue file: sealed to the office, with the pictures that inspections name. */
import { toBase64url } from '../../../engines/base64url.ts'
import type { CarriedHere } from '../outbox/rescue.ts'
import type { LockedStore } from '../store/locked.ts'
import { sealFor } from '../store/sealing.ts'
import { photosToSend, roundShelf } from './roundHere.ts'

/** Few enough that a piece with all its pictures fits into the memory of a cheap phone. */
const atOnce = 10

export async function carriedRound(
  work: LockedStore,
  { device, sealingKey }: { device: string; sealingKey: { id: string; jwk: JsonWebKey } },
): Promise<{ carried: CarriedHere[]; facts: number }> {
  const carried: CarriedHere[] = []
  const facts = (await roundShelf.facts(work, 'new')).map(({ fact }) => fact)
  for (let at = 0; at < facts.length; at += atOnce) {
    const some = facts.slice(at, at + atOnce)
    const photos = (await Promise.all(some.map((fact) => photosToSend(work, fact)))).flat()
    const distinct = [...new Map(photos.map(({ sha256, bytes }) => [sha256, { sha256, data: toBase64url(bytes) }])).values()]
    const content = JSON.stringify({ facts: some, photos: distinct })
    carried.push({ kind: 'solutions.round', of: device, sealed: await sealFor(sealingKey, device, new TextEncoder().encode(content)) })
  }
  return { carried, facts: facts.length }
}
