/** The time of the year in a flow: from two whole years on, in passages per hour, with the months in their order. */
import { describe, expect, it } from 'vitest'
import { type Step, seasonFrom } from './season.ts'

/** `years` years of months; July has twice the passages per hour, and the watching changes from month to month. */
const months = (years: number, from = 3): Step[] =>
  Array.from({ length: 12 * years }, (_, i) => {
    const time = ((from - 1 + i) % 12) + 1
    const minutes = 60 * (10 + (i % 4) * 10)
    return { year: 2020 + Math.floor((from - 1 + i) / 12), time, minutes, people: Math.round(((time === 7 ? 24 : 12) * minutes) / 60) }
  })

describe('the season', () => {
  it('is not told below two whole years, and says how much there is', () => {
    expect(seasonFrom(months(1), 12, { year: 2021, time: 2 })).toEqual({ state: 'not-yet', period: 12, known: 12, steps: 12, needed: 24 })
    expect(seasonFrom([], 12, { year: 2021, time: 2 })).toMatchObject({ state: 'not-yet', known: 0 })
  })

  it('finds the month that has twice as many per hour, whatever the hours watched', () => {
    const found = seasonFrom(months(4), 12, { year: 2024, time: 2 })
    if (found.state !== 'shown') throw new Error(found.state)
    expect(found.years).toBe(4)
    expect(found.times.map(({ time }) => time)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    const of = (time: number) => found.times.find((each) => each.time === time)!.percent
    expect(of(7) / of(1)).toBeCloseTo(2, 1)
    expect(Math.round(found.times.reduce((sum, { percent }) => sum + percent, 0) / 12)).toBe(100)
  })

  it('tells of the gap when a month was never watched, and never takes it for zero', () => {
    const gaps = months(3).filter(({ time }) => time !== 9)
    expect(seasonFrom(gaps, 12, { year: 2023, time: 2 })).toEqual({ state: 'gaps', period: 12, known: 33, steps: 36 })
  })
})
