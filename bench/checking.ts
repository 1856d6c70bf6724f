/**
 * An import of 4,000 rows with all its checks against reading and parsing the same file alone, in the same run (bar: at most ten times as long).
 * Run: npx tsx bench/checking.ts
 */
import { interpret } from '../src/domains/displacement/import/interpret.ts'
import { mozambique } from '../src/domains/displacement/import/testContext.ts'
import { readTabular } from '../src/kernel/import/readFile.ts'
import type { TabularFile } from '../src/kernel/import/table.ts'
import { machineLoad, say } from './support/measure.ts'

const [sites, rounds, runs, bar] = [200, 20, 15, 10]

const line = (round: number, site: number): string => {
  const day = new Date(Date.UTC(2019, 0, 14 + round * 45 + (site % 4)))
  const date = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`
  const households = 20 + ((site * 37 + round * 11) % 400)
  return `Mozambique\t${date}\tMOZ_R${site}\tSítio ${site}\tResettlement Site\tPlanned camps\t${households}\t${households * 4 + (site % 9)}`
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

const header = 'Country\tDate\tSSID\tSite Name\tSite Type\tClassification\tHouseholds\tIndividuals'
const lines = Array.from({ length: rounds * sites }, (_, index) => line(Math.floor(index / sites), index % sites))
const bytes = new TextEncoder().encode(`${[header, ...lines].join('\n')}\n`)
const reading: number[] = []
const checking: number[] = []
for (let run = 0; run < runs; run++) {
  const start = performance.now()
  const file = (await readTabular({ name: 'painel.tsv', bytes })) as TabularFile
  const read = performance.now()
  const proposal = interpret(file, mozambique)
  checking.push(performance.now() - read)
  reading.push(read - start)
  if (proposal.rounds.length !== rounds || proposal.assessments.length !== rounds * sites) throw new Error('the panel was not understood')
}
const ratio = median(checking) / median(reading)
say(`reading 4,000 rows          ${median(reading).toFixed(0)} ms`)
say(`all checks on them          ${median(checking).toFixed(0)} ms: ratio ${ratio.toFixed(1)}, bar ${bar}: ${ratio <= bar ? 'met' : 'missed'}`)
say(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, ${machineLoad()}`)
