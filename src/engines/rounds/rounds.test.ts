import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumCounts } from '../count.ts'
import { checkRows, householdSize } from './households.ts'
import { combineInformants, type Statement } from './informants.ts'
import { rankNeeds } from './needs.ts'
import { outliers, unmovedFigures } from './outliers.ts'
import { percentOf } from './percent.ts'
import { applySexAge, largestRemainder, type SexAgeTable } from './sexAge.ts'
import { stockIdentity } from './stock.ts'
import { checkTotals, missingRounds, sexesThatDisagree } from './totals.ts'

describe('totals', () => {
  const areas = [
    { pcode: 'MOZ', parent: null, individuals: 30, households: 'unknown' as const },
    { pcode: 'MZ01', parent: 'MOZ', individuals: 20, households: 'unknown' as const },
    { pcode: 'MZ07', parent: 'MOZ', individuals: 10, households: 3 },
    { pcode: 'MZ0101', parent: 'MZ01', individuals: 20, households: 'unknown' as const },
  ]

  it('agree when every area is the sum of the areas below it', () => expect(checkTotals(areas)).toBeNull())

  it('are refused with every difference listed', () => {
    const wrong = [...areas, { pcode: 'MZ0102', parent: 'MZ01', individuals: 1 }, { pcode: 'MZ0901', parent: 'MZ09', individuals: 2 }]
    expect(checkTotals(wrong)).toMatchObject({
      code: 'round.totals-disagree',
      facts: { n: 2, differences: ['MZ01 individuals: 20 / 21', 'MZ09 individuals: missing / 2'] },
    })
  })

  it('cannot be known when a part is unknown, and leave room for a withheld part', () => {
    const withPart = (individuals: 'unknown' | 'withheld', total: number) =>
      checkTotals([
        { pcode: 'MOZ', parent: null, individuals: total },
        { pcode: 'MZ01', parent: 'MOZ', individuals: 20 },
        { pcode: 'MZ07', parent: 'MOZ', individuals },
      ])
    expect(withPart('unknown', 25)).toMatchObject({ facts: { n: 1 } })
    expect(withPart('withheld', 25)).toBeNull()
    expect(withPart('withheld', 19)).toMatchObject({ facts: { n: 1 } })
  })

  it('of women and men make the people, or the rest is recorded as unknown sex', () => {
    const rows = [
      { individuals: 10, females: 6, males: 4 },
      { individuals: 10, females: 6, males: 3 },
      { individuals: 10, females: 6, males: 3, unknownSex: 1 },
      { individuals: 10, females: 'unknown' as const, males: 3 },
    ]
    expect(sexesThatDisagree(rows)).toEqual([rows[1]])
  })

  it('of the movements of event tracking report 123', () => {
    expect([sumCounts([62, 12, 12, 1]), sumCounts([4031, 165, 238, 54])]).toEqual([87, 4488])
  })

  it('show which rounds are missing', () => expect([missingRounds([0, 1, 2, 3, 5, 6]), missingRounds([])]).toEqual([[4], []]))
})

describe('percentages', () => {
  it.each([
    [37070, 88704, 41.8],
    [7761, 22329, 34.8],
    [139566, 946508, 14.7],
    [1, 2000, 0.1],
    [-1, 2000, -0.1],
    [1, 8, 12.5],
    [0, 5, 0],
  ])('%i of %i is %f', (part, whole, percent) => expect(percentOf(part, whole)).toBe(percent))

  it('of nothing are not a number to print', () => expect(percentOf(5, 0)).toBeNull())
})

describe('sex and age', () => {
  it('of 1,007 people over eight bands sum to 1,007', () => {
    expect(largestRemainder(1007, [9, 14, 52, 61, 88, 104, 11, 13])).toEqual([26, 40, 149, 174, 252, 298, 31, 37])
    expect(largestRemainder(1001, [1, 1, 1])).toEqual([334, 334, 333])
  })

  it('always sum to the total and never miss the exact share by one person', () => {
    const weights = fc.array(fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 50, noNaN: true })), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(fc.nat(2_000_000), weights, (total, given) => {
        const sum = given.reduce((so, weight) => so + weight, 0)
        const parts = largestRemainder(total, given)
        if ('code' in parts) return
        expect(parts.reduce((so, part) => so + part, 0)).toBe(total)
        for (const [index, part] of parts.entries()) if (sum > 1) expect(Math.abs(part - (total * given[index]!) / sum)).toBeLessThan(1 + total * 1e-5)
      }),
    )
  })

  it('are refused without usable weights', () => {
    expect(largestRemainder(5, [0, 0])).toMatchObject({ code: 'round.weights-unusable' })
    expect(largestRemainder(5, [1, -1])).toMatchObject({ code: 'round.weights-unusable' })
    expect(largestRemainder(5, [1, Number.NaN])).toMatchObject({ code: 'round.weights-unusable' })
    expect(largestRemainder(0, [0, 0])).toEqual([0, 0])
  })

  it('are applied from a counted sample once, never twice', () => {
    const sample: SexAgeTable = {
      method: 'counted',
      bands: [
        { sex: 'f', band: '0-17', individuals: 30 },
        { sex: 'm', band: '0-17', individuals: 20 },
      ],
    }
    const applied = applySexAge({ individuals: 101, held: null }, sample)
    if ('code' in applied) throw new Error(applied.code)
    expect(applied.method).toBe('applied')
    expect(applied.bands.map((band) => band.individuals)).toEqual([61, 40])
    expect(applySexAge({ individuals: 50, held: null }, applied)).toMatchObject({ code: 'round.sex-age-applied-twice' })
    expect(applySexAge({ individuals: 50, held: applied }, sample)).toMatchObject({ code: 'round.sex-age-applied-twice' })
    expect(applySexAge({ individuals: 'unknown', held: null }, sample)).toMatchObject({ code: 'round.total-unknown' })
  })
})

describe('households', () => {
  const row = (households: number | 'unknown', individuals: number | 'unknown', place = 'x') => ({ place, households, individuals })
  const thresholds = { smallest: 1.5, largest: 10, copiedRows: 10, copiedShare: 0.8 }

  it('have a size that is a ratio of sums over rows that know both', () => {
    expect(householdSize([row(22329, 88704)]).size).toBeCloseTo(3.97, 2)
    expect(householdSize([row(30090, 125774)]).size).toBeCloseTo(4.18, 2)
    expect(householdSize([row(10, 50), row(90, 270), row('unknown', 500)])).toEqual({ size: 3.2, rows: 2, leftOut: 1 })
    expect(householdSize([row(0, 0)]).size).toBeNull()
  })

  it('outnumbering the people are an error, unlikely sizes a warning', () => {
    const found = checkRows([row(423, 114), row(100, 124), row(10, 101), row(10, 100), row(10, 15), row(0, 0), row('unknown', 3)], thresholds)
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([
      ['round.individuals-below-households', 'error'],
      ['round.household-size-unusual', 'warning'],
      ['round.household-size-unusual', 'warning'],
    ])
  })

  it('copied into the column of people are seen from ten rows and four fifths', () => {
    const batch = (equal: number, other: number) => [...Array(equal).fill(row(20, 20)), ...Array(other).fill(row(20, 90))]
    const copied = (rows: ReturnType<typeof row>[]) => checkRows(rows, thresholds).some(({ code }) => code === 'round.column-copied')
    expect([copied(batch(8, 2)), copied(batch(7, 3)), copied(batch(9, 0)), copied(Array(12).fill(row(0, 0)))]).toEqual([true, false, false, false])
  })
})

describe('figures that moved oddly', () => {
  const round = (figures: (number | 'unknown')[]) => figures.map((figure, index) => ({ place: `place ${index}`, figure }))
  const before = round([100, 200, 300, 400, 500, 600, 700, 80])

  it('stand out against the change of the other places, not against zero', () => {
    const after = round([150, 306, 448, 605, 741, 900, 1060, 2000])
    expect(outliers(before, after).map(({ place }) => place)).toEqual(['place 7'])
    expect(outliers(before, round([150, 306, 448, 605, 741, 900, 1060, 121]))).toEqual([])
  })

  it('stand out when nearly all others stayed as they were', () => {
    expect(outliers(before, round([100, 200, 300, 400, 500, 600, 700, 800]), { limit: 2 }).map(({ place }) => place)).toEqual(['place 7'])
    expect(outliers(before, before)).toEqual([])
    expect(outliers(before.slice(0, 3), round([1, 9999, 5]))).toEqual([])
  })

  it('ignore a change of scale of a whole round', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 })), { minLength: 5, maxLength: 30 }), (pairs) => {
        const [a, b] = [round(pairs.map(([one]) => one)), round(pairs.map(([, other]) => other))]
        const doubled = b.map(({ place, figure }) => ({ place, figure: (figure as number) * 2 }))
        const names = (found: { place: string; z: number }[]) => found.filter(({ z }) => Math.abs(z) > 3.6).map(({ place }) => place)
        for (const name of names(outliers(a, b))) expect(outliers(a, doubled).map(({ place }) => place)).toContain(name)
      }),
    )
  })

  it('are also those that never move: three rounds the same, unless nobody is there', () => {
    const history = [round([5, 7, 0, 9]), round([5, 8, 0, 9]), round([5, 8, 0, 9]), round([6, 8, 0, 9])]
    expect(unmovedFigures(history)).toEqual([
      { place: 'place 1', figure: 8, rounds: 3 },
      { place: 'place 3', figure: 9, rounds: 4 },
    ])
  })
})

describe('several informants', () => {
  const said = (informant: string, individuals: number | 'unknown', level: number, confidence: number): Statement => ({
    informant,
    individuals,
    households: 'unknown',
    level,
    confidence,
  })
  const statements = [said('chief', 400, 2, 3), said('secretary', 500, 3, 1), said('teacher', 900, 1, 2), said('nurse', 'unknown', 4, 9)]

  it('are combined by the declared rule, with the spread shown and nothing summed', () => {
    const chosen = (['median', 'lowest_level', 'highest_confidence'] as const).map((rule) => combineInformants(statements, rule).chosen?.informant)
    expect(chosen).toEqual(['secretary', 'secretary', 'chief'])
    expect(combineInformants(statements, 'median')).toMatchObject({ spread: { lowest: 400, highest: 900 }, heard: 4 })
    expect(combineInformants([statements[3]!], 'median')).toMatchObject({ chosen: null, spread: null, heard: 1 })
  })

  it('never produce a figure that nobody gave', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (figures) => {
        const chosen = combineInformants(
          figures.map((figure, index) => said(String(index), figure, index % 3, index % 2)),
          'median',
        ).chosen
        expect(figures).toContain(chosen?.individuals)
      }),
    )
  })
})

describe('a stock', () => {
  it('prints what its flows do not explain', () => {
    const flows = { before: 100, in: 30, out: 20, births: 2, deaths: 1, adjustment: 0 }
    expect(stockIdentity({ ...flows, after: 115 })).toEqual({ expected: 111, residual: 4 })
    expect(stockIdentity({ ...flows, after: 'unknown' })).toEqual({ expected: 111, residual: 'unknown' })
    expect(stockIdentity({ ...flows, out: 'unknown', after: 115 })).toEqual({ expected: 'unknown', residual: 'unknown' })
  })
})

describe('needs', () => {
  it('are ranked 3-2-1 beside the share of localities naming them first', () => {
    const ranked = rankNeeds([['food', 'water', 'shelter'], ['water', 'food'], ['food', 'food', 'health'], []])
    expect(ranked.map(({ need, score, percentFirst }) => [need, score, percentFirst])).toEqual([
      ['food', 8, 66.7],
      ['water', 5, 33.3],
      ['health', 2, 0],
      ['shelter', 1, 0],
    ])
    expect(ranked[0]).toMatchObject({ unit: 'localities', localities: 3, namedFirst: 2 })
  })
})
