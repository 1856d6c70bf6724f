/**
 * A quarter of the strategy from approved figures to the portal: what two people approved stands in the report, what nobody knows says so, one number changed by hand
 * is refused with the right one, three people take the steps, and page, PDF and files say the same in both languages.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Product, productAt } from '../src/kernel/publishing.ts'
import { expectDictionary } from './support/dictionaryCheck.ts'
import { pdfText } from './support/pdfText.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Texts = Record<'pt' | 'en', { opening: string; areas: Record<string, string> }>
type Refusal = { code: string; facts: Record<string, string> }
type Report = { id: string; version: number; state: string; texts: Texts; findings: Refusal[]; counts: Record<string, number>; slug: string; hash: string }

let test: TestHouse
let report: Report
const slug = 'moz-strategy-2021-01-01'
const quarter = { from: '2021-01-01', to: '2021-03-31' }
const before = { from: '2020-10-01', to: '2020-12-31' }

type Who = Parameters<TestHouse['ask']>[0]
const send = async <T>(who: Who, method: 'POST' | 'PATCH', url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method, url, payload })
  return { status, body: body as T & { refusals?: Refusal[] } }
}
const post = <T = Report>(who: Who, url: string, payload: object = {}) => send<T>(who, 'POST', url, payload)
const step = (who: Who, name: string, payload: object = {}) => post(who, `/api/results/strategy-report/${report.id}/steps/${name}`, payload)
const again = async () => (report = (await test.ask('moises', { url: `/api/results/reports/${report.id}` })).body as Report)

async function enter(code: string, period: object, figure: object, upTo: 'entered' | 'approved') {
  const { body } = await post<{ id: string }>('moises', `/api/results/indicators/${code}/values`, { ...period, evidence: 'Report of the visit', ...figure })
  if (upTo === 'entered') return
  const deed = `/api/results/indicator-value/${body.id}/steps`
  await post('elsa', `${deed}/verify`, { verification: 'Recounted from the list' })
  expect((await post('celia', `${deed}/approve`)).status).toBe(200)
}

beforeAll(async () => {
  test = await openTestHouse()
  await enter('7.1', before, { value: 88_704 }, 'approved')
  await enter('7.1', quarter, { value: 125_774 }, 'approved')
  await enter('4.2', quarter, { numerator: 4, denominator: 5 }, 'approved')
  await enter('14.1', quarter, { numerator: 2, denominator: 40 }, 'approved')
  await enter('1.1', quarter, { unknown: 'not-counted' }, 'approved')
  await enter('2.2', quarter, { value: 31 }, 'entered')
  await post('moises', '/api/results/indicators/7.1/marks', { kind: 'baseline', day: '2020-01-01', value: 0, source: 'Plan' })
  await post('moises', '/api/results/indicators/7.1/marks', { kind: 'target', day: '2021-12-31', value: 200_000, source: 'Plan' })
  await post('celia', '/api/results/indicators/7.1/marks', { kind: 'target', day: '2021-12-31', value: 150_000, source: 'Plan', reason: 'Fewer funds' })
}, 120_000)
afterAll(() => test?.close())

describe('a quarter of the strategy', () => {
  it('is begun once, and freezes what was approved with what nobody knows', async () => {
    report = (await post('moises', '/api/results/reports', { day: '2021-02-14' })).body
    expect(report.state).toBe('draft')
    expect((await post('elsa', '/api/results/reports', { day: '2021-01-01' })).body.refusals).toMatchObject([{ code: 'report.begun-already' }])
    expect((await step('moises', 'freeze', { licence: 'CC BY 4.0', credit: 'IOM Mozambique' })).status).toBe(200)
    await again()
    expect(report.counts).toEqual({ defined: 48, known: 3, waiting: 1, unknown: 1, nothing: 43 })
    expect(report.texts.pt.areas['7']).toMatch(/^7\.1 \(.*\): 125.774 casas; no trimestre anterior 88.704 casas; meta 150.000 casas\.$/)
    expect(report.texts.en.areas['4']).toMatch(/80\.0% \(4 of 5 agents\)/)
    expect(report.texts.pt.areas['14']).toContain('valor retido para proteger pessoas')
    expect(report.findings).toEqual([])
  })

  it('keeps a text with a number changed by hand, tells the right one, and lets nobody review it', async () => {
    const texts = structuredClone(report.texts)
    texts.en.areas['7'] = '7.1 (Houses handed over): 125,774 houses, an increase of 38 % over the previous quarter.'
    const kept = await send<Report>('elsa', 'PATCH', `/api/results/reports/${report.id}/texts`, { version: report.version, texts })
    expect(kept.body.findings).toMatchObject([{ code: 'report.number-differs', facts: { said: '38 %', computed: '41.8 %', lang: 'en' } }])
    expect((await step('elsa', 'review')).body.refusals).toMatchObject([{ code: 'report.number-differs' }])
    const part = { pt: { opening: texts.pt.opening, areas: {} }, en: { opening: texts.en.opening, areas: { '99': 'Of no area.' } } }
    const partly = await send<Report>('elsa', 'PATCH', `/api/results/reports/${report.id}/texts`, { version: kept.body.version, texts: part })
    expect(partly.body.texts).toEqual(texts)
    const late = await send('moises', 'PATCH', `/api/results/reports/${report.id}/texts`, { version: report.version, texts: report.texts })
    expect(late.body.refusals).toMatchObject([{ code: 'report.written-meanwhile' }])
    texts.en.areas['7'] = '7.1 (Houses handed over): 125,774 houses, an increase of 41.8 % over the previous quarter.'
    expect((await send<Report>('elsa', 'PATCH', `/api/results/reports/${report.id}/texts`, { version: partly.body.version, texts })).body.findings).toEqual([])
  })

  it('is returned with its reason, and what people wrote is there when figures are frozen again', async () => {
    const written = (await again()).texts.en.areas['7']
    expect((await step('elsa', 'return', { reason: 'A late figure of area 3' })).status).toBe(200)
    expect(await again()).toMatchObject({ state: 'draft', returnedBecause: 'A late figure of area 3' })
    await enter('3.2', quarter, { numerator: 9, denominator: 20 }, 'approved')
    expect((await step('moises', 'freeze', { licence: 'CC BY 4.0', credit: 'IOM Mozambique' })).status).toBe(200)
    await again()
    expect([report.texts.en.areas['7'], report.texts.pt.areas['3'], report.counts.known, report.findings]).toEqual([
      written,
      expect.stringContaining('9 de 20'),
      4,
      [],
    ])
  })

  it('is reviewed, cleared and published by people apart', async () => {
    expect((await step('moises', 'review')).body.refusals).toMatchObject([{ code: 'report.same-person' }])
    for (const [who, name] of [
      ['elsa', 'review'],
      ['celia', 'clear'],
      ['elsa', 'publish'],
    ] as const)
      expect([name, (await step(who, name)).status]).toEqual([name, 200])
    await again()
    expect(report).toMatchObject({ state: 'published', slug })
    expect(
      (await test.ask('moises', { method: 'PATCH', url: `/api/results/reports/${report.id}/texts`, payload: { version: report.version, texts: report.texts } }))
        .status,
    ).toBe(422)
  })

  it('reads the same as page, PDF and table, in Portuguese and English', async () => {
    const product = (await productAt(test.house.doors, slug)) as Product
    expect(product.hash).toBe(report.hash)
    for (const [lang, said, unknown, illegible] of [
      ['pt', /125.774 casas/, 'ninguém sabe: não se contou', 'não legível na fonte'],
      ['en', /125,774 houses/, 'nobody knows: it was not counted', 'not legible in the source'],
    ] as const) {
      const { text, status } = await test.ask('public', { url: `/${lang}/publications/${slug}` })
      expect(status).toBe(200)
      const { text: paper } = await pdfText((await test.house.files.get(product.files.find(({ language }) => language === lang)!.sha256))!)
      for (const where of [text, ...(paper ? [paper] : [])]) {
        const holds = (words: string | RegExp) => where.replaceAll(/\s+/g, ' ').search(words) >= 0
        expect([said, illegible].map(holds)).toEqual([true, true])
        // What was withheld stands nowhere, and neither does the share from which it follows.
        expect(holds(/(?<!\d)5[,.]0.?%/)).toBe(false)
      }
      expect(text.includes(unknown)).toBe(true)
      // Areas 2, 5, 6, 11, 12 and 15, three frameworks each.
      expect(text.split(illegible).length - 1).toBe(18)
    }
    expect(await expectDictionary(test, slug)).toBe(1)
  })

  it('of a published quarter begins a next edition only with what changes, and the first keeps its address', async () => {
    expect((await post('moises', '/api/results/reports', { day: '2021-03-31' })).body.refusals).toMatchObject([{ code: 'report.published-already' }])
    const next = await post('moises', '/api/results/reports', { day: '2021-03-31', changeNote: { pt: 'Novo valor', en: 'New figure' } })
    expect(next.body).toMatchObject({ state: 'draft', edition: 2 })
  })
})
