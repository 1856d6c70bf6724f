/**
 * `npm run oracles`: the engines against answers that others published. Prints per engine what was compared and what differs; exit code 1 on any miss.
 * A missing oracle folder is said and is not a pass. To add an engine: one entry in `engines`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { compareWithOracle, oracleCases } from '../src/engines/disclosure/oracle.fixture.ts'
import { febrlCases, linkFebrl } from '../src/engines/linkage/febrl.fixture.ts'
import type { Compared } from '../src/engines/sampling/csv.fixture.ts'
import { compareSampling } from '../src/engines/sampling/samplingOracle.fixture.ts'
import { compareSurvey, compareWeights } from '../src/engines/sampling/surveyOracle.fixture.ts'

type Comparison = { name: string; rows: number; note: string; misses: string[] }
type Engine = { name: string; folder: string; compare: (read: (file: string) => string) => Promise<Comparison[]> }

const withWorst = ({ name, rows, figures, worst, misses }: Compared): Comparison => ({ name, rows, note: [`${figures} figures`, ...worst].join('; '), misses })

const engines: Engine[] = [
  {
    name: 'disclosure',
    folder: 'sdc',
    compare: async (read) => {
      const results = []
      for (const one of oracleCases) results.push(await compareWithOracle(one, read))
      return results.map(({ answer, rows, withheld, withheldByOracle, misses }) => ({
        name: answer,
        rows,
        note: `${withheld} withheld, oracle ${withheldByOracle}`,
        misses,
      }))
    },
  },
  { name: 'sampling: sizes, draws, quantiles', folder: 'sampling', compare: async (read) => compareSampling(read).map(withWorst) },
  { name: 'sampling: estimates', folder: 'survey', compare: async (read) => [compareSurvey(read), compareWeights(read)].map(withWorst) },
  {
    name: 'linkage',
    folder: 'febrl',
    compare: async (read) =>
      febrlCases.map((one) => {
        const { name, rows, threshold, chosenOn, heldOut, misses } = linkFebrl(one, read)
        const wrong = heldOut.found - heldOut.right
        return {
          name,
          rows,
          note: `threshold ${threshold} bits: F1 ${chosenOn.f1.toFixed(5)} where chosen, ${heldOut.f1.toFixed(5)} held out, ${wrong} false links`,
          misses,
        }
      }),
  },
]

let missed = 0
for (const engine of engines) {
  const folder = new URL(`../../shared/oracles/${engine.folder}/`, import.meta.url)
  if (!existsSync(folder)) {
    console.log(`${engine.name}: skipped, no oracle folder`)
    continue
  }
  const comparisons = await engine.compare((file) => readFileSync(new URL(file, folder), 'utf8'))
  const rows = comparisons.reduce((sum, one) => sum + one.rows, 0)
  const misses = comparisons.flatMap((one) => one.misses.map((miss) => `${one.name}: ${miss}`))
  console.log(`${engine.name}: ${rows} rows compared, ${misses.length} misses`)
  for (const one of comparisons) console.log(`  ${one.name}: ${one.rows} rows, ${one.note}`)
  for (const miss of misses) console.log(`  MISS ${miss}`)
  missed += misses.length
}
process.exitCode = missed > 0 ? 1 : 0
