/**
 * A two-stage survey from frame to published table: places of a frozen round as clusters, a draw that a second person makes again, the plan before the answers, a
 * household that refused and its replacement, two forms for one house, weights, approval by somebody else.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, seedPackForms } from '../src/kernel/index.ts'
import { authorOf } from './support/authoring.ts'
import { expectDictionary } from './support/dictionaryCheck.ts'
import { findingsBehindReceipts } from './support/lookedOver.ts'
import { letsSingleAnswersOut } from './support/microdataStory.ts'
import { layOperation } from './support/movementForm.ts'
import { pdfText } from './support/pdfText.ts'
import { expectStrata, expectWholeBlocks, householdsOfBlocks } from './support/surveyBlocks.ts'
import { interview, layFrozenRound } from './support/surveyForm.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

type Unit = {
  id: string
  code: string
  stratum: string
  cluster: string
  asked: boolean
  role: string
  turn: number
  weight: number
  status: string
  replaces: string | null
}
type Answer<T> = { status: number; body: T & { refusals?: { code: string; facts: Record<string, unknown> }[] } }

describe('a two-stage survey from frame to published table', () => {
  let test: TestHouse
  let operation: string
  let round: string
  let survey: string
  beforeAll(async () => {
    test = await openTestHouse()
    await seedPackForms(test.house)
    operation = await layOperation(test)
    round = await layFrozenRound(test, operation)
    await authorOf(test).ask('POST', '/assignments', { project: 1, targetKind: 'role', target: 'enumerator' })
    survey = (await ask<{ id: string }>('bento', 'POST', '', about('INT1'))).body.id
  })
  afterAll(() => test?.close())

  const about = (code: string) => ({
    ...{ operation, code, title: { pt: 'Intenções dos deslocados', en: 'Intentions of displaced people' }, purpose: 'intention', aboutSecurity: false },
    ...{ population: { pt: 'Agregados deslocados', en: 'Displaced households' }, languages: 'Português, Emakhuwa' },
  })
  const ask = async <T = Record<string, never>>(who: Name, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
    (await test.ask(who, { method, url: `/api/displacement/surveys${path}`, ...(payload ? { payload } : {}) })) as unknown as Answer<T>
  const step = async (who: Name, name: string, payload: object = {}, id = survey) =>
    (await test.ask(who, { method: 'POST', url: `/api/displacement/survey/${id}/steps/${name}`, payload })) as unknown as Answer<{ state: string }>
  const codes = ({ body }: Answer<unknown>) => (body as { refusals?: { code: string }[] }).refusals?.map(({ code }) => code)
  const units = async () => (await ask<{ units: Unit[] }>('bento', 'GET', `/${survey}/progress`)).body.units
  const design = { kind: 'pps', n: 0, clusters: 6, perCluster: 4, reserve: 1, reserveClusters: 1, allocation: 'proportional' }

  it('brings four forms that compile without a finding', async () => {
    const forms = await asOwner(test.house.doors).rows<{ code: string; found: number }>(sql`
      select f.code, v.refusals + v.warnings as found from forms.form f join forms.form_version v on v.form = f.id where f.taker = 'displacement.survey' order by f.code`)
    expect(forms).toEqual(['dtm_intention', 'dtm_needs', 'dtm_perception', 'dtm_satisfaction'].map((code) => ({ code, found: 0 })))
  })

  it('takes its frame from a frozen round only, and names the places that nobody could have drawn', async () => {
    const open = await layFrozenRound(test, operation, { number: 31, frozenHash: null })
    const frame = (from: string) => ask<{ units: number }>('bento', 'POST', `/${survey}/frame`, { kind: 'places', round: from, strata: 'province' })
    expect(codes(await frame(open))).toEqual(['survey.round-not-frozen'])
    expect((await frame(round)).body.units).toBeGreaterThan(20)
    const { body } = await ask<{ frame: { withoutSize: string[]; strata: { stratum: string }[] } }>('bento', 'GET', `/${survey}`)
    expect(body.frame.withoutSize).toHaveLength(1)
    expect(body.frame.strata).toHaveLength(2)
  })

  it('says how many to ask in the order of our convention: 295 of 600, not 352', async () => {
    const size = async (query: string) => (await ask<{ n: number }>('bento', 'GET', `/size?margin=0.05&${query}`)).body.n
    expect(await size('population=600&designEffect=1.5')).toBe(295)
    expect(await size('population=30090&designEffect=1.5')).toBe(566)
    expect(await size('population=30090')).toBe(380)
    expect(codes(await ask('bento', 'GET', '/size?margin=2'))?.length).toBe(1)
  })

  it('refuses a draw without a design, and whole clusters where no list says who lives in them', async () => {
    expect(codes(await step('bento', 'draw'))).toEqual(['survey.design-missing'])
    expect(codes(await ask('bento', 'POST', `/${survey}/design`, { ...design, kind: 'cluster' }))).toEqual(['survey.cluster-needs-list'])
    expect((await ask('bento', 'POST', `/${survey}/design`, design)).status).toBe(200)
  })

  it('draws by size, so that every household has the same weight in its province, and a second person draws the same', async () => {
    const tried = await step('bento', 'draw', { seed: 'Pemba 2024' })
    expect(tried.body.state).toBe('drawn')
    const drawn = (await units()).filter(({ asked, role }) => asked && role === 'drawn')
    expect(drawn).toHaveLength(24)
    for (const stratum of new Set(drawn.map((unit) => unit.stratum))) {
      const weights = drawn.filter((unit) => unit.stratum === stratum).map(({ weight }) => weight)
      expect(Math.max(...weights) / Math.min(...weights)).toBeCloseTo(1, 9)
    }
    const verified = (await ask<{ same: boolean; units: number }>('celia', 'GET', `/${survey}/verify`)).body
    expect(verified).toMatchObject({ same: true, frameUntouched: true })
    expect(verified.units).toBeGreaterThan(24)
  })

  it('tells when somebody put a unit in the place of another', async () => {
    const db = asOwner(test.house.doors)
    const swap = (to: string, from: string) =>
      db.run(
        sql`update displacement.sampled_unit set role = ${to} where code = (select min(code) from displacement.sampled_unit where survey = ${survey} and asked) and role = ${from}`,
      )
    await swap('reserve', 'drawn')
    expect((await ask<{ same: boolean; differing: string[] }>('celia', 'GET', `/${survey}/verify`)).body).toMatchObject({ same: false })
    await swap('drawn', 'reserve')
  })

  it('keeps a draw that was set aside, with its seed and the reason', async () => {
    await step('bento', 'redesign', { reason: 'Estrada de Mueda cortada' })
    await step('bento', 'draw', { seed: 'Pemba 2024, segundo' })
    const { body } = await ask<{ survey: { draw: number; draws: { seed: string; setAside?: string }[] } }>('bento', 'GET', `/${survey}`)
    expect(body.survey.draw).toBe(2)
    expect(body.survey.draws[0]).toMatchObject({ seed: 'Pemba 2024', setAside: 'Estrada de Mueda cortada' })
  })

  it('draws within strata and draws whole clusters from a list, with chances that add up to the list, and a second person draws the same', async () => {
    const drawn = async (code: string, plan: object) => {
      const { id } = (await ask<{ id: string }>('bento', 'POST', '', about(code))).body
      expect((await ask('bento', 'POST', `/${id}/frame`, { kind: 'list', source: 'Lista de blocos, Novembro', units: householdsOfBlocks })).status).toBe(200)
      const whole = { n: 0, clusters: 0, perCluster: 0, reserve: 0, reserveClusters: 0, allocation: 'proportional', ...plan }
      expect((await ask('bento', 'POST', `/${id}/design`, whole)).body.refusals).toBeUndefined()
      expect((await step('bento', 'draw', { seed: `${code} 2024` }, id)).body.refusals).toBeUndefined()
      expect((await ask('celia', 'GET', `/${id}/verify`)).body, code).toMatchObject({ same: true, frameUntouched: true })
      return (await ask<{ units: Unit[] }>('bento', 'GET', `/${id}/progress`)).body.units.filter(({ asked, role }) => asked && role === 'drawn')
    }
    expectStrata(await drawn('STR1', { kind: 'stratified', n: 20 }))
    expectWholeBlocks(await drawn('CLU1', { kind: 'cluster', clusters: 4 }))
  })

  it('opens only with a form and a plan of the analysis', async () => {
    expect(codes(await step('bento', 'open'))).toEqual(['survey.form-missing', 'survey.plan-missing'])
    const { body } = await ask<{ survey: { version: number }; forms: { id: string; code: string }[] }>('bento', 'GET', `/${survey}`)
    const form = body.forms.find(({ code }) => code === 'dtm_intention')!.id
    expect(
      (await ask('bento', 'PATCH', `/${survey}`, { version: body.survey.version, form, collectedFrom: '2024-11-11', collectedTo: '2024-11-20' })).status,
    ).toBe(200)
    const line = { code: 'intention', label: { pt: 'Intenção', en: 'Intention' }, statistic: 'share', question: 'plans/intention' }
    const rest = { answers: [], noAnswer: ['no_answer'], denominator: null, breakdowns: ['stratum'] }
    expect(codes(await ask('bento', 'POST', `/${survey}/plan`, { ...line, ...rest, question: 'plans/wishes' }))).toEqual(['survey.question-unknown'])
    expect((await ask('bento', 'POST', `/${survey}/plan`, { ...line, ...rest })).status).toBe(200)
    const size = {
      ...line,
      code: 'household_size',
      label: { pt: 'Pessoas por agregado', en: 'People in a household' },
      statistic: 'mean',
      question: 'household/household_size',
    }
    expect((await ask('bento', 'POST', `/${survey}/plan`, { ...size, ...rest, noAnswer: [] })).status).toBe(200)
    expect((await step('bento', 'open')).body.state).toBe('collecting')
  })

  it('does not open on security or police before somebody else reviewed the protection of those who answer', async () => {
    const { id } = (await ask<{ id: string }>('bento', 'POST', '', { ...about('PER1'), purpose: 'perception', aboutSecurity: true })).body
    await asOwner(test.house.doors).run(
      sql`update displacement.survey set state = 'drawn', form = (select id from forms.form where code = 'dtm_perception') where id = ${id}`,
    )
    const line = {
      code: 'safe',
      label: { pt: 'Segurança', en: 'Safety' },
      statistic: 'share',
      question: 'safety/safe_day',
      answers: [],
      noAnswer: [],
      denominator: null,
      breakdowns: [],
    }
    await ask('bento', 'POST', `/${id}/plan`, line)
    expect(codes(await step('bento', 'open', {}, id))).toEqual(['survey.protection-review-missing'])
    expect((await ask('bento', 'POST', `/${id}/protection-review`, { reference: 'PR-7', on: '2024-11-01', note: 'a sós' })).status).toBe(403)
    expect((await ask('celia', 'POST', `/${id}/protection-review`, { reference: 'PR-7', on: '2024-11-01', note: 'a sós' })).status).toBe(200)
    expect((await step('bento', 'open', {}, id)).body.state).toBe('collecting')
  })

  const intentions = ['stay', 'return', 'undecided', 'stay', 'elsewhere', 'no_answer']
  const answersOf = (at: number) => ({
    household: { sex: at % 2 ? 'f' : 'm', household_size: 2 + (at % 6), setting: 'host_community' },
    plans: { intention: intentions[at % intentions.length]!, informed: 'no' },
  })
  const lost = (unit: Unit, given: object) => test.ask('bento', { method: 'POST', url: `/api/displacement/survey-units/${unit.id}/status`, payload: given })
  const replace = async (unit: Unit) =>
    (await test.ask('bento', {
      method: 'POST',
      url: `/api/displacement/survey-units/${unit.id}/replace`,
      payload: { reason: 'refused' },
    })) as unknown as Answer<{ code: string }>

  it('takes answers of sampled units, and of nobody else', async () => {
    const drawn = (await units()).filter(({ asked, role }) => asked && role === 'drawn')
    expect(await interview(test, { unit: 'INT1-999-01', pages: answersOf(0) })).toEqual(['survey.unit-unknown'])
    const reserve = (await units()).find(({ asked, role }) => asked && role === 'reserve')!
    expect(await interview(test, { unit: reserve.code, pages: answersOf(0) })).toEqual(['survey.unit-in-reserve'])
    for (const [at, { code }] of drawn.slice(2).entries()) expect(await interview(test, { unit: code, pages: answersOf(at) })).toEqual([])
    expect(await interview(test, { unit: drawn[0]!.code, outcome: 'refused' })).toEqual([])
  }, 120_000)

  it('replaces a household that refused by the next in reserve, and lets no other be replaced', async () => {
    const before = await units()
    const refusedOne = before.find(({ status }) => status === 'refused')!
    expect(codes(await replace(before.find(({ status }) => status === 'visited')!))).toEqual(['survey.replace-only-lost'])
    const reserve = before.find(({ cluster, role, asked }) => asked && role === 'reserve' && cluster === refusedOne.cluster)!
    expect((await replace(refusedOne)).body.code).toBe(reserve.code)
    expect(await interview(test, { unit: refusedOne.code, pages: answersOf(1) })).toEqual(['survey.unit-replaced'])
    expect(await interview(test, { unit: reserve.code, pages: answersOf(1) })).toEqual([])
    const cluster = before.find(({ asked }) => !asked)!
    await lost(cluster, { status: 'unreachable' })
    expect((await ask<{ lines: { replaced: number; replacements: number }[] }>('bento', 'GET', `/${survey}/progress`)).body.lines[0]).toMatchObject({
      replaced: 1,
      replacements: 1,
    })
  })

  it('calls up a reserve cluster only when one in ten is lost, with as many households as were asked, in the order drawn', async () => {
    const { id } = (await ask<{ id: string }>('bento', 'POST', '', about('RES1'))).body
    await ask('bento', 'POST', `/${id}/frame`, { kind: 'places', round, strata: 'none' })
    await ask('bento', 'POST', `/${id}/design`, { ...design, clusters: 12 })
    await step('bento', 'draw', { seed: 'reserva' }, id)
    await asOwner(test.house.doors).run(sql`update displacement.survey set state = 'collecting' where id = ${id}`)
    const now = async () => (await ask<{ units: Unit[] }>('bento', 'GET', `/${id}/progress`)).body.units
    const [first, second] = (await now()).filter(({ asked, role }) => !asked && role === 'drawn')
    await lost(first!, { status: 'unreachable', note: 'Ponte caída' })
    expect(codes(await replace(first!))).toEqual(['survey.reserve-clusters-not-yet'])
    await lost(second!, { status: 'unreachable' })
    const { code } = (await replace(first!)).body
    const after = await now()
    const inside = (cluster: string) => after.filter((unit) => unit.asked && unit.cluster === cluster)
    const next = after.find((unit) => unit.code === code)!
    expect(next).toMatchObject({ asked: false, role: 'reserve', replaces: first!.code })
    expect(inside(next.cluster).filter(({ replaces }) => replaces === first!.code)).toHaveLength(4)
    expect(
      inside(first!.cluster)
        .filter(({ role }) => role === 'drawn')
        .map(({ status }) => status),
    ).toEqual(['replaced', 'replaced', 'replaced', 'replaced'])
    expect(codes(await replace(second!))).toEqual(['survey.reserve-empty'])
  })

  it('does not close while a unit waits or two forms speak for one house', async () => {
    const waiting = (await units()).filter(({ asked, role, status }) => asked && role === 'drawn' && status === 'waiting')
    const twice = (await units()).find(({ status }) => status === 'visited')!
    expect(await interview(test, { unit: twice.code, pages: answersOf(2) })).toEqual([])
    expect(codes(await step('bento', 'close'))).toEqual([...(waiting.length > 0 ? ['survey.units-waiting'] : []), 'survey.two-answers'])
    for (const unit of waiting) await lost(unit, { status: 'absent' })
    const { answers } = (await ask<{ answers: { id: string; unit: string }[] }>('bento', 'GET', `/${survey}/choices`)).body
    expect(answers.map(({ unit }) => unit)).toEqual([twice.code, twice.code])
    const choose = (note: string) => test.ask('bento', { method: 'POST', url: `/api/displacement/survey-answers/${answers[1]!.id}/choose`, payload: { note } })
    expect(codes((await choose(' ')) as never)).toEqual(['survey.choice-without-reason'])
    expect((await choose('A primeira foi de exercício')).status).toBe(200)
    expect((await step('bento', 'close')).body.state).toBe('weighting')
  })

  it('shows a change of the plan that came after the answers, and refuses one without a reason', async () => {
    const informed = {
      code: 'informed',
      label: { pt: 'Informados', en: 'Informed' },
      statistic: 'share',
      question: 'plans/informed',
      answers: ['yes'],
      noAnswer: [],
      denominator: null,
      breakdowns: [],
    }
    expect(codes(await ask('bento', 'POST', `/${survey}/plan`, informed))).toEqual(['survey.plan-change-without-reason'])
    expect((await ask('bento', 'POST', `/${survey}/plan`, { ...informed, reason: 'Pedido do cluster' })).status).toBe(200)
  })

  it('raises the weights of those who answered to all the households of the round, and is approved by a second person', async () => {
    expect(codes(await step('carla', 'approve'))).toEqual(['survey.weighting-missing'])
    expect(
      (await ask('bento', 'POST', `/${survey}/weighting`, { nonresponse: 'stratum', fit: { round, margins: ['stratum'] } })).body.refusals?.[0]?.code,
    ).toBeUndefined()
    expect(codes(await step('carla', 'approve'))).toEqual(['survey.total-unknown'])
    // A round that knows every place: the weights meet its households, by province and by where people live at once.
    const whole = await layFrozenRound(test, operation, { number: 32, unknown: 0 })
    const margins = ['stratum', 'setting']
    expect(codes(await ask('bento', 'POST', `/${survey}/weighting`, { nonresponse: 'stratum', fit: { round: whole, margins } }))).toEqual([
      'survey.setting-question-missing',
    ])
    await ask('bento', 'POST', `/${survey}/weighting`, { nonresponse: 'stratum', fit: { round: whole, margins, settingQuestion: 'household/setting' } })
    type Fitted = { results: { weights: { sum: number }; margins: { name: string; totals: Record<string, number> }[] } }
    const fitted = (await ask<Fitted>('carla', 'GET', `/${survey}/results`)).body.results
    const known = Object.values(fitted.margins[0]!.totals).reduce((sum, n) => sum + n, 0)
    expect(fitted.margins.map(({ name }) => name)).toEqual(margins)
    expect(fitted.weights.sum).toBeCloseTo(known, 6)
    await ask('bento', 'POST', `/${survey}/weighting`, { nonresponse: 'stratum', fit: null })
    expect(codes(await step('bento', 'approve'))).toEqual(['survey.same-person'])
    const lateBy = (name: Name) =>
      asOwner(test.house.doors).run(sql`update displacement.plan_line set recorded_by = ${test.people[name].id} where survey = ${survey} and after_answers`)
    await lateBy('carla')
    expect(codes(await step('carla', 'approve'))).toEqual(['survey.same-person'])
    await lateBy('bento')
    expect((await step('carla', 'approve')).body.state).toBe('approved')
    type Figure = { line: string; answer: string | null; breakdown: string | null; value: number; low: number; high: number; n: number; nonresponse: number }
    type Results = { approved: boolean; results: { weights: { sum: number }; figures: Figure[]; lines: { code: string; afterAnswers: boolean }[] } }
    const { approved, results } = (await ask<Results>('elsa', 'GET', `/${survey}/results`)).body
    expect(approved).toBe(true)
    const { body } = await ask<{ frame: { households: number } }>('bento', 'GET', `/${survey}`)
    expect(results.weights.sum).toBeCloseTo(body.frame.households, 6)
    const all = results.figures.filter(({ line, breakdown }) => line === 'intention' && breakdown === null)
    expect(all.map(({ answer }) => answer)).toEqual(['stay', 'return', 'elsewhere', 'undecided'])
    expect(all.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12)
    for (const { value, low, high } of all) expect(low < value && value < high).toBe(true)
    expect(all[0]!.nonresponse).toBeGreaterThan(0)
    expect(results.lines.find(({ code }) => code === 'informed')!.afterAnswers).toBe(true)
    expect(
      codes(
        await ask('bento', 'POST', `/${survey}/plan`, {
          code: 'x',
          label: { pt: 'x', en: 'x' },
          statistic: 'mean',
          question: 'x',
          answers: [],
          noAnswer: [],
          denominator: null,
          breakdowns: [],
        }),
      ),
    ).toEqual(['survey.approved-unchangeable'])
  })

  it('is held against the form itself: no honest interview has a finding', async () => {
    expect(await findingsBehindReceipts(test)).toEqual([])
  })

  type PublicFigure = {
    answer: string | null
    breakdown: string | null
    value: number | null
    low: number | null
    n: number | 'withheld'
    withheld: string | null
  }
  const published = async (version: number) =>
    JSON.parse((await test.server.inject(`/files/moz-survey-int1/${version}/MOZ-survey-INT1.json`)).body) as {
      lines: { code: string; figures: PublicFigure[] }[]
    }

  it('publishes every figure with its interval and n, and withholds groups of too few', async () => {
    expect(codes(await step('bento', 'publish'))).toEqual(['access.not-allowed'])
    expect((await step('elsa', 'publish')).body.state).toBe('published')
    const { lines } = await published(1)
    const figures = lines.flatMap((line) => line.figures)
    expect(figures.some(({ withheld }) => withheld === 'small')).toBe(true)
    for (const { withheld, value, low, n } of figures) {
      if (withheld !== null) expect([value, low, n]).toEqual([null, null, 'withheld'])
      else expect(low !== null && Number(n) >= 10).toBe(true)
    }
    const shares = lines.find(({ code }) => code === 'intention')!.figures.filter(({ breakdown }) => breakdown === null)
    // One withheld share alone would be what the others lack to a hundred.
    expect(shares.filter(({ withheld }) => withheld !== null).length).not.toBe(1)
  })

  it('says on page and paper how it was done: design, frame, seed, response, weights, and what came late', async () => {
    expect(await expectDictionary(test, 'moz-survey-int1')).toBe(3)
    const page = await test.ask('public', { method: 'GET', url: '/pt/publications/moz-survey-int1' })
    expect(page.status).toBe(200)
    for (const said of [
      'Pemba 2024, segundo',
      'Estrada de Mueda cortada',
      'proporcional ao tamanho',
      'taxa de resposta',
      'sfc32',
      'Pedido do cluster',
      'retido: n &#60; 10',
    ])
      expect(page.text).toContain(said)
    const { pages, text } = await pdfText((await test.server.inject('/files/moz-survey-int1/1/MOZ-survey-INT1-en.pdf')).rawPayload)
    expect(pages).toBeLessThanOrEqual(4)
    if (text !== null) expect(text).toContain('Intentions of displaced people')
    const csv = (await test.server.inject('/files/moz-survey-int1/1/MOZ-survey-INT1.csv')).body.split('\n')
    expect(csv[1]).toContain('#indicator+value+num')
    expect(csv.some((line) => line.includes('withheld small'))).toBe(true)
  })

  letsSingleAnswersOut(() => ({ test, survey }))

  it('corrects in a new version with its note, and is withdrawn with a reason while its page stays', async () => {
    expect((await step('bento', 'correct', { notePt: 'Ponderação por conglomerado', noteEn: 'Weighting by cluster' })).body.state).toBe('weighting')
    await step('carla', 'approve')
    expect((await step('elsa', 'publish')).body.state).toBe('published')
    expect((await published(2)).lines).toEqual((await published(1)).lines)
    // Single answers that no longer give the figures went with the correction.
    expect((await test.ask('public', { method: 'GET', url: '/en/publications/moz-survey-int1-microdata' })).text).toContain('Weighting by cluster')
    expect((await test.ask('public', { method: 'GET', url: '/en/publications/moz-survey-int1' })).text).toContain('Weighting by cluster')
    expect((await step('celia', 'withdraw', { reason: 'Erro no formulário' })).body.state).toBe('withdrawn')
    const page = await test.ask('public', { method: 'GET', url: '/pt/publications/moz-survey-int1' })
    expect([page.status, page.text.includes('Erro no formulário')]).toEqual([200, true])
  })
})
