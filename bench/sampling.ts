/**
 * How long the tables of a large household survey take: 5,000 households in 250 clusters of two stages and eight strata, 300 questions, ten groups,
 * each figure with error, interval and design effect (bar: one second), against plain weighted means of the same answers by the same groups.
 * Run: npx tsx bench/sampling.ts
 */
import { type Design, type DesignPlan, type Estimate, estimate, poststratify, surveyDesign } from '../src/engines/sampling/index.ts'
import { bar, machineLoad, ms, peakMemory, say, timed } from './support/measure.ts'

const rows = 5000
const questions = 300
const groups = 10

/** Always the same numbers, so that two runs measure the same work. */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}
const next = numbers(2026)
const each = <T>(make: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => make(row))

const strata = each((row) => `district ${row % 8}`)
const clusters = each((row) => Math.floor(row / 160) * 8 + (row % 8))
const plan: DesignPlan = {
  rows,
  stages: [{ strata, units: clusters, population: each(() => 400) }, { population: each(() => 120) }],
}
const columns: Record<string, (string | number | null)[]> = { group: each(() => `group ${Math.floor(next() * groups)}`) }
for (let q = 0; q < questions; q++) {
  // A third are counts, the rest yes or no; one answer in fifty is missing.
  columns[`q${q}`] = each(() => (next() < 0.02 ? null : q % 3 === 0 ? Math.floor(next() * 12) : next() < 0.4 ? 'yes' : 'no'))
}

const must = <T extends object>(answer: T | { code: string }): T => {
  if ('code' in answer) throw new Error(JSON.stringify(answer))
  return answer as T
}

function everyTable(design: Design): number {
  let figures = 0
  for (let q = 0; q < questions; q++) {
    const query = q % 3 === 0 ? { mean: `q${q}` } : { proportion: `q${q}`, is: 'yes' }
    figures += must<Estimate[]>(estimate(design, columns, query, { by: ['group'] })).length
  }
  return figures
}

/** What a spreadsheet would do: weighted means by group, without any error. */
function plainMeans(weights: Float64Array): number {
  let figures = 0
  for (let q = 0; q < questions; q++) {
    const sums = new Map<string, [number, number]>()
    for (let row = 0; row < rows; row++) {
      const answer = columns[`q${q}`]![row]!
      if (answer === null) continue
      const held = sums.get(columns.group![row] as string) ?? [0, 0]
      held[0] += weights[row]! * (typeof answer === 'number' ? answer : Number(answer === 'yes'))
      held[1] += weights[row]!
      sums.set(columns.group![row] as string, held)
    }
    figures += sums.size
  }
  return figures
}

/** Time of the processor: on a shared machine the clock measures the others. */
function measured(work: () => number): { seconds: number; figures: number } {
  const before = process.cpuUsage()
  const figures = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, figures }
}

say(`survey of ${rows} households, ${questions} questions, ${groups} groups; ${machineLoad()}`)
const { seconds, answer: design } = await timed(() => must<Design>(surveyDesign(plan)))
say(`  design of two stages prepared in ${ms(seconds)}`)
everyTable(design)
plainMeans(design.weights)
const plain = measured(() => plainMeans(design.weights))
const full = measured(() => everyTable(design))
say(`  plain weighted means ${ms(plain.seconds)} for ${plain.figures} figures`)
say(
  `  with error, interval and design effect ${ms(full.seconds)} for ${full.figures} figures: ${(full.seconds / plain.seconds).toFixed(1)} times the plain means`,
)
const totals = Object.fromEntries(Array.from({ length: 8 }, (_, s) => [`district ${s}`, 40_000 + s * 1000]))
const fitted = measured(() => everyTable(must<Design>(poststratify(design, { labels: strata, totals }))))
say(`  the same with weights fitted to the districts' totals ${ms(fitted.seconds)}`)
bar('all tables', full.seconds, 1, ' s')
say(`${peakMemory()}; ${machineLoad()}`)
