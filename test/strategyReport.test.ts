/**
 * Reports of the strategy from approved figures to the portal: what two people approved stands in them, what nobody knows says so, one number changed by hand is refused
 * with the right one, three people take the steps, and page, PDF and files say the same in both languages. First a quarter, then the other kinds by the same life.
 */

import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FlowPoint } from '../src/domains/displacement/flows/flow.ts'
import { act, asOwner, insertRow, theSystem } from '../src/kernel/index.ts'
import { type Product, productAt, publishProduct } from '../src/kernel/publishing.ts'
import { Organisation } from '../src/registry/organisations/index.ts'
import { expectDictionary } from './support/dictionaryCheck.ts'
import { pdfText } from './support/pdfText.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'
import { typedEarlier } from './support/typedEarlier.ts'

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
  if (upTo === 'approved') await approve(body.id)
}

async function approve(value: string) {
  const deed = `/api/results/indicator-value/${value}/steps`
  await post('elsa', `${deed}/verify`, { verification: 'Recounted from the list' })
  expect((await post('celia', `${deed}/approve`)).status).toBe(200)
}

beforeAll(async () => {
  test = await openTestHouse()
  await approve((await typedEarlier(test, '7.1', { ...before, value: 88_704 })).id)
  await approve((await typedEarlier(test, '7.1', { ...quarter, value: 125_774 })).id)
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

describe('a report of another kind', () => {
  type Part = {
    key: string
    rows: { en: { code: string; name: string; now: string; before: string; how: string }[] }
    entries: { en: { title: string; state: string; details: string[] }[] }
  }
  type Whole = Report & { areas: Part[]; about: { pt: string; en: string } }
  let whole: Whole
  let project: string
  const read = async () => {
    report = whole = (await test.ask('moises', { url: `/api/results/reports/${report.id}` })).body as Whole
    return whole
  }
  const begin = async (asked: object) => {
    report = (await post('moises', '/api/results/reports', asked)).body
    expect((await step('moises', 'freeze', { licence: 'CC BY 4.0', credit: 'IOM Mozambique' })).status).toBe(200)
    return read()
  }
  const publishIt = async () => {
    for (const [who, name] of [
      ['elsa', 'review'],
      ['celia', 'clear'],
      ['elsa', 'publish'],
    ] as const)
      expect([name, (await step(who, name)).body]).toEqual([name, expect.not.objectContaining({ refusals: expect.anything() })])
    return (await read()).slug
  }
  const part = (key: string) => whole.areas.find((each) => each.key === key)!
  const paperOf = async (of: string, lang: 'pt' | 'en') => {
    const product = (await productAt(test.house.doors, of)) as Product
    return (await pdfText((await test.house.files.get(product.files.find(({ language }) => language === lang)!.sha256))!)).text?.replaceAll(/\s+/g, ' ')
  }

  beforeAll(async () => {
    await approve((await typedEarlier(test, '7.1', { from: '2021-03-01', to: '2021-03-31', value: 40_000 })).id)
    await approve((await typedEarlier(test, '7.1', { from: '2021-02-01', to: '2021-02-28', value: 31_000 })).id)
    const donor = (await insertRow(asOwner(test.house.doors), Organisation, { scope: 'MZ', name: 'A donor', kind: 'donor' })).id
    const dates = { fromDay: '2021-01-01', toDay: '2021-12-31' }
    const both = (words: string) => ({ pt: `${words} (pt)`, en: words })
    const made = await post<{ id: string }>('moises', '/api/results/projects', {
      ...{ code: 'CD.0042', name: both('Houses in the north'), summary: both('Houses for those who return'), donor, ...dates },
      ...{ agreement: 'AG-7', budget: { minor: 3_000_000_050, currency: 'USD' } },
    })
    project = made.body.id
    await post('moises', `/api/results/projects/${project}/results`, {
      kind: 'output',
      name: both('Houses stand'),
      assumption: 'Roads stay open',
      indicators: ['7.1', '7.2'],
    })
    const planned = { activity: 'FA7.A', places: ['MZ0107'], partners: [donor], ...dates }
    const built = await post<{ id: string }>('moises', `/api/results/projects/${project}/activities`, { ...planned, name: both('Building in Metuge') })
    await post('moises', `/api/results/projects/${project}/activities`, { ...planned, name: both('Deeds of land') })
    await post('moises', `/api/results/activities/${built.body.id}/notes`, { day: '2021-03-20', words: 'Walls stand in 12 villages' })
    await post('moises', `/api/results/planned-activity/${built.body.id}/steps/begin`)
  })

  it('of a month brings what is published, and of each indicator the newest approved figure beside one of the same length', async () => {
    const set = { organisations: 14, districts: 9, month: '2021-02-01', to: '2021-02-28' }
    const about = {
      slug: 'moz-4w-2021-02',
      kind: '4w-snapshot',
      title: { pt: 'a', en: 'a' },
      summary: { pt: 'a', en: 'a' },
      hash: 'x',
      places: [],
      changeNote: null,
    }
    const terms = { licence: 'x', credit: 'x', demonstration: false, subject: 'x', periodFrom: set.month, periodTo: set.to, files: [] }
    await act(test.house.doors, theSystem, (db) => publishProduct(db, test.house.files, { ...about, ...terms, content: JSON.stringify(set) }))
    await begin({ kind: 'month', day: '2021-03-15' })
    expect(part('S').rows.en.map(({ name, now }) => [name, now])).toEqual([
      ['Organisations present', '14 organisations'],
      ['Districts with any organisation', '9 districts'],
    ])
    expect(part('7').rows.en).toMatchObject([
      { code: '7.1', now: '40,000 houses', before: '31,000 houses', how: expect.stringMatching(/^1.+31 March 2021; entered/) },
    ])
    // The quarter ends on the same day; a month is never set beside it, and areas without any figure are counted in one sentence.
    expect(whole.texts.en.opening).toMatch(/no figure was ever approved: 42\.$/)
    expect(whole.findings).toEqual([])
  })

  it('for a donor tells budget, promised results and activities of one project, and reads the same on paper', async () => {
    expect((await post('moises', '/api/results/reports', { kind: 'donor', day: '2021-06-30' })).body.refusals).toMatchObject([
      { code: 'report.no-such-subject' },
    ])
    await begin({ kind: 'donor', day: '2021-06-30', from: '2021-01-01', subject: project })
    expect([whole.about.en, part('P').rows.en[0]!.now]).toEqual(['Houses in the north', '30,000,000.50 USD'])
    expect(part('R1').rows.en.map(({ code, now }) => [code, now])).toEqual([
      ['7.1', '40,000 houses'],
      ['7.2', 'no record'],
    ])
    expect(part('A').rows.en.map(({ name, now }) => `${name}: ${now}`)).toEqual([
      'Not yet begun: 1 activity',
      'Under way: 1 activity',
      'Done: 0 activities',
      'Cancelled: 0 activities',
      'Late: 2 activities',
    ])
    expect(part('A').entries.en[0]).toMatchObject({
      title: '7.A Building in Metuge',
      details: expect.arrayContaining(['Cabo Delgado', '20 March 2021: Walls stand in 12 villages']),
    })
    expect(whole.findings).toEqual([])
    const published = await publishIt()
    const { text } = await test.ask('public', { url: `/pt/publications/${published}` })
    for (const words of [/30.000.000,50 USD/, /Building in Metuge \(pt\)/, /Roads stay open/]) expect(text).toMatch(words)
    const paper = await paperOf(published, 'en')
    for (const words of paper ? ['30,000,000.50 USD', 'Building in Metuge', '40,000 houses'] : []) expect(paper).toContain(words)
  })

  it('is taken along as a document that holds every number of it', async () => {
    const { bytes, headers } = await test.ask('elsa', { url: `/api/results/reports/${report.id}/document?lang=en` })
    expect(headers['content-type']).toContain('wordprocessingml')
    const xml = strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml']!)
    const said = [
      whole.texts.en.opening,
      ...Object.values(whole.texts.en.areas),
      ...whole.areas.flatMap(({ rows }) => rows.en.flatMap(({ now, before }) => [now, before])),
    ]
    for (const words of said) expect(xml).toContain(words)
    const draft = await post('moises', '/api/results/reports', { kind: 'month', day: '2021-01-15' })
    expect((await test.ask('elsa', { url: `/api/results/reports/${draft.body.id}/document` })).body).toMatchObject({
      refusals: [{ code: 'report.no-figures' }],
    })
  })

  it('of a focus area lets no telephone number out with a lesson', async () => {
    const lesson = { kind: 'lesson', title: 'Doors', area: 7, happened: 'a', why: 'b', strength: 'oneObservation' }
    const kept = await post<{ id: string; version: number }>('moises', '/api/results/lesson', { ...lesson, advice: 'Ask the mason, +258 84 123 4567' })
    await begin({ kind: 'focus_area', day: '2021-03-31', subject: '7' })
    expect([part('K').entries.en.length, part('I').rows.en.length, part('L').entries.en.length]).toEqual([5, 3, 1])
    expect((await step('elsa', 'review')).body.refusals).toMatchObject([{ code: 'publish.personal-data' }])
    await step('elsa', 'return', { reason: 'A telephone number in a lesson' })
    const mended = await send('moises', 'PATCH', `/api/results/lesson/${kept.body.id}`, { version: kept.body.version, advice: 'Ask the mason first' })
    expect(mended.status).toBe(200)
    expect((await step('moises', 'freeze', { licence: 'CC BY 4.0', credit: 'IOM Mozambique' })).status).toBe(200)
    expect(await publishIt()).toBe('moz-area-7-2021')
    const areaPage = (lang: 'pt' | 'en', area: number) => test.ask('public', { url: `/${lang}/areas/${area}` })
    expect((await areaPage('pt', 7)).text).toContain('/pt/publications/moz-area-7-2021')
    expect((await areaPage('en', 2)).text).toMatch(/No report about this area is published yet/)
    expect([(await areaPage('en', 2)).text.includes('not legible in the source'), (await areaPage('en', 16)).status]).toEqual([true, 404])
  })

  it('as a migration profile says of each section without records that there are none, and never zero', async () => {
    const place = (await asOwner(test.house.doors).one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!.id
    const about = { scope: 'MZ0109', place, name: 'Point', code: 'P1', kind: 'internal', openHours: 12, openedOn: '2021-01-01' } as const
    const point = (await insertRow(asOwner(test.house.doors), FlowPoint, about)).id
    const computed = await post<{ id: string }>('moises', '/api/results/indicators/15.3/compute', { from: '2021-03-01', to: '2021-03-31' })
    await post('elsa', `/api/results/indicator-value/${computed.body.id}/steps/verify`, { verification: 'Looked at the point' })
    await post('celia', `/api/results/indicator-value/${computed.body.id}/steps/approve`)
    await begin({ kind: 'profile', day: '2021-05-01' })
    expect(whole.areas).toHaveLength(11)
    expect(whole.texts.pt.areas.M8).toBe('Ainda não há registos desta parte.')
    expect(part('M8').rows.en).toEqual([])
    expect(part('M11').rows.en.map(({ now }) => now)).toContain('14 organisations')
    expect(whole.findings).toEqual([])
    const published = await publishIt()
    const { text, status } = await test.ask('public', { url: `/en/publications/${published}` })
    expect([status, text.includes('No records of this part exist yet.')]).toEqual([200, true])
    const used = await test.ask('bento', { url: `/api/results/used-in/displacement.flow_point/${point}` })
    expect(used.body).toMatchObject({ figures: [{ indicator: '15.3', reports: [{ kind: 'profile', slug: published }] }] })
    expect(await expectDictionary(test, published)).toBe(1)
  })
})
