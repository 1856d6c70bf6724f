/**
 * How long two million and ten million counted movements take to become a matrix of 160 origins, 160 destinations and 52 weeks with their unknowns (bar:
 * two million in one second), against a plain sum in a Map by origin, destination and week. Run: npx tsx bench/flows.ts
 */
import { balance, type FlowCounts, type FlowMatrix, flowMatrix, margins } from '../src/engines/flows/index.ts'
import { bar, machineLoad, peakMemory, say } from './support/measure.ts'

const places = Array.from({ length: 160 }, (_, i) => `MZ${String(100 + i).padStart(4, '0')}`)
const weeks = 52
const blockSize = 100_000

/** Always the same movements, a block of rows at a time, as they are read from a file: ten million at once would be memory, not work. */
function* blocks(rows: number): Generator<FlowCounts> {
  let state = 2026
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
  const place = () => (next() < 0.03 ? null : places[Math.floor(next() * places.length)]!)
  for (let from = 0; from < rows; from += blockSize) {
    const each = <T>(make: () => T): T[] => Array.from({ length: Math.min(blockSize, rows - from) }, make)
    yield {
      from: each(place),
      to: each(place),
      step: each(() => Math.floor(next() * weeks)),
      people: each(() => (next() < 0.02 ? null : Math.floor(next() * 9))),
    }
  }
}

/** Time of the processor: on a shared machine the clock measures the others. */
function measured<T>(work: () => T): { seconds: number; answer: T } {
  const before = process.cpuUsage()
  const answer = work()
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1e6, answer }
}

function matrixOf(list: Iterable<FlowCounts>): FlowMatrix {
  const matrix = flowMatrix(list, places, weeks)
  if ('code' in matrix) throw new Error(JSON.stringify(matrix))
  return matrix
}

function plainSums(list: Iterable<FlowCounts>): Map<string, number> {
  const sums = new Map<string, number>()
  for (const { from, to, step, people } of list) {
    for (let row = 0; row < from.length; row++) {
      const key = `${from[row]}|${to[row]}|${step[row]}`
      sums.set(key, (sums.get(key) ?? 0) + (people[row] ?? 0))
    }
  }
  return sums
}

say(`movements between ${places.length} places in ${weeks} weeks; ${machineLoad()}`)
matrixOf(blocks(200_000))
const making = measured(() => {
  let rows = 0
  for (const block of blocks(10_000_000)) rows += block.from.length
  return rows
})
const ten = measured(() => matrixOf(blocks(10_000_000)))
say(`  ten million rows, read in blocks: ${ten.seconds.toFixed(2)} s with making the rows, which alone take ${making.seconds.toFixed(2)} s; ${peakMemory()}`)
const two = [...blocks(2_000_000)]
const built = measured(() => matrixOf(two))
const plain = measured(() => plainSums(two))
const sums = measured(() => [margins(built.answer), balance(built.answer)] as const)
const total = [...plain.answer.values()].reduce((sum, one) => sum + one, 0)
say(`  two million rows: matrix ${built.seconds.toFixed(2)} s, plain sums ${plain.seconds.toFixed(2)} s (ratio ${(built.seconds / plain.seconds).toFixed(2)})`)
say(`  margins and balance of all places ${sums.seconds.toFixed(2)} s; both ways count ${total} people: ${sums.answer[0].whole.people === total}`)
bar('two million rows', built.seconds, 1, ' s')
bar('against plain sums', built.seconds / plain.seconds, 1)
if (sums.answer[0].whole.people !== total) process.exitCode = 1
say(`${peakMemory()}; ${machineLoad()}`)
