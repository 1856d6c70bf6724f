/**
 * A week of flow monitoring from phone to portal: sessions with and without passers-by, a point that nobody watched, two points of one corridor, origins that
 * nobody knows; then the bulletin, with small cells withheld and nothing to subtract them from.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receive } from '../src/kernel/forms/receive.ts'
import { asOwner, isRefused, seedPackForms } from '../src/kernel/index.ts'
import { authorOf } from './support/authoring.ts'
import { expectDictionary } from './support/dictionaryCheck.ts'
import { flowXml, type WatchedSession } from './support/flowForm.ts'
import { findingsBehindReceipts } from './support/lookedOver.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Picture = {
  points: {
    code: string
    sessions: number
    hours: number
    observed: number | 'unknown'
    perHour: number | null
    estimate: number | 'unknown'
    method: string
    status: string | null
  }[]
  cells: { from: string | null; to: string | null; people: number; uncounted: number }[]
  people: number
  uncounted: number
}

describe('a flow monitoring week from phone to portal', () => {
  let test: TestHouse
  const points = new Map<string, string>()
  beforeAll(async () => {
    test = await openTestHouse()
    expect(await seedPackForms(test.house)).toContain('dtm_flow')
    expect((await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })).status).toBe(200)
    const place = async (pcode: string) => (await asOwner(test.house.doors).one<{ id: string }>(sql`select id from places.place where pcode = ${pcode}`))!.id
    for (const [code, pcode, corridor] of [
      ['NAMOTO', 'MZ0116', undefined],
      ['NEGOMANO', 'MZ0112', undefined],
      ['ROVUMA', 'MZ0112', 'Mueda'],
      ['MUEDA', 'MZ0112', 'Mueda'],
      ['QUIET', 'MZ0116', undefined],
    ] as const) {
      const given = { name: code, code, place: await place(pcode), kind: 'border', openHours: 12, corridor, standsForCorridor: code === 'ROVUMA' || undefined }
      const made = await ask<{ id: string }>('bento', 'POST', '/api/displacement/flow-point', JSON.parse(JSON.stringify(given)))
      expect(made.status).toBe(200)
      points.set(code, made.body.id)
    }
  })
  afterAll(() => test?.close())

  const ask = async <T = Record<string, never>>(who: Name | 'public', method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    (await test.ask(who, { method, url, ...(payload ? { payload } : {}) })) as unknown as {
      status: number
      body: T & { refusals?: { code: string }[] }
      text: string
    }
  const send = async (session: WatchedSession) => {
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: flowXml(session).xml, files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    return sent.submission
  }
  const approve = (submission: string | null) => ask('bento', 'POST', `/api/forms/review/${submission}/approve`)
  const watch = async (session: WatchedSession) => expect((await approve(await send(session))).body.refusals).toBeUndefined()
  const picture = async () => (await ask<Picture>('bento', 'GET', '/api/displacement/flows?from=2024-11-11&to=2024-11-17')).body
  const pointOf = async (code: string) => (await picture()).points.find((point) => point.code === code)!

  it('knows a point where nobody watched from one where nobody passed', async () => {
    await watch({ point: 'NEGOMANO', day: '2024-11-12' })
    expect(await pointOf('NEGOMANO')).toMatchObject({ sessions: 1, hours: 6, observed: 0, perHour: 0, estimate: 0 })
    expect(await pointOf('NAMOTO')).toMatchObject({ sessions: 0, observed: 'unknown', perHour: null, estimate: 'unknown', method: 'not-observed' })
  })

  it('gives a rate per hour watched and an estimate that says it is one', async () => {
    const groups = [
      { origin: 'MZ01', destination: 'TZA', who: [30, 20, 6, 4] as [number, number, number, number] },
      { origin: 'MZ01', destination: 'TZA', who: [10, 30, 10, 10] as [number, number, number, number] },
    ]
    await watch({ point: 'NAMOTO', day: '2024-11-11', groups, interviews: 2 })
    // 120 people in 6 of 12 open hours on 1 of 7 days: factor 14.
    expect(await pointOf('NAMOTO')).toMatchObject({ observed: 120, perHour: 20, estimate: 1680, method: 'extrapolated' })
  })

  it('keeps an unknown destination and a group without a number as what they are', async () => {
    await watch({
      point: 'NAMOTO',
      day: '2024-11-12',
      groups: [
        { direction: 'in', origin: 'TZA', individuals: 40 },
        { origin: 'MZ01', destination: 'TZA' },
      ],
    })
    const { cells, people, uncounted } = await picture()
    expect(cells).toContainEqual(expect.objectContaining({ from: 'TZA', to: null, people: 40 }))
    expect(cells).toContainEqual(expect.objectContaining({ from: 'MZ01', to: 'TZA', people: 120, uncounted: 1 }))
    expect([people, uncounted]).toEqual([160, 1])
  })

  it('never adds two points of one corridor, and asks which of them stands for it', async () => {
    await watch({ point: 'ROVUMA', day: '2024-11-13', groups: [{ direction: 'in', origin: 'TZA', destination: 'MZ01', who: [5, 10, 3, 3] }] })
    await watch({ point: 'MUEDA', day: '2024-11-13', groups: [{ direction: 'in', origin: 'TZA', destination: 'MZ01', who: [5, 10, 3, 2] }] })
    expect((await picture()).people).toBe(181)
    const { rows } = (await ask<{ rows: { id: string; version: number }[] }>('bento', 'GET', '/api/displacement/flow-point?code=ROVUMA')).body
    await ask('bento', 'PATCH', `/api/displacement/flow-point/${points.get('ROVUMA')}`, { version: rows[0]!.version, standsForCorridor: false })
    expect(((await picture()) as unknown as { refusals: { code: string }[] }).refusals[0]!.code).toBe('flow.points-on-one-corridor')
    await ask('bento', 'PATCH', `/api/displacement/flow-point/${points.get('ROVUMA')}`, { version: rows[0]!.version + 1, standsForCorridor: true })
  })

  it('refuses a session at a point that is not registered, and takes back one whose form is rejected', async () => {
    expect((await approve(await send({ point: 'NOWHERE', day: '2024-11-13' }))).body.refusals?.[0]?.code).toBe('flow.point-unknown')
    const wrong = await send({ point: 'NAMOTO', day: '2024-11-14', groups: [{ origin: 'MZ01', destination: 'MWI', individuals: 500 }] })
    await approve(wrong)
    expect((await picture()).people).toBe(681)
    expect((await ask('bento', 'POST', `/api/forms/review/${wrong}/reject`, { reason: 'Formulário de exercício' })).status).toBe(200)
    expect((await picture()).people).toBe(181)
  })

  it('counts nobody twice whom two teams saw at one point at the same time', async () => {
    const groups = [{ origin: 'MZ01', destination: 'TZA', individuals: 25 }]
    const second = await send({ point: 'NAMOTO', day: '2024-11-11', from: '11:30', to: '14:00', groups })
    expect((await approve(second)).body.refusals?.[0]?.code).toBe('flow.session-overlaps')
    expect((await picture()).people).toBe(181)
    // The next watch begins when the one before has ended, also past midnight.
    expect((await approve(await send({ point: 'NAMOTO', day: '2024-11-16', from: '22:00', to: '02:00' }))).body.refusals).toBeUndefined()
    expect((await approve(await send({ point: 'NAMOTO', day: '2024-11-17', from: '01:00', to: '03:00' }))).body.refusals?.[0]?.code).toBe(
      'flow.session-overlaps',
    )
    expect((await approve(await send({ point: 'NAMOTO', day: '2024-11-17', from: '02:00', to: '03:00' }))).body.refusals).toBeUndefined()
  })

  it('is held against the form itself: no honest session has a finding', async () => {
    expect(await findingsBehindReceipts(test)).toEqual([])
  })

  it('shows whether a point of entry is open', async () => {
    const status = { point: points.get('NAMOTO'), mode: 'land', status: 'partial', restrictions: 'Só de dia', fromDay: '2024-11-01', source: 'SENAMI' }
    expect((await ask('bento', 'POST', '/api/displacement/entry-point-status', status)).status).toBe(200)
    expect((await pointOf('NAMOTO')).status).toBe('partial')
  })

  const publish = (given: object) =>
    ask<{ slug: string }>('elsa', 'POST', '/api/displacement/flows/bulletins', {
      kind: 'week',
      periodFrom: '2024-11-11',
      licence: 'CC BY 4.0',
      credit: 'OIM DTM',
      ...given,
    })

  it('publishes the week, or says why not', async () => {
    expect((await publish({ periodFrom: '2024-11-12' })).body.refusals?.[0]?.code).toBe('flow.week-begins-monday')
    expect((await publish({ periodFrom: '2020-11-02' })).body.refusals?.[0]?.code).toBe('flow.nothing-watched')
    expect((await publish({ licence: ' ' })).body.refusals?.[0]?.code).toBe('round.licence-missing')
    await watch({ point: 'NEGOMANO', day: '2024-11-13', groups: [{ origin: 'MZ02', destination: 'MWI', who: [1, 2, 0, 0] }] })
    const { body } = await publish({})
    expect(body.slug).toBe('moz-flows-week-2024-11-11')
    expect((await publish({})).body.refusals?.[0]?.code).toBe('flow.published-already')
    expect(await expectDictionary(test, body.slug)).toBe(2)
    const page = await ask('public', 'GET', `/pt/publications/${body.slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('1 ponto não foi observado')
    const { pages, text } = await pdfText((await test.server.inject(`/files/${body.slug}/1/MOZ-flows-week-2024-11-11-pt.pdf`)).rawPayload)
    expect(pages).toBeLessThanOrEqual(2)
    if (text !== null) expect(text).toContain('Boletim de fluxos')
  })

  it('draws what has a number, marks an end that nobody knows, and leaves no trace of a withheld flow', async () => {
    const page = await ask('public', 'GET', '/en/publications/moz-flows-week-2024-11-11')
    const map = /<svg[^>]*aria-label="Map of the flows".*?<\/svg>/s.exec(page.text)![0]
    expect(map).toContain('Tanz')
    expect(map).not.toMatch(/Malawi|Gaza/)
    const drawn = (await ask<{ map: { svg: string } }>('bento', 'GET', '/api/displacement/flows?from=2024-11-11&to=2024-11-17&lang=en')).body.map.svg
    expect(drawn).toContain('40 → ?')
    expect(drawn).toContain('Malawi')
    expect(drawn.match(/marker-end/g)!.length).toBe(3)
  })

  it('is explored from where to where, with what is withheld as a word in cells and totals', async () => {
    const { text } = await ask('public', 'GET', '/en/explore')
    const matrix = text.slice(text.indexOf('Passages seen in the hours watched'))
    expect(matrix).toMatch(/<th scope="row">Gaza<\/th>(<td class="n">(0|<span class="word">withheld<\/span>)<\/td>)+/)
    expect(matrix).toContain('<th scope="col" class="n">Not known</th>')
    expect((await ask('public', 'GET', '/en/explore?flow=nothing-like-it')).status).toBe(200)
    expect((await ask('public', 'GET', '/en/publications?text=&place=&kind=&from=&to=')).text).toContain('You searched without choosing anything')
    expect((await ask('public', 'GET', '/en/publications')).text).not.toContain('You searched without choosing anything')
  })

  it('tells of interviews with how many answered, from five on, and of the season not before two years', async () => {
    const page = async () => (await ask('public', 'GET', '/en/publications/moz-flows-week-2024-11-11')).text
    expect(await page()).toContain('So few people answered that nothing is shown.')
    expect(await page()).toContain('two whole years (104 periods) are needed and 1 were watched')
    await watch({ point: 'QUIET', day: '2024-11-15', interviews: 6 })
    const again = await publish({ changeNote: { pt: 'Mais entrevistas', en: 'More interviews' } })
    expect(again.status).toBe(200)
    expect(await page()).toContain('8 people agreed to answer')
    expect(await page()).toMatch(/<caption>Length of stay \(n = 8\)<\/caption>.*?Up to a week<\/th><td class="n">8</s)
    const file = async (name: string) => (await test.server.inject(`/files/moz-flows-week-2024-11-11/2/MOZ-flows-week-2024-11-11${name}`)).rawPayload
    expect(String(await file('-interviews.csv'))).toContain('stay,Length of stay,week,Up to a week,8,known,8,2024-11-11,2024-11-17')
    const { text } = await pdfText(await file('-pt.pdf'))
    if (text !== null) {
      expect(text).toContain('Aceitaram responder 8 pessoas')
      expect(text.replace(/\s+/g, ' ')).toContain('Quanto tempo fica (n = 8)')
      expect(text).toContain('Ainda não chega: são precisos dois anos inteiros')
    }
    expect(await expectDictionary(test, 'moz-flows-week-2024-11-11')).toBe(3)
    const { interviews } = (await ask<{ interviews: { n: number } }>('elsa', 'GET', '/api/displacement/flows?from=2024-11-11&to=2024-11-17')).body
    expect(interviews.n).toBe(8)
    expect((await ask('elsa', 'GET', '/api/displacement/flow-interview')).status).toBe(403)
  })

  it('tells the time of the year on paper and in a file, once two whole years were watched', async () => {
    const db = asOwner(test.house.doors)
    await db.run(sql`
      with watched as (
        insert into displacement.observation_session (scope, point, day, from_time, to_time, observed_minutes)
        select 'MZ0116', ${points.get('QUIET')}, ('2022-10-15'::date + make_interval(months => m))::date, '06:00', '12:00', 360 from generate_series(0, 25) m
        returning id, day
      )
      insert into displacement.flow_group (scope, session, direction, individuals, vulnerable)
      select 'MZ0116', id, 'internal', case when extract(month from day) = 7 then 120 else 60 end, '{}' from watched`)
    const { body } = await publish({ kind: 'month', periodFrom: '2024-11-01' })
    expect(body.refusals).toBeUndefined()
    expect(await expectDictionary(test, body.slug)).toBe(4)
    const file = async (name: string) => (await test.server.inject(`/files/${body.slug}/1/MOZ-flows-month-2024-11-01${name}`)).rawPayload
    const july = Number(/^month,7,(\d+),2,26$/m.exec(String(await file('-season.csv')).replaceAll('\r', ''))![1])
    expect(july).toBeGreaterThan(150)
    const { text } = await pdfText(await file('-en.pdf'))
    if (text !== null) expect(text).toContain('July')
  })

  it('withholds a small flow and everything that would tell it', async () => {
    const set = JSON.parse((await test.server.inject('/files/moz-flows-week-2024-11-11/1/MOZ-flows-week-2024-11-11.json')).body) as {
      people: unknown
      cells: { from: string; to: string; people: unknown }[]
      points: { code: string; observed: unknown; perHour: unknown; estimate: unknown }[]
    }
    expect(set.cells.find(({ from, to }) => from === 'MZ02' && to === 'MWI')!.people).toBe('withheld')
    expect(set.points.find(({ code }) => code === 'NEGOMANO')).toMatchObject({ observed: 'withheld', perHour: null, estimate: 'withheld' })
    const known = set.cells.map(({ people }) => people).filter((people): people is number => typeof people === 'number')
    const rest = typeof set.people === 'number' ? set.people - known.reduce((sum, n) => sum + n, 0) : null
    expect(rest).not.toBe(3)
    expect(JSON.stringify(set)).not.toContain('Só de dia')
  })
})
