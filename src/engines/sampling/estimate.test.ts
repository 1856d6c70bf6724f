import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Columns,
  calibrate,
  type Design,
  type DesignPlan,
  type Estimate,
  type EstimateOptions,
  estimate,
  leastWeight,
  poststratify,
  type Query,
  rake,
  raoScott,
  surveyDesign,
} from './index.ts'

const design = (plan: DesignPlan): Design => {
  const made = surveyDesign(plan)
  if ('code' in made) throw new Error(made.code)
  return made
}
const figures = (of: Design, columns: Columns, query: Query, options?: EstimateOptions): Estimate[] => {
  const found = estimate(of, columns, query, options)
  if ('code' in found) throw new Error(found.code)
  return found
}
const codes = ({ warnings }: Estimate) => warnings.map(({ code }) => code)

/** Twelve households of two strata, one in three and one in two of them asked. */
const strata = [...'aaaaaabbbbbb']
const children = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8]
const population = strata.map((one) => (one === 'a' ? 18 : 12))
const stratified = design({ rows: 12, stages: [{ strata, population }] })

describe('an estimate', () => {
  it('of a stratified mean has the error that is worked out by hand (Särndal, Swensson and Wretman 1992, 3.7)', () => {
    const [mean] = figures(stratified, { children }, { mean: 'children' })
    const [a, b] = [children.slice(0, 6), children.slice(6)]
    const average = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length
    const spread = (list: number[]) => list.reduce((sum, one) => sum + (one - average(list)) ** 2, 0) / (list.length - 1)
    expect(mean!.value).toBeCloseTo((18 * average(a) + 12 * average(b)) / 30, 12)
    const variance = (18 / 30) ** 2 * (1 - 6 / 18) * (spread(a) / 6) + (12 / 30) ** 2 * (1 - 6 / 12) * (spread(b) / 6)
    expect(mean!.se).toBeCloseTo(Math.sqrt(variance), 12)
    expect(mean).toMatchObject({ df: 10, n: 12, nonresponse: 0, coverage: 1, method: { interval: 't', variance: 'linearised' } })
  })
  it('of two stages adds what is drawn inside the clusters (Särndal, Swensson and Wretman 1992, 4.3)', () => {
    const clusters = [1, 1, 2, 2]
    const two = design({ rows: 4, stages: [{ units: clusters, population: [4, 4, 4, 4] }, { population: [10, 10, 6, 6] }] })
    const [total] = figures(two, { people: [5, 7, 2, 6] }, { total: 'people' })
    // Clusters: 10·6 = 60 and 6·4 = 24, times 4/2. Between: 4²(1−2/4)·s²/2 with s² = (60−24)²/2; within: 4/2·ΣM²(1−m/M)s²/m.
    expect(total!.value).toBeCloseTo(168, 12)
    const between = 16 * 0.5 * (36 ** 2 / 2 / 2)
    const within = 2 * (100 * 0.8 * (2 / 2) + 36 * (2 / 3) * (8 / 2))
    expect(total!.se! ** 2).toBeCloseTo(between + within, 9)
  })
  it('of everybody has no error', () => {
    const all = design({ rows: 3, stages: [{ population: [3, 3, 3] }] })
    expect(figures(all, { people: [1, 2, 6] }, { total: 'people' })[0]).toMatchObject({ value: 9, se: 0, interval: { low: 9, high: 9 } })
  })
  it("takes nobody's silence for zero: the mean is of those who answered, and a total says what it lacks", () => {
    const answers = children.map((one, i) => (i === 5 || i === 6 ? null : one))
    const [mean] = figures(stratified, { answers }, { mean: 'answers' })
    expect(mean).toMatchObject({ n: 10, nonresponse: 2, coverage: expect.closeTo(25 / 30, 12) })
    expect(mean!.value).toBeCloseTo((3 * 14 + 2 * 27) / 25, 12)
    expect(codes(figures(stratified, { answers }, { total: 'answers' })[0]!)).toContain('sampling.answers-missing')
  })
  it('keeps a group apart whose members are unknown, and says so where nobody answered', () => {
    const sex = ['f', 'f', 'm', 'm', null, 'f', 'f', 'm', 'm', 'f', 'f', 'm']
    const answers = children.map((one, i) => (sex[i] === 'm' ? null : one))
    const [women, men, unknown] = figures(stratified, { sex, answers }, { mean: 'answers' }, { by: ['sex'] })
    expect([women!.group, men!.group, unknown!.group]).toEqual([['f'], ['m'], [null]])
    expect(men).toMatchObject({ value: null, se: null, interval: null, n: 0, nonresponse: 5, coverage: 0 })
    expect(codes(men!)).toEqual(['sampling.nobody-answered'])
    expect(unknown).toMatchObject({ value: 5, se: null, interval: null })
    expect(codes(unknown!)).toContain('sampling.no-interval')
  })
  it('takes NaN, which a file reader may give for an empty cell, for no answer and no group', () => {
    const answers = children.with(0, Number.NaN)
    const group = children.map((_, i) => (i < 4 ? Number.NaN : 1))
    const [one, unknown] = figures(stratified, { answers, group }, { mean: 'answers' }, { by: ['group'] })
    expect([one!.group, one!.n, unknown!.group, unknown!.n, unknown!.nonresponse]).toEqual([[1], 8, [null], 3, 1])
    expect(surveyDesign({ rows: 1, stages: [{ strata: [Number.NaN] }], weights: [1] })).toMatchObject({ code: 'sampling.unit-unknown' })
  })
  it('warns below 30 answers, above 30 % of variation, in few clusters and where all answer alike', () => {
    const villages = children.map((_, i) => i >> 1)
    const clustered = design({ rows: 12, stages: [{ units: villages }], weights: children.map(() => 10) })
    const rare = children.map((_, i) => Number(i === 3))
    expect(codes(figures(clustered, { rare }, { mean: 'rare' })[0]!)).toEqual(['sampling.few-answers', 'sampling.few-clusters', 'sampling.uncertain'])
    const has = children.map(() => 'yes')
    const [share] = figures(clustered, { has }, { proportion: 'has', is: 'yes' })
    expect(codes(share!)).toContain('sampling.all-alike')
    expect(share!.interval!.high).toBe(1)
    expect(share!.interval!.low).toBeLessThan(0.8)
  })
  it('is refused for what is not there', () => {
    expect(estimate(stratified, { children }, { mean: 'toString' })).toMatchObject({ code: 'sampling.no-such-column' })
    expect(estimate(stratified, { names: strata }, { mean: 'names' })).toMatchObject({ code: 'sampling.not-a-number', facts: { row: 0 } })
    expect(estimate(stratified, { children: [1] }, { mean: 'children' })).toMatchObject({ code: 'sampling.column-length' })
    expect(estimate(stratified, { children }, { quantile: 'children', at: [0] })).toMatchObject({ code: 'sampling.quantile-outside' })
    expect(estimate(stratified, { children }, { mean: 'children' }, { confidence: 1 })).toMatchObject({ code: 'sampling.confidence-outside' })
  })
  it('of a ratio divides sums, never averages ratios', () => {
    const households = children.map((_, i) => (i % 2 === 0 ? 1 : 2))
    const simple = design({ rows: 12, stages: [{}], weights: children.map(() => 1) })
    expect(figures(simple, { children, households }, { ratio: ['children', 'households'] })[0]!.value).toBeCloseTo(52 / 18, 12)
    expect(figures(simple, { children, none: children.map(() => 0) }, { ratio: ['children', 'none'] })[0]!.value).toBeNull()
  })
})

describe('a design', () => {
  const lonely: DesignPlan = { rows: 3, stages: [{ strata: ['a', 'a', 'b'] }], weights: [1, 1, 1] }
  it('with a single unit in a stratum is refused, or measured from the mean of all when asked', () => {
    expect(surveyDesign(lonely)).toMatchObject({ code: 'sampling.lonely-stratum', facts: { stage: 1, strata: ['b'] } })
    const [total] = figures(design({ ...lonely, lonely: 'grand-mean' }), { people: [2, 4, 9] }, { total: 'people' })
    expect(total!.se! ** 2).toBeCloseTo(2 * (1 + 1) + (9 - 5) ** 2, 12)
  })
  it('takes a stratum of one that was asked whole as it is', () => {
    const [total] = figures(design({ rows: 3, stages: [{ strata: ['a', 'a', 'b'], population: [2, 2, 1] }] }), { people: [2, 4, 9] }, { total: 'people' })
    expect(total).toMatchObject({ value: 15, se: 0 })
  })
  it('is refused where the population is less than was drawn, differs inside a stratum, or weights are missing', () => {
    expect(surveyDesign({ rows: 2, stages: [{ population: [1, 1] }] })).toMatchObject({ code: 'sampling.population-unusable' })
    expect(surveyDesign({ rows: 2, stages: [{ population: [5, 6] }] })).toMatchObject({ code: 'sampling.population-unusable' })
    expect(surveyDesign({ rows: 2, stages: [{}] })).toMatchObject({ code: 'sampling.weights-needed' })
    expect(surveyDesign({ rows: 2, stages: [{}], weights: [1, -1] })).toMatchObject({ code: 'sampling.weight-unusable', facts: { row: 1 } })
    expect(surveyDesign({ rows: 2, stages: [{ units: [1, null] }], weights: [1, 1] })).toMatchObject({ code: 'sampling.unit-unknown' })
    expect(surveyDesign({ rows: 2, stages: [{}], weights: [1] })).toMatchObject({ code: 'sampling.column-length' })
    expect(surveyDesign({ rows: 0, stages: [{}] })).toMatchObject({ code: 'sampling.no-rows' })
  })
})

describe('weights fitted to known totals', () => {
  const sex = children.map((_, i) => (i % 3 === 0 ? 'f' : 'm'))
  const sexes = { labels: sex, totals: { f: 16, m: 14 } }
  const areas = { labels: strata, totals: { a: 20, b: 10 } }
  it('meet them, and what they explain has no error left', () => {
    const fitted = poststratify(stratified, sexes) as Design
    const [women] = figures(fitted, { sex }, { total: 'sex', is: 'f' })
    expect(women!.value).toBeCloseTo(16, 12)
    expect(women!.se).toBeCloseTo(0, 9)
    expect(women!.method.adjusted).toBe(true)
  })
  it('meet every margin at once by raking (Deming and Stephan 1940)', () => {
    const raked = rake(stratified, [sexes, areas]) as Design
    for (const [column, is, total] of [
      ['sex', 'f', 16],
      ['sex', 'm', 14],
      ['strata', 'a', 20],
      ['strata', 'b', 10],
    ] as const) {
      const [one] = figures(raked, { sex, strata }, { total: column, is })
      expect(one!.value).toBeCloseTo(total, 9)
      expect(one!.se).toBeCloseTo(0, 6)
    }
  })
  it('by regression are the same as post-stratification when the columns are groups', () => {
    const known = ['f', 'm'].map((one) => ({ values: sex.map((each) => Number(each === one)), total: sexes.totals[one as 'f'] }))
    const [byGroups, byRegression] = [poststratify(stratified, sexes) as Design, calibrate(stratified, known) as Design]
    for (const [row, weight] of byGroups.weights.entries()) expect(byRegression.weights[row]).toBeCloseTo(weight, 10)
    expect(figures(byRegression, { children }, { mean: 'children' })[0]!.se).toBeCloseTo(figures(byGroups, { children }, { mean: 'children' })[0]!.se!, 10)
    expect(leastWeight(byRegression)).toBeGreaterThan(0)
  })
  it('are refused where nobody of a group was met, totals differ, or they were fitted before', () => {
    expect(poststratify(stratified, { labels: sex, totals: { f: 1, m: 1, x: 5 } })).toMatchObject({
      code: 'sampling.group-without-rows',
      facts: { group: 'x' },
    })
    expect(poststratify(stratified, { labels: sex, totals: { f: 1 } })).toMatchObject({ code: 'sampling.group-without-total', facts: { group: 'm' } })
    expect(poststratify(stratified, { labels: sex.with(0, null as never), totals: { f: 1, m: 1 } })).toMatchObject({ code: 'sampling.group-unknown' })
    expect(poststratify(stratified, { labels: sex, totals: { f: -1, m: 1 } })).toMatchObject({ code: 'sampling.total-unusable' })
    expect(rake(stratified, [sexes, { ...areas, totals: { a: 1, b: 2 } }])).toMatchObject({ code: 'sampling.margins-differ' })
    expect(rake(stratified, [sexes, { labels: sex, totals: { f: 20, m: 10 } }], { turns: 20 })).toMatchObject({ code: 'sampling.raking-does-not-meet' })
    expect(calibrate(stratified, [{ values: children.map(() => 0), total: 5 }])).toMatchObject({ code: 'sampling.totals-out-of-reach' })
    expect(rake(poststratify(stratified, sexes) as Design, [areas])).toMatchObject({ code: 'sampling.already-fitted' })
  })
})

describe('the test of association', () => {
  const rows = 200
  const first = Array.from({ length: rows }, (_, i) => (i % 2 === 0 ? 'yes' : 'no'))
  const second = Array.from({ length: rows }, (_, i) => (i % 5 < 2 ? 'x' : i % 7 === 0 ? 'y' : 'z'))
  it("is Pearson's where everybody was drawn one by one (Rao and Scott 1984)", () => {
    const simple = design({ rows, stages: [{}], weights: first.map(() => 1) })
    const { f, pearson, df1, df2 } = raoScott(simple, { first, second }, 'first', 'second') as { f: number; pearson: number; df1: number; df2: number }
    expect(f * 2).toBeCloseTo((pearson * (rows - 1)) / rows, 1)
    expect(df1).toBeCloseTo(2, 1)
    expect(df2).toBeCloseTo(df1 * (rows - 1), 9)
  })
  it('asks for more where neighbours answer alike', () => {
    const copies = <T>(list: T[]) => list.flatMap((one) => [one, one, one, one])
    const clusters = copies(first.map((_, i) => i))
    const columns = { first: copies(first), second: copies(second) }
    const clustered = design({ rows: rows * 4, stages: [{ units: clusters }], weights: clusters.map(() => 1) })
    const alone = raoScott(design({ rows, stages: [{}], weights: first.map(() => 1) }), { first, second }, 'first', 'second') as { p: number }
    expect((raoScott(clustered, columns, 'first', 'second') as { p: number }).p).toBeCloseTo(alone.p, 2)
  })
  it('is refused where everybody gave one answer', () => {
    const simple = design({ rows, stages: [{}], weights: first.map(() => 1) })
    expect(raoScott(simple, { first, same: first.map(() => 1) }, 'first', 'same')).toMatchObject({
      code: 'sampling.one-answer-only',
      facts: { column: 'same' },
    })
  })
})

describe('laws', () => {
  const survey = fc.array(
    fc.record({
      stratum: fc.constantFrom('a', 'b'),
      cluster: fc.nat(5),
      weight: fc.double({ min: 0.5, max: 500, noNaN: true }),
      answer: fc.option(fc.integer({ min: -50, max: 50 })),
      group: fc.option(fc.nat(2)),
    }),
    { minLength: 1, maxLength: 40 },
  )
  const planOf = (rows: { stratum: string; cluster: number; weight: number }[]): DesignPlan => ({
    rows: rows.length,
    stages: [{ strata: rows.map(({ stratum }) => stratum), units: rows.map(({ cluster }) => cluster) }],
    weights: rows.map(({ weight }) => weight),
    lonely: 'grand-mean',
  })
  const queries: Query[] = [
    { mean: 'answer' },
    { total: 'answer' },
    { proportion: 'answer', is: 0 },
    { ratio: ['answer', 'weight'] },
    { quantile: 'answer', at: [0.5] },
  ]

  it('no figure is ever NaN, and an interval holds its figure', () => {
    fc.assert(
      fc.property(survey, fc.constantFrom(...queries), fc.constantFrom('wilson', 'logit', 'beta', 't'), (rows, query, interval) => {
        const columns = { answer: rows.map(({ answer }) => answer), group: rows.map(({ group }) => group), weight: rows.map(({ weight }) => weight) }
        for (const one of figures(design(planOf(rows)), columns, query, { by: ['group'], interval })) {
          for (const figure of [one.value, one.se, one.interval?.low, one.interval?.high, one.deff, one.coverage]) expect(figure).not.toBeNaN()
          if (one.interval) expect(one.interval.low - 1e-9 <= one.value! && one.value! <= one.interval.high + 1e-9).toBe(true)
        }
      }),
    )
  })
  it('any input at all gives figures or a refusal, and never NaN', () => {
    const any = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.constant('__proto__'), fc.constant(1e308))
    fc.assert(
      fc.property(fc.array(fc.tuple(any, any, any, fc.double()), { maxLength: 12 }), fc.constantFrom(...queries), (rows, query) => {
        const [strata, units, answer, weight] = [0, 1, 2, 3].map((c) => rows.map((row) => row[c] as never))
        const made = surveyDesign({ rows: rows.length, stages: [{ strata: strata!, units: units! }, {}], weights: weight!, lonely: 'grand-mean' })
        if ('code' in made) return
        const found = estimate(made, { answer: answer!, weight: weight! }, query, { by: ['answer'] })
        if ('code' in found) return
        for (const one of found) for (const figure of [one.value, one.se, one.interval?.low, one.deff, one.coverage]) expect(figure).not.toBeNaN()
      }),
      { numRuns: 1000 },
    )
  })
  it('the totals of all groups are the total, and ten times the weights are ten times the total with the same mean', () => {
    fc.assert(
      fc.property(survey, (rows) => {
        const columns = { answer: rows.map(({ answer }) => answer ?? 0), group: rows.map(({ group }) => group) }
        const plan = planOf(rows)
        const heavier = design({ ...plan, weights: rows.map(({ weight }) => 10 * weight) })
        const [whole] = figures(design(plan), columns, { total: 'answer' })
        const parts = figures(design(plan), columns, { total: 'answer' }, { by: ['group'] })
        expect(parts.reduce((sum, { value }) => sum + value!, 0)).toBeCloseTo(whole!.value!, 6)
        expect(figures(heavier, columns, { total: 'answer' })[0]!.value).toBeCloseTo(10 * whole!.value!, 5)
        const [mean, same] = [figures(design(plan), columns, { mean: 'answer' })[0]!, figures(heavier, columns, { mean: 'answer' })[0]!]
        expect(same.value).toBeCloseTo(mean.value!, 9)
        if (mean.se !== null) expect(same.se).toBeCloseTo(mean.se, 9)
      }),
    )
  })
  it('a group has the error of the whole in which everybody else counts zero, also by size and in two stages', () => {
    const chance = fc.double({ min: 0.05, max: 0.95, noNaN: true })
    fc.assert(
      fc.property(survey, chance, fc.constantFrom('brewer', 'hartley-rao'), (rows, own, unequal) => {
        const units = rows.map(({ cluster }) => cluster)
        const sizes = units.map((unit) => rows.filter(({ cluster }) => cluster === unit).length)
        const stages = [{ units, chances: units.map((unit) => own / (1 + unit)) }, { population: sizes.map((size) => size * 3) }]
        for (const plan of [planOf(rows), { rows: rows.length, stages, unequal, lonely: 'grand-mean' as const }]) {
          const columns = { answer: rows.map(({ answer }) => answer ?? 0), group: rows.map(({ group }) => group) }
          const alone = rows.map(({ answer, group }) => (group === 1 ? (answer ?? 0) : 0))
          const [whole] = figures(design(plan), { alone }, { total: 'alone' })
          const part = figures(design(plan), columns, { total: 'answer' }, { by: ['group'] }).find(({ group }) => group[0] === 1)
          if (!part || part.n < 2) continue
          expect(part.value).toBeCloseTo(whole!.value!, 6)
          expect(Math.abs(part.se! - whole!.se!)).toBeLessThanOrEqual(1e-9 * Math.max(1, whole!.se!))
        }
      }),
    )
  })
})
