/** This tablet's own service of the day as pictures for another tablet; null while the office has not vouched for its key. */
import { fromBase64url } from '../../../engines/base64url.ts'
import { servedOf, shownBody, shownPictures, signedPart } from '../../../engines/handover/index.ts'
import type { LockedStore } from '../store/locked.ts'
import { signedHere, tabletKey } from './daysHere.ts'
import type { OpenDay } from './useDay.ts'

export async function picturesOf({ day, list, kept }: Pick<OpenDay, 'day' | 'list' | 'kept'>, work: LockedStore, device: string): Promise<string[] | null> {
  if (!day.vouched) return null
  const { publicKey } = await tabletKey(work)
  const shared = { distribution: day.code, listHash: day.listHash, list }
  const own = kept.map(({ fact }) => fact)
  const through = Math.max(day.lastSequence, ...own.map(({ sequence }) => sequence))
  const body = shownBody({ ...shared, tablet: { device, key: publicKey, ...day.vouched }, through, served: servedOf(list, own) })
  return shownPictures(body, fromBase64url(await signedHere(work, signedPart(shared, body))))
}
