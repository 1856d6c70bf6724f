/** A release with the names that its paper needs. It is read by the rules of the reader: a partner is given its own, without the store that they come from. */
import { sql } from 'kysely'
import type { Db } from '../../../kernel/index.ts'
import type { ReleaseLine } from '../requests/release.ts'

export type ReleaseToPrint = {
  year: number
  number: number
  state: string
  recordedAt: string
  place: string
  placeName: string | null
  consignee: string
  warehouseCode: string | null
  warehouseName: string | null
  /** Number of the request that it serves. */
  request: string | null
  lines: ReleaseLine[]
  /** What waybills have carried of it. */
  gone: ReleaseLine[]
}

export const releaseToPrint = (db: Db, id: string): Promise<ReleaseToPrint | null> =>
  db.one<ReleaseToPrint>(sql`
    select l.year, l.number, l.state, to_json(l.recorded_at) #>> '{}' as recorded_at, l.place, p.name as place_name, o.name as consignee,
      w.code as warehouse_code, w.name as warehouse_name, q.year || '/' || q.number as request, l.lines,
      coalesce((
        select jsonb_agg(line) from relief.waybill b, jsonb_array_elements(b.lines) line where b.release = l.id and b.state <> 'cancelled'), '[]') as gone
    from relief.release l join organisations.organisation o on o.id = l.organisation left join relief.warehouse w on w.id = l.warehouse
    left join relief.request q on q.id = l.request left join places.place p on p.pcode = l.place and p.valid_to is null
    where l.id = ${id}::uuid`)
