/**
 * Copies of materials as they move: from the printer into the store of a place, from there into hands, and on recall out of reach. The stock ledger writes and adds
 * them up; nothing here keeps a figure of its own.
 */
import { sql } from 'kysely'
import {
  asTheHouse,
  audit,
  balances,
  type Db,
  getRow,
  insertRow,
  LedgerAccount,
  post,
  type Refused,
  refuse,
  refused,
  updateRow,
} from '../../../kernel/index.ts'
import { deliver } from '../campaigns/deliver.ts'
import { IecItem, type IecItemRow } from './iecItem.ts'

const owner = 'publications'
type Kind = 'bin' | 'quarantine' | 'supplier' | 'handed_over'
type Place = { pcode: string; name: string }

/** Midnight of the day: what came in and went out on one day stands in the order in which it was written down. */
const momentOf = (day: string) => `${day}T00:00:00Z`

async function account(db: Db, kind: Kind, place: Place): Promise<string> {
  const code = `${kind} ${place.pcode}`
  return asTheHouse(db, async (house) => {
    const there = await house.one<{ id: string }>(sql`select id from ledger.account where owner = ${owner} and code = ${code}`)
    const made = { scope: place.pcode, owner, code, kind, name: { pt: place.name, en: place.name }, place: place.pcode }
    return there?.id ?? (await insertRow(house, LedgerAccount, made)).id
  })
}

const placeOf = (db: Db, pcode: string) => db.one<Place>(sql`select pcode, name from places.place where pcode = ${pcode}`)

/** One material at a time: whoever comes second sees what the first did. */
async function held(db: Db, id: string): Promise<IecItemRow | Refused> {
  await db.rows(sql`select 1 from publications.iec_item where id = ${id}::uuid for update`)
  const item = await getRow(db, IecItem, id)
  if (!item) return refused(refuse('access.not-found'))
  return item.recalledOn ? refused(refuse('material.recalled', { code: item.code, since: item.recalledOn })) : item
}

type Moved = { place: string; day: string; quantity: number }
type Line = { item: string; from: Kind; to: Kind; kind: 'goods_received' | 'release' | 'recall'; at: string; words?: string }

async function move(db: Db, place: Place, quantity: number, { item, from, to, kind, at, words }: Line): Promise<{ document: string } | Refused> {
  const moves = [{ item, from: await account(db, from, place), to: await account(db, to, place), quantity }]
  const posted = await post(db, { owner, kind, series: place.pcode, scope: place.pcode, at, moves, words }, { as: 'plan' })
  if ('refused' in posted) return posted
  // Nothing of a material waits for a second person: only losses, damage and counts do.
  return 'document' in posted ? { document: posted.document } : refused(refuse('access.not-found'))
}

export async function receiveCopies(db: Db, id: string, given: Moved, today: string): Promise<{ document: string } | Refused> {
  const item = await held(db, id)
  if ('refused' in item) return item
  const place = await placeOf(db, given.place)
  if (!place) return refused(refuse('campaign.place-unknown'))
  if (given.day > today) return refused(refuse('delivery.in-the-future', { day: given.day }))
  return move(db, place, given.quantity, { item: item.code, kind: 'goods_received', from: 'supplier', to: 'bin', at: momentOf(given.day) })
}

/** Given into hands: a delivery like any other, and out of the store. */
export async function handOut(db: Db, id: string, given: Moved & { deliverer: string; campaign: string | null }, today: string) {
  const item = await held(db, id)
  if ('refused' in item) return item
  const { place, day, quantity, deliverer, campaign } = given
  const delivery = await deliver(
    db,
    { message: null, item: id, campaign, channel: 'print', language: null, place, day, deliverer, quantity, reach: quantity, method: 'counted' },
    today,
  )
  if ('refused' in delivery) return delivery
  const moved = await move(db, (await placeOf(db, place))!, quantity, { item: item.code, kind: 'release', from: 'bin', to: 'handed_over', at: momentOf(day) })
  return 'refused' in moved ? moved : { delivery: delivery.id, ...moved }
}

export type PlaceStock = { item: string; place: string; placeName: string; kind: 'bin' | 'quarantine'; quantity: number }

/** What lies where now. */
export async function stockNow(db: Db): Promise<PlaceStock[]> {
  return asTheHouse(db, async (house) => {
    const held = await balances(house, { owner })
    const accounts = await house.rows<Omit<PlaceStock, 'item' | 'quantity'> & { id: string }>(sql`
      select a.id, a.kind, a.place, a.name ->> 'pt' as place_name from ledger.account a where a.owner = ${owner}`)
    return held.flatMap(({ account, item, quantity }) => {
      const at = accounts.find(({ id }) => id === account)
      return at ? [{ item, place: at.place, placeName: at.placeName, kind: at.kind, quantity }] : []
    })
  })
}

/** `copies` null: somebody did not write down how many. */
export type HandedOut = { item: string; place: string; placeName: string | null; copies: number | null }
/** Where copies are with people: on a recall they are told, and bring back what they still have. */
export const handedOutNow = (db: Db): Promise<HandedOut[]> =>
  db.rows<HandedOut>(sql`
    select d.item, d.place, max(p.name) as place_name, case when bool_and(d.quantity is not null) then sum(d.quantity)::double precision end as copies
    from publications.delivery d left join places.place p on p.pcode = d.place where d.item is not null group by d.item, d.place order by d.place`)

export type Recalled = { quarantined: { place: string; placeName: string; copies: number }[]; told: HandedOut[] }

/** Printed with an error, or no longer true: no store gives it out any more, and the places that have it are named. */
export async function recall(db: Db, id: string, reason: string, now: string): Promise<Recalled | Refused> {
  const item = await held(db, id)
  if ('refused' in item) return item
  const stores = (await stockNow(db)).filter((stock) => stock.item === item.code && stock.kind === 'bin')
  for (const { place, quantity } of stores) {
    const moved = await move(db, (await placeOf(db, place))!, quantity, {
      item: item.code,
      kind: 'recall',
      from: 'bin',
      to: 'quarantine',
      at: now,
      words: reason,
    })
    if ('refused' in moved) return moved
  }
  await updateRow(db, IecItem, id, { recalledOn: now.slice(0, 10), recallReason: reason })
  await audit(db, 'material.recall', IecItem.name, id, { stores: stores.length })
  return {
    quarantined: stores.map(({ place, placeName, quantity }) => ({ place, placeName, copies: quantity })),
    told: (await handedOutNow(db)).filter((each) => each.item === id),
  }
}
