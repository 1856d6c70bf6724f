/** Events with the marks that their donors ask for, and where these are left off; what the public sees of them, and the file for a calendar. */
import { sql } from 'kysely'
import { asOwner, type Bilingual, type Db, type House, iCalendar, type Language } from '../../../kernel/index.ts'
import { type DonorRule, leftOffOf, rulesOf } from '../visibility/marks.ts'
import type { EventRow } from './event.ts'

export type DonorMark = { name: string; rule: Pick<DonorRule, 'marks' | 'wording' | 'materials'> | null; leftOff: boolean }
export type EventNow = EventRow & { placeName: string | null; mine: boolean; donorMarks: DonorMark[] }

const selected = sql`
  select e.*, p.name as place_name from publications.event e left join places.place p on p.pcode = e.place and p.valid_to is null`

const marksOf = (event: Pick<EventRow, 'donors' | 'place'>, rules: readonly DonorRule[], names: ReadonlyMap<string, string>): DonorMark[] =>
  event.donors.map((id) => {
    const own = rules.filter(({ donor }) => donor === id)
    const first = own[0]
    const rule = first ? { marks: first.marks, wording: first.wording, materials: first.materials } : null
    return { name: names.get(id) ?? id, rule, leftOff: own.some((each) => leftOffOf(each, [event.place]).length > 0) }
  })

async function withMarks<T extends EventRow>(db: Pick<Db, 'rows'>, events: readonly T[]): Promise<(T & { donorMarks: DonorMark[] })[]> {
  const ids = [...new Set(events.flatMap(({ donors }) => donors))]
  const organisations = await db.rows<{ id: string; name: string }>(sql`select id, name from organisations.organisation where id = any (${ids}::uuid[])`)
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const rules = await rulesOf(db)
  return events.map((event) => ({ ...event, donorMarks: marksOf(event, rules, names) }))
}

/** From four weeks ago on. */
export async function eventsNow(db: Db): Promise<EventNow[]> {
  const events = await db.rows<EventRow & { placeName: string | null }>(
    sql`${selected} where e.ends_at > now() - interval '28 days' order by e.starts_at, e.id limit 500`,
  )
  return (await withMarks(db, events)).map((event) => ({ ...event, mine: event.writtenBy === db.actor.userId }))
}

export type PublicEventShown = {
  id: string
  version: number
  kind: EventRow['kind']
  title: Bilingual
  about: Bilingual
  place: string
  venue: string
  startsAt: string
  endsAt: string
  /** The words that each donor asks for; none of a donor whose name endangers people there. */
  credits: Bilingual[]
  cancelled: boolean
}

/** What is cleared and not over. A cancelled one stays until its day is past: somebody has it in the calendar. */
export async function publicEvents({ doors }: Pick<House, 'doors'>): Promise<PublicEventShown[]> {
  const db = asOwner(doors)
  const events = await db.rows<EventRow & { placeName: string | null }>(sql`
    ${selected} where e.is_public and e.cleared_at is not null and e.ends_at > now() order by e.starts_at, e.id limit 200`)
  return (await withMarks(db, events)).map(({ id, version, kind, title, about, place, placeName, venue, startsAt, endsAt, donorMarks, cancelledBecause }) => ({
    ...{ id, version, kind, title, about, place: placeName ?? place, venue, startsAt, endsAt, cancelled: cancelledBecause !== null },
    credits: donorMarks.filter(({ leftOff }) => !leftOff).map(({ name, rule }) => rule?.wording ?? { pt: name, en: name }),
  }))
}

export function eventsFile(events: readonly PublicEventShown[], lang: Language, stampedAt: string): string {
  const entries = events.map(({ title, about, place, venue, ...event }) => ({ ...event, title: title[lang], about: about[lang], place: `${venue}, ${place}` }))
  return iCalendar('Publications', entries, stampedAt)
}
