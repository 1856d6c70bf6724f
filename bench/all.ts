/**
 * Every measurement, one after the other, each in a process of its own, with a summary of what was met and missed and the machine's load.
 * Run: npm run bench, or with names: npm run bench -- import list
 */
import { spawn } from 'node:child_process'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { machineLoad, say } from './support/measure.ts'

const measurements: Record<string, string> = {
  places: 'P-coding of a million points against flatbush and which-polygon',
  rounds: 'comparison of two rounds against one full sum per place',
  disclosure: 'disclosure control on 10,000 tables',
  flows: 'movements to a matrix against plain sums in a Map',
  sampling: 'the tables of a survey of 5,000 households against plain weighted means',
  linkage: 'a million people searched for repetitions against DuckDB; FEBRL and well-known people',
  duplicates: 'looking for duplicates beside a server that answers: the longest block',
  hints: 'the hint of a double on a phone with 100,000 people on its list',
  xlsform: 'compilation of real forms, the largest in at most 150 ms',
  report: 'round report against the same without pictures',
  importReader: 'reading 100,000 rows against exceljs',
  checking: 'all checks of 4,000 rows against reading them',
  import: 'import of the HDX file and of 100,000 rows against a bare COPY',
  fourW: "the country's 4W against parsing the file and a bare COPY",
  publish: 'publication of 100,000 cells against a plain sum',
  formsOut: 'ten thousand submissions out as ZIP, CSV, workbook and feed',
  list: 'first page of a list over a million cells against no row level security',
  ingest: 'filled forms taken in against ODK Central and three bare inserts',
  policies: 'a sum through the policies of each role against none',
  ledger: 'balances over a million moves of stock against a bare sum; sixteen writers',
  handovers: 'a distribution of 2,000 households on three tablets merged, and sent again',
  strategyMap: 'the strategy map of 50 indicators, 36 months and 11 provinces against a plain read',
  solutionsDashboard: 'the dashboard of 10,000 houses with 60,000 inspections against the plain count',
  start: 'start-up on a new and an existing folder',
  field: 'the field app on a cheap phone, CPU six times slower, EDGE',
}

type Outcome = { name: string; exit: number; missed: number; seconds: number }

function run(name: string): Promise<Outcome> {
  const began = performance.now()
  const running = spawn(process.execPath, ['bin/run.mjs', `bench/${name}.ts`], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  running.stdout.on('data', (chunk) => {
    text += chunk
    process.stdout.write(chunk)
  })
  return new Promise((resolve) =>
    running.once('close', (exit) =>
      resolve({ name, exit: exit ?? 1, missed: text.match(/\bmissed\b/g)?.length ?? 0, seconds: (performance.now() - began) / 1000 }),
    ),
  )
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in measurements))
if (unknown.length > 0) {
  say(`No measurement is called ${unknown.join(', ')}. There are: ${Object.keys(measurements).join(', ')}.`)
  process.exit(1)
}
const outcomes: Outcome[] = []
for (const [name, about] of Object.entries(measurements)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  say(`\n── ${name}: ${about}`)
  outcomes.push(await run(name))
}
say(`\nSummary on ${cpus().length} cores, ${machineLoad()}`)
for (const { name, exit, missed, seconds } of outcomes) {
  const verdict = missed > 0 ? `${missed} missed` : exit === 0 ? 'met' : `ended with ${exit}`
  say(`  ${name.padEnd(14)} ${verdict.padEnd(14)} ${seconds.toFixed(0)} s`)
}
process.exitCode = outcomes.some(({ exit, missed }) => exit !== 0 || missed > 0) ? 1 : 0
