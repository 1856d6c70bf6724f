/**
 * The public catalogue of relief items (Sahana Eden's lists of IFRC items): code, name, unit, weight, volume. The lists write 0 where nobody knows, so 0 becomes
 * unknown; what is known already is never made unknown again. A line that cannot be read is told, with its number, and the others come in.
 */
import { sql } from 'kysely'
import { type Actor, act, audit, type House, type Refused, refuse, refused } from '../../../kernel/index.ts'
import { columnsNamed, parseNumber, type Row, readTabular, textOf } from '../../../kernel/tables.ts'
import { Item } from './item.ts'

const headings = {
  code: /^item code$/i,
  name: /^item (name|description)$/i,
  unit: /^unit of measure$/i,
  kilograms: /^weight( kg)?$/i,
  litres: /^volume litre$/i,
  cubicMetres: /^volume$/i,
} as const
type Columns = Record<keyof typeof headings, number | undefined>

const baseUnits: Record<string, string> = {
  piece: 'C62',
  each: 'C62',
  set: 'SET',
  kit: 'SET',
  pair: 'PR',
  kg: 'KGM',
  metre: 'MTR',
  meter: 'MTR',
  litre: 'LTR',
  liter: 'LTR',
  roll: 'RO',
}

type Line = { code: string; name: string; baseUnit: string; weightKg: number | null; volumeM3: number | null }
type Quarantined = { line: number; why: 'no-code' | 'no-name' | 'unit-unknown' | 'not-a-number' | 'twice'; value: string }
export type CatalogueTaken = { rows: number; new: number; known: number; weightUnknown: number; volumeUnknown: number; quarantined: Quarantined[] }

function readCatalogueLine(row: Row, columns: Columns): Line | Quarantined {
  const of = (name: keyof Columns) => (columns[name] === undefined ? null : (row.cells[columns[name]] ?? null))
  const wrong = (why: Quarantined['why'], value: string): Quarantined => ({ line: row.line, why, value })
  const [code, name, unit] = [textOf(of('code')), textOf(of('name')), textOf(of('unit')).toLowerCase()]
  if (!/^\S{2,40}$/.test(code)) return wrong('no-code', code.slice(0, 80))
  if (name === '') return wrong('no-name', code)
  // A list without units counts each article as itself: one.
  const baseUnit = columns.unit === undefined ? 'C62' : baseUnits[unit]
  if (!baseUnit) return wrong('unit-unknown', unit)
  const [kilograms, litres, cubicMetres] = (['kilograms', 'litres', 'cubicMetres'] as const).map((figure) => parseNumber(of(figure), '.'))
  for (const figure of [kilograms, litres, cubicMetres]) if (figure !== null && typeof figure === 'object') return wrong('not-a-number', code)
  // Less than a milligram or a cubic centimetre is a zero that was divided.
  const known = (figure: unknown, unit = 1) => (typeof figure === 'number' && figure * unit >= 0.000001 ? figure * unit : null)
  return { code, name: name.slice(0, 300), baseUnit, weightKg: known(kilograms), volumeM3: known(litres, 0.001) ?? known(cubicMetres) }
}

export async function importCatalogue(house: House, actor: Actor, file: { name: string; bytes: Buffer }): Promise<CatalogueTaken | Refused> {
  const read = await readTabular(file)
  if ('code' in read) return refused(read)
  const [sheet] = read.sheets
  const columns = columnsNamed(sheet?.columns ?? [], headings)
  if (!sheet || columns.code === undefined || columns.name === undefined) return refused(refuse('relief.no-catalogue', { file: file.name }))
  const lines = new Map<string, Line>()
  const quarantined: Quarantined[] = []
  for (const row of sheet.rows) {
    const line = readCatalogueLine(row, columns)
    if ('why' in line) quarantined.push(line)
    else if (lines.has(line.code)) quarantined.push({ line: row.line, why: 'twice', value: line.code })
    else lines.set(line.code, line)
  }
  const kept = [...lines.values()]
  return act(house.doors, actor, async (db) => {
    const written = await db.rows<{ isNew: boolean }>(sql`
      insert into relief.item as i (scope, code, name, base_unit, packs, weight_kg, volume_m3, expires, treated, source)
      select ${house.pack.country.pcode}, code, jsonb_build_object('pt', name, 'en', name), "baseUnit", '[]', "weightKg", "volumeM3", false, false, ${file.name}
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as g(code text, name text, "baseUnit" text, "weightKg" double precision, "volumeM3" double precision)
      on conflict on constraint item_once_code do update
        set weight_kg = coalesce(i.weight_kg, excluded.weight_kg), volume_m3 = coalesce(i.volume_m3, excluded.volume_m3), version = i.version + 1
      returning (xmax = 0) as is_new`)
    const fresh = written.filter(({ isNew }) => isNew).length
    await audit(db, 'relief.catalogue', Item.name, null, { new: fresh, known: written.length - fresh, quarantined: quarantined.length })
    return {
      ...{ rows: sheet.rows.length, new: fresh, known: written.length - fresh, quarantined },
      weightUnknown: kept.filter(({ weightKg }) => weightKg === null).length,
      volumeUnknown: kept.filter(({ volumeM3 }) => volumeM3 === null).length,
    }
  })
}
