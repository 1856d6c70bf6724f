/**
 * What this phone can say of a card, or of a number read out from one, without network: by the keys that it was given when it joined, and by the lists that
 * came with the last meeting. A number alone proves nothing, and the answer says so.
 */
import { type CardFacts, type CardRefusal, checkCard, type RevokedCard } from '../../../engines/cards/index.ts'
import type { LockedStore } from '../store/locked.ts'
import { sha256Hex } from '../store/sealing.ts'
import { type FieldList, readList } from '../sync/lists.ts'
import { peopleList, revokedCardsList } from '../sync/peopleLists.ts'
import type { Profile } from '../sync/profile.ts'

export type Judgement =
  | { verdict: 'valid'; facts: CardFacts; list: 'here' | 'not-here' }
  | { verdict: CardRefusal }
  | { verdict: 'number-here' | 'number-not-here' | 'number-revoked'; number: string }

type Known = Pick<Profile, 'mission' | 'receiptKeys' | 'receiptKey'>

/** The pinned key is believed before the office was first met; its id is worked out as the office does. */
export async function keysOf({ receiptKeys, receiptKey: { x, y } }: Known) {
  if (receiptKeys.some(({ jwk }) => jwk.x === x && jwk.y === y)) return receiptKeys
  const id = (await sha256Hex(new TextEncoder().encode(`${x}.${y}`))).slice(0, 16)
  return [...receiptKeys, { id, jwk: { kty: 'EC' as const, crv: 'P-256' as const, x, y } }]
}

const revokedIn = (list: FieldList | null): RevokedCard[] =>
  (list?.items ?? []).map(({ properties }) => ({ household: properties.household ?? '', upToPrint: properties.print ? Number(properties.print) : null }))

/** As it was scanned or typed: blanks and small letters are no part of a card. */
const tidy = (given: string) => given.replace(/\s+/g, '').toUpperCase()

const isToken = (text: string) => text.includes('/') || text.length > 40

export async function judge(given: string, profile: Known, cache: LockedStore): Promise<Judgement> {
  const text = tidy(given)
  const list = await readList(cache, revokedCardsList)
  const revoked = revokedIn(list)
  if (isToken(text)) {
    const checked = await checkCard(text, { mission: profile.mission, keys: await keysOf(profile), revoked })
    return 'refused' in checked ? { verdict: checked.refused } : { verdict: 'valid', facts: checked.facts, list: list ? 'here' : 'not-here' }
  }
  if (revoked.some(({ household, upToPrint }) => household === text && upToPrint === null)) return { verdict: 'number-revoked', number: text }
  const people = await readList(cache, peopleList)
  const isHere = people?.items.some(({ properties }) => properties.household_number === text.replaceAll('-', '')) ?? false
  return { verdict: isHere ? 'number-here' : 'number-not-here', number: text }
}
