import { describe, expect, it } from 'vitest'
import { type DrawPlan, drawSurvey, type FrameUnit, givenSample, randomFrom } from './index.ts'

const plan: DrawPlan = { kind: 'simple', n: 5, clusters: 4, perCluster: 3, reserve: 2, reserveClusters: 1, allocation: 'proportional' }
const places = Array.from(
  { length: 20 },
  (_, at): FrameUnit => ({ code: `P${at}`, stratum: at < 12 ? 'north' : 'south', cluster: null, size: 10 + 5 * (at % 4) }),
)
const households = Array.from(
  { length: 60 },
  (_, at): FrameUnit => ({ code: `H${at}`, stratum: at < 40 ? 'north' : 'south', cluster: `C${Math.floor(at / 5)}`, size: 1 }),
)
function must<T extends object>(answer: T): Exclude<T, { code: string }> {
  if ('code' in answer) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { code: string }>
}
const draw = (frame: readonly FrameUnit[], given: Partial<DrawPlan>, seed = 'Pemba') => must(drawSurvey(frame, { ...plan, ...given }, randomFrom(seed)))
const asked = (units: ReturnType<typeof draw>) => units.filter(({ role }) => role === 'drawn')

describe('random numbers from a seed', () => {
  it('come again from the same seed and differ with another', () => {
    const some = (seed: string) => Array.from({ length: 5 }, randomFrom(seed))
    expect(some('Pemba')).toEqual(some('Pemba'))
    expect(some('Pemba')).not.toEqual(some('Pembe'))
  })
  it('fill the stretch from 0 to 1 evenly', () => {
    const random = randomFrom('even')
    const tenths = new Array(10).fill(0)
    for (let i = 0; i < 100_000; i++) tenths[Math.floor(random() * 10)]++
    // Chi-square with nine degrees of freedom: 27.9 is passed once in a thousand seeds, and this seed is fixed.
    expect(tenths.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
  })
})

describe('a sample drawn from a frame', () => {
  it('is the same for whoever draws with the same seed', () => {
    expect(draw(places, { kind: 'pps' })).toEqual(draw(places, { kind: 'pps' }))
    expect(draw(places, { kind: 'pps' })).not.toEqual(draw(places, { kind: 'pps' }, 'Lichinga'))
  })
  it('gives each unit of a simple draw n of N, and keeps the reserve in the order drawn', () => {
    const units = draw(households, { kind: 'simple' })
    expect(units.map(({ role }) => role)).toEqual(['drawn', 'drawn', 'drawn', 'drawn', 'drawn', 'reserve', 'reserve'])
    expect(units.map(({ order }) => order)).toEqual([1, 2, 3, 4, 5, 6, 7])
    for (const { firstChance } of units) expect(firstChance).toBeCloseTo(5 / 60, 12)
  })
  it('shares a stratified draw out by size, with two at least in each stratum', () => {
    const units = asked(draw(households, { kind: 'stratified', n: 9 }))
    expect(units.filter(({ stratum }) => stratum === 'north')).toHaveLength(6)
    expect(asked(draw(households, { kind: 'stratified', n: 4, allocation: 'equal' })).filter(({ stratum }) => stratum === 'south')).toHaveLength(2)
    const alone: FrameUnit[] = [...places, { code: 'X', stratum: 'island', cluster: null, size: 9 }]
    expect(drawSurvey(alone, { ...plan, kind: 'stratified' }, randomFrom('Pemba'))).toMatchObject({
      code: 'sampling.one-per-stratum',
      facts: { strata: ['island'] },
    })
  })
  it.each(['twoStage', 'pps', 'cluster'] as const)('weighs a %s draw to the households of the frame', (kind) => {
    const frame = kind === 'cluster' ? households : places
    const total = frame.reduce((sum, { size }) => sum + size, 0)
    // Over many seeds the weights add up to the population: no unit is drawn with another chance than it is told.
    let sum = 0
    for (let seed = 0; seed < 400; seed++) {
      for (const unit of asked(draw(frame, { kind }, `seed ${seed}`))) if (unit.stage === 2) sum += 1 / (unit.firstChance * unit.secondChance)
    }
    expect(sum / 400 / total).toBeCloseTo(1, 1)
  })
  it('numbers the households of a cluster that has no list, and never beyond its size', () => {
    for (const unit of draw(places, { kind: 'pps' })) if (unit.stage === 2) expect(unit.household! >= 1 && unit.household! <= unit.secondPopulation!).toBe(true)
  })
  it('takes over a sample drawn elsewhere with the chances of the design', () => {
    const given = must(givenSample(households, { kind: 'twoStage' }, ['H0', 'H1', 'H5', 'H7', 'H41', 'H46']))
    const h0 = given.find(({ code }) => code === 'H0')!
    expect([h0.firstChance, h0.secondChance, h0.firstPopulation, h0.secondPopulation]).toEqual([2 / 8, 2 / 5, 8, 5])
    expect(givenSample(households, { kind: 'simple' }, ['H0', 'nobody'])).toMatchObject({ code: 'sampling.not-in-frame', facts: { units: ['nobody'] } })
  })
})
