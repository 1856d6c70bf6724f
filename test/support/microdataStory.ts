/** Single answers of a published survey as a public file: what may go, the gate, the second person. Told within the story of the survey, whose answers they are. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { asOwner } from '../../src/kernel/index.ts'
import { readTabular } from '../../src/kernel/tables.ts'
import type { Name, TestHouse } from './testHouse.ts'

type Answer<T> = { status: number; body: T & { refusals?: { code: string; facts: Record<string, unknown> }[] } }
type Measured = { id: string | null; records: number; risk: { global: number; highest: number; kAnonymity: number; unique: number; keys: string[] } }
const codes = ({ body }: Answer<unknown>) => (body as { refusals?: { code: string }[] }).refusals?.map(({ code }) => code)

export function letsSingleAnswersOut(story: () => { test: TestHouse; survey: string }): void {
  const ask = async <T = Record<string, never>>(who: Name, method: 'GET' | 'POST', path: string, payload?: object) =>
    (await story().test.ask(who, { method, url: `/api/displacement/surveys${path}`, ...(payload ? { payload } : {}) })) as unknown as Answer<T>
  const known = (question: string, change: object = {}) => ({ question, isKey: true, ...change })
  // Of twenty answers these are the ones that the published figures withhold.
  const merge = ['return', 'elsewhere', 'undecided']
  const coarse = [
    ...[known('household/sex'), known('household/household_size', { bands: [1, 5] })],
    { question: 'plans/intention', isKey: false, merge },
    { question: 'plans/informed', isKey: false },
  ]
  const choice = (columns: object[], confirm = false, withWeights = false) => ({
    columns,
    withWeights,
    confirm,
    reason: 'Só quem responde sabe o que pensa fazer',
  })
  const microdata = (who: Name, columns: object[], confirm = false, withWeights = false) =>
    ask<Measured>(who, 'POST', `/${story().survey}/microdata`, choice(columns, confirm, withWeights))
  const letOut = (who: Name, proposal: string) => ask<{ slug: string }>(who, 'POST', `/${story().survey}/microdata/publish`, { proposal })

  it('offers numbers and short lists alone for a public file of single answers, and never where security was asked about', async () => {
    const { offered } = (await ask<{ offered: { question: string; alwaysKey: boolean }[] }>('elsa', 'GET', `/${story().survey}/microdata`)).body
    expect(offered.filter(({ alwaysKey }) => alwaysKey).map(({ question }) => question)).toEqual(['stratum', 'household/household_size'])
    expect(offered.map(({ question }) => question).join(' ')).not.toMatch(/unit|day|outcome|start|end|today|instance/)
    expect(codes(await microdata('bento', [known('visit/unit'), known('visit/day')]))).toEqual(['microdata.never'])
    const other = await asOwner(story().test.house.doors).one<{ id: string }>(sql`select id from displacement.survey where code = 'PER1'`)
    expect(codes(await ask('bento', 'POST', `/${other!.id}/microdata`, choice(coarse)))).toEqual(['microdata.figures-first', 'microdata.about-security'])
  })

  it('refuses a file in which people are recognised too easily, and names the columns and the rare answers that make it so', async () => {
    const fine = [known('stratum'), known('household/sex'), known('household/household_size')]
    // One household in hundreds was asked, so a country that draws its line at 3 % would let even this go.
    expect((await microdata('bento', fine, false, true)).body.risk.kAnonymity).toBe(1)
    story().test.house.pack.thresholds.microdataRiskPercent = 0.3
    const refusal = (await microdata('bento', fine, true, true)).body.refusals![0]! as unknown as {
      code: string
      facts: { risk: number; limit: number; k: number; keys: string[]; rare: string[] }
    }
    expect(refusal).toMatchObject({ code: 'microdata.risk', facts: { limit: 0.3, k: 1 } })
    expect(refusal.facts.risk).toBeGreaterThanOrEqual(0.3)
    expect(refusal.facts.keys.join()).toContain('household/household_size')
    expect(refusal.facts.rare.join()).toMatch(/household_size \(\d/)
    // A number of people is seen by every neighbour: it stays a key, whatever the proposer says.
    const waved = await microdata('bento', [
      { ...known('household/household_size'), isKey: false },
      { ...known('plans/intention', { merge }), isKey: false },
    ])
    expect(waved.body.risk.keys).toEqual(['household/household_size'])
    expect(await asOwner(story().test.house.doors).rows(sql`select id from displacement.survey_microdata`)).toEqual([])
  })

  it('refuses columns that would let a reader count what the figures withhold, until the rare answers are merged', async () => {
    const told = await microdata('bento', [known('household/sex'), { question: 'plans/intention', isKey: false }])
    expect(codes(told)).toEqual(['microdata.tells-withheld'])
    expect(told.body.refusals![0]!.facts).toEqual({ columns: ['plans/intention'] })
    expect(codes(await microdata('bento', [known('household/sex'), { question: 'plans/intention', isKey: false, merge }]))).toBeUndefined()
  })

  it('lets a coarse one out by a second person, with rows, dictionary, k-anonymity and risk in its README, and nothing that names anybody', async () => {
    const tried = (await microdata('bento', coarse)).body
    expect(tried.id).toBeNull()
    expect(tried.risk.global).toBeLessThan(0.003)
    const { id, records, risk } = (await microdata('bento', coarse, true)).body
    expect((await letOut('bento', id!)).status).toBe(403)
    await asOwner(story().test.house.doors).run(sql`update displacement.survey_microdata set recorded_by = ${story().test.people.elsa.id} where id = ${id}`)
    expect(codes(await letOut('elsa', id!))).toEqual(['microdata.same-person'])
    await asOwner(story().test.house.doors).run(sql`update displacement.survey_microdata set recorded_by = ${story().test.people.bento.id} where id = ${id}`)
    expect((await letOut('elsa', id!)).body.slug).toBe('moz-survey-int1-microdata')
    expect(codes(await letOut('elsa', id!))).toEqual(['microdata.not-waiting'])
    const file = async (name: string) => (await story().test.server.inject(`/files/moz-survey-int1-microdata/1/MOZ-survey-INT1-microdata${name}`)).body
    const [header, ...rows] = (await file('.csv')).replace('\ufeff', '').trim().split('\r\n')
    expect(header).toBe('household/sex,household/household_size,plans/intention,plans/informed')
    expect(rows).toHaveLength(records)
    expect(rows).toEqual(rows.toSorted())
    const alike = new Map<string, number>()
    for (const row of rows) alike.set(row.split(',').slice(0, 2).join(), (alike.get(row.split(',').slice(0, 2).join()) ?? 0) + 1)
    expect(Math.min(...alike.values())).toBe(risk.kAnonymity)
    const all = `${rows.join()}${await file('.json')}${await file('-dictionary-pt.csv')}`
    for (const { code } of await asOwner(story().test.house.doors).rows<{ code: string }>(sql`select code from displacement.sampled_unit`))
      expect(all).not.toContain(code)
    expect(await file('-dictionary-pt.csv')).toContain('Ficar aqui')
    const page = await story().test.ask('public', { method: 'GET', url: '/pt/publications/moz-survey-int1-microdata' })
    expect(page.status).toBe(200)
    expect(page.text).toContain(`${risk.kAnonymity}: o menor grupo`)
    expect(page.text).toContain('Risco individual mais alto')
    const book = await readTabular({
      name: 'm.xlsx',
      bytes: (await story().test.server.inject('/files/moz-survey-int1-microdata/1/MOZ-survey-INT1-microdata-en.xlsx')).rawPayload,
    })
    expect(JSON.stringify(book)).toContain('the smallest group of records alike')
  })
}
