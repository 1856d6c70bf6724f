/**
 * A round from field to portal without a spreadsheet: phones get the list, send forms, a reviewer approves, the facts stand on the board, and the public page
 * shows the sum. No submission is lost, and none is counted twice.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displacement, publishFromPaper } from '../src/domains/displacement/index.ts'
import { receive } from '../src/kernel/forms/receive.ts'
import { asOwner, isRefused, read, seedPackForms } from '../src/kernel/index.ts'
import { authorOf } from './support/authoring.ts'
import { type Baseline, baselineXml } from './support/baselineForm.ts'
import { fromText, type Refusals, wizardOf } from './support/importing.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

const operation = 'Cabo Delgado Conflict'
const before = `pcode,place,households,individuals,females,males,reason
MZ010201,,7343,28704,14904,13800,Conflict
MZ010202,,5000,20000,10400,9600,Conflict
MZ010901,,3000,12000,6200,5800,Conflict
`
type Place = {
  line: string
  pcode: string
  outcome: string | null
  reason: string | null
  individuals: number | null
  cells: { id: string; individuals: number; households: number }[]
}
type District = { pcode: string; formsReceived: number; formsApproved: number; assessed: number; waiting: number }

describe('a round from field to portal', () => {
  let test: TestHouse
  let round: string
  beforeAll(async () => {
    test = await openTestHouse()
    expect(await seedPackForms(test.house)).toEqual(expect.arrayContaining(['dtm_baseline', 'dtm_site']))
    const target = { operation, round: '1', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA', licence: 'CC BY 4.0', credit: 'INGD e OIM' }
    const { summary } = await wizardOf(test).takeIn(fromText('ronda-1.csv', before), target)
    const paper = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
    const published = await publishFromPaper(test.house, paper, summary.rounds[0]!.id, { office: 'INGD', decidedOn: '2023-02-01' })
    if (isRefused(published)) throw new Error(JSON.stringify(published.refused))
  })
  afterAll(() => test?.close())

  const ask = async <T = Record<string, never>>(who: Name | 'public', method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
    (await test.ask(who, { method, url, ...(payload ? { payload } : {}) })) as unknown as { status: number; body: T & Refusals; text: string }
  const step = (who: Name, name: string, answers: object = {}) => ask<{ state: string }>(who, 'POST', `/api/displacement/round/${round}/steps/${name}`, answers)
  const codes = ({ body }: { body: Refusals }) => body.refusals?.map(({ code }) => code)
  const places = async () => (await ask<Place[]>('bento', 'GET', `/api/displacement/workbench/${round}/places`)).body as Place[]
  const placeOf = async (pcode: string) => (await places()).find((place) => place.pcode === pcode)!
  const board = async () => (await ask<{ districts: District[] }>('bento', 'GET', `/api/displacement/workbench/${round}`)).body.districts
  const send = async (form: Baseline) => {
    const { line } = await placeOf(form.place)
    const sent = await receive(test.house, test.actor('ana'), { project: 1, xml: baselineXml({ line, ...form }), files: [], via: 'push' })
    if (isRefused(sent)) throw new Error(JSON.stringify(sent.refused))
    return sent
  }
  const approve = (submission: string | null, who: Name = 'bento') =>
    ask<{ state: string; records: number }>(who, 'POST', `/api/forms/review/${submission}/approve`)

  it('opens collection, and its places are on the phones of the area with the way down to them', async () => {
    const operations = await ask<{ rows: { id: string }[] }>('bento', 'GET', '/api/displacement/operation')
    const plan = {
      operation: operations.body.rows[0]!.id,
      assessmentType: 'BA',
      number: 2,
      unitLevel: 'posto',
      plannedFrom: '2023-06-01',
      plannedTo: '2023-06-20',
    }
    round = (
      await ask<{ id: string }>('bento', 'POST', '/api/displacement/round', {
        ...plan,
        reportingDate: '2023-06-20',
        collectedFrom: '2023-06-01',
        collectedTo: '2023-06-20',
        formVersion: 'dtm_baseline 2026112601',
      })
    ).body.id
    await step('bento', 'plan')
    await ask('bento', 'POST', `/api/displacement/workbench/${round}/teams`, { team: 'Equipa Norte' })
    expect((await step('bento', 'collect')).body.state).toBe('collecting')
    const phone = { ...test.actor('ana'), areas: ['MZ0102'] }
    const rowsOf = async (code: string) =>
      (await read(test.house.doors, phone, (db) => displacement.lists!.find((list) => list.code === code)!.rows(db, test.house))).map(
        ({ label, properties }) => [label, properties.parent ?? properties.posto, properties.level ?? properties.pcode],
      )
    expect((await rowsOf('places-of-round')).map(([, posto, pcode]) => [posto, pcode])).toEqual([
      ['MZ010201', 'MZ010201'],
      ['MZ010202', 'MZ010202'],
    ])
    expect((await rowsOf('areas-of-round')).map(([label, parent, level]) => [label, parent, level])).toContainEqual(['Cabo Delgado', '', '1'])
  })

  let first: Awaited<ReturnType<typeof send>>
  it('shows on the board what phones sent, before anybody approved it', async () => {
    const bento = authorOf(test)
    expect((await bento.ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })).status).toBe(200)
    first = await send({
      place: 'MZ010201',
      idp: [
        { households: 6000, individuals: 25000, females: 13000, males: 12000 },
        { households: 1000, individuals: 4200, females: 2200, males: 2000, arrival: 'over_2_years' },
      ],
      returnees: 120,
      instanceId: 'uuid:first',
    })
    expect([first.outcome, first.missing]).toEqual(['complete', []])
    const balama = (await board()).find(({ pcode }) => pcode === 'MZ0102')!
    expect([balama.formsReceived, balama.formsApproved, balama.assessed, balama.waiting]).toEqual([1, 0, 0, 2])
  })

  it('becomes the facts of the place when it is approved', async () => {
    expect((await approve(first.submission)).body).toMatchObject({ state: 'approved' })
    const place = await placeOf('MZ010201')
    expect([place.outcome, place.individuals, place.cells.length]).toEqual(['assessed', 29200, 2])
    expect((await board()).find(({ pcode }) => pcode === 'MZ0102')).toMatchObject({ formsReceived: 1, formsApproved: 1, assessed: 1 })
  })

  it('changes the same cells when an edit is approved, and makes no twin', async () => {
    const cells = (await placeOf('MZ010201')).cells.map(({ id }) => id)
    const edited = await send({
      place: 'MZ010201',
      idp: [
        { households: 6100, individuals: 25400, females: 13200, males: 12200 },
        { households: 1000, individuals: 4200, females: 2200, males: 2000, arrival: 'over_2_years' },
      ],
      returnees: 120,
      instanceId: 'uuid:second',
      replaces: 'uuid:first',
    })
    expect((await approve(first.submission)).body).toMatchObject({ state: 'approved' })
    expect(edited.outcome).toBe('complete')
    const place = await placeOf('MZ010201')
    expect([place.individuals, place.cells.map(({ id }) => id).toSorted()]).toEqual([29600, cells.toSorted()])
  })

  it('does not count one place twice when a second phone went there too; the submission stays', async () => {
    const twin = await send({ place: 'MZ010201', idp: [{ households: 10, individuals: 50 }] })
    const refused = await approve(twin.submission)
    expect(codes(refused)).toEqual(['round.place-counted-already'])
    expect(refused.body.refusals[0]!.sentence.pt).toContain('Balama')
    expect((await placeOf('MZ010201')).individuals).toBe(29600)
    const kept = (await ask<{ standing: { state: string } }>('bento', 'GET', `/api/forms/review/${twin.submission}`)).body
    expect(kept.standing.state).toBe('received')
    expect((await ask('bento', 'POST', `/api/forms/review/${twin.submission}/reject`, { reason: 'Outro telefone já contou este lugar' })).status).toBe(200)
  })

  const reject = (submission: string | null, reason = 'Contado no lugar errado') => ask('bento', 'POST', `/api/forms/review/${submission}/reject`, { reason })

  it('takes the figures of a place back when its form is rejected after approval, and gives the place its earlier outcome', async () => {
    const away = await send({ place: 'MZ010202', outcome: 'not_assessed', reason: 'road_cut' })
    await approve(away.submission)
    const counted = await send({ place: 'MZ010202', idp: [{ households: 100, individuals: 500, females: 260, males: 240 }] })
    expect((await approve(counted.submission)).status).toBe(200)
    expect(await placeOf('MZ010202')).toMatchObject({ outcome: 'assessed', individuals: 500 })
    expect((await reject(counted.submission)).status).toBe(200)
    expect(await placeOf('MZ010202')).toMatchObject({ outcome: 'not_assessed', reason: 'road_cut', individuals: null, cells: [] })
    expect((await reject(away.submission)).status).toBe(200)
    expect(await placeOf('MZ010202')).toMatchObject({ outcome: null, reason: null, cells: [] })
    const told = await asOwner(test.house.doors).rows(sql`select 1 from kernel.audit where deed = 'round.form-taken-back' and record_id = ${round}`)
    expect(told).toHaveLength(2)
  })

  it('leaves nothing at the first place when an approved edit names another', async () => {
    const wrong = await send({ place: 'MZ010202', idp: [{ households: 80, individuals: 400 }], instanceId: 'uuid:wrong-place' })
    await approve(wrong.submission)
    await send({ place: 'MZ010901', idp: [{ households: 80, individuals: 400 }], instanceId: 'uuid:right-place', replaces: 'uuid:wrong-place' })
    expect((await approve(wrong.submission)).status).toBe(200)
    expect(await placeOf('MZ010202')).toMatchObject({ outcome: null, cells: [] })
    expect(await placeOf('MZ010901')).toMatchObject({ outcome: 'assessed', individuals: 400 })
    await reject(wrong.submission)
    expect(await placeOf('MZ010901')).toMatchObject({ outcome: null, cells: [] })
  })

  it('does not take back what the office has corrected since', async () => {
    const { cells } = await placeOf('MZ010201')
    const correction = { field: 'households', after: 6105, reason: 'source_error' }
    expect((await ask('bento', 'POST', `/api/displacement/cells/${cells.find(({ households }) => households === 6100)!.id}/correct`, correction)).status).toBe(
      200,
    )
    expect(codes(await reject(first.submission))).toEqual(['round.figures-corrected-since'])
    expect(await placeOf('MZ010201')).toMatchObject({ outcome: 'assessed', individuals: 29600 })
  })

  it('keeps apart: nobody there, nobody reached, and nobody willing to answer', async () => {
    const empty = await send({ place: 'MZ010202', outcome: 'empty' })
    expect((await approve(empty.submission)).status).toBe(200)
    expect(await placeOf('MZ010202')).toMatchObject({ outcome: 'empty', individuals: 0 })
    const unreached = await send({ place: 'MZ010901', outcome: 'not_assessed', reason: 'road_cut' })
    await approve(unreached.submission)
    expect(await placeOf('MZ010901')).toMatchObject({ outcome: 'not_assessed', reason: 'road_cut', individuals: null, cells: [] })
    const unwilling = await send({ place: 'MZ010901', consent: 'no' })
    await approve(unwilling.submission)
    expect(await placeOf('MZ010901')).toMatchObject({ outcome: 'not_assessed', reason: 'no_informant', cells: [] })
    const reached = await send({
      place: 'MZ010901',
      idp: [{ households: 3100, individuals: 12500, females: 6500, males: 6000, reasons: 'Conflict Natural_disaster' }],
    })
    await approve(reached.submission)
    expect(await placeOf('MZ010901')).toMatchObject({ outcome: 'assessed', individuals: 12500 })
  })

  it('is checked, endorsed and published, and the public page shows the sum of the forms', async () => {
    expect((await step('bento', 'close')).body.state).toBe('cleaning')
    const findings = (await ask<{ id: string; severity: string; code: string }[]>('bento', 'GET', `/api/displacement/workbench/${round}/findings`)).body as {
      id: string
      severity: string
      code: string
    }[]
    for (const { id } of findings.filter(({ severity }) => severity === 'warning'))
      await ask('bento', 'POST', `/api/displacement/findings/${id}/decide`, { disposition: 'noted', note: 'Confirmado pela equipa' })
    expect(codes(await step('bento', 'submit'))).toBeUndefined()
    const held = await reject(first.submission)
    expect(codes(held)).toEqual(['round.figures-gone-on'])
    expect(held.body.refusals[0]!.sentence.pt).toContain('nova edição')
    expect((await placeOf('MZ010201')).individuals).toBe(29600)
    const late = await send({ place: 'MZ010901', idp: [{ households: 1, individuals: 5 }] })
    expect(codes(await approve(late.submission))).toEqual(['round.not-collecting'])
    expect((await step('carla', 'forward')).body.state).toBe('government_review')
    expect((await step('dercio', 'endorse', { office: 'INGD', decision: 'endorsed', decidedOn: '2023-07-05' })).body.state).toBe('endorsed')
    const published = await step('elsa', 'publish')
    expect(codes(published)).toBeUndefined()
    const { slug } = published.body as unknown as { slug: string }
    const page = await ask('public', 'GET', `/en/publications/${slug}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('42,100')
  })

  it('takes a form back in a new edition once the round is published; the published edition stays', async () => {
    const note = { pt: 'Um formulário foi retirado', en: 'One form was taken back' }
    const made = await ask<{ id: string; edition: number }>('bento', 'POST', `/api/displacement/round/${round}/new-edition`, note)
    expect(made.body.edition).toBe(2)
    expect((await reject(first.submission)).status).toBe(200)
    expect((await placeOf('MZ010201')).individuals).toBe(29600)
    const published = round
    round = made.body.id
    expect(await placeOf('MZ010201')).toMatchObject({ outcome: null, cells: [] })
    expect((await approve(first.submission)).status).toBe(200)
    expect(await placeOf('MZ010201')).toMatchObject({ outcome: 'assessed', individuals: 29600 })
    round = published
  })
})
