/**
 * What came, written by whoever received it, beside what was sent. What is missing or damaged stays on the road as the sender's until two people have signed what became
 * of it; what came above it is a fact, taken in at once against the adjustments.
 */
import { sql } from 'kysely'
import { adjustmentAccount, asTheHouse, audit, type Db, getRow, insertRow, post, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import { keeps, owner } from '../office.ts'
import { releaseReceived } from '../requests/goodsMoved.ts'
import { Release } from '../requests/release.ts'
import { partnerAccount, roadOf, shelvesOf, warehouseById } from '../warehouses/keepWarehouse.ts'
import { compareReceipt } from './compareReceipt.ts'
import { thingsOf } from './lines.ts'
import { Discrepancy, Receipt, type ReceiptLine, Waybill, type WaybillRow } from './waybill.ts'

export type ReceiptGiven = { at: string; shelf: string | null; note: string | null; lines: ReceiptLine[] }
type To = { account: string; series: string; scope: string }

export async function receiveWaybill(db: Db, id: string, given: ReceiptGiven): Promise<{ id: string; discrepancies: number } | Refused> {
  const waybill = await asTheHouse(db, async (house) => {
    await house.rows(sql`select 1 from relief.waybill where id = ${id}::uuid for update`)
    return getRow(house, Waybill, id)
  })
  const to = waybill && (await receiver(db, waybill, given))
  if (!waybill || !to) return refused(refuse('access.not-found'))
  if ('refused' in to) return to
  if (waybill.state !== 'on_road') return refused(refuse('relief.waybill-closed', { number: `${waybill.year}/${waybill.number}` }))
  const impossible = given.lines.find(({ received, damaged }) => damaged > received)
  if (impossible) return refused(refuse('relief.damaged-above-received', { item: impossible.item }))
  const things = await thingsOf(db, given.lines)
  const unknown = given.lines.find(({ item }) => !things.items.has(item))
  if (unknown) return refused(refuse('relief.item-unknown', { item: unknown.item }))
  return asTheHouse(db, (house) => keep(house, waybill, to, given))
}

/** The account of whoever may say what came: the partner for what is his, the keeper for what goes to his warehouse. */
async function receiver(db: Db, waybill: WaybillRow, { shelf }: ReceiptGiven): Promise<To | Refused | null> {
  const { organisation, toWarehouse } = waybill
  if (organisation) {
    if (!db.actor.roles.includes('partner') || db.actor.organisation !== organisation) return null
    return { account: await partnerAccount(db, organisation, waybill.place), series: `partner/${organisation}`, scope: waybill.place }
  }
  const warehouse = await warehouseById(db, toWarehouse!)
  if (!warehouse || !keeps(db.actor, warehouse.place)) return null
  const on = (await shelvesOf(db, warehouse.code)).find((one) => one.code === shelf && one.kind === 'bin')
  if (!on) return refused(refuse('relief.shelf-unknown', { shelf: shelf ?? '', warehouse: warehouse.code }))
  return { account: on.id, series: warehouse.code, scope: warehouse.place }
}

async function keep(house: Db, waybill: WaybillRow, to: To, { at, note, lines }: ReceiptGiven): Promise<{ id: string; discrepancies: number } | Refused> {
  const sender = (await warehouseById(house, waybill.warehouse))!
  const road = await roadOf(house, sender)
  const adjustment = await adjustmentAccount(house, owner, sender.place)
  const { taken, extra, differences } = compareReceipt(waybill.lines, lines)
  const about = { owner, series: to.series, scope: to.scope, at }
  const arrived =
    taken.length === 0
      ? null
      : await post(house, { ...about, kind: 'goods_received', moves: taken.map((line) => ({ ...line, from: road, to: to.account })) }, { as: 'fact' })
  if (arrived && !('document' in arrived)) return arrived as Refused
  if (extra.length > 0) {
    const moves = extra.map((line) => ({ ...line, from: adjustment, to: to.account }))
    const added = await post(house, { ...about, kind: 'discrepancy', moves }, { as: 'fact' })
    if ('refused' in added) return added
  }
  const { organisation, scope } = waybill
  const common = { scope, effectiveAt: at, waybill: waybill.id, organisation }
  const { id } = await insertRow(house, Receipt, { ...common, document: arrived?.document ?? null, lines, note })
  for (const difference of differences) await insertRow(house, Discrepancy, { ...common, ...difference, state: 'open' })
  await updateRow(house, Waybill, waybill.id, { state: 'received' })
  await closeRelease(house, waybill, at)
  await audit(house, 'relief.receive', Waybill.name, waybill.id, { discrepancies: differences.length })
  return { id, discrepancies: differences.length }
}

/** A release is received when all of it has gone and every waybill of it has come. */
async function closeRelease(house: Db, { release }: WaybillRow, at: string): Promise<void> {
  if (!release) return
  const row = await getRow(house, Release, release)
  const onRoad = await house.one(sql`select 1 from relief.waybill where release = ${release} and state = 'on_road' limit 1`)
  if (row?.state === 'dispatched' && !onRoad) await releaseReceived(house, release, at)
}
