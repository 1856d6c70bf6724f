/**
 * The DTM API from our own published rounds, held against the recorded answers of the original: the same rounds are taken in from the HDX table, published, and
 * asked for again over HTTP. Names, order and types of the fields must be the same, and so must the figures.
 */
import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFromPaper } from '../src/domains/displacement/index.ts'
import { isRefused } from '../src/kernel/index.ts'
import { dataPath, fromData, hasData, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const folder = 'dtm/dtm-api'
const recorded = (name: string) => JSON.parse(readFileSync(dataPath(`${folder}/${name}`), 'utf8')) as Envelope
type Row = Record<string, string | number | null>
type Envelope = { result: Row[]; statusCode: number; isSuccess: boolean; errorMessages: string[]; totalRecordsCount: number }

/** Rounds to publish: some with origins, some with sexes. */
const chosen = [
  ['TCD', 'Lake Chad Basin Crisis', 'BA', [1, 4, 9]],
  ['HTI', 'Haiti Earthquake', 'SA', [1, 32]],
] as const

describe.skipIf(!hasData(folder))('the DTM API from our own rounds (needs the shared data folder)', () => {
  let test: TestHouse
  let published: { country: string; operation: string; assessmentType: string; number: number }[]
  beforeAll(async () => {
    test = await openTestHouse()
    const target = { country: '*', licence: 'CC BY-IGO', credit: 'IOM DTM' }
    const { summary } = await wizardOf(test).takeIn(fromData(`${folder}/global-iom-dtm-from-api-admin-0-to-2.csv`), target)
    const wanted = summary.rounds.filter((round) =>
      chosen.some(
        ([country, operation, type, numbers]) =>
          round.country === country && round.operation === operation && round.assessmentType === type && (numbers as readonly number[]).includes(round.number),
      ),
    )
    published = wanted
    const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
    for (const { id } of wanted) {
      const done = await publishFromPaper(test.house, actor, id, { office: 'IOM', decidedOn: '2023-01-01', note: 'As published' })
      if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
    }
  })
  afterAll(() => test?.close())

  const get = async (url: string) =>
    (await test.ask('public', { url })) as unknown as { status: number; body: Envelope; text: string; headers: Record<string, string> }
  const isChosen = (row: Row) =>
    published.some(
      ({ country, operation, assessmentType, number }) =>
        row.admin0Pcode === country && row.operation === operation && row.assessmentType === assessmentType && row.roundNumber === number,
    )

  it('publishes every chosen round', () => {
    expect(published).toHaveLength(chosen.flatMap(([, , , numbers]) => numbers).length)
  })

  it.each([
    [0, 'displacement-admin0-admin0pcode-tcd.json'],
    [1, 'displacement-admin1-admin0pcode-tcd.json'],
    [2, 'displacement-admin2-admin0pcode-tcd.json'],
    [0, 'displacement-admin0-admin0pcode-hti.json'],
    [1, 'displacement-admin1-admin0pcode-hti.json'],
    [2, 'displacement-admin2-admin0pcode-hti.json'],
  ])('answers level %i with the fields, types and figures of %s', async (level, file) => {
    const theirs = recorded(file)
    const { status, body } = await get(`/dtm/v3/displacement/admin${level}?Admin0Pcode=${file.includes('tcd') ? 'TCD' : 'HTI'}`)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(Object.keys(theirs))
    expect(body.totalRecordsCount).toBe(body.result.length)
    for (const row of body.result) expect(Object.keys(row)).toEqual(Object.keys(theirs.result[0]!))
    const typesOf = (rows: Row[], field: string) => [...new Set(rows.map((row) => (row[field] === null ? 'null' : typeof row[field])))]
    for (const field of Object.keys(theirs.result[0]!)) {
      const known = [...typesOf(theirs.result, field), ...(/^num/.test(field) ? ['null'] : [])]
      expect([field, typesOf(body.result, field).filter((type) => !known.includes(type))]).toEqual([field, []])
    }
    // Their number of the row is theirs. Of the figures, only those that are too small to be shown may be missing.
    const key = ({ id: _, numPresentIdpInd: _people, numberMales: _males, numberFemales: _females, ...rest }: Row) => JSON.stringify(rest)
    const original = new Map(theirs.result.filter(isChosen).map((row) => [key(row), row]))
    expect(body.result.map(key).filter((each) => !original.has(each))).toEqual([])
    expect(body.result).toHaveLength(original.size)
    const different = body.result.filter((row) => row.numPresentIdpInd !== original.get(key(row))!.numPresentIdpInd)
    expect(different.filter(({ numPresentIdpInd }) => numPresentIdpInd !== null)).toEqual([])
    for (const field of ['numberMales', 'numberFemales'] as const)
      for (const row of body.result) if (row[field] !== null) expect(row[field]).toBe(original.get(key(row))![field])
  })

  it('filters as the original does, takes its key and any filter that it does not know', async () => {
    const count = async (query: string) => (await get(`/dtm/v3/displacement/admin0?${query}`)).body.totalRecordsCount
    const all = await count('')
    const chad = await count('Admin0Pcode=tcd')
    expect(chad).toBeGreaterThan(0)
    expect(chad + (await count('CountryName=Haiti'))).toBe(all)
    expect(await count('Operation=Haiti%20Earthquake&FromRoundNumber=32&ToRoundNumber=32')).toBe(1)
    expect(await count('FromReportingDate=2100-01-01')).toBe(0)
    expect(await count('NoSuchFilter=1')).toBe(all)
    const keyed = await test.server.inject({ url: '/dtm/v3/displacement/admin0', headers: { 'Ocp-Apim-Subscription-Key': 'anything' } })
    expect(keyed.statusCode).toBe(200)
    const wrong = await get('/dtm/v3/displacement/admin1?FromRoundNumber=two&ToReportingDate=yesterday')
    expect([wrong.status, wrong.body.isSuccess, wrong.body.statusCode, wrong.body.result, wrong.body.errorMessages.length]).toEqual([400, false, 400, [], 2])
  })

  it('lists the countries and operations that have published rounds, in the recorded shape', async () => {
    for (const [list, file] of [
      ['country-list', 'displacement-country-list.json'],
      ['operation-list', 'displacement-operation-list.json'],
    ]) {
      const { body } = await get(`/dtm/v3/displacement/${list}`)
      expect(Object.keys(body.result[0]!)).toEqual(Object.keys(recorded(file!).result[0]!))
      expect(body.result).toHaveLength(2)
    }
    expect((await get('/dtm/v3/displacement/operation-list')).body.result).toEqual(
      expect.arrayContaining([expect.objectContaining({ operation: 'Haiti Earthquake', admin0Pcode: 'HTI' })]),
    )
  })

  it('serves all of it as the HDX table with its HXL row, and as the rows of the Humanitarian API', async () => {
    const hdx = await get('/files/hdx/displacement.csv')
    const [header, hxl, ...rows] = hdx.text
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n')
    const theirs = readFileSync(dataPath(`${folder}/global-iom-dtm-from-api-admin-0-to-2.csv`), 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
    expect([header, hxl]).toEqual(theirs.slice(0, 2))
    const perLevel = await Promise.all([0, 1, 2].map(async (level) => (await get(`/dtm/v3/displacement/admin${level}`)).body.totalRecordsCount))
    expect(rows).toHaveLength(perLevel.reduce((sum, each) => sum + each, 0))

    const hapi = await get('/files/hdx/hapi-idps.csv')
    const parse = (text: string) => Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
    const ours = parse(hapi.text)
    const recordedHapi = parse(readFileSync(dataPath(`${folder}/hdx_hapi_idps_global.csv`), 'utf8'))
    expect(ours.meta.fields).toEqual(recordedHapi.meta.fields)
    const keyOf = (row: Record<string, string>) =>
      [row.location_code, row.admin_level, row.provider_admin1_name, row.provider_admin2_name, row.operation, row.assessment_type, row.reporting_round].join(
        '|',
      )
    const populations = new Map(recordedHapi.data.map((row) => [keyOf(row), row.population]))
    expect(ours.data.length).toBeGreaterThan(40)
    for (const row of ours.data) if (row.population !== '') expect([keyOf(row), row.population]).toEqual([keyOf(row), populations.get(keyOf(row))])
    expect(ours.data.filter(({ error }) => error !== '')).toEqual([])
  })

  it('is explored by place and by two rounds, and each drawing may stand on another page, and nothing else may', async () => {
    const { text, headers } = await get('/en/explore?series=lake-chad-basin-crisis-ba&from=4&to=9')
    const { document } = parseHTML(text)
    const rows = (id: string) => [...document.querySelectorAll(`#${id} tbody tr`)].map((row) => [...row.children].map(({ textContent }) => textContent!.trim()))
    expect(rows('trend').map(([round]) => round)).toEqual(['Round 1', 'Round 4', 'Round 9'])
    const compared = rows('compare')
    const printed = (figure: string | undefined) => Number(figure!.replace(/,/g, '').replace('\u2212', '-'))
    expect(compared.length).toBeGreaterThan(0)
    const both = compared.filter(([, then, , now]) => /^\d/.test(then!) && /^\d/.test(now!))
    expect(both.length).toBeGreaterThan(0)
    for (const [, then, , now, , difference] of both) expect(printed(now) - printed(then)).toBe(printed(difference))
    expect(rows('origins')).toEqual([['Lac', '169,003', '169,003']])
    expect((await get('/en/explore?series=lake-chad-basin-crisis-ba&to=4')).text).toContain('nobody asked where people came from')
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    const frame = document.querySelector('#compare code')!.textContent!.match(/src="[^"]*(\/embed[^"]*)"/)![1]!
    const alone = await get(frame)
    expect([alone.status, alone.headers['content-security-policy']]).toEqual([200, expect.stringContaining('frame-ancestors *')])
    expect(parseHTML(alone.text).document.querySelectorAll('tbody tr').length).toBe(compared.length)
    const stale = parseHTML((await get('/pt/explore?series=none&place=none&from=x&to=99')).text).document
    expect(stale.querySelectorAll('#trend tbody tr').length, 'an old link opens something true').toBeGreaterThan(0)
  })
})
