/**
 * Kits are packed from their parts and broken into them again by one paper that moves all: there is never a kit that lacks something. A packed kit carries the version
 * that it was packed by as its lot, with the earliest last day of what lies in it.
 */
import { sql } from 'kysely'
import { type Db, type House, insertRow, post, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { owner } from '../office.ts'
import { onShelves } from '../stock/stockOf.ts'
import type { ItemRow } from '../things/item.ts'
import { itemByCode } from '../things/keepThings.ts'
import type { KitPart } from '../things/kit.ts'
import { Lot, type LotRow } from '../things/lot.ts'
import type { StockLineGiven } from '../typed.ts'
import { outsideAccount, ownWarehouse, shelvesOf } from '../warehouses/keepWarehouse.ts'
import { stockLines } from './lines.ts'
import { type PickedLine, proposePick } from './usable.ts'

type Version = { kit: string; edition: number; parts: KitPart[] }
type Written = { document: string; year: number; number: number; lot: string }

const versionOf = (db: Db, kit: string, edition: number | null) =>
  db.one<Version>(sql`
    select k.code as kit, v.edition, v.parts from relief.kit k join relief.kit_version v on v.kit = k.id
    where k.code = ${kit} and (${edition}::int is null or v.edition = ${edition}::int) order by v.edition desc limit 1`)

export type PackedGiven = { kit: string; edition: number | null; kits: number; toShelf: string; at: string }

export async function packKits(db: Db, house: House, code: string, { kit, edition, kits, toShelf, at }: PackedGiven): Promise<Written | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const version = await versionOf(db, kit, edition)
  if (!version) return refused(refuse('relief.item-unknown', { item: kit }))
  const shelves = await shelvesOf(db, code)
  const to = shelves.find((one) => one.code === toShelf && one.kind === 'bin')
  if (!to) return refused(refuse('relief.shelf-unknown', { shelf: toShelf, warehouse: code }))
  const day = at.slice(0, 10)
  const stock = await onShelves(db, code, day)
  const picks: PickedLine[] = []
  for (const { item, perKit } of version.parts) {
    const { lines, short } = proposePick(stock, item, perKit * kits, day)
    if (short > 0) return refused(refuse('relief.part-missing', { item, missing: short, kits }))
    picks.push(...lines)
  }
  const days = stock.filter((one) => picks.some(({ item, lot }) => one.item === item && one.lot === lot)).flatMap(({ expiry }) => expiry ?? [])
  const lot = await kitLot(db, house, (await itemByCode(db, kit))!, { edition: version.edition, expiry: days.toSorted()[0] ?? null })
  const assembly = await outsideAccount(db, 'assembly', warehouse.place)
  const idOf = (shelf: string) => shelves.find((one) => one.code === shelf)!.id
  const moves = [
    ...picks.map(({ item, lot: of, shelf, quantity }) => ({ item, lot: of, from: idOf(shelf), to: assembly, quantity })),
    { item: kit, lot, from: assembly, to: to.id, quantity: kits },
  ]
  const posted = await post(db, { owner, kind: 'assembly', series: code, scope: warehouse.place, at, moves }, { as: 'plan' })
  return 'document' in posted ? { document: posted.document, year: posted.year, number: posted.number, lot } : (posted as Refused)
}

async function kitLot(db: Db, house: House, item: ItemRow, { edition, expiry }: { edition: number; expiry: string | null }): Promise<string> {
  const code = expiry ? `V${edition}-${expiry}` : `V${edition}`
  const there = await db.one<LotRow>(sql`select * from relief.lot where item = ${item.id} and code = ${code}`)
  if (!there) await insertRow(db, Lot, { scope: house.pack.country.pcode, item: item.id, code, origin: 'assembly', expiry })
  return code
}

export type BrokenGiven = { kit: string; lot: string; kits: number; shelf: string; parts: StockLineGiven[]; at: string }

/** Whoever breaks kits reads the lots off the parts: the house cannot know which lay in which kit. */
export async function breakKits(db: Db, code: string, { kit, lot, kits, shelf, parts, at }: BrokenGiven): Promise<Written | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const version = await versionOf(db, kit, Number(/^V(\d+)/.exec(lot)?.[1] ?? 0))
  if (!version) return refused(refuse('relief.lot-unknown', { item: kit, lot }))
  const lines = await stockLines(db, code, [{ item: kit, lot, shelf, quantity: kits, pack: null }, ...parts])
  if ('refused' in lines) return lines
  const [whole, ...pieces] = lines
  const sumOf = (item: string) => pieces.filter((piece) => piece.item.code === item).reduce((sum, { quantity }) => sum + quantity, 0)
  const wrong = version.parts.find(({ item, perKit }) => sumOf(item) !== perKit * kits)
  if (wrong) return refused(refuse('relief.parts-differ', { item: wrong.item, wanted: wrong.perKit * kits, given: sumOf(wrong.item) }))
  const stranger = pieces.find(({ item }) => !version.parts.some((part) => part.item === item.code))
  if (stranger) return refused(refuse('relief.parts-differ', { item: stranger.item.code, wanted: 0, given: stranger.quantity }))
  const assembly = await outsideAccount(db, 'assembly', warehouse.place)
  const moves = [
    { item: kit, lot, from: whole!.shelf.id, to: assembly, quantity: kits },
    ...pieces.map(({ item, lotCode, shelf: to, quantity }) => ({ item: item.code, lot: lotCode, from: assembly, to: to.id, quantity })),
  ]
  const posted = await post(db, { owner, kind: 'assembly', series: code, scope: warehouse.place, at, moves }, { as: 'plan' })
  return 'document' in posted ? { document: posted.document, year: posted.year, number: posted.number, lot } : (posted as Refused)
}
