/** Lines of stock sheets that wait for their keeper: kept when the sheet is brought, settled one by one as opening stock, or set aside with a reason. None goes away by itself. */
import { sql } from 'kysely'
import { audit, type Db, type House, isId, type Refused, refuse, refused, updateRow } from '../../../kernel/index.ts'
import type { StockLineGiven } from '../typed.ts'
import { ownWarehouse, readWarehouse, warehouseById } from '../warehouses/keepWarehouse.ts'
import { type Kept, receiveGoods } from './receivedNote.ts'
import { SheetLine, type SheetLineRow } from './sheetLine.ts'
import { readStockSheet, type SheetRead } from './stockSheet.ts'

type Worded = ReturnType<House['catalogue']['worded']>
type LineWaiting = Pick<SheetLineRow, 'id' | 'file' | 'line' | 'cells' | 'typed' | 'suggestions'> & { why: Worded }
type LineDone = Pick<SheetLineRow, 'id' | 'file' | 'line' | 'typed' | 'state' | 'settledWords'> & { by: string | null; paper: string | null }
export type LinesAside = { waiting: LineWaiting[]; done: LineDone[] }
/** `settledBefore`: lines of this very sheet that somebody has settled already. */
export type SheetShown = Pick<SheetRead, 'rows' | 'lines'> & { putAside: number; settledBefore: number }

/** What can be counted is told and not yet written; what cannot is kept, once however often the same sheet is brought. */
export async function takeStockSheet(db: Db, code: string, file: { name: string; bytes: Buffer }): Promise<SheetShown | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const read = await readStockSheet(db, code, file)
  if ('refused' in read) return read
  const name = file.name.slice(0, 200)
  const aside = read.putAside.map(({ line, cells, why, suggestions, ...typed }) => ({ line, cells, why, suggestions, typed }))
  const same = sql`select x.state from relief.stock_sheet_line x where x.warehouse = ${warehouse.id} and x.file = ${name} and x.line = n.line and x.cells = n.cells`
  const given = sql`jsonb_to_recordset(${JSON.stringify(aside)}::jsonb) as n(line integer, cells jsonb, why jsonb, suggestions jsonb, typed jsonb)`
  // The same sheet brought twice at once: the second waits and finds what the first wrote.
  await db.rows(sql`select pg_advisory_xact_lock(hashtext(${`stock sheet ${code}`}))`)
  const known = await db.one<{ settled: number }>(sql`select count(*)::int as settled from ${given} where exists (${same} and x.state <> 'waiting')`)
  await db.run(sql`
    insert into relief.stock_sheet_line (scope, warehouse, file, line, cells, typed, why, suggestions, state)
    select ${warehouse.place}, ${warehouse.id}::uuid, ${name}, n.line, n.cells, n.typed, n.why, n.suggestions, 'waiting' from ${given} where not exists (${same})`)
  const settledBefore = known!.settled
  await audit(db, 'relief.stock-sheet', SheetLine.name, warehouse.id, { rows: read.rows, aside: aside.length })
  return { rows: read.rows, lines: read.lines, putAside: aside.length - settledBefore, settledBefore }
}

export async function linesAside(db: Db, house: House, code: string): Promise<LinesAside | Refused> {
  const warehouse = await readWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const waiting = await db.rows<SheetLineRow>(sql`
    select * from relief.stock_sheet_line where warehouse = ${warehouse.id} and state = 'waiting' order by recorded_at, file, line limit 1000`)
  const done = await db.rows<LineDone>(sql`
    select l.id, l.file, l.line, l.typed, l.state, l.settled_words, p.name as by, d.year || '/' || d.number as paper
    from relief.stock_sheet_line l left join kernel.person p on p.id = l.settled_by left join ledger.document d on d.id = l.document
    where l.warehouse = ${warehouse.id} and l.state <> 'waiting' order by l.recorded_at desc, l.file, l.line limit 50`)
  const shown = ({ id, file, line, cells, typed, suggestions, why }: SheetLineRow) => ({
    id,
    file,
    line,
    cells,
    typed,
    suggestions,
    why: house.catalogue.worded(why),
  })
  return { waiting: waiting.map(shown), done }
}

/** Held, so that two people who settle one line at once do not count it twice. */
async function held(db: Db, id: string): Promise<{ row: SheetLineRow; code: string } | Refused> {
  const row = isId(id) ? await db.one<SheetLineRow>(sql`select * from relief.stock_sheet_line where id = ${id}::uuid for update`) : null
  const warehouse = row && (await warehouseById(db, row.warehouse))
  if (!row || !warehouse) return refused(refuse('access.not-found'))
  const own = await ownWarehouse(db, warehouse.code)
  if ('refused' in own) return own
  return row.state === 'waiting' ? { row, code: warehouse.code } : refused(refuse('relief.sheet-line-settled', { line: row.line, file: row.file }))
}

export async function countLine(db: Db, id: string, { at, ...line }: StockLineGiven & { at: string }): Promise<Kept | Refused> {
  const found = await held(db, id)
  if ('refused' in found) return found
  const { row, code } = found
  const reference = `${row.file.slice(0, 100)} · ${row.line}`
  const kept = await receiveGoods(db, code, { source: 'opening', reference, at, lines: [{ ...line, ordered: null }] })
  if ('refused' in kept) return kept
  await updateRow(db, SheetLine, id, { state: 'counted', document: kept.document, settledBy: db.actor.userId })
  await audit(db, 'relief.sheet-line-count', SheetLine.name, id)
  return kept
}

export async function setLineAside(db: Db, id: string, words: string): Promise<{ id: string } | Refused> {
  const found = await held(db, id)
  if ('refused' in found) return found
  if (words === '') return refused(refuse('ledger.no-reason'))
  await updateRow(db, SheetLine, id, { state: 'set_aside', settledBy: db.actor.userId, settledWords: words })
  await audit(db, 'relief.sheet-line-set-aside', SheetLine.name, id)
  return { id }
}
