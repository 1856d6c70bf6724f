/** Each listening with what was heard at it, for the desk; and the counts of it, for every campaign. */
import { sql } from 'kysely'
import type { Heard, Listened } from '../../../engines/message/index.ts'
import type { Db, HeardSource, House } from '../../../kernel/index.ts'
import type { HeardRow, ListeningRow } from './listening.ts'

type HeardNow = HeardRow & { messageKey: string | null; answererName: string | null; clearerName: string | null; mine: boolean }
export type ListeningNow = ListeningRow & { placeName: string | null; heard: HeardNow[] }

export async function listeningNow(db: Db): Promise<ListeningNow[]> {
  const sessions = await db.rows<ListeningRow & { placeName: string | null }>(sql`
    select l.*, p.name as place_name from publications.listening l left join places.place p on p.pcode = l.place and p.valid_to is null
    order by l.day desc, l.recorded_at desc, l.id limit 300`)
  const ids = sessions.map(({ id }) => id)
  const heard = await db.rows<HeardNow>(sql`
    select h.*, m.key as message_key, a.name as answerer_name, c.name as clearer_name, coalesce(h.answered_by = ${db.actor.userId}::uuid, false) as mine
    from publications.heard h left join publications.message m on m.id = h.message
      left join kernel.person a on a.id = h.answered_by left join kernel.person c on c.id = h.cleared_by
    where h.listening = any (${ids}::uuid[]) order by h.recorded_at, h.id`)
  return sessions.map((session) => ({ ...session, heard: heard.filter(({ listening }) => listening === session.id) }))
}

/** What this domain hears of its own. */
export const heardAtSessions: HeardSource = async (db, { from, to }) => ({
  listened: await db.rows<Listened>(sql`
    select day, place, channel from publications.listening where struck_because is null and day between ${from}::date and ${to}::date order by day, place`),
  heard: await db.rows<Heard>(sql`
    select l.day, l.place, l.channel, h.topic, h.kind, h.times from publications.heard h join publications.listening l on l.id = h.listening
    where l.struck_because is null and l.day between ${from}::date and ${to}::date order by l.day, l.place, h.topic, h.kind`),
})

/** Of every domain that listens; each counts what it heard itself. */
export async function heardEverywhere(house: Pick<House, 'domains'>, db: Db, days: { from: string; to: string }) {
  const each = await Promise.all(house.domains.flatMap(({ heard }) => (heard ? [heard(db, days)] : [])))
  return { listened: each.flatMap(({ listened }) => listened), heard: each.flatMap(({ heard }) => heard) }
}
