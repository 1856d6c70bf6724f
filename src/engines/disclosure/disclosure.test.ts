import { describe, expect, it } from 'vitest'
import { audit, differences, primary, roundTo, type Suppressed, suppress, type Table, tabulate } from './index.ts'
import { randomTable } from './randomTable.fixture.ts'

const sexes = [{ total: 'all', parts: ['f', 'm'] }]
const districts = [{ total: 'province', parts: ['Ancuabe', 'Metuge', 'Pemba'] }]

async function suppressed(table: Table, hierarchies: Parameters<typeof suppress>[1], minimum = 5): Promise<Suppressed> {
  const answer = await suppress(table, hierarchies, primary(table, { minimum, zeros: 'published' }))
  if ('code' in answer) throw new Error(answer.code)
  return answer
}

describe('which cells are sensitive', () => {
  const table = (value: number, contributions?: number[]): Table => ({ dimensions: ['area'], cells: [{ at: ['a'], value, contributions }] })
  it('withholds a count below the minimum and prints the minimum itself', () => {
    expect(primary(table(4), { minimum: 5, zeros: 'published' }).size).toBe(1)
    expect(primary(table(5), { minimum: 5, zeros: 'published' }).size).toBe(0)
  })
  it('takes a zero for sensitive only when told so, and never an unknown', () => {
    expect(primary(table(0), { minimum: 5, zeros: 'published' }).size).toBe(0)
    expect(primary(table(0), { minimum: 5, zeros: 'sensitive' }).size).toBe(1)
    expect(primary({ dimensions: ['area'], cells: [{ at: ['a'], value: 'unknown' }] }, { minimum: 5, zeros: 'sensitive' }).size).toBe(0)
  })
  it('finds one contributor with more than 80 % of the amount (dominance rule, Hundepool et al. 2012)', () => {
    expect(primary(table(100, [81, 10, 9]), { minimum: 3, dominance: { n: 1, k: 80 }, zeros: 'published' }).size).toBe(1)
    expect(primary(table(100, [80, 10, 10]), { minimum: 3, dominance: { n: 1, k: 80 }, zeros: 'published' }).size).toBe(0)
  })
  it('finds an amount from which the second contributor estimates the first within 10 % (p % rule)', () => {
    expect(primary(table(100, [60, 35, 5]), { minimum: 3, dominance: { p: 10 }, zeros: 'published' }).size).toBe(1)
    expect(primary(table(100, [60, 30, 10]), { minimum: 3, dominance: { p: 10 }, zeros: 'published' }).size).toBe(0)
  })
})

describe('secondary suppression', () => {
  const hierarchies = { area: districts, sex: sexes }
  const rows = [
    { at: ['Ancuabe', 'f'], value: 3 },
    { at: ['Ancuabe', 'm'], value: 40 },
    { at: ['Metuge', 'f'], value: 55 },
    { at: ['Metuge', 'm'], value: 60 },
    { at: ['Pemba', 'f'], value: 70 },
    { at: ['Pemba', 'm'], value: 80 },
  ]
  it('never leaves one masked cell alone in a row or column whose total is printed', async () => {
    const table = tabulate(rows, ['area', 'sex'], hierarchies)
    const answer = await suppressed(table, hierarchies)
    const withheld = [...answer.primary, ...answer.secondary].map((i) => table.cells[i]!.at.join(' '))
    expect(withheld.sort()).toEqual(['Ancuabe f', 'Ancuabe m', 'Metuge f', 'Metuge m'])
  })
  it('gives the interval that an attacker can compute, not the figure', async () => {
    const table = tabulate(rows, ['area', 'sex'], hierarchies)
    expect(await audit(table, await suppressed(table, hierarchies))).toEqual([
      { cell: expect.any(Number), at: ['Ancuabe', 'f'], low: 0, high: 43, recoverable: false },
    ])
  })
  it('keeps the interval as wide as the protection asks for', async () => {
    const table = tabulate(rows, ['area', 'sex'], hierarchies)
    const answer = await suppress(table, hierarchies, primary(table, { minimum: 5, zeros: 'published' }), { protection: 50 })
    if ('code' in answer) throw new Error(answer.code)
    expect((await audit(table, answer, 50)).filter((one) => one.recoverable)).toEqual([])
  })
  it('needs nothing else when the total itself is not printed', async () => {
    const table: Table = { dimensions: ['area'], cells: [{ at: ['Ancuabe'], value: 3 }] }
    const answer = await suppressed(table, { area: districts })
    expect(answer.secondary.size).toBe(0)
    expect(await audit(table, answer)).toEqual([{ cell: 0, at: ['Ancuabe'], low: 0, high: Number.POSITIVE_INFINITY, recoverable: false }])
  })
  it('protects two ones in a row also against somebody who knows that zeros are printed', async () => {
    const ones = tabulate(
      rows.map((row) => (row.at[0] === 'Ancuabe' ? { ...row, value: 1 } : row)),
      ['area', 'sex'],
      hierarchies,
    )
    const answer = await suppress(ones, hierarchies, primary(ones, { minimum: 5, zeros: 'published' }), { zerosAreKnown: true })
    if ('code' in answer) throw new Error(answer.code)
    expect((await audit(ones, answer)).every((one) => one.high > one.low)).toBe(true)
  })
  it('answers an empty table and a table of unknowns without a word', async () => {
    expect((await suppressed({ dimensions: [], cells: [] }, {})).secondary.size).toBe(0)
    const unknown: Table = { dimensions: ['area'], cells: ['province', 'Ancuabe', 'Metuge', 'Pemba'].map((area) => ({ at: [area], value: 'unknown' })) }
    expect(await audit(unknown, await suppressed(unknown, { area: districts }))).toEqual([])
  })
  it('leaves no cell recoverable in 200 generated tables, nor to somebody who knows that zeros are printed', async () => {
    for (let seed = 1; seed <= 200; seed++) {
      const { table, hierarchies: sums } = randomTable(seed)
      const sensitive = primary(table, { minimum: 5, zeros: seed % 5 === 0 ? 'sensitive' : 'published' })
      const answer = await suppress(table, sums, sensitive, { zerosAreKnown: seed % 2 === 0 })
      if ('code' in answer) throw new Error(`seed ${seed}: ${answer.code}`)
      expect((await audit(table, answer)).filter((one) => one.recoverable)).toEqual([])
    }
  }, 180_000)
})

describe('rounding', () => {
  const table: Table = { dimensions: ['area'], cells: Array.from({ length: 2000 }, (_, i) => ({ at: [`a${i}`], value: i % 2 ? 7 : 'unknown' })) }
  it('lands on neighbouring multiples, right on average, the same for the same seed, and leaves unknown unknown', () => {
    const rounded = roundTo(table, 5, 42)
    expect(new Set(rounded.cells.map((cell) => cell.value))).toEqual(new Set(['unknown', 5, 10]))
    const known = rounded.cells.map((cell) => cell.value).filter((value) => typeof value === 'number')
    expect(known.reduce((sum, one) => sum + one, 0) / known.length).toBeCloseTo(7, 0)
    expect(roundTo(table, 5, 42)).toEqual(rounded)
    expect(roundTo(table, 5, 43)).not.toEqual(rounded)
  })
})

describe('subtraction between releases', () => {
  const release = (name: string, period: string, cells: [string[], number | 'withheld'][]) => ({
    name,
    period,
    cells: cells.map(([covers, count]) => ({ topic: 'all', covers, count })),
  })
  it('finds the posto that a district minus its other postos exposes', () => {
    const out = release('March', 'R12', [[['posto 1', 'posto 2'], 120]])
    const next = release('district table', 'R12', [[['posto 1', 'posto 2', 'posto 3'], 123]])
    expect(differences([out], next, 5)).toEqual([{ kind: 'geography', topic: 'all', units: ['posto 3'], people: 3, releases: ['March', 'district table'] }])
  })
  it('finds what version 2 of a round minus version 1 tells, and a figure withheld now but printed before', () => {
    const first = release('v1', 'R12', [
      [['a'], 120],
      [['b'], 30],
    ])
    const second = release('v2', 'R12', [
      [['a'], 121],
      [['b'], 'withheld'],
    ])
    expect(differences([first], second, 5).map((one) => [one.kind, one.people])).toEqual([
      ['version', 1],
      ['shown-before', 30],
    ])
  })
  it('takes a change between two rounds for news, not for a disclosure', () => {
    expect(differences([release('R11', 'R11', [[['a'], 120]])], release('R12', 'R12', [[['a'], 121]]), 5)).toEqual([])
  })
})
