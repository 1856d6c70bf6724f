import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allocate,
  betaQuantile,
  designEffect,
  inclusionProbabilities,
  normalQuantile,
  sampleSize,
  segment,
  simpleRandom,
  systematicPps,
  tQuantile,
  wilson,
} from './index.ts'

const plan = { margin: 0.05, share: 0.5, population: null }

describe('the size of a sample', () => {
  it('is 306 of 1,500 households, and 340 when one in ten will not answer (Cochran 1977, engines.md 2)', () => {
    expect(sampleSize({ ...plan, population: 1500 })).toMatchObject({
      n: 306,
      simple: expect.closeTo(384.145882, 6),
      withPopulation: expect.closeTo(305.987353, 6),
    })
    expect(sampleSize({ ...plan, population: 1500, responseRate: 0.9 })).toMatchObject({ n: 340 })
  })
  it('is 829 of 25,000 with design effect 2 and nine in ten answering (engines.md 2)', () => {
    const size = sampleSize({ ...plan, population: 25000, designEffect: 2, responseRate: 0.9 })
    expect(size).toMatchObject({ n: 829, withPopulation: expect.closeTo(745.41377, 6) })
  })
  it('takes the design effect before the finite population (displacement.md D14, z rounded to 1.96 as there)', () => {
    const asPublished = { ...plan, z: 1.96 }
    expect(sampleSize({ ...asPublished, population: 600, designEffect: 1.5 })).toMatchObject({ n: 295 })
    expect(sampleSize({ ...asPublished, population: 30090, designEffect: 1.5 })).toMatchObject({ n: 566 })
    expect(sampleSize({ ...asPublished, population: 30090 })).toMatchObject({ n: 380 })
  })
  it('has no ceiling where nobody knows the population', () => {
    expect(sampleSize(plan)).toMatchObject({ n: 385 })
  })
  it('is refused for a plan that cannot be', () => {
    for (const wrong of [{ population: 0 }, { margin: 0 }, { responseRate: 1.1 }, { share: Number.NaN }, { confidence: 1 }, { z: -1 }]) {
      expect(sampleSize({ ...plan, ...wrong })).toMatchObject({ code: 'sample.plan-impossible' })
    }
  })
  it('grows with the likeness of neighbours: 1 + (m−1)ρ', () => {
    expect(designEffect(10, 0.05)).toBeCloseTo(1.45, 12)
    expect(designEffect(1, 0.05)).toBe(1)
  })
})

describe('a share drawn simply', () => {
  it('has the interval of Wilson 1927 (displacement.md D17)', () => {
    const percent = (interval: { low: number; high: number } | null) => [interval!.low, interval!.high].map((part) => Math.round(part * 1000) / 10)
    expect(percent(wilson(13, 13))).toEqual([77.2, 100])
    expect(percent(wilson(237, 272))).toEqual([82.6, 90.6])
    expect(wilson(0, 0)).toBeNull()
    expect(wilson(0, 20)!.low).toBe(0)
  })
})

describe('an allocation to strata', () => {
  const schools = [
    { name: 'E', size: 4421, deviation: 105.7 },
    { name: 'H', size: 755, deviation: 102 },
    { name: 'M', size: 1018, deviation: 115.5 },
  ]
  const numbers = (allocated: ReturnType<typeof allocate>) => (allocated instanceof Map ? [...allocated.values()] : allocated)
  it('follows size, or size and spread, or neither (Cochran 1977, 5.5)', () => {
    expect(numbers(allocate(schools, 200, 'proportional'))).toEqual([143, 24, 33])
    expect(numbers(allocate(schools, 200, 'neyman'))).toEqual([141, 23, 36])
    expect(numbers(allocate(schools, 200, 'equal'))).toEqual([67, 67, 66])
  })
  it('keeps the minimum and never asks a stratum for more than it has', () => {
    // 30 to H; the other 170 by 4421 to 1018: 138.18 and 31.82.
    expect(numbers(allocate(schools, 200, 'proportional', 30))).toEqual([138, 30, 32])
    const uneven = [
      { name: 'camp', size: 10 },
      { name: 'town', size: 500 },
    ]
    expect(numbers(allocate(uneven, 100, 'equal'))).toEqual([10, 90])
  })
  it('is refused where it cannot be', () => {
    expect(allocate(schools, 7000, 'equal')).toMatchObject({ code: 'sampling.more-than-there-are' })
    expect(allocate(schools, 50, 'equal', 30)).toMatchObject({ code: 'sampling.minimum-too-high' })
    expect(allocate([{ name: 'E', size: 10 }], 5, 'neyman')).toMatchObject({ code: 'sampling.stratum-unusable', facts: { stratum: 'E' } })
  })
  it('always adds up, within every stratum', () => {
    const stratum = fc.record({ size: fc.nat(2000), deviation: fc.nat(50) })
    fc.assert(
      fc.property(
        fc.array(stratum, { minLength: 1, maxLength: 12 }),
        fc.nat(3000),
        fc.constantFrom('proportional', 'neyman', 'equal'),
        fc.nat(20),
        (list, n, by, minimum) => {
          const strata = list.map((one, i) => ({ ...one, name: `s${i}` }))
          const allocated = allocate(strata, n, by, minimum)
          if (!(allocated instanceof Map)) return
          expect([...allocated.values()].reduce((sum, one) => sum + one, 0)).toBe(n)
          for (const { name, size } of strata) {
            expect(allocated.get(name)).toBeLessThanOrEqual(size)
            expect(allocated.get(name)).toBeGreaterThanOrEqual(Math.min(size, minimum))
          }
        },
      ),
    )
  })
})

describe('a draw', () => {
  /** A small seeded generator, so that every run draws the same. */
  const seeded = (seed: number) => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32

  it('of a simple sample is the same for the same seed, of different units, and fair', () => {
    expect(simpleRandom(1000, 20, seeded(4))).toEqual(simpleRandom(1000, 20, seeded(4)))
    const times = new Array(10).fill(0)
    const random = seeded(5)
    for (let draw = 0; draw < 3000; draw++) for (const unit of simpleRandom(10, 3, random) as number[]) times[unit]++
    for (const time of times) expect(time / 3000).toBeCloseTo(0.3, 1)
    expect(new Set(simpleRandom(10, 10, random) as number[]).size).toBe(10)
    expect(simpleRandom(5, 6, random)).toMatchObject({ code: 'sampling.more-than-there-are' })
  })
  it('by size takes what is larger than the step for certain, and the others share the rest', () => {
    expect([...(inclusionProbabilities([100, 10, 10, 0], 2) as Float64Array)]).toEqual([1, 0.5, 0.5, 0])
    expect(inclusionProbabilities([3, -1], 1)).toMatchObject({ code: 'sampling.size-unusable', facts: { unit: 1 } })
    expect(inclusionProbabilities([3, 0], 2)).toMatchObject({ code: 'sampling.more-than-there-are' })
  })
  it('by size gives as many as asked from every start, each unit with its chance', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 60 })
    fc.assert(
      fc.property(sizes, fc.nat(59), fc.double({ min: 0, max: 0.999999, noNaN: true }), (list, more, start) => {
        const n = 1 + (more % list.length)
        const chances = inclusionProbabilities(list, n) as Float64Array
        expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(n, 9)
        const taken = systematicPps(chances, start) as number[]
        expect(taken.length).toBe(n)
        for (const [i, chance] of chances.entries()) if (chance === 1) expect(taken).toContain(i)
      }),
    )
    expect(systematicPps([0.5, 0.5], 1)).toMatchObject({ code: 'sampling.start-outside' })
    expect(systematicPps([0.5, 1.5], 0)).toMatchObject({ code: 'sampling.chance-outside', facts: { unit: 1 } })
  })
  it('in a large cluster divides the walk into stretches of equal length', () => {
    expect((segment([...'abcdefgh'], 3) as string[][]).map((stretch) => stretch.join(''))).toEqual(['ab', 'cde', 'fgh'])
    expect(segment(['a'], 2)).toMatchObject({ code: 'sampling.more-than-there-are' })
  })
})

describe('quantiles', () => {
  it('are those that every table prints', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
    expect(normalQuantile(0.025)).toBeCloseTo(-1.959963984540054, 14)
    expect(tQuantile(0.975, 14)).toBeCloseTo(2.144786687916926, 11)
    expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975))
    expect(betaQuantile(0.025, 1, 1)).toBeCloseTo(0.025, 14)
  })
})
