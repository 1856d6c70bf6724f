/**
 * How long the comparison of two rounds of 5,000 places takes, against one full sum per place of the same two rounds (bar: at most three times as long).
 * Run: npx tsx bench/rounds.ts
 */
import { change, type PlaceInRound } from '../src/engines/rounds/change.ts'

const places = 5000
const cellsPerPlace = 12
const runs = 60

type Cell = { place: string; households: number; individuals: number }

/** A small seeded generator, so that every run measures the same rounds. */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

const next = seeded(2026)
const cellsOf = (from: number): Cell[] =>
  Array.from({ length: places }, (_, index) => `MZ${String(from + index).padStart(8, '0')}`).flatMap((place) =>
    Array.from({ length: cellsPerPlace }, () => {
      const households = Math.floor(next() * 200)
      return { place, households, individuals: households * 4 }
    }),
  )

function sumPerPlace(cells: Cell[]): PlaceInRound[] {
  const sums = new Map<string, { place: string; households: number; individuals: number; fresh: boolean }>()
  for (const cell of cells) {
    const held = sums.get(cell.place)
    if (held) {
      held.households += cell.households
      held.individuals += cell.individuals
    } else sums.set(cell.place, { ...cell, fresh: true })
  }
  return [...sums.values()]
}

function timed<Result>(work: () => Result): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

const [cellsBefore, cellsAfter] = [cellsOf(0), cellsOf(400)]
const [before, after] = [sumPerPlace(cellsBefore), sumPerPlace(cellsAfter)]
// One place in ten changed: renamed, divided or joined.
const lineage = new Map(
  before.filter((_, index) => index % 10 === 0).map(({ place }, index) => [place, index % 2 ? [`${place} new`] : [place, `${place} part`]]),
)
const options = { unit: 'individuals', lineage } as const

const sums: number[] = []
const changes: number[] = []
for (let run = 0; run < runs; run++) {
  sums.push(timed(() => [sumPerPlace(cellsBefore), sumPerPlace(cellsAfter)]))
  changes.push(timed(() => change(before, after, options)))
}
const ratio = median(changes) / median(sums)
console.log(`full sum per place, 2 rounds of ${places} places, ${cellsPerPlace} cells each  ${median(sums).toFixed(2)} ms`)
console.log(`comparison by lineage, one place in ten changed               ${median(changes).toFixed(2)} ms`)
console.log(`ratio ${ratio.toFixed(2)} (bar: 3.00) ${ratio <= 3 ? 'met' : 'missed'}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
