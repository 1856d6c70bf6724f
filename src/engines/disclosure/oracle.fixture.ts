/**
 * Compares this engine with published answers of another implementation (suppression patterns of the GaussSuppression packages of Statistics Norway,
 * MIT: numbers only). A pattern need not be equal: the sensitive cells must be the same, none may be recoverable, and no more may be withheld.
 */
import { audit, type Hierarchies, primary, suppress, tabulate } from './index.ts'

type Case = { input: string; answer: string; dimensions: string[]; groupings: string[]; count: string; largestSmall: number; zeros: boolean }

const z2 = { input: 'z2.csv', dimensions: ['region', 'hovedint'], groupings: ['fylke', 'kostragr'], count: 'ant' }
const z3 = { ...z2, input: 'z3.csv', dimensions: ['region', 'hovedint', 'mnd'] }
const d2 = { input: 'd2.csv', dimensions: ['region', 'main_income'], groupings: ['county'], count: 'freq' }
export const oracleCases: Case[] = [
  ...[2, 3, 5].flatMap((max) => [0, 1].map((zeros) => ({ ...z2, answer: `z2_max${max}_zeros${zeros}.csv`, largestSmall: max, zeros: zeros === 1 }))),
  { ...z3, answer: 'z3_smallcounts_max5.csv', largestSmall: 5, zeros: false },
  { ...d2, answer: 'd2_region_income_max4.csv', largestSmall: 4, zeros: true },
]

export type OracleResult = { answer: string; rows: number; withheld: number; withheldByOracle: number; misses: string[] }

/** `read` gives the text of a file of the oracle folder. */
export async function compareWithOracle(one: Case, read: (file: string) => string): Promise<OracleResult> {
  const rows = records(read(one.input))
  const expected = records(read(one.answer))
  const leaf = one.dimensions[0]!
  const hierarchies: Hierarchies = Object.fromEntries(one.dimensions.map((dimension) => [dimension, [totalOf(rows, dimension)]]))
  hierarchies[leaf] = one.groupings.flatMap((grouping) => [totalOf(rows, grouping), ...groupsOf(rows, grouping, leaf)])
  const table = tabulate(
    rows.map((row) => ({ at: one.dimensions.map((dimension) => row[dimension]!), value: Number(row[one.count]) })),
    one.dimensions,
    hierarchies,
  )
  const sensitive = primary(table, { minimum: one.largestSmall + 1, zeros: one.zeros ? 'sensitive' : 'published' })
  const answer = await suppress(table, hierarchies, sensitive)
  const withheldByOracle = expected.filter((row) => row.suppressed === 'TRUE').length
  if ('code' in answer) return { answer: one.answer, rows: 0, withheld: 0, withheldByOracle, misses: [answer.code] }
  const position = new Map(table.cells.map((cell, i) => [cell.at.join(), i]))
  const misses: string[] = []
  for (const row of expected) {
    const name = one.dimensions.map((dimension) => row[dimension]).join()
    const cell = position.get(name)
    if (cell === undefined || table.cells[cell]!.value !== Number(row[one.count])) misses.push(`${name}: not the same figure`)
    else if (sensitive.has(cell) !== (row.primary === 'TRUE')) misses.push(`${name}: sensitive here or there only`)
  }
  if (expected.length !== table.cells.length) misses.push(`${table.cells.length} cells here, ${expected.length} there`)
  for (const interval of await audit(table, answer)) if (interval.recoverable) misses.push(`${interval.at.join()}: recoverable`)
  const withheld = answer.primary.size + answer.secondary.size
  if (withheld > withheldByOracle) misses.push(`withholds ${withheld}, the other ${withheldByOracle}`)
  return { answer: one.answer, rows: expected.length, withheld, withheldByOracle, misses }
}

function records(csv: string): Record<string, string>[] {
  const [head, ...lines] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  return lines.map((line) => Object.fromEntries(head!.map((name, i) => [name, line[i]!])))
}

const codesOf = (rows: Record<string, string>[], column: string) => [...new Set(rows.map((row) => row[column]!))]
const totalOf = (rows: Record<string, string>[], column: string) => ({ total: 'Total', parts: codesOf(rows, column) })
const groupsOf = (rows: Record<string, string>[], grouping: string, leaf: string) =>
  codesOf(rows, grouping).map((total) => ({
    total,
    parts: codesOf(
      rows.filter((row) => row[grouping] === total),
      leaf,
    ),
  }))
