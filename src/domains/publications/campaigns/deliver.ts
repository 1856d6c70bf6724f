/**
 * What went out is written down: by which channel, where, when, how much of it, and whom it reached as far as anybody knows. Without a campaign on air only what stands in
 * the library for emergencies goes out, and then somebody else looks at it within a day.
 */
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refusal, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { IecItem } from '../materials/iecItem.ts'
import { forbidsGoingOut, isApproved } from '../messages/standing.ts'
import { Campaign, Delivery, type DeliveryRow } from './campaign.ts'
import { messagesOf } from './readCampaigns.ts'

type Reached = Pick<DeliveryRow, 'quantity' | 'reach' | 'method'>
export type DeliveryGiven = Reached & Pick<DeliveryRow, 'message' | 'item' | 'campaign' | 'channel' | 'language' | 'place' | 'day' | 'deliverer'>

const wrongReach = ({ quantity, reach, method }: Reached, channel: DeliveryRow['channel']): Refusal[] => [
  ...((reach === null) === (method === null) ? [] : [refuse('delivery.method-missing')]),
  ...(['sms', 'voice', 'print'].includes(channel) && reach !== null && quantity !== null && reach > quantity
    ? [refuse('delivery.more-than-went-out', { reach, quantity })]
    : []),
]

async function ofCampaign(db: Db, { campaign, message, day }: DeliveryGiven): Promise<Refusal[]> {
  const row = campaign ? await getRow(db, Campaign, campaign) : null
  if (!row) return [refuse('access.not-found')]
  return [
    ...(['on_air', 'ended'].includes(row.state) ? [] : [refuse('delivery.campaign-not-on-air')]),
    ...(day < row.fromDay || day > row.toDay ? [refuse('delivery.outside-campaign', { from: row.fromDay, to: row.toDay })] : []),
    ...(message && !row.messages.includes(message) ? [refuse('delivery.message-of-another-campaign')] : []),
  ]
}

/** Refusals, or whether it goes out as an emergency. */
async function ofMessage(db: Db, { message: id, campaign, day, language }: DeliveryGiven): Promise<{ emergency: boolean } | Refused> {
  if (!id) return { emergency: false }
  const [found] = await messagesOf(db, [id])
  if (!found) return refused(refuse('access.not-found'))
  const forbidden = forbidsGoingOut(found.message, found.texts, { day, languages: language ? [language] : [] })
  if (!campaign && !isApproved(found.message)) forbidden.push(refuse('delivery.not-approved', { message: found.message.key }))
  return forbidden.length > 0 ? { refused: forbidden } : { emergency: !campaign }
}

async function ofItem(db: Db, id: string | null): Promise<Refusal[]> {
  if (!id) return []
  const item = await getRow(db, IecItem, id)
  if (!item) return [refuse('access.not-found')]
  return item.recalledOn ? [refuse('material.recalled', { code: item.code, since: item.recalledOn })] : []
}

export async function deliver(db: Db, given: DeliveryGiven, today: string): Promise<{ id: string; emergency: boolean } | Refused> {
  if (!given.message && !given.item) return refused(refuse('delivery.of-nothing'))
  const place = await db.one<{ pcode: string }>(sql`select pcode from places.place where pcode = ${given.place}`)
  const early = [
    ...(place ? [] : [refuse('campaign.place-unknown')]),
    ...(given.day > today ? [refuse('delivery.in-the-future', { day: given.day })] : []),
    ...wrongReach(given, given.channel),
    ...(given.campaign ? await ofCampaign(db, given) : []),
    ...(await ofItem(db, given.item)),
  ]
  const message = await ofMessage(db, given)
  const problems = [...early, ...('refused' in message ? message.refused : [])]
  if (problems.length > 0 || 'refused' in message) return { refused: problems }
  const { message: what, item, channel, day, deliverer } = given
  const twice = await db.one(sql`
    select 1 from publications.delivery where message is not distinct from ${what}::uuid and item is not distinct from ${item}::uuid
      and channel = ${channel} and place = ${given.place} and day = ${day}::date and deliverer = ${deliverer}`)
  if (twice) return refused(refuse('delivery.twice'))
  const kept = await insertRow(db, Delivery, { scope: given.place, ...given, ...message })
  await audit(db, 'delivery.create', Delivery.name, kept.id, { channel, emergency: message.emergency })
  return { id: kept.id, emergency: message.emergency }
}

/** The platform's report or the count of the meeting comes later. */
export async function tellReach(db: Db, id: string, given: Reached): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, Delivery, id)
  if (!row) return refused(refuse('access.not-found'))
  const wrong = wrongReach(given, row.channel)
  if (wrong.length > 0) return { refused: wrong }
  await updateRow(db, Delivery, id, given)
  await audit(db, 'delivery.reach', Delivery.name, id, { method: given.method })
  return { ok: true }
}

/** The second pair of eyes, after an emergency message went out. */
export async function lookAtDelivery(db: Db, id: string, now: string): Promise<{ ok: true } | Refused> {
  const row = await getRow(db, Delivery, id)
  if (!row) return refused(refuse('access.not-found'))
  if (!row.emergency || row.lookedAt) return refused(refuse('delivery.nothing-to-look-at'))
  if (row.recordedBy === db.actor.userId) return refused(refuse('message.same-person'))
  await updateRow(db, Delivery, id, { lookedAtBy: db.actor.userId, lookedAt: now })
  await audit(db, 'delivery.look', Delivery.name, id)
  return { ok: true }
}
