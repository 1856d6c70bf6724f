/** Campaigns with what keeps them from going on air, what went out and whom it reached. */
import { sql } from 'kysely'
import { type HeardAround, heardAround, type LanguageFit, languageFit, type ReachLine, reachLines, timeAround } from '../../../engines/message/index.ts'
import type { Db, House, Refusal } from '../../../kernel/index.ts'
import { heardEverywhere } from '../listening/readListening.ts'
import type { MessageRow, MessageTextRow } from '../messages/message.ts'
import { forbidsGoingOut } from '../messages/standing.ts'
import type { CampaignRow, DeliveryRow } from './campaign.ts'

type Texts = Pick<MessageTextRow, 'language' | 'saysEdition'>[]

/** Each message with the newest text of each language. */
export async function messagesOf(db: Db, ids: readonly string[]): Promise<{ message: MessageRow; texts: Texts }[]> {
  const messages = await db.rows<MessageRow>(sql`select * from publications.message where id = any (${[...ids]}::uuid[]) order by key`)
  const texts = await db.rows<Texts[number] & { message: string }>(sql`
    select distinct on (message, language) message, language, says_edition from publications.message_text
    where message = any (${[...ids]}::uuid[]) order by message, language, edition desc`)
  return messages.map((message) => ({ message, texts: texts.filter((text) => text.message === message.id) }))
}

export type DeliveryLine = Pick<
  DeliveryRow,
  | 'id'
  | 'channel'
  | 'language'
  | 'place'
  | 'day'
  | 'deliverer'
  | 'quantity'
  | 'reach'
  | 'method'
  | 'emergency'
  | 'lookedAt'
  | 'campaign'
  | 'recordedAt'
  | 'remindedAt'
  | 'alarmedAt'
> & {
  placeName: string | null
  messageKey: string | null
  itemTitle: { pt: string; en: string } | null
  lookedAtBy: string | null
  mine: boolean
  alarm: boolean
}

/** `lookHours`: after how long an emergency message that nobody else looked at is an alarm. `waiting`: those that wait for that look alone. */
type Asked = { now: string; lookHours: number; waiting?: true }
export const deliveriesNow = (db: Db, { now, lookHours, waiting }: Asked): Promise<DeliveryLine[]> =>
  db.rows<DeliveryLine>(sql`
    select d.id, d.channel, d.language, d.place, d.day, d.deliverer, d.quantity, d.reach, d.method, d.emergency, d.looked_at, d.campaign, d.recorded_at, d.reminded_at, d.alarmed_at,
      p.name as place_name, m.key as message_key, i.title as item_title, w.name as looked_at_by,
      coalesce(d.recorded_by = ${db.actor.userId}::uuid, false) as mine,
      d.emergency and d.looked_at is null and d.recorded_at < ${now}::timestamptz - make_interval(hours => ${lookHours}::int) as alarm
    from publications.delivery d left join places.place p on p.pcode = d.place left join publications.message m on m.id = d.message
      left join publications.iec_item i on i.id = d.item left join kernel.person w on w.id = d.looked_at_by
    where ${waiting ?? false}::boolean is false or (d.emergency and d.looked_at is null)
    order by d.day desc, d.recorded_at desc, d.id limit 1000`)

type Fit = { place: string; placeName: string | null; fit: LanguageFit | null }

export type CampaignNow = CampaignRow & {
  writerName: string | null
  clearerName: string | null
  partnerName: string | null
  messageKeys: string[]
  forbids: Refusal[]
  reach: ReachLine[]
  fits: Fit[]
  /** Places by their name. */
  heard: HeardAround
}

type Spoken = { place: string; placeName: string | null; shares: { language: string; share: number }[] }

/** Of each place the newest survey. */
const languagesOf = (db: Db, places: readonly string[]): Promise<Spoken[]> =>
  db.rows<Spoken>(sql`
    select wanted.pcode as place, max(p.name) as place_name,
      coalesce(jsonb_agg(jsonb_build_object('language', l.language, 'share', l.percent / 100)) filter (where l.id is not null), '[]') as shares
    from unnest(${[...places]}::text[]) wanted(pcode) left join places.place p on p.pcode = wanted.pcode
      left join publications.main_language l on l.place = wanted.pcode
        and l.as_of = (select max(n.as_of) from publications.main_language n where n.place = wanted.pcode)
    group by wanted.pcode order by wanted.pcode`)

/** What was heard around each of these campaigns, from one reading of every domain that listens. */
async function heardOf(
  house: Pick<House, 'domains'>,
  db: Db,
  campaigns: readonly (CampaignRow & { topics: string[] })[],
  today: string,
): Promise<HeardAround[]> {
  const days = campaigns
    .map(timeAround)
    .flatMap(({ before, after }) => [before.from, after.to])
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  if (!from || !to) return []
  const found = await heardEverywhere(house, db, { from, to })
  const codes = [...new Set(found.listened.map(({ place }) => place))]
  const places = await db.rows<{ pcode: string; name: string }>(
    sql`select pcode, name from places.place where pcode = any (${codes}::text[]) and valid_to is null`,
  )
  const names = new Map(places.map(({ pcode, name }) => [pcode, name]))
  return campaigns.map((campaign) => {
    const around = heardAround(campaign, found, today)
    return { ...around, time: around.time.map((each) => ({ ...each, places: each.places.map((place) => names.get(place) ?? place) })) }
  })
}

type AskedFor = { house: Pick<House, 'domains'>; today: string; deliveries: readonly DeliveryLine[] }
export async function campaignsNow(db: Db, { house, today, deliveries }: AskedFor): Promise<CampaignNow[]> {
  const campaigns = await db.rows<CampaignRow & Pick<CampaignNow, 'writerName' | 'clearerName' | 'partnerName'>>(sql`
    select c.*, w.name as writer_name, k.name as clearer_name, o.name as partner_name
    from publications.campaign c left join kernel.person w on w.id = c.written_by left join kernel.person k on k.id = c.cleared_by
      left join organisations.organisation o on o.id = c.partner order by c.from_day desc, c.id`)
  const messages = await messagesOf(db, [...new Set(campaigns.flatMap((campaign) => campaign.messages))])
  const spoken = await languagesOf(db, [...new Set(campaigns.flatMap(({ places }) => places))])
  const ownOf = (campaign: CampaignRow) => messages.filter(({ message }) => campaign.messages.includes(message.id))
  const topics = campaigns.map((campaign) => ({ ...campaign, topics: [...new Set(ownOf(campaign).map(({ message }) => message.topic))] }))
  const heard = await heardOf(house, db, topics, today)
  return campaigns.map((campaign, at) => {
    const own = ownOf(campaign)
    const running = !['ended', 'cancelled'].includes(campaign.state)
    const has = campaign.languages.filter((language) => own.every(({ texts }) => texts.some((text) => text.language === language)))
    return {
      ...campaign,
      messageKeys: own.map(({ message }) => message.key),
      forbids: running ? own.flatMap(({ message, texts }) => forbidsGoingOut(message, texts, { day: today, languages: campaign.languages })) : [],
      reach: reachLines(deliveries.filter((delivery) => delivery.campaign === campaign.id)),
      fits: spoken
        .filter(({ place }) => campaign.places.includes(place))
        .map(({ place, placeName, shares }) => ({ place, placeName, fit: languageFit(shares, has) })),
      heard: heard[at]!,
    }
  })
}
