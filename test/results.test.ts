/** The results framework: a catalogue over all areas, figures computed from records that open down to them, figures typed with evidence, and a life of two people. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FlowPoint, ObservationSession } from '../src/domains/displacement/flows/flow.ts'
import { Endorsement } from '../src/domains/displacement/review.ts'
import { Operation, Round } from '../src/domains/displacement/round.ts'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { Household } from '../src/registry/people/index.ts'
import { type IndicatorCatalogue, readCatalogue } from '../src/registry/results/catalogue.ts'
import { IndicatorValue } from '../src/registry/results/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Value = { id: string; edition: number; value: number | null; unknown: string | null; state: string; records: number | null } & Record<string, unknown>
type Behind = { record: string; domain: string; count: number; readable: number; shown: { id: string; title: string }[] }

let test: TestHouse
let points: string[]
const owner = () => asOwner(test.house.doors)
const march = { from: '2021-03-01', to: '2021-03-31' }

const post = async (who: Parameters<TestHouse['ask']>[0], url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url, payload })
  return { status, body: body as Value & { refusals?: { code: string; sentence: { pt: string } }[] } }
}
const compute = async (code: string, period: object = march) => (await post('moises', `/api/results/indicators/${code}/compute`, period)).body
const get = async <T>(who: Parameters<TestHouse['ask']>[0], url: string) => (await test.ask(who, { method: 'GET', url })).body as T
const lineage = async (who: Parameters<TestHouse['ask']>[0], { id }: Value) => (await get<{ records: Behind[] }>(who, `/api/results/lineage/${id}`)).records
const codesOf = ({ refusals = [] }: { refusals?: { code: string }[] }) => refusals.map(({ code }) => code)

const observe = (point: string, day: string, scope = 'MZ0109') =>
  insertRow(owner(), ObservationSession, { scope, point, day, fromTime: '06:00', toTime: '18:00', observedMinutes: 720 })

beforeAll(async () => {
  test = await openTestHouse()
  const place = (await owner().one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!.id
  points = []
  for (const [at, scope] of (['MZ0109', 'MZ0109', 'MZ0701'] as const).entries())
    points.push(
      (await insertRow(owner(), FlowPoint, { scope, place, name: `Point ${at}`, code: `P${at}`, kind: 'internal', openHours: 12, openedOn: '2021-01-01' })).id,
    )
  await observe(points[0]!, '2021-03-04')
}, 300_000)
afterAll(() => test?.close())

describe('the catalogue', () => {
  it('defines at least 40 indicators, in two languages, over all 15 areas and the whole mission', () => {
    const { indicators } = readCatalogue(test.house.pack.indicators) as IndicatorCatalogue
    expect(indicators.length).toBeGreaterThanOrEqual(40)
    expect([...new Set(indicators.map(({ code }) => code.split('.')[0]))]).toEqual([...Array.from({ length: 15 }, (_, at) => String(at + 1)), 'X'])
    for (const { name, counted, denominator } of indicators)
      for (const words of [name, counted, denominator ?? { pt: 'a', en: 'b' }]) expect(words.pt).not.toBe(words.en)
  })

  it('is refused with the place of its fault, and when one code stands twice', () => {
    const faulty = structuredClone(test.house.pack.indicators) as { indicators: { code: string; denominator?: object }[] }
    delete faulty.indicators[1]!.denominator
    expect(readCatalogue(faulty)).toMatchObject({ code: 'results.catalogue-unreadable', facts: { place: 'indicators.1' } })
    const twice = structuredClone(test.house.pack.indicators) as { indicators: { code: string }[] }
    twice.indicators[2]!.code = '1.1'
    expect(readCatalogue(twice)).toMatchObject({ code: 'results.indicator-twice', facts: { codes: ['1.1'] } })
  })

  it('says of each whether a part of the product computes it today, and of none a figure that nobody made', async () => {
    const { indicators } = await get<{ indicators: { code: string; standsOnRecords: boolean; latest: null }[] }>('celia', '/api/results/indicators')
    expect(indicators.filter(({ standsOnRecords }) => standsOnRecords).map(({ code }) => code)).toEqual([
      '3.3',
      '6.3',
      '7.1',
      '7.2',
      '7.3',
      '9.3',
      '12.1',
      '12.2',
      '12.3',
      '13.3',
      '15.1',
      '15.2',
      '15.3',
      'X.1',
    ])
    expect(indicators.every(({ latest }) => latest === null)).toBe(true)
  })
})

describe('what serves each of the 167 activities', () => {
  type Served = { areas: { number: number; activities: { letter: string; servedBy: { domain: string; feature?: string; plannedOnly?: object } }[] }[] }
  const desk = fileURLToPath(new URL('../src/faces/desk/', import.meta.url))
  const screens = readdirSync(desk, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [...readFileSync(`${desk}${name}`, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path!))

  it('opens where it stands, on a screen of the desk, and is told as planned where it does not', async () => {
    const { areas, standing } = await get<Served & { standing: Record<string, string> }>('public', '/api/strategy')
    const keys = areas.flatMap(({ activities }) => activities.map(({ servedBy: { domain, feature } }) => (feature ? `${domain}/${feature}` : null)))
    expect(keys).toHaveLength(167)
    expect(Object.keys(standing).filter((key) => !keys.includes(key))).toEqual([])
    const planned = keys.filter((key) => key === null || !(key in standing))
    expect([keys.length - planned.length, planned.length]).toEqual([47, 120])
    for (const { name, features = {} } of test.house.domains)
      for (const [feature, { screen, opens }] of Object.entries(features)) {
        const tried: number[] = []
        for (const who of ['celia', 'bento', 'elsa', 'noemia', 'paulo', 'rita'] as const) tried.push((await test.ask(who, { url: opens })).status)
        expect([name, feature, tried.includes(200)]).toEqual([name, feature, true])
        const [, record] = screen.match(/^\/records\/(.+)$/) ?? []
        expect([screen, record ? test.house.records.has(record.replace('/', '.').replaceAll('-', '_')) : screens.includes(screen)]).toEqual([screen, true])
      }
  })
})

describe('a computed figure', () => {
  let first: Value

  it('carries both parts, its coverage and the records it was made of', async () => {
    first = await compute('15.3')
    expect(first).toMatchObject({ value: 1 / 3, numerator: 1, denominator: 3, expected: 3, received: 1, state: 'computed', edition: 1, records: 4 })
    const behind = await lineage('bento', first)
    expect(behind.map(({ record, count, readable }) => [record, count, readable])).toEqual([
      ['displacement.flow_point', 3, 3],
      ['displacement.observation_session', 1, 1],
    ])
    expect(behind[0]!.shown.map(({ title }) => title).sort()).toEqual(['Point 0', 'Point 1', 'Point 2'])
  })

  it('is not made again from the same records', async () => {
    expect(await compute('15.3')).toMatchObject({ id: first.id, edition: 1 })
  })

  it('changes with one record, and its evidence with it; the first stays', async () => {
    const session = await observe(points[2]!, '2021-03-31', 'MZ0701')
    const second = await compute('15.3')
    expect(second).toMatchObject({ value: 2 / 3, numerator: 2, edition: 2, records: 5 })
    expect((await lineage('bento', second))[1]!.shown.map(({ id }) => id)).toContain(session.id)
    const { values } = await get<{ values: Value[] }>('celia', '/api/results/indicators/15.3')
    expect(values.map(({ edition, value }) => [edition, value])).toEqual([
      [2, 2 / 3],
      [1, 1 / 3],
    ])
  })

  it('opens only as far as the rights of the reader go: the rest is a count and whose it is', async () => {
    await owner().run(sql`update displacement.observation_session set class = 4 where day = '2021-03-31'`)
    const behind = await lineage('bento', await compute('15.3'))
    expect(behind[1]).toMatchObject({ domain: 'displacement', count: 2, readable: 1 })
    expect(behind[1]!.shown).toHaveLength(1)
  })

  it('is found again from each record that it was made of, by who may open the record', async () => {
    type Used = { figures: { indicator: string; edition: number; reports: object[] }[]; refusals?: { code: string }[] }
    const used = (who: 'bento' | 'celia' | 'public', id: string, record = 'displacement.observation_session') =>
      get<Used>(who, `/api/results/used-in/${record}/${id}`)
    const [early] = await owner().rows<{ id: string }>(sql`select id from displacement.observation_session where day = '2021-03-04'`)
    expect((await used('bento', early!.id)).figures).toMatchObject([
      { indicator: '15.3', edition: 2, reports: [] },
      { indicator: '15.3', edition: 1, reports: [] },
    ])
    const [closed] = await owner().rows<{ id: string }>(sql`select id from displacement.observation_session where class = 4`)
    for (const [id, record] of [[closed!.id], [points[0]!, 'displacement.observation_session'], ['x', 'no.record']] as const)
      expect(codesOf(await used('bento', id, record))).toEqual(['access.not-found'])
  })

  it('on people in protection is a number and a count of records held by that part, to everybody else, and nothing more', async () => {
    const place = (await owner().one<{ id: string }>(sql`select id from places.place where pcode = 'MZ0109'`))!.id
    const ids: string[] = []
    for (let n = 0; n < 37; n++) ids.push((await insertRow(owner(), Household, { scope: 'MZ01', number: String(200_000_000 + n), place, state: 'active' })).id)
    const lineage = { indicator: '13.1 v1', ...march, place: 'MZ', records: [{ record: Household.name, ids }] }
    const figure = { indicator: '13.1', indicatorVersion: 1, fromDay: march.from, toDay: march.to, edition: 1, method: 'computed', state: 'computed' } as const
    const value = await insertRow(owner(), IndicatorValue, { scope: 'MZ', ...figure, value: 0.9, numerator: 37, denominator: 41, lineage, recordsHash: 'x' })
    const seen = await get<{ value: Value; records: Behind[] }>('celia', `/api/results/lineage/${value.id}`)
    expect(seen.value).toMatchObject({ numerator: 37, denominator: 41, records: 37 })
    expect(seen.records).toEqual([{ record: Household.name, domain: 'people', count: 37, readable: 0, shown: [] }])
    expect(ids.filter((id) => JSON.stringify(seen).includes(id))).toEqual([])
    expect(codesOf(await get('celia', `/api/results/used-in/${Household.name}/${ids[0]}`))).toEqual(['access.not-found'])
  })

  it('stands beside what somebody typed before records were there, on its page and on the bench, until the two agree', async () => {
    const typed = { scope: 'MZ', indicator: '15.3', indicatorVersion: 1, fromDay: march.from, toDay: march.to, method: 'entered', state: 'entered' } as const
    await insertRow(owner(), IndicatorValue, { ...typed, edition: 90, value: 0.5, numerator: 1, denominator: 2, evidence: 'Mail of the point' })
    const differing = { indicator: '15.3', scope: 'MZ', entered: 0.5, computed: 2 / 3, evidence: 'Mail of the point' }
    expect(await get('celia', '/api/results/indicators/15.3')).toMatchObject({ differences: [differing] })
    expect(await get('moises', '/api/results/bench')).toMatchObject({ differences: [differing] })
    await owner().run(sql`delete from results.indicator_value where edition = 90`)
    expect(await get('celia', '/api/results/indicators/15.3')).toMatchObject({ differences: [] })
  })

  it('is of one place where one is asked for, and unknown where nothing was watched', async () => {
    expect(await compute('15.3', { ...march, place: 'MZ07' })).toMatchObject({ numerator: 1, denominator: 1 })
    expect(await compute('15.3', { ...march, place: 'MZ11' })).toMatchObject({ value: null, unknown: 'denominator-unknown' })
  })

  it('is never typed by hand', async () => {
    const { body } = await post('moises', '/api/results/indicators/15.3/values', { ...march, numerator: 3, denominator: 3, evidence: 'none' })
    expect(codesOf(body)).toEqual(['results.is-computed'])
    expect(body.refusals![0]!.sentence.pt).toContain('Calcule o período')
  })
})

describe('rounds as results', () => {
  const year = { from: '2021-01-01', to: '2021-12-31' }

  it('count when the Government endorsed them, once for all editions, and tell the days to publication', async () => {
    expect(await compute('15.1', year)).toMatchObject({ value: 0, records: 0 })
    expect(await compute('15.2', year)).toMatchObject({ value: null, unknown: 'no-records' })
    const operation = await insertRow(owner(), Operation, {
      ...{ scope: 'MZ', name: 'Results', countryIso3: 'MOZ', countryPcode: 'MZ', countryName: { pt: 'Moçambique', en: 'Mozambique' } },
      ...{ cause: 'conflict', status: 'Active', sensitivity: 'districts', demonstration: false },
    })
    const publish = async (number: number, edition: number, collectedTo: string, publishedAt: string) => {
      const slug = `results-${number}`
      const about = { scope: 'MZ', operation: operation.id, assessmentType: 'BA', number, edition, unitLevel: 'posto', state: 'published' } as const
      const round = await insertRow(owner(), Round, { ...about, collectedTo, slug })
      await owner().run(sql`
        insert into kernel.product (slug, version, kind, title, summary, places, period_from, period_to, hash, licence, credit, demonstration, content_sha256, files, subject, published_at)
        select ${slug}, ${edition}, 'round', '{}', '{}', '{}', '2021-01-01', '2021-01-31', 'x', 'x', 'x', false, sha256, '[]', 'displacement.round', ${publishedAt}::timestamptz
        from kernel.file limit 1`)
      return round.id
    }
    await owner().run(sql`insert into kernel.file (sha256, bytes, kind) values ('results', 1, 'import')`)
    const endorse = (round: string) =>
      insertRow(owner(), Endorsement, { scope: 'MZ', round, office: 'INGD', decision: 'endorsed', decidedOn: '2021-02-01', frozenHash: 'x' })
    const one = await publish(1, 1, '2021-01-31', '2021-02-10T10:00:00Z')
    await publish(1, 2, '2021-01-31', '2021-03-10T10:00:00Z')
    await publish(2, 1, '2021-02-28', '2021-03-20T10:00:00Z')
    await endorse(one)
    const figure = await compute('15.1', year)
    expect(figure).toMatchObject({ value: 1, records: 1, expected: 2 })
    expect((await lineage('bento', figure))[0]!.shown.map(({ id }) => id)).toEqual([one])
    expect(await compute('15.2', year)).toMatchObject({ value: 15, records: 2 })
  })
})

describe('a figure that is typed', () => {
  const url = '/api/results/indicators/10.2/values'
  const enter = (typed: object) => post('moises', url, { ...march, evidence: 'INGD list of 31 March 2021', ...typed })

  it('needs its evidence, both parts of a ratio, and a value or the reason why there is none', async () => {
    expect(codesOf((await enter({ numerator: 8, denominator: 17, evidence: ' ' })).body)).toEqual(['results.no-evidence'])
    expect(codesOf((await enter({ value: 0.47 })).body)).toEqual(['results.percent-averaged'])
    expect(codesOf((await enter({ numerator: 1, denominator: 0 })).body)).toEqual(['results.denominator-unknown'])
    expect(codesOf((await enter({ numerator: 1, denominator: 2, unknown: 'not-reported' })).body)).toEqual(['results.value-or-reason'])
    expect(codesOf((await post('moises', '/api/results/indicators/13.2/values', { ...march, evidence: 'x' })).body)).toEqual(['results.value-or-reason'])
    expect(codesOf((await enter({ ...march, to: '2021-02-01', numerator: 1, denominator: 2 })).body)).toEqual(['results.end-before-start'])
  })

  it('comes in parts that are the whole, those who cannot be placed as a part of their own, and a share in parts with both halves', async () => {
    const people = (parts: object[], by = 'sex') =>
      post('moises', '/api/results/indicators/2.2/values', { ...march, value: 100, evidence: 'Lists of the clinics', breakdowns: [{ by, parts }] })
    const [women, men, unknown] = [
      { key: 'female', value: 52 },
      { key: 'male', value: 41 },
      { key: 'unknown', value: 7 },
    ]
    const short = (await people([women, men])).body
    expect([codesOf(short), short.refusals![0]!.sentence.pt]).toEqual([
      ['results.parts-do-not-sum'],
      expect.stringContaining('As partes somam 93 e o total é 100'),
    ])
    expect(codesOf((await people([women, { key: 'male' }])).body)).toEqual(['results.value-or-reason'])
    expect(codesOf((await people([women, men, unknown], 'shoeSize')).body)).toEqual(['results.no-such-breakdown'])
    expect((await people([women, men, unknown])).body).toMatchObject({ value: 100, breakdowns: [{ by: 'sex', parts: [women, men, unknown] }] })
    const share = (parts: object[]) =>
      post('moises', '/api/results/indicators/13.1/values', {
        ...march,
        numerator: 19,
        denominator: 110,
        evidence: 'Referrals',
        breakdowns: [{ by: 'sex', parts }],
      })
    expect(
      codesOf(
        (
          await share([
            { key: 'female', value: 0.9 },
            { key: 'male', value: 0.1 },
          ])
        ).body,
      ),
    ).toEqual(['results.percent-averaged'])
    const halves = [
      { key: 'female', numerator: 9, denominator: 10 },
      { key: 'male', numerator: 10, denominator: 100 },
    ]
    expect(codesOf((await share([halves[0]!])).body)).toEqual(['results.parts-do-not-sum', 'results.parts-do-not-sum'])
    expect((await share(halves)).body).toMatchObject({ value: 19 / 110, breakdowns: [{ parts: halves }] })
  })

  it('is verified by another person, approved by a third step and locked; a later one stands beside it', async () => {
    const { body: typed } = await enter({ numerator: 8, denominator: 17 })
    expect(typed).toMatchObject({ state: 'entered', value: 8 / 17 })
    const step = (who: Parameters<TestHouse['ask']>[0], name: string, payload: object = {}) =>
      post(who, `/api/results/indicator-value/${typed.id}/steps/${name}`, payload)
    expect(codesOf((await step('moises', 'verify', { verification: 'Recounted' })).body)).toEqual(['results.same-person'])
    expect((await step('elsa', 'verify', { verification: 'Recounted on the list' })).body).toMatchObject({ state: 'verified' })
    expect((await step('celia', 'approve')).body).toMatchObject({ state: 'approved' })
    expect((await step('celia', 'lock')).body).toMatchObject({ state: 'locked' })
    expect(codesOf((await enter({ numerator: 9, denominator: 17 })).body)).toEqual(['results.locked'])
    const { body: corrected } = await enter({ numerator: 9, denominator: 17, note: 'Palma handed its plan in late' })
    expect(corrected).toMatchObject({ edition: 2, state: 'entered' })
    const { values } = await get<{ values: Value[] }>('celia', '/api/results/indicators/10.2')
    expect(values.map(({ value, state }) => [value, state])).toEqual([
      [9 / 17, 'entered'],
      [8 / 17, 'locked'],
    ])
  })

  it('may be unknown, with the reason, and is not zero', async () => {
    const { body } = await post('moises', '/api/results/indicators/13.2/values', { ...march, unknown: 'not-reported', evidence: 'No report came' })
    expect(body).toMatchObject({ value: null, unknown: 'not-reported' })
  })
})

describe('what a figure is judged by', () => {
  const mark = (typed: object) => post('celia', '/api/results/indicators/15.3/marks', { source: 'Plan of 2021', ...typed })
  const page = () => get<{ achievement: object; marks: { value: number; reason: string | null }[] }>('celia', '/api/results/indicators/15.3')

  it('gives no percent while a baseline is unknown, and the right one when it is known', async () => {
    await mark({ kind: 'target', day: '2021-12-31', value: 0.8 })
    expect((await page()).achievement).toEqual({ undefined: 'baseline-unknown' })
    await mark({ kind: 'baseline', day: '2020-12-31', value: 0 })
    const { achievement } = (await page()) as { achievement: { percent: number } }
    expect(achievement.percent).toBeCloseTo((2 / 3 / 0.8) * 100, 9)
  })

  it('is changed only with a reason, and the earlier mark stays in sight', async () => {
    expect(codesOf((await mark({ kind: 'target', day: '2021-12-31', value: 0.5 })).body)).toEqual(['results.target-without-reason'])
    await mark({ kind: 'target', day: '2021-12-31', value: 0.5, reason: 'Two points were closed' })
    expect((await page()).marks.filter(({ reason }) => reason).map(({ value }) => value)).toEqual([0.5])
    expect((await page()).marks).toHaveLength(3)
  })
})
