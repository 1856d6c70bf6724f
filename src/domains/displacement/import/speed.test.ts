/** An import of 4,000 rows with all its checks costs at most ten times the reading of the same file: a ratio, so that it holds on any machine. */
import { expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { interpret } from './interpret.ts'
import { mozambique } from './testContext.ts'

const sites = 200
const rounds = 20
const line = (round: number, site: number): string => {
  const day = new Date(Date.UTC(2019, 0, 14 + round * 45 + (site % 4)))
  const date = `${day.getUTCMonth() + 1}/${day.getUTCDate()}/${day.getUTCFullYear()}`
  const households = 20 + ((site * 37 + round * 11) % 400)
  return `Mozambique\t${date}\tMOZ_R${site}\tSítio ${site}\tResettlement Site\tPlanned camps\t${households}\t${households * 4 + (site % 9)}`
}
const median = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!

it('checks 4,000 rows in at most ten times the time of reading them', async () => {
  const header = 'Country\tDate\tSSID\tSite Name\tSite Type\tClassification\tHouseholds\tIndividuals'
  const lines = Array.from({ length: rounds * sites }, (_, index) => line(Math.floor(index / sites), index % sites))
  const bytes = new TextEncoder().encode(`${[header, ...lines].join('\n')}\n`)
  const reading: number[] = []
  const checking: number[] = []
  for (let run = 0; run < 7; run++) {
    const start = performance.now()
    const file = (await readTabular({ name: 'painel.tsv', bytes })) as TabularFile
    const read = performance.now()
    const proposal = interpret(file, mozambique)
    checking.push(performance.now() - read)
    reading.push(read - start)
    expect([proposal.rounds.length, proposal.assessments.length]).toEqual([rounds, rounds * sites])
  }
  expect(median(checking) / median(reading)).toBeLessThan(10)
})
