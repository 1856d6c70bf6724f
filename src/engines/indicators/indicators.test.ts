/** Golden cases of the results specification, section 5, and what must not be averaged. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { achievement, aggregate, breakdownFault, distinctPeople, partsOf, sexPart, standing } from './index.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

describe('achievement', () => {
  it.each([
    [20, 60, 50, 75],
    [40, 10, 16, 80],
    [0, 10, 12, 120],
    [10, 20, 5, -50],
  ])('from %d to %d, standing at %d, is %d percent', (baseline, target, actual, percent) => {
    expect(achievement({ baseline, target, actual })).toEqual({ percent })
  })

  it('has no percent where a figure is unknown or the target is where one began', () => {
    expect(achievement({ baseline: null, target: 60, actual: 50 })).toEqual({ undefined: 'baseline-unknown' })
    expect(achievement({ baseline: 0, target: null, actual: 50 })).toEqual({ undefined: 'target-unknown' })
    expect(achievement({ baseline: 0, target: 60, actual: null })).toEqual({ undefined: 'actual-unknown' })
    expect(achievement({ baseline: 60, target: 60, actual: 60 })).toEqual({ undefined: 'target-is-baseline' })
  })
})

describe('the word for it', () => {
  const limits = { onTrack: 0.9, behind: 0.6 }
  it.each([
    [50, 0.5, 'on_track'],
    [44, 0.5, 'behind'],
    [29, 0.5, 'off'],
    [100, 0.1, 'done'],
    [0, 0, 'on_track'],
    [-1, 0, 'off'],
  ] as const)('of %d percent after %d of the time is %s', (percent, elapsed, word) => {
    expect(standing({ percent }, elapsed, limits)).toBe(word)
  })

  it('of what nobody knows is unknown, not good and not bad', () => {
    expect(standing({ undefined: 'actual-unknown' }, 1, limits)).toBe('unknown')
  })
})

describe('figures together', () => {
  const months = (...values: (number | null)[]) => values.map((value, at) => ({ at: `2021-0${at + 1}`, value }))

  it('adds the parts of ratios: 9 of 10 and 10 of 100 are 17.3 %, not 50 %', () => {
    const both = aggregate('ratio', [
      { at: '2021-01', value: 0.9, numerator: 9, denominator: 10 },
      { at: '2021-02', value: 0.1, numerator: 10, denominator: 100 },
    ])
    expect(both).toEqual({ value: 19 / 110, numerator: 19, denominator: 110, received: 2, expected: 2 })
  })

  it('says how many are silent: 120, 80, unknown, 100', () => {
    const four = months(120, 80, null, 100)
    expect(aggregate('sum', four)).toEqual({ value: 300, received: 3, expected: 4 })
    expect(aggregate('last', [...four].reverse())).toMatchObject({ value: 100 })
    expect(aggregate('max', four)).toMatchObject({ value: 120 })
    expect(aggregate('sum', months(null, null))).toEqual({ value: null, received: 0, expected: 2 })
  })

  it('keeps a ratio over nothing unknown', () => {
    expect(aggregate('ratio', [{ at: '2021-01', value: null, numerator: 0, denominator: 0 }])).toMatchObject({ value: null, received: 1 })
  })

  it('refuses a percentage without its two parts, and a mean of means', () => {
    expect(aggregate('ratio', months(0.9, 0.1))).toMatchObject({ code: 'results.percent-averaged' })
    expect(aggregate('mean_never', months(1, 2))).toMatchObject({ code: 'results.means-averaged' })
  })
})

describe('people of several domains', () => {
  it('are each counted once: 160, not 221', () => {
    expect(distinctPeople([{ ids: range(1, 100) }, { ids: range(51, 150) }, { ids: range(140, 160) }])).toEqual({ exact: 160 })
  })

  it('lie between two ends where one source has no ids', () => {
    expect(distinctPeople([{ ids: range(1, 100) }, { count: 120 }])).toEqual({ atLeast: 120, atMost: 220 })
  })

  it('are never more than counted one by one, never fewer than the largest part', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.nat(60))), (sources) => {
        const found = distinctPeople(sources.map((ids) => ({ ids }))) as { exact: number }
        const sizes = sources.map((ids) => ids.length)
        expect(found.exact).toBeGreaterThanOrEqual(Math.max(0, ...sizes))
        expect(found.exact).toBeLessThanOrEqual(sizes.reduce((a, b) => a + b, 0))
      }),
    )
  })
})

describe('the parts of a total', () => {
  it('sum to it, the unknown being a part: 52 women, 41 men, 7 unknown are 100', () => {
    expect(breakdownFault(100, [52, 41, 7])).toBeNull()
    expect(breakdownFault(100, [52, 41])).toEqual({ code: 'results.parts-do-not-sum', facts: { total: 100, parts: 93 } })
  })

  it('are none of them larger than it, nor below nothing', () => {
    expect(breakdownFault(100, [120, -20])).toMatchObject({ code: 'results.parts-do-not-sum' })
  })
})

describe('parts of a figure', () => {
  it('are the total, with whom nobody can place as the last part: 2 women, 1 man, 1 other, 2 unknown of 6', () => {
    const parts = partsOf('sex', ['m', 'u', 'f', 'x', 'f', null].map(sexPart))
    expect(parts).toEqual({
      by: 'sex',
      parts: [
        { key: 'female', value: 2 },
        { key: 'male', value: 1 },
        { key: 'other', value: 1 },
        { key: 'unknown', value: 2 },
      ],
    })
    expect(
      breakdownFault(
        6,
        parts.parts.map(({ value }) => value),
      ),
    ).toBeNull()
    expect(partsOf('sex', [])).toEqual({ by: 'sex', parts: [] })
  })
})
