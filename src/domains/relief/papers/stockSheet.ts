/**
 * A stock sheet that somebody kept in a spreadsheet, looked at line by line before anything is written. Pieces and bales are often mixed in one column: a line whose unit
 * is not known, or not said beside others that count bales, is put aside with what it would come to by each pack of the item. Nobody guesses, and no line is dropped:
 * each is ready or put aside with its reason (relief specification, 7).
 */
import { type Db, type Refusal, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { columnsNamed, decimalMarks, type MarkEvidence, parseNumber, type Row, readTabular, textOf } from '../../../kernel/tables.ts'
import type { ItemRow } from '../things/item.ts'
import type { StockLineGiven } from '../typed.ts'
import { ownWarehouse, type Shelf, shelvesOf } from '../warehouses/keepWarehouse.ts'
import type { Suggestion } from './asideLine.ts'
import { type Things, thingsOf, wrongThing } from './lines.ts'

const headings = {
  item: /^(item|artigo|c[oó]digo|code|item code|#item\+code)/i,
  lot: /^(lot|lote|batch)/i,
  shelf: /^(shelf|prateleira|bin|local)/i,
  quantity: /^(quantity|quantidade|qty|qtd|#output)/i,
  unit: /^(unit|unidade|emb|pack)/i,
} as const
type Columns = Record<keyof typeof headings, number | undefined>

/** Words for one base unit, whatever it is. */
const oneByOne =
  /^(c62|set|pr|kgm|grm|mtr|ltr|ro|un|unid|unidades?|units?|p[cç]|pcs|pe[cç]as?|pieces?|each|conj|conjuntos?|sets?|pares?|pairs?|kg|g|m|l|rolos?|rolls?)\.?$/i

type Typed = { line: number; item: string; lot: string; shelf: string; quantity: string; unit: string }
export type PutAside = Typed & { why: Refusal[]; suggestions: Suggestion[] }
export type SheetRead = { rows: number; lines: (StockLineGiven & { line: number })[]; putAside: PutAside[] }

/** "24 fardos" in the cell of the quantity says its unit itself. */
function typedOf({ cells, line }: Row, columns: Columns): Typed {
  const of = (name: keyof Columns) => (columns[name] === undefined ? '' : textOf(cells[columns[name]]))
  const [, much, word] = /^(\S+)\s+(\p{L}.*)$/u.exec(of('quantity')) ?? []
  return { line, item: of('item'), lot: of('lot'), shelf: of('shelf'), quantity: much ?? of('quantity'), unit: of('unit') || (word ?? '') }
}

const packNamed = ({ packs }: ItemRow, unit: string) => packs.find(({ name }) => unit.toLowerCase().replace(/s$/, '') === name.toLowerCase().replace(/s$/, ''))

const suggestionsFor = ({ packs }: ItemRow, quantity: number): Suggestion[] =>
  [{ pack: null, factor: 1 }, ...packs.map(({ name, units }) => ({ pack: name, factor: units }))]
    .map((each) => ({ ...each, quantity: Math.round(quantity * each.factor * 1e6) / 1e6 }))
    .filter((each) => Number.isInteger(each.quantity) && each.quantity > 0)

type Known = { things: Things; shelves: readonly Shelf[]; warehouse: string; someInPacks: boolean; mark: MarkEvidence['mark'] }

function readLine(typed: Typed, { things, shelves, warehouse, someInPacks, mark }: Known): SheetRead['lines'][number] | PutAside {
  const { line, item: code, lot, unit } = typed
  const item = things.items.get(code)
  const quantity = parseNumber(typed.quantity, mark)
  const shelf = shelves.find(({ code: of, kind }) => kind === 'bin' && [of, of.slice(warehouse.length + 1)].includes(typed.shelf))
  const thing = wrongThing(things, { item: code, lot })
  const wrong = [
    ...(thing ? [thing] : []),
    ...(shelf ? [] : [refuse('relief.shelf-unknown', { shelf: typed.shelf, warehouse })]),
    ...(quantity === null ? [refuse('import.not-a-number', { value: typed.quantity })] : typeof quantity === 'object' ? [quantity] : []),
  ]
  const aside = (why: Refusal[]): PutAside => ({ ...typed, why, suggestions: item && typeof quantity === 'number' ? suggestionsFor(item, quantity) : [] })
  if (wrong.length > 0 || !item || !shelf || typeof quantity !== 'number') return aside(wrong)
  const pack = packNamed(item, unit)
  if (unit !== '' && !pack && !oneByOne.test(unit)) return aside([refuse('relief.unit-unknown', { item: code, unit })])
  if (unit === '' && someInPacks && item.packs.length > 0) return aside([refuse('relief.unit-not-said', { item: code })])
  if (!Number.isInteger(quantity) || quantity < 1) return aside([refuse('relief.not-whole', { item: code, quantity: typed.quantity })])
  return { line, item: code, lot, shelf: shelf.code, quantity, pack: pack?.name ?? null }
}

export async function readStockSheet(db: Db, code: string, file: { name: string; bytes: Buffer }): Promise<SheetRead | Refused> {
  const warehouse = await ownWarehouse(db, code)
  if ('refused' in warehouse) return warehouse
  const read = await readTabular(file)
  if ('code' in read) return refused(read)
  const sheets = read.sheets.map(({ rows, columns }) => ({ rows, columns: columnsNamed(columns, headings) }))
  const sheet = sheets.find(({ columns }) => columns.item !== undefined && columns.quantity !== undefined && columns.shelf !== undefined)
  if (!sheet) return refused(refuse('relief.no-stock-sheet', { file: file.name }))
  const typed = sheet.rows.map((row) => typedOf(row, sheet.columns)).filter(({ item, quantity }) => item !== '' || quantity !== '')
  const things = await thingsOf(db, typed)
  const known = {
    ...{ things, shelves: (await shelvesOf(db, code)).filter(({ closedOn }) => !closedOn), warehouse: code },
    mark: decimalMarks(typed.map(({ quantity }) => quantity)).mark,
    someInPacks: typed.some(({ unit }) => unit !== '' && !oneByOne.test(unit)),
  }
  const lines = typed.map((one) => readLine(one, known))
  return {
    rows: typed.length,
    lines: lines.flatMap((one) => ('why' in one ? [] : [one])),
    putAside: lines.flatMap((one) => ('why' in one ? [one] : [])),
  }
}
