/**
 * Disclosure control measured: 10,000 generated tables with no recoverable cell, and one national table (province, district, sex, age) in 2 seconds.
 * Run: `npx tsx bench/disclosure.ts [tables]`.
 */
import { loadavg } from 'node:os'
import { audit, primary, suppress } from '../src/engines/disclosure/index.ts'
import { peopleTable, randomTable, seeded } from '../src/engines/disclosure/randomTable.fixture.ts'

const tables = Number(process.argv[2] ?? 10_000)
let recoverable = 0
let refused = 0
let sensitiveCells = 0
let withheld = 0
const start = performance.now()
for (let seed = 1; seed <= tables; seed++) {
  const { table, hierarchies } = randomTable(seed)
  const sensitive = primary(table, { minimum: 5, zeros: seed % 5 === 0 ? 'sensitive' : 'published' })
  const answer = await suppress(table, hierarchies, sensitive, { zerosAreKnown: seed % 2 === 0 })
  if ('code' in answer) {
    refused++
    continue
  }
  recoverable += (await audit(table, answer)).filter((one) => one.recoverable).length
  sensitiveCells += sensitive.size
  withheld += sensitive.size + answer.secondary.size
}
const seconds = (performance.now() - start) / 1000
console.log(
  `${tables} tables: ${sensitiveCells} sensitive cells, ${withheld} withheld, ${recoverable} recoverable, ${refused} refused, ${seconds.toFixed(1)} s`,
)

for (const zerosAreKnown of [false, true]) {
  const { table, hierarchies } = peopleTable({ provinces: 11, districts: 14, groups: 2, bands: 7, mean: 120, random: seeded(7) })
  const sensitive = primary(table, { minimum: 5, zeros: 'published' })
  const before = performance.now()
  const answer = await suppress(table, hierarchies, sensitive, { zerosAreKnown })
  const middle = performance.now()
  if ('code' in answer) throw new Error(answer.code)
  const open = (await audit(table, answer)).filter((one) => one.recoverable).length
  const figures = `${table.cells.length} cells, ${sensitive.size} sensitive, ${answer.secondary.size} secondary, ${open} recoverable`
  const times = `suppress ${((middle - before) / 1000).toFixed(2)} s, audit ${((performance.now() - middle) / 1000).toFixed(2)} s (bar: 2 s to suppress)`
  console.log(`national table${zerosAreKnown ? ', zeros known to the attacker' : ''}: ${figures}; ${times}; load ${loadavg()[0]!.toFixed(1)}`)
}
process.exitCode = recoverable + refused > 0 ? 1 : 0
