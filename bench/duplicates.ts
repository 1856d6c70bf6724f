/**
 * Looking for duplicates over an exercise, beside a server that answers: the longest time in which nothing else got its turn, with pairs weighed in the server's own
 * thread and with pairs weighed apart, in the same run. Run: npx tsx bench/duplicates.ts [people]
 */
import { existsSync, readFileSync } from 'node:fs'
import { startingWeights, weighApart } from '../src/registry/people/index.ts'
import { weighPairs } from '../src/registry/people/weighPairs.ts'
import { machineLoad, peakMemory, say } from './support/measure.ts'
import { peopleFrom } from './support/persons.ts'

const people = Number(process.argv[2] ?? 20_000)
const parts = new URL('../../shared/data/refs/mozambican-name-parts.csv', import.meta.url)
/** As long as a page may take before it feels slow. */
const longestMs = 250

/** A turn is asked for every 5 ms; the longest wait for one is what a request would have felt. */
async function longestBlock<T>(deed: () => Promise<T>): Promise<{ longest: number; seconds: number; done: T }> {
  let [longest, last] = [0, performance.now()]
  const look = () => {
    longest = Math.max(longest, performance.now() - last - 5)
    last = performance.now()
  }
  const turns = setInterval(look, 5)
  const began = performance.now()
  const done = await deed()
  await new Promise((turn) => setTimeout(turn, 10))
  look()
  clearInterval(turns)
  return { longest, seconds: (performance.now() - began) / 1000, done }
}

if (existsSync(parts)) {
  const { table } = peopleFrom(readFileSync(parts, 'utf8'), { rows: people, again: 0.05, seed: 7 })
  const asked = { table, households: Array.from({ length: table.size }, (_, i) => String(i)), weights: startingWeights, fromBits: 2 }
  const here = await longestBlock(async () => weighPairs(asked))
  const apart = await longestBlock(() => weighApart(asked))
  const said = ({ longest, seconds, done }: typeof here) => `longest block ${longest.toFixed(0)} ms of ${seconds.toFixed(1)} s, ${done.length} pairs`
  say(`${people} people in the server's own thread: ${said(here)}`)
  say(`apart: ${said(apart)}; ${peakMemory()}; ${machineLoad()}`)
  if (apart.done.length !== here.done.length) throw new Error('the two ways found different pairs')
  say(`  bar: longest block ${apart.longest.toFixed(0)} ms, at most ${longestMs} ms: ${apart.longest <= longestMs ? 'met' : 'missed'}`)
  if (apart.longest > longestMs) process.exitCode = 1
} else say('skipped: no shared/data/refs/mozambican-name-parts.csv beside the repository')
