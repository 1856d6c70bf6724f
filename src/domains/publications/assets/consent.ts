/** Whether everybody in a picture agreed to this channel on this day: each adult once, each child twice, by the guardian and by itself. */
import type { AssetRow, Channel, ConsentRow } from './asset.ts'

export type Pictured = Pick<AssetRow, 'recognisable' | 'children' | 'removedAt'>
export type Agreed = Pick<ConsentRow, 'who' | 'channels' | 'fromDay' | 'toDay' | 'withdrawnAt' | 'form'>
type Who = Agreed['who']

const holds = ({ channels, fromDay, toDay, withdrawnAt }: Agreed, channel: Channel, day: string): boolean =>
  withdrawnAt === null && channels.includes(channel) && fromDay <= day && (toDay === null || day <= toDay)

/** Whose consent is missing, and how many; empty: it may be shown. */
export function consentGaps(picture: Pictured, consents: readonly Agreed[], channel: Channel, day: string): { who: Who; missing: number }[] {
  const needed: Record<Who, number> = { person: picture.recognisable - picture.children, guardian: picture.children, child: picture.children }
  return (Object.keys(needed) as Who[]).flatMap((who) => {
    // One signed form is one person, however often it was written down: somebody's second paper says nothing for his neighbour.
    const given = new Set(consents.filter((each) => each.who === who && holds(each, channel, day)).map(({ form }) => form.trim().toLowerCase())).size
    return given < needed[who] ? [{ who, missing: needed[who] - given }] : []
  })
}

export const mayShow = (picture: Pictured, consents: readonly Agreed[], channel: Channel, day: string): boolean =>
  picture.removedAt === null && consentGaps(picture, consents, channel, day).length === 0
