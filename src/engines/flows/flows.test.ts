import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMatrices,
  balance,
  expand,
  type FlowCounts,
  type FlowMatrix,
  flowMatrix,
  margins,
  net,
  seasonality,
  type Transitions,
  totalOfPoints,
  transitions,
  unaccounted,
} from './index.ts'

const places = ['Mueda', 'Nangade', 'Palma']
type Move = [from: string | null, to: string | null, step: number, people: number | null, point?: string]

const columns = (moves: readonly Move[]): FlowCounts => ({
  from: moves.map(([from]) => from),
  to: moves.map(([, to]) => to),
  step: moves.map(([, , step]) => step),
  people: moves.map(([, , , people]) => people),
  ...(moves.some((move) => move[4]) ? { point: moves.map((move) => move[4]!) } : {}),
})
const matrixOf = (moves: readonly Move[], steps = 4): FlowMatrix => {
  const matrix = flowMatrix([columns(moves)], places, steps)
  if ('code' in matrix) throw new Error(matrix.code)
  return matrix
}
const anyPlace = fc.option(fc.constantFrom(...places))
const anyMoves = fc.array(fc.tuple(anyPlace, anyPlace, fc.nat(3), fc.option(fc.nat(500), { freq: 9 })), { maxLength: 60 })
const known = (moves: readonly Move[]) => moves.reduce((sum, [, , , people]) => sum + (people ?? 0), 0)

describe('a matrix of movements', () => {
  const moves: Move[] = [
    ['Mueda', 'Palma', 0, 40],
    ['Mueda', 'Palma', 1, 10],
    [null, 'Palma', 0, 7],
    ['Palma', null, 2, 3],
    ['Palma', 'Palma', 2, 5],
    ['Nangade', 'Mueda', 3, null],
  ]
  it('keeps the unknown as its own row and column, and what was not written down apart from zero', () => {
    const { origins, destinations, whole } = margins(matrixOf(moves))
    expect(origins.map(({ place, people, uncounted }) => [place, people, uncounted])).toEqual([
      ['Mueda', 50, 0],
      ['Nangade', 0, 1],
      ['Palma', 8, 0],
      [null, 7, 0],
    ])
    expect(destinations.map(({ people }) => people)).toEqual([0, 0, 62, 3])
    expect(whole).toEqual({ people: 65, uncounted: 1 })
    expect(margins(matrixOf(moves), 0, 1).whole.people).toBe(47)
  })
  it('gives each place its arrivals, departures and net, and no net where a number is missing', () => {
    const [mueda, nangade, palma, unknown] = balance(matrixOf(moves))
    expect(palma).toMatchObject({
      inside: { people: 5 },
      arrivals: { people: 57 },
      departures: { people: 3 },
      fromUnknown: { people: 7 },
      toUnknown: { people: 3 },
      net: 54,
    })
    expect([mueda!.net, nangade!.net, unknown!.net]).toEqual(['unknown', 'unknown', -4])
    expect(mueda!.arrivals).toEqual({ people: 0, uncounted: 1 })
  })
  it('counts a corridor at one point only, and refuses to add two of them without a rule', () => {
    const seen: Move[] = [
      ['Mueda', 'Palma', 0, 40, 'bridge'],
      ['Mueda', 'Palma', 0, 38, 'market'],
      ['Nangade', 'Palma', 0, 9, 'ferry'],
    ]
    const of = { bridge: 'N381', market: 'N381' }
    expect(flowMatrix([columns(seen)], places, 4, { of, counting: {} })).toMatchObject({
      code: 'flow.points-on-one-corridor',
      facts: { corridor: 'N381', points: ['bridge', 'market'] },
    })
    const counted = flowMatrix([columns(seen)], places, 4, { of, counting: { N381: 'bridge' } }) as FlowMatrix
    expect([margins(counted).whole.people, counted.leftOut]).toEqual([49, 1])
  })
  it('is refused for a place, a week or a number that cannot be', () => {
    const refused = (move: Move) => (flowMatrix([columns([move])], places, 4) as { code: string }).code
    expect(refused(['Pemba', 'Palma', 0, 1])).toBe('flow.place-unknown')
    expect(refused(['Palma', 'Pemba', 0, 1])).toBe('flow.place-unknown')
    expect(refused(['Palma', 'Mueda', 4, 1])).toBe('flow.outside-period')
    expect(refused(['Palma', 'Mueda', 0, -1])).toBe('flow.number-unusable')
    expect(refused(['Palma', 'Mueda', 0, Number.NaN])).toBe('flow.number-unusable')
    expect(flowMatrix([{ ...columns(moves), people: [] }], places, 4)).toMatchObject({ code: 'flow.columns-differ' })
    expect(flowMatrix([], ['Palma', 'Palma'], 4)).toMatchObject({ code: 'flow.place-twice' })
    expect(addMatrices(matrixOf(moves), matrixOf([], 5))).toMatchObject({ code: 'flow.matrices-differ' })
  })
  it('has rows and columns that add up to the counts, and a closed balance of zero', () => {
    fc.assert(
      fc.property(anyMoves, (list) => {
        const matrix = matrixOf(list)
        const { origins, destinations, whole } = margins(matrix)
        const sum = (sums: { people: number; uncounted: number }[]) => [
          sums.reduce((all, { people }) => all + people, 0),
          sums.reduce((all, { uncounted }) => all + uncounted, 0),
        ]
        const expected = [known(list), list.filter(([, , , people]) => people === null).length]
        expect([sum(origins), sum(destinations), [whole.people, whole.uncounted]]).toEqual([expected, expected, expected])
        const nets = balance(matrix).map((one) => one.net)
        if (nets.every((one) => typeof one === 'number')) expect(nets.reduce((all, one) => all + one, 0)).toBe(0)
      }),
    )
  })
  it('is the same whether read at once, in blocks, or as two parts that are added', () => {
    fc.assert(
      fc.property(anyMoves, fc.nat(60), (list, cut) => {
        const [first, second] = [list.slice(0, cut), list.slice(cut)]
        const whole = matrixOf(list)
        expect(flowMatrix([columns(first), columns(second)], places, 4)).toEqual(whole)
        expect(addMatrices(matrixOf(first), matrixOf(second))).toEqual(whole)
        const parts = [margins(whole, 0, 2), margins(whole, 2, 4)]
        expect(parts.reduce((sum, part) => sum + part.whole.people, 0)).toBe(known(list))
      }),
    )
  })
})

describe('an expansion', () => {
  const month = { hoursObserved: 6, hoursOpen: 12, daysObserved: 20, daysInPeriod: 30 }
  const whole = { hoursObserved: 12, hoursOpen: 12, daysObserved: 30, daysInPeriod: 30 }
  it('of 120 people in 6 of 12 hours on 20 of 30 days is 360, flagged, from a third of the time (engines.md 5)', () => {
    expect(expand({ observed: 120, ...month })).toEqual({
      value: 360,
      method: 'extrapolated',
      factor: 3,
      coverage: expect.closeTo(1 / 3, 12),
      warnings: [{ code: 'flow.extrapolated', facts: { percent: 33, factor: 3 } }],
    })
  })
  it('of a full count changes nothing, and zero seen is zero', () => {
    fc.assert(
      fc.property(fc.nat(), (observed) => {
        expect(expand({ observed, ...whole })).toMatchObject({ value: observed, method: 'counted', factor: 1, warnings: [] })
      }),
    )
    expect(expand({ observed: 0, ...month })).toMatchObject({ value: 0 })
  })
  it('of a point where nobody stood is unknown, also when a zero was written down', () => {
    expect(expand({ observed: 0, ...month, hoursObserved: 0 })).toMatchObject({ value: 'unknown', method: 'not-observed', coverage: 0, factor: null })
    expect(expand({ observed: 'unknown', ...month })).toMatchObject({ value: 'unknown' })
    expect(expand({ observed: 'withheld', ...month })).toMatchObject({ value: 'withheld' })
  })
  it('is refused for hours and days that cannot be', () => {
    for (const wrong of [{ hoursObserved: 13 }, { hoursOpen: 25 }, { daysObserved: 31 }, { daysInPeriod: 0 }, { observed: -1 }, { hoursOpen: Number.NaN }]) {
      expect(expand({ observed: 1, ...month, ...wrong })).toMatchObject({ code: 'flow.hours-impossible' })
    }
  })
  it('in a total says of how many points it is', () => {
    const points = [expand({ observed: 120, ...month }), expand({ observed: 40, ...whole }), expand({ observed: 0, ...month, daysObserved: 0 })]
    const total = totalOfPoints(points as Exclude<(typeof points)[number], { code: string }>[])
    expect(total).toMatchObject({ value: 400, points: 3, extrapolated: 1, coverage: expect.closeTo(2 / 3, 12) })
    expect(total.warnings).toEqual([{ code: 'flow.points-not-observed', facts: { missing: 1, points: 3 } }])
    expect(totalOfPoints([]).value).toBe('unknown')
  })
  it('of both ways has a net with both errors', () => {
    expect(net({ value: 1000, se: 30 }, { value: 960, se: 40 })).toEqual({ value: 40, se: 50 })
  })
})

describe('the time of the year', () => {
  const season = [-3, 1, 2, 0]
  it('is found again in a straight way with a season on it (by hand)', () => {
    const found = seasonality(
      Array.from({ length: 16 }, (_, t) => 10 + 2 * t + season[t % 4]!),
      4,
    ) as Exclude<ReturnType<typeof seasonality>, { code: string }>
    for (const [time, value] of found.seasonal.entries()) expect(value).toBeCloseTo(season[time]!, 12)
    expect(found.trend.slice(0, 4)).toEqual([null, null, expect.closeTo(14, 12), expect.closeTo(16, 12)])
    for (const rest of found.remainder.filter((value) => value !== null)) expect(rest).toBeCloseTo(0, 12)
  })
  it('multiplies where asked: twice as many in one month, by hand', () => {
    const year = [1.5, 0.5, 1]
    const found = seasonality(
      Array.from({ length: 9 }, (_, t) => 100 * year[t % 3]!),
      3,
      'multiplicative',
    )
    expect(found).toMatchObject({ seasonal: year.map((value) => expect.closeTo(value, 12)) })
  })
  it.each([12, 52])('of a period of %i sums to nothing, and a week that nobody counted stays a gap', (period) => {
    const series = Array.from({ length: period * 4 }, (_, t) => (t === period + 3 ? null : 50 + ((t * 7) % period)))
    const found = seasonality(series, period) as Exclude<ReturnType<typeof seasonality>, { code: string }>
    expect(found.seasonal.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9)
    expect(found.trend[period + 3]).toBeNull()
    expect(found.remainder[period + 3]).toBeNull()
    expect(found.coverage).toBeLessThan(1)
  })
  it('is refused before two whole periods, and where a time of it was never seen', () => {
    expect(seasonality([1, 2, 3], 2)).toMatchObject({ code: 'flow.series-too-short', facts: { steps: 3, needed: 4 } })
    expect(seasonality([1, null, 3, null, 5, null, 7, null], 2)).toMatchObject({ code: 'flow.season-never-seen' })
    expect(seasonality([1, 2, 3, Number.NaN], 2)).toMatchObject({ code: 'flow.number-unusable' })
    expect(seasonality([0, 0, 0, 0, 0, 0], 2, 'multiplicative')).toMatchObject({ code: 'flow.season-never-seen' })
  })
})

describe('any input', () => {
  it('gives a figure, "unknown" or a refusal, and never NaN', () => {
    const any = fc.double()
    fc.assert(
      fc.property(fc.oneof(any, fc.constant('unknown' as const)), any, any, any, any, (observed, hoursObserved, hoursOpen, daysObserved, daysInPeriod) => {
        const answer = expand({ observed, hoursObserved, hoursOpen, daysObserved, daysInPeriod })
        if (!('code' in answer)) for (const figure of [answer.value, answer.factor, answer.coverage]) expect(figure).not.toBeNaN()
      }),
    )
    const values = fc.array(fc.option(fc.oneof(fc.double(), fc.integer({ min: -9, max: 9 }))), { maxLength: 30 })
    fc.assert(
      fc.property(values, fc.integer({ min: -1, max: 8 }), fc.constantFrom('additive', 'multiplicative'), (series, period, method) => {
        const answer = seasonality(series, period, method)
        if (!('code' in answer)) for (const figure of [...answer.seasonal, ...answer.trend, ...answer.remainder]) expect(figure).not.toBeNaN()
      }),
      { numRuns: 500 },
    )
  })
})

describe('between two rounds', () => {
  it('somebody not found where nobody looked has not left, and somebody new where nobody had looked has not arrived', () => {
    const found = transitions(
      {
        covered: ['Mueda', 'Palma'],
        found: [
          { unit: 'stays', place: 'Mueda' },
          { unit: 'moves', place: 'Mueda' },
          { unit: 'gone', place: 'Mueda' },
          { unit: 'not looked for', place: 'Palma' },
          { unit: 'place lost', place: 'Mueda' },
        ],
      },
      {
        covered: ['Mueda', 'Nangade'],
        found: [
          { unit: 'stays', place: 'Mueda' },
          { unit: 'moves', place: 'Nangade' },
          { unit: 'new', place: 'Mueda' },
          { unit: 'was perhaps there', place: 'Nangade' },
          { unit: 'place lost', place: null },
          { unit: 'nowhere', place: null },
        ],
      },
    ) as Transitions
    expect(found.byPlace).toEqual([
      { place: 'Mueda', stayed: 1, left: 2, arrived: 1, unknownAfter: 1, unknownBefore: 0 },
      { place: 'Nangade', stayed: 0, left: 0, arrived: 1, unknownAfter: 0, unknownBefore: 1 },
      { place: 'Palma', stayed: 0, left: 0, arrived: 0, unknownAfter: 1, unknownBefore: 0 },
    ])
    expect(found.moves).toEqual([
      { from: 'Mueda', to: 'Nangade', units: 1 },
      { from: 'Mueda', to: null, units: 1 },
      { from: null, to: 'Mueda', units: 1 },
    ])
    expect(found).toMatchObject({ placeless: 1, coverage: 0.5 })
  })
  it('each place has before what stayed, left and is unknown, and after what stayed, arrived and is unknown', () => {
    const round = fc.record({
      covered: fc.constant(places),
      found: fc.uniqueArray(fc.record({ unit: fc.constantFrom(...'abcdefghij'), place: anyPlace }), { selector: ({ unit }) => unit }),
    })
    fc.assert(
      fc.property(round, round, (before, after) => {
        for (const { place, stayed, left, arrived, unknownAfter, unknownBefore } of (transitions(before, after) as Transitions).byPlace) {
          expect(stayed + left + unknownAfter).toBe(before.found.filter((one) => one.place === place).length)
          expect(stayed + arrived + unknownBefore).toBe(after.found.filter((one) => one.place === place).length)
        }
      }),
    )
  })
  it('is refused for one unit found twice, and for a place that was not covered', () => {
    const twice = {
      covered: ['Palma'],
      found: [
        { unit: 'a', place: 'Palma' },
        { unit: 'a', place: 'Palma' },
      ],
    }
    expect(transitions(twice, { covered: [], found: [] })).toMatchObject({ code: 'flow.unit-twice', facts: { units: 1 } })
    expect(transitions({ covered: [], found: [{ unit: 'a', place: 'Palma' }] }, { covered: [], found: [] })).toMatchObject({ code: 'flow.place-not-covered' })
  })
})

describe('what is not accounted for', () => {
  const movements = { in: 120, out: 300, births: 9, deaths: 4, adjustment: -5 }
  it('is printed beside what was expected (displacement.md 4.5)', () => {
    expect(unaccounted({ before: 2000, after: 1850 }, movements)).toEqual({ residual: 30, expected: 1820, share: 0.015, missing: [] })
  })
  it('is unknown as soon as one part is, and names it', () => {
    expect(unaccounted({ before: 2000, after: 1850 }, { ...movements, deaths: 'unknown' })).toEqual({
      residual: 'unknown',
      expected: 'unknown',
      share: null,
      missing: ['deaths'],
    })
    expect(unaccounted({ before: 2000, after: 'withheld' }, movements)).toMatchObject({ residual: 'unknown', expected: 1820, missing: ['after'] })
    expect(unaccounted({ before: 0, after: 5 }, { in: 5, out: 0, births: 0, deaths: 0, adjustment: 0 })).toMatchObject({ residual: 0, share: null })
  })
})
