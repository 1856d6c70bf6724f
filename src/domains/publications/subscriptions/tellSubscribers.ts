/**
 * The letters that wait: first those that ask for a confirmation, then news of what was published since each subscriber last heard, at most once in twenty hours. A letter counts
 * when the mail server took it; while that is down everything waits.
 */
import { sql } from 'kysely'
import {
  act,
  asOwner,
  destroyBuried,
  type House,
  holdWork,
  type Language,
  type Mail,
  type NamedWayOut,
  sendMails,
  theSystem,
  wayOut,
} from '../../../kernel/index.ts'
import { kindsServing, type Product, searchProducts } from '../../../kernel/publishing.ts'
import { endSubscriptions, secretOf } from './subscribe.ts'
import type { SubscriptionRow } from './subscription.ts'
import { askingLetter, newsLetter } from './subscriptionWords.ts'

type Reader = Pick<SubscriptionRow, 'id' | 'language' | 'areas' | 'places' | 'sealed' | 'toldUntil' | 'refusals'>
type Letter = Mail & { reader: Reader; until: string | null }

const atOnce = 200
const refusedAtMost = 3

const linkOf = (house: House, { site }: NamedWayOut, { id, language }: Reader) => `${site}/${language}/subscribe/${secretOf(house, id)}`
const siteName = (house: House, lang: Language) => `Capulana · ${house.pack.country.names[lang]}`

function letterTo(house: House, named: NamedWayOut, reader: Reader, words: { subject: string; text: string }, id: string, until: string | null): Letter[] {
  const to = reader.sealed === null ? null : house.vault.open(reader.id, reader.sealed)
  return to === null ? [] : [{ reader, until, to, ...words, id, leave: until === null ? null : linkOf(house, named, reader) }]
}

/** As the search of the portal finds it: an area by its number or by a kind that serves it whole, a place by its code. */
function isFor(house: Pick<House, 'domains'>, { focusAreas, kind, places }: Product, wished: Pick<Reader, 'areas' | 'places'>): boolean {
  const byArea = wished.areas.length === 0 || wished.areas.some((area) => focusAreas.includes(area) || kindsServing(house, area).includes(kind))
  return byArea && (wished.places.length === 0 || wished.places.some((place) => places.includes(place)))
}

async function waitingLetters(house: House, named: NamedWayOut, at: string): Promise<Letter[]> {
  const db = asOwner(house.doors)
  const asked = await db.rows<Reader>(sql`
    select id, language, areas, places, sealed, told_until, refusals from publications.subscription where state = 'asked' and asked_mail_at is null order by recorded_at limit ${atOnce}`)
  const due = await db.rows<Reader>(sql`
    select id, language, areas, places, sealed, told_until, refusals from publications.subscription
    where state = 'confirmed' and (told_at is null or told_at < ${at}::timestamptz - interval '20 hours') order by told_at nulls first, id limit 1000`)
  const published = due.length > 0 ? (await searchProducts(house.doors, { limit: 1000, offset: 0 })).products : []
  const news = due.flatMap((reader) => {
    const own = published.filter((product) => Date.parse(product.publishedAt) > Date.parse(reader.toldUntil!) && isFor(house, product, reader))
    if (own.length === 0) return []
    const shown = own.map(({ title, summary, slug }) => ({ title, summary, href: `${named.site}/${reader.language}/publications/${encodeURIComponent(slug)}` }))
    const until = own
      .map(({ publishedAt }) => publishedAt)
      .sort()
      .at(-1)!
    return letterTo(
      house,
      named,
      reader,
      newsLetter(reader.language, siteName(house, reader.language), shown, linkOf(house, named, reader)),
      `news-${reader.id}-${Date.parse(until)}`,
      until,
    )
  })
  const asking = asked.flatMap((reader) =>
    letterTo(house, named, reader, askingLetter(reader.language, siteName(house, reader.language), linkOf(house, named, reader)), `ask-${reader.id}`, null),
  )
  return [...asking, ...news.slice(0, atOnce)]
}

async function noteSent(house: House, { reader: { id }, until }: Letter, at: string): Promise<void> {
  const what = until === null ? sql`asked_mail_at = ${at}::timestamptz` : sql`told_until = ${until}::timestamptz, told_at = ${at}::timestamptz`
  await asOwner(house.doors).run(sql`update publications.subscription set ${what}, refusals = 0, version = version + 1 where id = ${id}`)
}

/** An address that the mail server refuses again and again is nobody's any more. */
async function noteRefused(house: House, { reader, until }: Letter, at: string): Promise<void> {
  await act(house.doors, theSystem, async (db) => {
    if (until === null || reader.refusals + 1 >= refusedAtMost) await endSubscriptions(db, [reader.id], 'the mail server refuses the address')
    else
      await db.run(
        sql`update publications.subscription set refusals = refusals + 1, told_at = ${at}::timestamptz, version = version + 1 where id = ${reader.id}`,
      )
    return null
  })
}

/** How many letters left. */
export async function tellSubscribers(house: House, now: Date): Promise<number> {
  const named = await wayOut(house, 'mail')
  if (!named) return 0
  const at = now.toISOString()
  const done = await holdWork(house, 'tell-subscribers', async () => {
    const letters = await waitingLetters(house, named, at)
    if (letters.length === 0) return 0
    const outcomes = await sendMails(named, letters)
    for (const [n, outcome] of outcomes.entries()) {
      if (outcome === 'sent') await noteSent(house, letters[n]!, at)
      if (outcome === 'refused') await noteRefused(house, letters[n]!, at)
    }
    await destroyBuried(house)
    return outcomes.filter((outcome) => outcome === 'sent').length
  })
  return done === 'elsewhere' ? 0 : done
}
