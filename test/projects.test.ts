/** Projects under the strategy: kept with what they name, planned under letters, begun when their lessons are answered, done when something was noted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, insertRow } from '../src/kernel/index.ts'
import { readTabular } from '../src/kernel/tables.ts'
import { Organisation } from '../src/registry/organisations/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'
import { typedEarlier } from './support/typedEarlier.ts'

type Answer = { id: string; state: string; version: number; refusals?: { code: string; facts: object }[] } & Record<string, unknown>
type Who = Parameters<TestHouse['ask']>[0]

let test: TestHouse
let donor: string
let project: Answer
let activity: Answer

const post = async (who: Who, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url, payload })
  return { status, body: body as Answer }
}
const get = async <T>(who: Who, url: string) => (await test.ask(who, { method: 'GET', url })).body as T
const codesOf = ({ body: { refusals = [] } }: { body: Answer }) => refusals.map(({ code }) => code)

const about = (more: object = {}) => ({
  ...{ code: 'CD.0042', name: { pt: 'Abrigo no norte', en: 'Shelter in the north' }, summary: { pt: 'Abrigo e artigos', en: 'Shelter and items' } },
  ...{ donor, budget: { minor: 3_000_000_050, currency: 'USD' }, fromDay: '2024-01-01', toDay: '2025-12-31', ...more },
})
const plan = (more: object = {}) => ({
  ...{ activity: 'FA12.C', name: { pt: 'Lonas em Metuge', en: 'Tarpaulins in Metuge' }, places: ['MZ0107'], partners: [donor] },
  ...{ fromDay: '2024-02-01', toDay: '2024-06-30', hazard: 'cyclone', modality: 'inKind', ...more },
})

beforeAll(async () => {
  test = await openTestHouse()
  donor = (await insertRow(asOwner(test.house.doors), Organisation, { scope: 'MZ', name: 'A donor', kind: 'donor' })).id
}, 300_000)
afterAll(() => test?.close())

describe('a project', () => {
  it('names a donor, a currency and dates that exist', async () => {
    const wrong = about({ donor: '00000000-0000-4000-8000-000000000000', budget: { minor: 1, currency: 'XXZ' }, toDay: '2023-01-01' })
    expect(codesOf(await post('moises', '/api/results/projects', wrong))).toEqual([
      'results.end-before-start',
      'results.no-such-currency',
      'results.no-such-donor',
    ])
  })

  it('keeps its budget to the cent, however large', async () => {
    project = (await post('moises', '/api/results/projects', about())).body
    expect(project).toMatchObject({ state: 'pipeline', budget: { minor: 3_000_000_050, currency: 'USD' }, open: false })
    expect(codesOf(await post('moises', '/api/results/projects', about()))).toEqual(['results.project-twice'])
  })

  it('is changed only from the version that was seen', async () => {
    const url = `/api/results/projects/${project.id}`
    expect((await post('moises', url, about({ agreement: 'AG-7', version: 1 }))).body).toMatchObject({ version: 2, agreement: 'AG-7' })
    expect(codesOf(await post('moises', url, about({ version: 1 })))).toEqual(['record.changed-meanwhile'])
  })

  it('promises results judged by indicators of the catalogue', async () => {
    const url = `/api/results/projects/${project.id}/results`
    const output = { kind: 'output', name: { pt: 'Famílias abrigadas', en: 'Households sheltered' }, assumption: 'Roads stay open' }
    expect(codesOf(await post('moises', url, { ...output, indicators: ['12.1', '99.9'] }))).toEqual(['results.no-such-indicator'])
    expect((await post('moises', url, { ...output, indicators: ['12.1'] })).body).toMatchObject({ kind: 'output', indicators: ['12.1'] })
  })
})

describe('what it plans', () => {
  const url = () => `/api/results/projects/${project.id}/activities`

  it('stands under a letter of the strategy, in places of the register, inside the dates of the project', async () => {
    expect(codesOf(await post('moises', url(), plan({ activity: 'FA12.Z', places: ['MZ99'], toDay: '2026-01-31' })))).toEqual([
      'results.no-such-activity',
      'results.outside-project',
      'results.no-such-place',
    ])
    expect(codesOf(await post('moises', url(), plan({ places: [] })))).toEqual(['results.no-place'])
  })

  it('says how it lives up to each theme and approach, and which part of the nexus it is', async () => {
    const markers = [
      { code: 'gender', how: ' ' },
      { code: 'nexus', how: 'Leads to durable houses' },
      { code: 'green', how: 'x' },
    ]
    expect(codesOf(await post('moises', url(), plan({ markers })))).toEqual([
      'results.no-such-marker',
      'results.marker-without-how',
      'results.nexus-without-part',
    ])
    const how = [{ code: 'gender', how: 'Women choose the colour and the place of the door' }]
    activity = (await post('moises', url(), plan({ markers: how }))).body
    expect(activity).toMatchObject({ state: 'planned', scope: 'MZ0107', markers: how })
  })

  it('is planned by monitoring alone, and read by cluster coordination', async () => {
    expect((await post('bento', url(), plan())).status).toBe(403)
    expect((await get<{ projects: Answer[] }>('noemia', '/api/results/projects')).projects).toMatchObject([{ code: 'CD.0042', activities: 1, late: 1 }])
  })
})

describe('a lesson', () => {
  const lesson = (title: string, tags: object) => ({
    ...{ kind: 'lesson', title, area: 12, happened: 'Lonas rasgaram', why: 'Sem corda', advice: 'Dar corda', strength: 'severalObservations', ...tags },
  })
  const step = (name: string, payload = {}) => post('moises', `/api/results/planned-activity/${activity.id}/steps/${name}`, payload)

  it('comes back with a plan that shares its tags, and no plan begins before it is answered', async () => {
    const rope = (await post('moises', '/api/results/lesson', lesson('Corda', { place: 'MZ01', hazard: 'cyclone', modality: 'inKind' }))).body
    await post('moises', '/api/results/lesson', lesson('Dinheiro', { modality: 'cash' }))
    await post('moises', '/api/results/lesson', lesson('Maputo', { place: 'MZ10' }))
    const { activities } = await get<{ activities: { lessons: Answer[]; late: boolean }[] }>('moises', `/api/results/projects/${project.id}`)
    expect(activities[0]!.lessons.map(({ title, answer }) => [title, answer])).toEqual([['Corda', null]])
    expect((await step('begin')).body.refusals).toMatchObject([{ code: 'results.lesson-unanswered', facts: { lessons: ['Corda'] } }])
    const answering = `/api/results/activities/${activity.id}/lessons/${rope.id}`
    expect(codesOf(await post('moises', answering, { answer: 'applied', words: ' ' }))).toEqual(['results.lesson-without-words'])
    expect((await post('moises', answering, { answer: 'applied', words: 'Each kit has 20 m of rope' })).body).toMatchObject({ answer: 'applied' })
    expect((await step('begin')).body).toMatchObject({ state: 'underWay' })
  })

  it('asks for a note before a plan is called done, and keeps what is done as it is', async () => {
    expect(codesOf(await step('finish'))).toEqual(['results.no-progress-note'])
    const notes = `/api/results/activities/${activity.id}/notes`
    expect(codesOf(await post('moises', notes, { day: '2024-03-01', words: ' ' }))).toEqual(['results.note-empty'])
    await post('moises', notes, { day: '2024-03-01', words: 'Lonas entregues em Metuge' })
    expect(codesOf(await post('moises', `/api/results/project/${project.id}/steps/cancel`))).toEqual(['access.not-allowed'])
    expect((await step('finish')).body).toMatchObject({ state: 'done' })
    expect(codesOf(await post('moises', `/api/results/activities/${activity.id}`, plan({ version: 3 })))).toEqual(['results.activity-ended'])
  })

  it('lets no project close over open activities', async () => {
    await post('moises', `/api/results/projects/${project.id}/activities`, plan({ hazard: null, modality: null }))
    const life = (name: string) => post('moises', `/api/results/project/${project.id}/steps/${name}`)
    await life('begin')
    await life('finish')
    expect((await life('close')).body.refusals).toMatchObject([{ code: 'results.activities-open', facts: { n: 1 } }])
  })
})

describe('the strategy map', () => {
  type Area = {
    area: number
    activities: object
    inDate: number
    letters: object
    indicators: { code: string; standing: string; inDate: boolean; achievement: object }[]
  }
  const map = async (query = '') => (await get<{ areas: Area[]; harmRisks: number; donors: object[] }>('celia', `/api/results/map${query}`)).areas
  const mark = (kind: string, day: string, value: number | null) =>
    post('celia', '/api/results/indicators/12.1/marks', { kind, day, value, source: 'Plan of the project' })
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

  it('counts what is planned, done and late by area, and in how many letters somebody works', async () => {
    const areas = await map()
    expect(areas).toHaveLength(15)
    expect(areas[11]).toMatchObject({ area: 12, activities: { planned: 1, underWay: 0, done: 1, late: 1 }, letters: { active: 1, all: 19 } })
    expect(areas[0]).toMatchObject({ activities: { planned: 0, underWay: 0, done: 0, late: 0 }, letters: { active: 0, all: 10 } })
  })

  it('says of an indicator in words how it stands, and calls unknown what has no value, baseline or target', async () => {
    const standing = async () => (await map())[11]!.indicators.find(({ code }) => code === '12.1')!
    expect(await standing()).toMatchObject({ standing: 'unknown', inDate: false })
    await typedEarlier(test, '12.1', { from: day(-40), to: yesterday, value: 30 })
    expect(await standing()).toMatchObject({ standing: 'unknown', inDate: true, achievement: { undefined: 'baseline-unknown' } })
    await mark('baseline', day(-100), 0)
    await mark('target', day(100), 100)
    expect(await standing()).toMatchObject({ standing: 'behind', achievement: { percent: 30 } })
  })

  it('is narrowed to a place and to a donor', async () => {
    const inMaputo = await map('?place=MZ10')
    expect(inMaputo[11]).toMatchObject({ activities: { planned: 0, done: 0 }, inDate: 0 })
    expect((await map('?place=MZ01'))[11]).toMatchObject({ activities: { planned: 1, done: 1 } })
    expect((await map(`?donor=${donor}`)).flatMap(({ indicators }) => indicators.map(({ code }) => code))).toEqual(['12.1'])
    expect((await map('?donor=00000000-0000-4000-8000-000000000000'))[11]).toMatchObject({ activities: { planned: 0 }, indicators: [] })
  })

  it('tells the chief of every open risk of harm, whatever its score', async () => {
    const risk = { title: 'Fila sem sombra', likelihood: 1, impact: 1, harm: true, mitigation: 'Tenda', owner: 'Relief', reviewOn: '2030-01-01' }
    await post('moises', '/api/results/risk', { ...risk, standing: 'open' })
    await post('moises', '/api/results/risk', { ...risk, harm: false, likelihood: 5, impact: 5, standing: 'open' })
    expect(await get('celia', '/api/results/map')).toMatchObject({ harmRisks: 1 })
  })

  it('says "not legible in the source" of six areas, in the strategy that the API gives', async () => {
    type Given = { areas: { number: number; links: { legibility: string; code: string | null }[] }[] }
    const { areas } = await get<Given>('public', '/api/strategy')
    const illegible = areas.filter(({ links }) => links.some(({ legibility }) => legibility === 'not_legible'))
    expect(illegible.map(({ number }) => number)).toEqual([2, 5, 6, 11, 12, 15])
    expect(illegible.flatMap(({ links }) => links).every(({ code }) => code === null)).toBe(true)
  })
})

describe('the results matrix', () => {
  const sheetsIn = async (lang: 'pt' | 'en') => {
    const { bytes, status } = await test.ask('celia', { url: `/api/results/matrix?lang=${lang}` })
    expect(status).toBe(200)
    const file = await readTabular({ name: 'matrix.xlsx', bytes })
    if ('code' in file) throw new Error(file.code)
    return file.sheets.map(({ name, columns, rows }) => ({
      name,
      head: columns.map((column) => column.name),
      lines: rows.map((row) => row.cells.map((cell) => String(cell ?? ''))),
    }))
  }

  it('has a line for each indicator of each area, the promises of a project with what they suppose, and its activities', async () => {
    const [matrix] = await sheetsIn('en')
    const of = (level: string) => matrix!.lines.filter((line) => line[1] === level)
    expect(of('objective')).toHaveLength(45)
    // Of 12.1 alone somebody set a baseline and a target.
    expect(
      of('objective')
        .filter((line) => line[6] !== 'not set')
        .map((line) => line[4]!.split(' ')[0]),
    ).toEqual(['12.1'])
    expect(
      of('output')
        .concat(of('outcome'))
        .every((line) => line[3] === 'CD.0042'),
    ).toBe(true)
    expect(of('activity').some((line) => line[2]!.includes('12.C'))).toBe(true)
  })

  it('sets areas beside goals as the source prints them, and says of six that it cannot be read', async () => {
    const [, goals] = await sheetsIn('en')
    // Of specification 2: areas by SDG, as counted in the printed strategy.
    const printed = { 1: [10], 3: [9, 17], 4: [8, 10, 17], 7: [5, 11, 13], 8: [16], 9: [16], 10: [11, 13], 13: [3], 14: [3] }
    const read = goals!.lines.map(
      (line) =>
        [
          Number.parseInt(line[0]!, 10),
          goals!.head
            .slice(1, -1)
            .filter((_, at) => line[at + 1] === '×')
            .map((goal) => Number(goal.slice('SDG '.length))),
        ] as const,
    )
    expect(Object.fromEntries(read.filter(([, codes]) => codes.length > 0))).toEqual(printed)
    expect(goals!.lines.filter((line) => line.at(-1) === 'not legible in the source').map((line) => Number.parseInt(line[0]!, 10))).toEqual([
      2, 5, 6, 11, 12, 15,
    ])
  })
})
