/** What leaves the house of answers: files and the live feed, streamed, within the rights of whoever asks, with none, one and many submissions. */

import ExcelJS from 'exceljs'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, createToken, isRefused } from '../src/kernel/index.ts'
import { filled, type PlantedForm, plantForm, plantSubmission } from './support/plantedForms.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let none: PlantedForm
let one: PlantedForm
let many: PlantedForm
const first = 'uuid:11111111-1111-4111-8111-111111111111'
const nested = (n: number) =>
  `<data id="households"><place>MZ010902</place><day>2026-03-0${1 + (n % 9)}</day><where>-12.5 40.1 3 5</where><needs>water food</needs><cost>${n}.10</cost><af><n>${n}</n><head>=1+1</head><member><age>3</age></member><member><age>4</age></member></af><af><n>2</n><head>B</head><member><age>5</age></member></af><total>${n + 2}</total></data>`

beforeAll(async () => {
  test = await openTestHouse()
  none = await plantForm(test)
  one = await plantForm(test)
  many = await plantForm(test)
  const { sha256 } = await test.house.files.put(Buffer.from('a picture'))
  await plantSubmission(test, one, nested(5), { instanceId: first, files: [{ name: '../photo.jpg', sha256 }] })
  for (let n = 1; n <= 12; n++) await plantSubmission(test, many, nested(n), { scope: n <= 8 ? 'MZ010902' : 'MZ070101' })
})
afterAll(() => test?.close())

const feed = ({ number, code }: PlantedForm) => `/v1/projects/${number}/forms/${code}.svc`
type Rows = { value: Record<string, never>[]; '@odata.count'?: number; '@odata.nextLink'?: string }
const get = async <T = Rows>(url: string, who: 'bento' | 'celia' | 'ana' | 'public' = 'bento') => {
  const { status, body, text } = await test.ask(who, { method: 'GET', url })
  return { status, body: body as T, text }
}
const rows = async (form: PlantedForm, options: Record<string, string> = {}, table = 'Submissions') =>
  (await get(`${feed(form)}/${table}?${new URLSearchParams(options)}`)).body
const totals = (value: Record<string, never>[]) => value.map((row) => row.total as number)

describe('the feed', () => {
  it('says what it holds, with and without submissions', async () => {
    const { text } = await get(`${feed(none)}/$metadata`)
    expect(text).toContain('<EntityType Name="Submissions.af.member">')
    expect(text).toContain('<Property Name="total" Type="Edm.Int64"/>')
    expect((await get<{ value: { name: string }[] }>(feed(none))).body.value.map(({ name }) => name)).toEqual([
      'Submissions',
      'Submissions.af',
      'Submissions.af.member',
    ])
    expect(await rows(none, { $count: 'true' })).toMatchObject({ '@odata.count': 0, value: [] })
  })

  it('gives a submission in the shape that clients of ODK Central know', async () => {
    const { value } = await rows(one)
    expect(value[0]).toMatchObject({
      __id: first,
      __system: { submitterName: 'ana', reviewState: 'received', edits: 0, formVersion: 'v1', attachmentsPresent: 1 },
      needs: 'food water',
      cost: 5.1,
      total: 7,
      where: { type: 'Point', coordinates: [40.1, -12.5, 3] },
      'af@odata.navigationLink': `Submissions('${encodeURIComponent(first)}')/af`,
    })
    expect((await rows(one, { $wkt: 'true' })).value[0]!.where).toBe('POINT (40.1 -12.5 3)')
    expect((await rows(one, { $select: '__system/formVersion,total' })).value).toEqual([{ __id: first, __system: { formVersion: 'v1' }, total: 7 }])
  })

  it('gives repeats as tables, below one submission, and inside it', async () => {
    const members = (await rows(one, {}, 'Submissions.af.member')).value
    expect(members.map(({ __id, age }) => [__id, age])).toEqual([1, 2, 3].map((turn) => [`${first}/af/member[${turn}]`, turn + 2]))
    expect(members[2]!['__Submissions-af-id']).toBe(`${first}/af[2]`)
    const below = await get(`${feed(one)}/Submissions('${encodeURIComponent(first)}')/af`)
    expect(below.body.value.map(({ n }) => n)).toEqual([5, 2])
    const [whole] = (await rows(one, { $expand: '*' })).value as unknown as { af: { n: number; member: { age: number }[] }[] }[]
    expect(whole!.af.map(({ n, member }) => [n, member.map(({ age }) => age)])).toEqual([
      [5, [3, 4]],
      [2, [5]],
    ])
  })

  it('is filtered by any answer, by what the system knows, and by its own words', async () => {
    const found = async ($filter: string) => totals((await rows(many, { $filter })).value)
    expect(await found('total ge 13')).toEqual([13, 14])
    expect(await found('af/n eq 7')).toEqual([9])
    expect(await found('cost lt 2.5')).toEqual([3, 4])
    expect(await found("place eq 'MZ010902' and (total eq 3 or total eq 4)")).toEqual([3, 4])
    expect(await found('not (total gt 3)')).toEqual([3])
    expect(await found('month(day) eq 3 and day eq 2026-03-02')).toEqual([3, 12])
    expect(await found("contains(needs, 'gold')")).toEqual([])
    expect(await found("__system/reviewState eq 'received' and __system/submissionDate gt 2020-01-01T00:00:00Z and 14 eq total")).toEqual([14])
    expect(await found("place eq 'x'' or 1 eq 1'")).toEqual([])
    expect((await rows(many, { $filter: 'n gt 11' }, 'Submissions.af')).value.length).toBe(1)
    expect((await rows(many, { $filter: '$root/Submissions/total eq 14' }, 'Submissions.af')).value.length).toBe(2)
    expect((await get(`${feed(many)}/Submissions?$filter=${encodeURIComponent('total eq eq')}`)).status).toBe(422)
  })

  it('gives each submission once, page by page, also when one arrives meanwhile', async () => {
    const seen: string[] = []
    let url: string | undefined = `${feed(many)}/Submissions?$top=5&$count=true`
    while (url) {
      const { body }: { body: Rows } = await get(url.replace(/^https?:\/\/[^/]+/, ''))
      expect(body['@odata.count']).toBe(12)
      seen.push(...body.value.map(({ __id }) => __id))
      url = body['@odata.nextLink']
    }
    expect([seen.length, new Set(seen).size]).toEqual([12, 12])
    expect(totals((await rows(many, { $orderby: 'total desc', $top: '2', $skip: '1' })).value)).toEqual([13, 12])
  })

  it('obeys rights: only the areas of a token, nothing for the field and the public, nothing of the vault', async () => {
    const made = await createToken(test.house.doors, test.people.bento, { name: 'powerbi', roles: ['dataOfficer'], areas: ['MZ07'], days: 5 })
    if (isRefused(made)) throw new Error('token')
    const url = `${feed(many)}/Submissions?$count=true`
    const answered = await test.server.inject({ method: 'GET', url, headers: { authorization: `Bearer ${made.secret}` } })
    expect(answered.json<Rows>()['@odata.count']).toBe(4)
    expect([(await get(url, 'ana')).status, (await get(url, 'public')).status]).toEqual([403, 401])
    const vault = await plantForm(test, { rowClass: 4 })
    expect((await get(`${feed(vault)}/Submissions`)).status).toBe(404)
  })

  it('shows what is true today: corrected answers, and no withdrawn submission', async () => {
    const form = await plantForm(test)
    const [kept, gone] = [await plantSubmission(test, form, filled([4])), await plantSubmission(test, form, filled([9]))]
    const correct = (id: string, payload: object) => test.ask('bento', { method: 'POST', url: `/api/forms/review/${id}/correct`, payload })
    await correct(kept.id, { path: '/data/total', changeType: 'change_response', after: '6', reason: 'typing' })
    await correct(gone.id, { changeType: 'remove_survey', reason: 'no consent' })
    expect(totals((await rows(form, { $filter: 'total eq 6' })).value)).toEqual([6])
    expect((await rows(form)).value.length).toBe(1)
  })
})

describe('a file', () => {
  const raw = async (form: PlantedForm, options: Record<string, string>) =>
    test.server.inject({ method: 'GET', url: `/api/forms/export/${form.form}?${new URLSearchParams(options)}`, cookies: await cookies() })
  let session: Record<string, string> | undefined
  const cookies = async () => {
    const { openSession } = await import('../src/kernel/index.ts')
    session ??= { capulana_session: await openSession(test.house.doors, test.people.bento.id) }
    return session
  }
  const lines = (text: string) => text.replace('\ufeff', '').trimEnd().split('\r\n')

  it('has its headers without any data, and as many lines as submissions', async () => {
    const counts: number[] = []
    for (const form of [none, one, many]) counts.push(lines((await raw(form, { format: 'csv' })).body).length)
    expect(counts).toEqual([1, 2, 13])
    expect(lines((await raw(none, { format: 'csv' })).body)[0]).toMatch(/^SubmissionDate,place,day,where-Latitude,where-Longitude,/)
  })

  it('runs no formula, splits choices into 0 and 1, writes labels, and an HXL row when asked', async () => {
    const [header, row] = lines((await raw(one, { format: 'csv', split: 'true' })).body).map((line) => line.split(','))
    const cell = (name: string) => row![header!.indexOf(name)]
    expect([cell('needs/food'), cell('needs/water'), cell('needs/shelter'), cell('cost')]).toEqual(['1', '1', '0', '5.10'])
    expect((await raw(one, { format: 'csv', table: 'Submissions.af' })).body).toContain("'=1+1")
    expect((await raw(one, { format: 'csv', labels: 'true', language: 'pt' })).body).toContain('food (pt) | water (pt)')
    expect(lines((await raw(one, { format: 'csv', hxl: 'true' })).body)[1]).toContain('#adm+code')
  })

  it('as a ZIP holds a table for each repeat, the files that came, and the dictionary', async () => {
    const files = unzipSync(new Uint8Array((await raw(one, { format: 'zip' })).rawPayload))
    expect(Object.keys(files)).toEqual([
      `${one.code}.csv`,
      `${one.code}-af.csv`,
      `${one.code}-af.member.csv`,
      'dictionary.json',
      `media/${first.replace(':', '_')}/0-__photo.jpg`,
    ])
    const member = lines(new TextDecoder().decode(files[`${one.code}-af.member.csv`]))
    expect(member[1]).toBe(`3,${first}/af[1],${first}/af/member[1]`)
    const dictionary = JSON.parse(new TextDecoder().decode(files['dictionary.json'])) as { variables: { name: string; categories: unknown[] }[] }
    expect(dictionary.variables.find(({ name }) => name === 'needs')!.categories.length).toBe(3)
  })

  it('as a workbook has a sheet for each table', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await raw(many, { format: 'xlsx' })).rawPayload as never)
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Submissions', 13],
      ['Submissions.af', 25],
      ['Submissions.af.member', 37],
    ])
  })

  it('as GeoJSON has the points, and is whole without any', async () => {
    const points = JSON.parse((await raw(one, { format: 'geojson' })).body) as { features: { geometry: object; properties: { total: number } }[] }
    expect(points.features.map(({ geometry, properties }) => [geometry, properties.total])).toEqual([[{ type: 'Point', coordinates: [40.1, -12.5, 3] }, 7]])
    expect(JSON.parse((await raw(none, { format: 'geojson' })).body)).toEqual({ type: 'FeatureCollection', features: [] })
  })

  it('lets a filter through in every table', async () => {
    expect(lines((await raw(many, { format: 'csv', table: 'Submissions.af', filter: 'total eq 14' })).body).length).toBe(3)
  })
})

it('counts nothing of another form', async () => {
  const counted = await asOwner(test.house.doors).one<{ n: number }>(sql`select count(*) as n from forms.standing where form = ${one.form}`)
  expect(counted!.n).toBe((await rows(one)).value.length)
})
