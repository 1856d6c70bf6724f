/** Learning and the quality of data: recommendations that run to a closed response, checks whose lowest mark speaks, and the bench that shows what is odd. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { IndicatorValue, Recommendation } from '../src/registry/results/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Who = Parameters<TestHouse['ask']>[0]
type Answer = { id: string; refusals?: { code: string }[] } & Record<string, unknown>

let test: TestHouse
const post = async (who: Who, url: string, payload: object = {}) => (await test.ask(who, { method: 'POST', url, payload })).body as Answer
const get = async <T>(who: Who, url: string) => (await test.ask(who, { method: 'GET', url })).body as T
const codesOf = ({ refusals = [] }: Answer) => refusals.map(({ code }) => code)
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  test = await openTestHouse()
}, 300_000)
afterAll(() => test?.close())

describe('a recommendation', () => {
  let evaluation: string
  let recommendation: string
  type Board = { recommendations: { id: string; overdue: boolean; state: string }[] }
  const step = (who: Who, name: string, payload = {}) => post(who, `/api/results/recommendation/${recommendation}/steps/${name}`, payload)

  it('is answered by the chief of mission with somebody and a day, and closed with what was done', async () => {
    const about = { title: 'Avaliação do abrigo', questions: 'Eficácia', team: 'Externa', day: '2024-05-01', report: 'Arquivo' }
    evaluation = (await post('moises', '/api/results/evaluation', about)).id
    recommendation = (await post('moises', `/api/results/evaluations/${evaluation}/recommendations`, { words: 'Dar corda' })).id
    expect(codesOf(await step('moises', 'respond', { response: 'accepted', action: 'a' }))).toEqual(['access.not-allowed'])
    expect(codesOf(await step('celia', 'respond', { response: 'accepted', action: 'Corda nos conjuntos' }))).toEqual(['results.response-without-owner'])
    const answer = { response: 'accepted', action: 'Corda nos conjuntos', owner: 'Armazém', due: day(-1) }
    expect(await step('celia', 'respond', answer)).toMatchObject({ state: 'answered', response: 'accepted' })
    expect((await get<Board>('celia', '/api/results/learning')).recommendations[0]).toMatchObject({ overdue: true })
    expect(await step('moises', 'close', { done: 'Todos os conjuntos levam corda' })).toMatchObject({ state: 'done' })
    expect((await get<Board>('celia', '/api/results/learning')).recommendations[0]).toMatchObject({ overdue: false, state: 'done' })
  })

  it('is rejected with its reason alone, and overdue when nobody answers', async () => {
    recommendation = (await post('moises', `/api/results/evaluations/${evaluation}/recommendations`, { words: 'Lonas azuis' })).id
    expect(await step('celia', 'respond', { response: 'rejected', action: 'A cor não muda nada' })).toMatchObject({ state: 'answered', due: null })
    const old = { scope: 'MZ', evaluation, words: 'Sem resposta', state: 'open' as const, recordedAt: `${day(-40)}T00:00:00Z` }
    const { id } = await insertRow(asOwner(test.house.doors), Recommendation, old)
    const { recommendations } = await get<Board>('noemia', '/api/results/learning')
    expect(recommendations.filter(({ overdue }) => overdue).map((each) => each.id)).toEqual([id])
  })
})

describe('a risk', () => {
  it('shows both parts of its score, and harm to people comes first whatever the score', async () => {
    const risk = { mitigation: 'a', owner: 'b', reviewOn: day(-1), standing: 'open' }
    await post('moises', '/api/results/risk', { ...risk, title: 'Atraso', likelihood: 5, impact: 4, harm: false })
    await post('moises', '/api/results/risk', { ...risk, title: 'Fila ao sol', likelihood: 1, impact: 2, harm: true })
    const { risks } = await get<{ risks: object[] }>('celia', '/api/results/learning')
    expect(risks).toMatchObject([
      { title: 'Fila ao sol', likelihood: 1, impact: 2, score: 2, reviewOverdue: true },
      { title: 'Atraso', likelihood: 5, impact: 4, score: 20 },
    ])
    expect(codesOf(await post('moises', '/api/results/risk', { ...risk, title: 'x', likelihood: 6, impact: 1, harm: false }))).not.toEqual([])
  })
})

describe('the bench of verification', () => {
  type Bench = {
    waiting: { indicator: string; moved: number | null; odd: boolean; mine: boolean; toDay: string }[]
    silent: { indicator: string; lastDay: string | null; responsible: string | null }[]
    checks: { indicator: string; lowest: number | null; of: string[]; sampleAgreed: number | null }[]
  }
  const bench = () => get<Bench>('moises', '/api/results/bench')
  const marks = (...given: [number, number, number, number, number]) =>
    Object.fromEntries(
      ['validity', 'reliability', 'timeliness', 'precision', 'integrity'].flatMap((name, at) => [
        [`${name}Mark`, given[at]],
        [`${name}Words`, `Because of ${name}`],
      ]),
    )

  it('puts what moved oddly first, beside the figure of the period before, and says which one I entered myself', async () => {
    const figure = { scope: 'MZ', indicatorVersion: 1, method: 'entered' as const, evidence: 'List', edition: 1 }
    const put = (indicator: string, from: number, value: number | null, state: 'entered' | 'locked') =>
      insertRow(asOwner(test.house.doors), IndicatorValue, {
        ...{ ...figure, indicator, fromDay: day(from), toDay: day(from + 29), value, unknown: value === null ? 'not-reported' : null, state },
      })
    await put('7.1', -90, 100, 'locked')
    await put('7.1', -60, null, 'locked')
    await put('7.1', -30, 149, 'entered')
    await put('13.2', -90, 100, 'locked')
    await put('13.2', -60, 151, 'entered')
    await post('moises', '/api/results/indicators/13.2/values', { from: day(-60), to: day(-31), value: 10, evidence: 'Other list' })
    const { waiting } = await bench()
    expect(waiting.map(({ indicator, moved, odd, mine }) => [indicator, moved, odd, mine])).toEqual([
      ['13.2', -0.9, true, true],
      ['7.1', 0.49, false, false],
    ])
  })

  it('tells silence from a figure in date, and who answers for it', async () => {
    const plan = { tool: 'Formulário de entregas', sample: 'Todas', frequency: 'month', responsible: 'Equipa de abrigo' }
    expect(codesOf(await post('moises', '/api/results/indicators/99.9/monitoring-plan', plan))).toEqual(['access.not-found'])
    await post('moises', '/api/results/indicators/1.1/monitoring-plan', { ...plan, responsible: 'Ninguém ainda' })
    expect(await post('moises', '/api/results/indicators/1.1/monitoring-plan', plan)).toMatchObject({ version: 2, cost: null })
    const { silent } = await bench()
    expect(silent.find(({ indicator }) => indicator === '1.1')).toEqual({ indicator: '1.1', lastDay: null, responsible: 'Equipa de abrigo' })
    expect(silent.some(({ indicator }) => indicator === '13.2')).toBe(false)
  })

  it('shows the lowest of five marks, never a mean, and a recount that fits', async () => {
    const url = '/api/results/indicators/13.2/quality-checks'
    const checked = (more: object) => post('moises', url, { day: day(0), ...marks(5, 5, 2, 5, 2), ...more })
    expect(codesOf(await checked({ sampleSize: 20, sampleAgreed: 21 }))).toEqual(['results.sample-does-not-fit'])
    expect(codesOf(await checked({ sampleSize: 20 }))).toEqual(['results.sample-does-not-fit'])
    expect(codesOf(await checked({ validityWords: ' ' }))).not.toEqual([])
    await checked({ sampleSize: 20, sampleAgreed: 19 })
    const { checks } = await bench()
    expect(checks.find(({ indicator }) => indicator === '13.2')).toMatchObject({ lowest: 2, of: ['timeliness', 'integrity'], sampleAgreed: 19 })
    expect(checks.find(({ indicator }) => indicator === '1.1')).toMatchObject({ lowest: null, of: [] })
  })
})
