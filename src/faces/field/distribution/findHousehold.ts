/** Which household of today's list stands before us: by its token, by the card of its registration, or by a number or short code that was typed. Without network. */
import { checkToken, entitlementHash, type TokenRefusal } from '../../../engines/handover/index.ts'
import { judge, keysOf } from '../cards/judge.ts'
import type { LockedStore } from '../store/locked.ts'
import type { Profile } from '../sync/profile.ts'
import type { DayHere, ListedHere } from './daysHere.ts'

export type Finding = { found: ListedHere; by: 'token' | 'card' | 'typed' } | { problem: TokenRefusal | 'other-entitlement' | 'not-listed'; typed: string }

const tidy = (given: string) => given.replace(/\s+/g, '').toUpperCase()

export async function findHousehold(given: string, on: { day: DayHere; list: readonly ListedHere[]; profile: Profile; cache: LockedStore }): Promise<Finding> {
  const text = tidy(given)
  const { day, list, profile, cache } = on
  const listed = (household: string) => list.find((one) => one.household === household)
  if (text.startsWith('C1/')) {
    const card = await judge(text, profile, cache)
    if (card.verdict !== 'valid') return { problem: 'damaged', typed: '' }
    const found = listed(card.facts.household)
    return found ? { found, by: 'card' } : { problem: 'not-listed', typed: card.facts.household }
  }
  if (text.includes('/') || text.length > 40) {
    const checked = await checkToken(text, { mission: profile.mission, keys: await keysOf(profile), distribution: day.code, revoked: day.revoked })
    if ('refused' in checked) return { problem: checked.refused, typed: '' }
    const found = listed(checked.facts.household)
    if (!found) return { problem: 'not-listed', typed: checked.facts.household }
    return (await entitlementHash(found)) === checked.facts.entitlement ? { found, by: 'token' } : { problem: 'other-entitlement', typed: '' }
  }
  const found = listed(text) ?? list.find(({ shortCode }) => shortCode !== null && shortCode === text)
  return found ? { found, by: 'typed' } : { problem: 'not-listed', typed: text }
}
