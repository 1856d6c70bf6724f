/**
 * From the public page to a confirmed subscription and out again. Nothing here tells anybody whether an address is known: the page answers the same, and only who reads the
 * letter can go on. The link is one secret for both deeds and stands in no log: the audit names the row alone.
 */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  act,
  audit,
  bury,
  type Db,
  destroyBuried,
  type House,
  insertRow,
  isEmailAddress,
  isRefused,
  type Language,
  type Refused,
  refuse,
  refused,
  theSystem,
  wayOut,
} from '../../../kernel/index.ts'
import { Subscription, type SubscriptionRow } from './subscription.ts'

export type Wished = { email: string; language: Language; areas: number[]; places: string[] }
type Keys = Pick<House, 'keyring'>

/** The secret of a row follows from the keyring, so that each later letter can bring the same link; who reads the database cannot make it. */
export const secretOf = ({ keyring }: Keys, id: string): string => keyring.derive(`subscription:${id}`)
const hashOf = (secret: string): string => createHash('sha256').update(`subscription-link\n${secret}`).digest('hex')
const waitingAtMost = 2000
const lettersADay = 3

async function wrong(db: Db, { email, areas, places }: Wished) {
  const known = await db.one<{ n: number }>(sql`select count(distinct pcode)::int as n from places.place where pcode = any (${places}::text[]) and level <= 2`)
  return [
    ...(isEmailAddress(email) ? [] : [refuse('publications.email-wrong')]),
    ...(areas.every((area) => Number.isInteger(area) && area >= 1 && area <= 15) && known!.n === new Set(places).size
      ? []
      : [refuse('subscription.choice-wrong')]),
  ]
}

/** Answers the same whether the address is new, known, or has had its letters of today. */
export async function subscribe(house: House, given: Wished): Promise<{ ok: true } | Refused> {
  if (!(await wayOut(house, 'mail'))) return refused(refuse('subscription.mail-off'))
  const wished = { ...given, email: given.email.trim() }
  const done = await act(house.doors, theSystem, async (db): Promise<{ ok: true } | Refused> => {
    const problems = await wrong(db, wished)
    if (problems.length > 0) return { refused: problems }
    const addressHash = house.keyring.derive(`subscriber:${wished.email.toLowerCase()}`)
    await db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${addressHash}, 0))`)
    const so = await db.one<{ today: number; waiting: number }>(sql`
      select (select count(*)::int from publications.subscription where address_hash = ${addressHash} and recorded_at > now() - interval '1 day') as today,
        (select count(*)::int from publications.subscription where state = 'asked') as waiting`)
    if (so!.waiting >= waitingAtMost) return refused(refuse('publications.too-many-waiting'))
    if (so!.today >= lettersADay) return { ok: true }
    const id = randomUUID()
    const sealed = (await house.vault.make([id])).get(id)!(wished.email)
    const { language, areas, places } = wished
    const linkHash = hashOf(secretOf(house, id))
    await insertRow(db, Subscription, {
      id,
      scope: house.pack.country.pcode,
      class: 3,
      state: 'asked',
      language,
      areas,
      places,
      addressHash,
      linkHash,
      refusals: 0,
      sealed,
    })
    await audit(db, 'subscription.ask', Subscription.name, id)
    return { ok: true }
  })
  await house.wakers.get('tell-subscribers')?.()
  return done
}

export type Standing = Pick<SubscriptionRow, 'id' | 'state' | 'language' | 'areas' | 'places'>

/** What the link of a letter opens; a wrong one and one that was left answer alike. */
const rowOf = (db: Db, secret: string): Promise<(Standing & Pick<SubscriptionRow, 'addressHash'>) | null> =>
  db.one(sql`
    select id, state, language, areas, places, address_hash from publications.subscription where link_hash = ${hashOf(secret)} and state <> 'left'`)

export async function subscriptionAt(house: House, secret: string): Promise<Standing | Refused> {
  const found = await act(house.doors, theSystem, (db) => rowOf(db, secret))
  return found ?? refused(refuse('subscription.link-unknown'))
}

/** The row stays without anything of the person; the keys are destroyed after the commit. */
export async function endSubscriptions(db: Db, ids: readonly string[], reason: string): Promise<void> {
  if (ids.length === 0) return
  await emptySubscriptions(db, ids)
  await bury(db, 'subscription', ids, reason)
  for (const id of ids) await audit(db, 'subscription.end', Subscription.name, id)
}

export async function emptySubscriptions(db: Db, ids: readonly string[]): Promise<void> {
  await db.run(sql`
    update publications.subscription set state = 'left', left_at = coalesce(left_at, now()), sealed = null, address_hash = null, areas = '[]', places = '[]', version = version + 1
    where id = any (${[...ids]}::uuid[]) and (sealed is not null or state <> 'left')`)
}

/** The newest wish counts: an earlier subscription of the same address ends with it. */
export async function confirmSubscription(house: House, secret: string): Promise<Standing | Refused> {
  const done = await act(house.doors, theSystem, async (db) => {
    const row = await rowOf(db, secret)
    if (!row) return refused(refuse('subscription.link-unknown'))
    if (row.state === 'confirmed') return row
    const others = await db.rows<{ id: string }>(sql`select id from publications.subscription where address_hash = ${row.addressHash} and id <> ${row.id}`)
    await endSubscriptions(
      db,
      others.map(({ id }) => id),
      'a newer wish of the same address',
    )
    await db.run(
      sql`update publications.subscription set state = 'confirmed', confirmed_at = now(), told_until = now(), version = version + 1 where id = ${row.id}`,
    )
    await audit(db, 'subscription.confirm', Subscription.name, row.id)
    return { ...row, state: 'confirmed' as const }
  })
  await destroyBuried(house)
  return done
}

export async function leaveSubscription(house: House, secret: string): Promise<{ ok: true } | Refused> {
  const done = await act(house.doors, theSystem, async (db) => {
    const row = await rowOf(db, secret)
    if (!row) return refused(refuse('subscription.link-unknown'))
    await endSubscriptions(db, [row.id], 'they left')
    return { ok: true as const }
  })
  await destroyBuried(house)
  return done
}

/** An address that nobody confirmed within a week is perhaps somebody else's. */
export async function forgetUnconfirmed(house: House, now: Date): Promise<number> {
  const done = await act(house.doors, theSystem, async (db) => {
    const old = await db.rows<{ id: string }>(sql`
      select id from publications.subscription where state = 'asked' and recorded_at < ${now.toISOString()}::timestamptz - interval '7 days'`)
    await endSubscriptions(
      db,
      old.map(({ id }) => id),
      'nobody confirmed within a week',
    )
    return old.length
  })
  await destroyBuried(house)
  return isRefused(done) ? 0 : done
}
