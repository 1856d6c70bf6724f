/** From answers to the cells of a public file: numbers in bands, rare answers merged, the order of the file saying nothing of who was visited when. */
import type { AskedUnit } from '../weights.ts'
import type { MicrodataColumn } from './microdata.ts'

/** As `disclosure.risk` takes them: the cells by the name of the column. */
export type MicrodataTable = { columns: string[]; rows: Record<string, string>[]; weights: number[] }

export const weightColumn = 'weight'
export const merged = 'merged'

/** `1-2`, `3-5`, `6+`; below the first, `<1`. */
export function bandOf(value: number, bands: readonly number[]): string {
  const at = bands.findLastIndex((from) => value >= from)
  if (at === -1) return `<${bands[0]}`
  const next = bands[at + 1]
  if (next === undefined) return `${bands[at]}+`
  return next - 1 === bands[at] ? String(bands[at]) : `${bands[at]}-${next - 1}`
}

/** Empty: not answered. */
export function cellOf(value: unknown, { bands = [], merge = [] }: Pick<MicrodataColumn, 'bands' | 'merge'>): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return bands.length > 0 ? bandOf(value, bands) : String(value)
  const codes = (Array.isArray(value) ? value : String(value).split(' ')).map((code) => (merge.includes(String(code)) ? merged : String(code)))
  return [...new Set(codes)].sort().join(' ')
}

export function tableOf(columns: readonly MicrodataColumn[], units: readonly AskedUnit[], weights: readonly number[], withWeights: boolean): MicrodataTable {
  const names = columns.map(({ question }) => question)
  const rows = units.map((unit, at) => {
    const cells = columns.map((column) => [column.question, cellOf(column.question === 'stratum' ? unit.stratum : unit.answers?.[column.question], column)])
    return {
      row: Object.fromEntries(withWeights ? [...cells, [weightColumn, weights[at]!.toFixed(2)]] : cells) as Record<string, string>,
      weight: weights[at]!,
    }
  })
  const all = withWeights ? [...names, weightColumn] : names
  const text = ({ row }: (typeof rows)[number]) => JSON.stringify(all.map((name) => row[name]))
  rows.sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a.weight - b.weight))
  return { columns: all, rows: rows.map(({ row }) => row), weights: rows.map(({ weight }) => weight) }
}
