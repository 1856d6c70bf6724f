/** Lines put aside, from the sheet to their end: kept once for each line of a file, counted as opening stock in the keeper's words, or left with a reason. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { audit, type Db, getRow, insertRow, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import type { StockLineGiven } from '../typed.ts'
import { ownWarehouse, type WarehouseRow, warehouseById } from '../warehouses/keepWarehouse.ts'
import { AsideLine, type AsideLineRow } from './asideLine.ts'
import { receiveGoods } from './receivedNote.ts'
import { type PutAside, readStockSheet, type SheetRead } from './stockSheet.ts'

type Sheet = Omit<SheetRead, 'putAside'> & { waiting: AsideLineRow[] }
const asWritten = (cell: string): string | null => cell.slice(0, 300) || null

/** What could be read is only looked at; what could not is kept at once. The same file again adds nothing. */
export async function bringStockSheet(db: Db, code: string, file: { name: string; bytes: Buffer }): Promise<Sheet | Refused> {
  const sheet = await readStockSheet(db, code, file)
  if ('refused' in sheet) return sheet
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const fileSha256 = createHash('sha256').update(file.bytes).digest('hex')
  // The same file brought twice at once: the second waits and finds what the first wrote.
  await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`stock sheet ${code}`}))`)
  const kept = await db.rows<{ line: number }>(sql`select line from relief.aside_line where warehouse = ${warehouse.id} and file_sha256 = ${fileSha256}`)
  const known = new Set(kept.map(({ line }) => line))
  for (const one of sheet.putAside) if (!known.has(one.line)) await keepAside(db, warehouse, { name: file.name, sha256: fileSha256 }, one)
  return { rows: sheet.rows, lines: sheet.lines, waiting: await waitingLines(db, warehouse.id) }
}

function keepAside(db: Db, { id, place }: WarehouseRow, file: { name: string; sha256: string }, { line, why, suggestions, ...written }: PutAside) {
  const { item, lot, shelf, quantity, unit } = written
  return insertRow(db, AsideLine, {
    ...{ scope: place, warehouse: id, file: file.name.slice(0, 200), fileSha256: file.sha256, line, why, suggestions, state: 'waiting' },
    ...{ item: asWritten(item), lot: asWritten(lot), shelf: asWritten(shelf), quantity: asWritten(quantity), unit: asWritten(unit) },
  })
}

export const waitingLines = (db: Db, warehouse: string): Promise<AsideLineRow[]> =>
  db.rows<AsideLineRow>(sql`
    select * from relief.aside_line where warehouse = ${warehouse} and state = 'waiting' order by file, line, recorded_at limit 1000`)

/** Locked until the deed is done, so that two keepers never count it twice. */
async function waitingOne(db: Db, id: string): Promise<{ row: AsideLineRow; warehouse: WarehouseRow } | Refused> {
  await db.rows(sql`select 1 from relief.aside_line where id = ${id} for update`)
  const row = await getRow(db, AsideLine, id)
  const found = row && (await warehouseById(db, row.warehouse))
  if (!row || !found) return refused(refuse('access.not-found'))
  const warehouse = await ownWarehouse(db, found.code)
  if ('refused' in warehouse) return warehouse
  return row.state === 'waiting' ? { row, warehouse } : refused(refuse('relief.line-settled', { line: row.line, file: row.file }))
}

export async function countAside(db: Db, id: string, given: StockLineGiven, at: string): Promise<{ id: string; note: string } | Refused> {
  const found = await waitingOne(db, id)
  if ('refused' in found) return found
  const { file, line } = found.row
  const reference = `${file.slice(0, 100)}: ${line}`
  const counted = await receiveGoods(db, found.warehouse.code, { source: 'opening', reference, at, lines: [{ ...given, ordered: null, pipelineLine: null }] })
  if ('refused' in counted) return counted
  await updateRow(db, AsideLine, id, { state: 'counted', note: counted.id, settledBy: db.actor.userId })
  await audit(db, 'relief.aside-count', AsideLine.name, id)
  return { id, note: counted.id }
}

export async function leaveAside(db: Db, id: string, words: string): Promise<{ id: string } | Refused> {
  const found = await waitingOne(db, id)
  if ('refused' in found) return found
  if (words === '') return refused(refuse('relief.reason-missing'))
  await updateRow(db, AsideLine, id, { state: 'left', leftBecause: words, settledBy: db.actor.userId })
  await audit(db, 'relief.aside-leave', AsideLine.name, id)
  return { id }
}
