/** Goods leave: the lots may leave, what expires first goes first or somebody says why not, and no more than was released. */
import { sql } from 'kysely'
import { asTheHouse, audit, type Db, getRow, insertRow, post, type Refusal, type Refused, type RowOf, refuse } from '../../../kernel/index.ts'
import { contentHash } from '../../../kernel/publishing.ts'
import { owner } from '../office.ts'
import { releaseDispatched } from '../requests/goodsMoved.ts'
import { Release } from '../requests/release.ts'
import { onShelves } from '../stock/stockOf.ts'
import type { StockLineGiven } from '../typed.ts'
import { ownWarehouse, roadOf, type WarehouseRow, warehouseById } from '../warehouses/keepWarehouse.ts'
import { type StockLine, stockLines } from './lines.ts'
import { lotNotUsable, notUsable, outOfTurn } from './usable.ts'
import { Waybill, type WaybillLine } from './waybill.ts'

export type WaybillGiven = {
  at: string
  release: string | null
  organisation: string | null
  toWarehouse: string | null
  place: string
  transporter: string
  vehicle: string
  driver: string | null
  lines: (StockLineGiven & { reason: string | null })[]
}
export type Sent = { id: string; document: string; year: number; number: number; hash: string }

export async function sendWaybill(db: Db, code: string, given: WaybillGiven): Promise<Sent | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const lines = await stockLines(db, code, given.lines)
  if ('refused' in lines) return lines
  const asked: WaybillLine[] = lines.map(({ item, lotCode, shelf, quantity }, n) => ({
    ...{ item: item.code, lot: lotCode, shelf: shelf.code, quantity },
    reason: given.lines[n]!.reason,
  }))
  const release = given.release ? await openRelease(db, given.release) : null
  const problems = [
    ...(await consigneeProblems(db, warehouse, given)),
    ...(given.release ? releaseProblems(release, warehouse, given, asked) : []),
    ...lotProblems(lines, given.at.slice(0, 10)),
  ]
  if (problems.length > 0) return { refused: problems }
  const unsaid = outOfTurn(await onShelves(db, code, given.at.slice(0, 10)), asked, given.at.slice(0, 10)).filter(
    ({ item, lot }) => !asked.some((line) => line.item === item && line.lot === lot && line.reason),
  )
  if (unsaid.length > 0) return { refused: unsaid.map(({ item, lot, proposed }) => refuse('relief.first-expired-first', { item, lot, proposed })) }
  const to = await roadOf(db, warehouse)
  const moves = lines.map(({ item, lotCode, shelf, quantity }) => ({ item: item.code, lot: lotCode, from: shelf.id, to, quantity }))
  const posted = await post(db, { owner, kind: 'waybill', series: code, scope: warehouse.place, at: given.at, moves }, { as: 'plan' })
  if (!('document' in posted)) return posted as Refused
  return keep(db, { warehouse, given, asked, release, posted })
}

type ToKeep = {
  warehouse: WarehouseRow
  given: WaybillGiven
  asked: WaybillLine[]
  release: OpenRelease | null
  posted: { document: string; year: number; number: number }
}

function keep(db: Db, { warehouse, given, asked, release, posted }: ToKeep): Promise<Sent> {
  const { document, year, number } = posted
  const { at, place, transporter, vehicle, driver, organisation, toWarehouse } = given
  const hash = contentHash({ warehouse: warehouse.code, year, number, at, place, transporter, vehicle, organisation, toWarehouse, lines: asked })
  return asTheHouse(db, async (house) => {
    const about = { document, warehouse: warehouse.id, year, number, release: given.release, organisation, toWarehouse, place, transporter, vehicle, driver }
    const { id } = await insertRow(house, Waybill, { scope: warehouse.place, effectiveAt: at, ...about, lines: asked, hash, state: 'on_road' })
    const left = release ? leftOf(release, asked) : []
    if (release && left.every(({ quantity }) => quantity <= 0)) await releaseDispatched(house, release.id, at)
    await audit(house, 'relief.waybill', Waybill.name, id, { lines: asked.length })
    return { id, document, year, number, hash }
  })
}

async function consigneeProblems(db: Db, warehouse: WarehouseRow, { organisation, toWarehouse, place }: WaybillGiven): Promise<Refusal[]> {
  if ((organisation === null) === (toWarehouse === null) || toWarehouse === warehouse.id) return [refuse('relief.consignee-one')]
  const known = toWarehouse
    ? await warehouseById(db, toWarehouse)
    : await asTheHouse(db, (house) => house.one(sql`select 1 from organisations.organisation where id = ${organisation}::uuid`))
  const placed = await db.one(sql`select 1 from places.place where pcode = ${place}`)
  return [...(known ? [] : [refuse('relief.consignee-one')]), ...(placed ? [] : [refuse('relief.place-unknown', { place })])]
}

type OpenRelease = RowOf<typeof Release> & { gone: { item: string; quantity: number }[] }

/** The release with what has gone on it already; held, so that two waybills at once do not both take the last of it. */
const openRelease = (db: Db, id: string): Promise<OpenRelease | null> =>
  asTheHouse(db, async (house) => {
    await house.rows(sql`select 1 from relief.release where id = ${id}::uuid for update`)
    const release = await getRow(house, Release, id)
    const gone = await house.rows<{ item: string; quantity: number }>(sql`
      select line ->> 'item' as item, sum((line ->> 'quantity')::int)::double precision as quantity
      from relief.waybill w, jsonb_array_elements(w.lines) line where w.release = ${id}::uuid and w.state <> 'cancelled' group by 1`)
    return release && { ...release, gone }
  })

/** What of the release stays to be sent once these lines have gone. */
function leftOf(release: OpenRelease, lines: readonly WaybillLine[]): { item: string; quantity: number }[] {
  const sum = (list: readonly { item: string; quantity: number }[], item: string) =>
    list.filter((one) => one.item === item).reduce((total, { quantity }) => total + quantity, 0)
  const items = [...new Set([...release.lines, ...lines].map(({ item }) => item))]
  return items.map((item) => ({ item, quantity: sum(release.lines, item) - sum(release.gone, item) - sum(lines, item) }))
}

function releaseProblems(release: OpenRelease | null, warehouse: WarehouseRow, { organisation }: WaybillGiven, lines: readonly WaybillLine[]): Refusal[] {
  if (release?.state !== 'open' || release.warehouse !== warehouse.id || release.organisation !== organisation) return [refuse('relief.release-not-open')]
  return leftOf(release, lines)
    .filter(({ quantity }) => quantity < 0)
    .map(({ item, quantity }) => refuse('relief.above-release', { item, over: -quantity, number: `${release.year}/${release.number}` }))
}

const lotProblems = (lines: readonly StockLine[], day: string): Refusal[] =>
  lines.flatMap(({ item, lot, lotCode, shelf }) => {
    const why = notUsable({ item, lot, kind: shelf.kind }, day)
    return why ? [lotNotUsable(item.code, lotCode, why)] : []
  })
