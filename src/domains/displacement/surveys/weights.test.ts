import { describe, expect, it } from 'vitest'
import { figuresOf } from './estimates.ts'
import type { QuestionWords } from './results.ts'
import type { Weighting } from './survey.ts'
import { type AskedUnit, type KnownMargin, weigh } from './weights.ts'

const unit = (code: string, given: Partial<AskedUnit> = {}): AskedUnit => ({
  ...{ id: code, code, stratum: 'north', cluster: null, asked: true, role: 'drawn', replaces: null, status: 'visited' },
  ...{ firstChance: 0.1, firstPopulation: 40, secondPopulation: null, weight: 10, answers: {} },
  ...given,
})
const silent = (code: string, status: AskedUnit['status'], given: Partial<AskedUnit> = {}) => unit(code, { ...given, status, answers: null })
const how: Weighting = { nonresponse: 'stratum', fit: null }
const weightsOf = (units: AskedUnit[], weighting: Weighting = how, margins: KnownMargin[] = []) => {
  const found = weigh(units, { kind: 'stratified' }, weighting, margins)
  if ('refused' in found) return found.refused.map(({ code }) => code)
  return [...found.design.weights]
}

describe('weights of a survey', () => {
  it('are raised within the stratum, so that those who answered speak for those who did not', () => {
    const units = [unit('a'), unit('b'), silent('c', 'refused'), silent('d', 'absent'), unit('e', { stratum: 'south' }), unit('f', { stratum: 'south' })]
    expect(weightsOf(units)).toEqual([20, 20, 10, 10])
    expect(weightsOf(units, { nonresponse: 'none', fit: null })).toEqual([10, 10, 10, 10])
  })
  it('let nobody speak for a unit that is not of the population, or that was replaced', () => {
    const units = [
      unit('a'),
      unit('b'),
      silent('c', 'outOfScope'),
      silent('d', 'replaced'),
      unit('e', { role: 'reserve', replaces: 'd' }),
      silent('f', 'waiting', { role: 'reserve' }),
    ]
    expect(weightsOf(units)).toEqual([10, 10, 10])
  })
  it('are refused where a whole group is silent: nobody speaks for it', () => {
    expect(weightsOf([unit('a'), unit('b'), silent('c', 'refused', { stratum: 'south' })])).toEqual(['survey.group-silent'])
    expect(weightsOf([silent('a', 'refused')])).toEqual(['survey.no-answers'])
  })
  it('meet the known totals of a round, one margin or two at once', () => {
    const at = (code: string, stratum: string, setting: string) => unit(code, { stratum, answers: { setting } })
    const units = [at('a', 'north', 'site'), at('b', 'north', 'host'), at('c', 'south', 'site'), at('d', 'south', 'host')]
    const strata: KnownMargin = { name: 'stratum', question: null, totals: { north: 60, south: 40 } }
    expect(weightsOf(units, how, [strata])).toEqual([30, 30, 20, 20])
    const both = weightsOf(units, how, [strata, { name: 'setting', question: 'setting', totals: { site: 25, host: 75 } }]) as number[]
    expect(both[0]! + both[1]!).toBeCloseTo(60, 9)
    expect(both[0]! + both[2]!).toBeCloseTo(25, 9)
  })
  it('say which strata have one unit left, whose error is measured to the mean of all', () => {
    const found = weigh([unit('a'), unit('b'), unit('c', { stratum: 'south' })], { kind: 'stratified' }, how, [])
    expect('refused' in found ? found : found.lonely).toEqual(['south'])
  })
})

describe('figures of the plan', () => {
  const words: QuestionWords = {
    label: { pt: 'x', en: 'x' },
    choices: ['stay', 'return', 'undecided', 'no_answer'].map((code) => ({ code, label: { pt: code, en: code } })),
  }
  const line = {
    code: 'l',
    label: { pt: 'l', en: 'l' },
    edition: 1,
    afterAnswers: false,
    reason: null,
    denominator: null,
    answers: [],
    noAnswer: ['no_answer'],
    breakdowns: [],
  }
  const answering = (question: string, values: unknown[]) => values.map((value, at) => unit(`u${at}`, { answers: value === null ? {} : { [question]: value } }))
  const figures = (units: AskedUnit[], given: object) => {
    const weighted = weigh(units, { kind: 'stratified' }, how, [])
    if ('refused' in weighted) throw new Error(JSON.stringify(weighted))
    const found = figuresOf([{ ...line, statistic: 'share' as const, question: 'q', ...given }], { weighted, questions: { q: words }, interval: 'logit' })
    if ('refused' in found) throw new Error(JSON.stringify(found))
    return found.map(({ answer, value, n, nonresponse, count }) => ({ answer, value, n, nonresponse, count }))
  }

  it('keep "undecided" as an answer of its own, and take "prefers not to say" for none', () => {
    expect(figures(answering('q', ['stay', 'stay', 'undecided', 'no_answer', 'return', null]), {})).toEqual([
      { answer: 'stay', value: 0.5, n: 4, nonresponse: 2, count: 2 },
      { answer: 'return', value: 0.25, n: 4, nonresponse: 2, count: 1 },
      { answer: 'undecided', value: 0.25, n: 4, nonresponse: 2, count: 1 },
    ])
  })
  it('count each of several answers ticked at once among all who answered', () => {
    const found = figures(answering('q', [['stay', 'return'], ['stay'], ['undecided'], null]), {})
    expect(found.map(({ value }) => Math.round(value! * 1000))).toEqual([667, 333, 333])
    expect(found[0]).toMatchObject({ n: 3, nonresponse: 1 })
  })
  it('take answers together where the plan names them', () => {
    expect(figures(answering('q', ['stay', 'return', 'undecided', 'stay']), { answers: ['return', 'undecided'] })).toEqual([
      { answer: null, value: 0.5, n: 4, nonresponse: 0, count: 2 },
    ])
  })
  it('give a median and a mean, with nobody who was silent as a zero', () => {
    expect(figures(answering('q', [2, 4, 6, null]), { statistic: 'mean' })).toMatchObject([{ value: 4, n: 3, nonresponse: 1 }])
    expect(figures(answering('q', [2, 4, 60, null]), { statistic: 'median' })).toMatchObject([{ value: 4, n: 3 }])
  })
})
