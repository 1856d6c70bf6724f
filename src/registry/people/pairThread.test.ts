/** Pairs weighed beside the server are the pairs that it would have found itself, and the server has its turn meanwhile. */
import { expect, it } from 'vitest'
import { acrossApart, weighApart } from './pairThread.ts'
import { tableOf } from './peopleTable.ts'
import { pairsAcross, weighPairs } from './weighPairs.ts'
import { asJudgedNow, startingWeights } from './weights.ts'

const names = ['Zuleikha', 'Abdul', 'Joaquina', 'Pedro', 'Fatima', 'Amina', 'Teodora']
const families = ['Marcada', 'Nhantumbo', 'Macuacua', 'Selemane', 'Muianga']
/** `n` people, and then the first three of them again, a letter apart. */
function peopleAgain(n: number) {
  const rows = Array.from({ length: n }, (_, i) => ({
    ...{ given: `${names[i % 7]}${i}`, family: families[i % 5]!, sex: i % 2 ? 'm' : 'f', origin: 'MZ0106', site: 'MZ010902', document: null },
    birth: `${1950 + (i % 60)}-0${1 + (i % 9)}-1${i % 10}`,
    phone: `84${String(1_000_000 + i * 37)}`,
  }))
  const again = rows.slice(0, 3).map((row) => ({ ...row, given: row.given.replace(/^(.)/, '$1h') }))
  const all = [...rows, ...again]
  return { table: tableOf(all), households: all.map((_, i) => String(i)), weights: startingWeights, fromBits: 2 }
}

it('are the same pairs with the same evidence, found while other work goes on', async () => {
  const asked = peopleAgain(400)
  let turns = 0
  const look = setInterval(() => turns++, 5)
  const apart = await weighApart(asked)
  clearInterval(look)
  expect(apart).toEqual(weighPairs(asked))
  expect(apart.map(({ a, b }) => [a, b])).toEqual(expect.arrayContaining([0, 1, 2].map((one) => [one, 400 + one])))
  expect(turns).toBeGreaterThan(0)
})

it('are the same pairs across two lists, though both threads find most of them', async () => {
  const { table, ...asked } = peopleAgain(1200)
  const first = { size: 3, columns: Object.fromEntries(Object.entries(table.columns).map(([name, cells]) => [name, cells.slice(-3)])) }
  const lists = { ...asked, first, second: table }
  const across = await acrossApart(lists)
  expect(across).toEqual(pairsAcross(lists))
  expect(across.map(({ a, b }) => [a, b])).toEqual(
    expect.arrayContaining(
      [0, 1, 2].flatMap((one) => [
        [one, one],
        [one, 1200 + one],
      ]),
    ),
  )
})

it('break without a word of anybody when the thread breaks', async () => {
  const asked = peopleAgain(400)
  const broken = { ...asked, weights: { ...startingWeights, comparisons: [{ name: 'Zuleikha Marcada' }] as never } }
  await expect(weighApart(broken)).rejects.toThrow(/^weighing pairs broke in its thread: \w+$/)
})

it('give no half of the pairs when a thread is killed midway, and all of them when the search is taken up again', async () => {
  const asked = peopleAgain(400)
  const killed: Promise<number>[] = []
  process.once('worker', (thread) => thread.once('message', () => killed.push(thread.terminate())))
  await expect(weighApart(asked)).rejects.toThrow(/^weighing pairs ended in its thread without an answer \(1\)$/)
  expect(await Promise.all(killed)).toEqual([1])
  expect(await weighApart(asked)).toEqual(weighPairs(asked))
})

it('take from stored weights how one person tells herself twice, and all else as the engine judges today', () => {
  const [names, ...others] = startingWeights.comparisons
  const stored = {
    ...startingWeights,
    version: 3,
    kinPerPerson: 1,
    comparisons: [{ ...names!, m: names!.m.map((m) => m / 2), typical: names!.u.map(() => 1) }],
  }
  expect(asJudgedNow(stored)).toEqual({ ...startingWeights, version: 3, comparisons: [{ ...names, m: names!.m.map((m) => m / 2) }, ...others] })
})
