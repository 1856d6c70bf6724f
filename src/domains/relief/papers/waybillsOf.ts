/** Waybills as the desk and the papers show them: with the names of both ends, what was received and what differed. */
import { sql } from 'kysely'
import { asTheHouse, type Db, listRows } from '../../../kernel/index.ts'
import { keeps, stockReads } from '../office.ts'
import { thingsOf } from './lines.ts'
import { type DiscrepancyRow, type ReceiptLine, Waybill, type WaybillLine, type WaybillRow } from './waybill.ts'

/** Where things lie in a warehouse is no business of whoever receives them. */
const forReader = ({ actor }: Db, lines: WaybillLine[]): WaybillLine[] =>
  actor.roles.some((role) => role in stockReads) ? lines : lines.map((line) => ({ ...line, shelf: '', reason: null }))

type Names = { warehouseCode: string; warehouseName: string; consignee: string; placeName: string | null; toCode: string | null; sentBy: string | null }
export type WaybillNow = WaybillRow &
  Names & {
    itemNames: Record<string, { pt: string; en: string }>
    received: { at: string; by: string | null; lines: ReceiptLine[]; note: string | null } | null
    discrepancies: (DiscrepancyRow & { explainedByName: string | null; signedByName: string | null })[]
  }

/** Those that the person may read by the rules of the record, and those on the road to a warehouse that he keeps. */
export async function waybillsOf(db: Db, only: { id?: string } = {}): Promise<WaybillNow[]> {
  const readable = (await listRows(db, Waybill, { sort: 'recordedAt', descending: true, limit: 500 })).rows.map(({ id }) => id)
  const coming = (await toKeepersWarehouses(db)).map(({ id }) => id)
  const ids = [...new Set([...readable, ...coming])].filter((id) => only.id === undefined || id === only.id)
  return asTheHouse(db, async (house) => {
    const waybills = await house.rows<WaybillRow & Names>(sql`
      select w.*, f.code as warehouse_code, f.name as warehouse_name, t.code as to_code, coalesce(o.name, t.name) as consignee, p.name as place_name, s.name as sent_by
      from relief.waybill w join relief.warehouse f on f.id = w.warehouse left join relief.warehouse t on t.id = w.to_warehouse
      left join organisations.organisation o on o.id = w.organisation left join places.place p on p.pcode = w.place
      left join kernel.person s on s.id = w.recorded_by where w.id = any (${ids}::uuid[]) order by w.recorded_at desc`)
    const receipts = await house.rows<{ waybill: string; at: string; by: string | null; lines: ReceiptLine[]; note: string | null }>(sql`
      select r.waybill, to_json(r.effective_at) #>> '{}' as at, p.name as by, r.lines, r.note
      from relief.receipt r left join kernel.person p on p.id = r.recorded_by where r.waybill = any (${ids}::uuid[])`)
    const differences = await house.rows<WaybillNow['discrepancies'][number]>(sql`
      select d.*, e.name as explained_by_name, s.name as signed_by_name from relief.discrepancy d
      left join kernel.person e on e.id = d.explained_by left join kernel.person s on s.id = d.signed_by
      where d.waybill = any (${ids}::uuid[]) order by d.item, d.kind`)
    const { items } = await thingsOf(
      house,
      waybills.flatMap(({ lines }) => lines),
    )
    return waybills.map((waybill) => ({
      ...waybill,
      lines: forReader(db, waybill.lines),
      itemNames: Object.fromEntries(waybill.lines.flatMap(({ item }) => (items.has(item) ? [[item, items.get(item)!.name]] : []))),
      received: receipts.find((one) => one.waybill === waybill.id) ?? null,
      discrepancies: differences.filter((one) => one.waybill === waybill.id),
    }))
  })
}

const toKeepersWarehouses = async (db: Db) => {
  const to = await asTheHouse(db, (house) =>
    house.rows<{ id: string; place: string }>(sql`
      select w.id, t.place from relief.waybill w join relief.warehouse t on t.id = w.to_warehouse order by w.recorded_at desc limit 500`),
  )
  return to.filter(({ place }) => keeps(db.actor, place))
}
