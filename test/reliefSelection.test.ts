/**
 * Who is chosen: criteria that a community signed, a list that is frozen before digits are read aloud, a ranking that anybody can make again, appeals that somebody
 * decides, and a list that tells codes alone. Then what households say after a distribution.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resultsOf } from '../src/domains/relief/monitoring/results.ts'
import { sizesOf } from '../src/domains/relief/monitoring/sizes.ts'
import { rankedList } from '../src/domains/relief/selection/ranking.ts'
import { asOwner } from '../src/kernel/index.ts'
import { consultation, plan } from './support/distributionDay.ts'
import { fromText, multipart } from './support/importing.ts'
import { pdfText } from './support/pdfText.ts'
import { frameOf, pdmRound } from './support/pdmRound.ts'
import { agreedCriteria, begun, candidateList, criteriaSet, minutes } from './support/selectionList.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
type Answer = { id: string; state: string; refusals?: { code: string; facts: Record<string, unknown> }[] } & Record<string, unknown>
const post = async (who: Name, url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, payload })
  const answer = (body ?? {}) as Answer
  return { status, id: answer.id, body: answer, codes: (answer.refusals ?? []).map(({ code }) => code) }
}
const get = async <T>(who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/relief/${url}` })).body as T
const upload = async (who: Name, url: string, text: string) => {
  const { body } = await test.ask(who, { method: 'POST', url: `/api/relief/${url}`, ...multipart(fromText('lista.csv', text), {}) })
  return { body: body as Answer, codes: ((body as Answer).refusals ?? []).map(({ code }) => code) }
}
const step = (who: Name, id: string, name: string, payload: object = {}) => post(who, `selection-run/${id}/steps/${name}`, payload)
type Run = {
  state: string
  selected: number
  openAppeals: number
  toAsk: number
  rankedHash: string
  candidatesHash: string
  lines: { household: string; rank: number | null; outcome: string; basis: string }[]
  fairness: { field: string; rates: { group: string; ratio: number | null; ask: boolean }[] }[]
  targeting: object | null
  verified: { candidates: string; ranked: string } | null
}
const run = (id: string) => get<Run>('moises', `selections/${id}`)

const signedSet = async (code: string, criteria?: readonly object[]) => {
  const { id } = await post('noemia', 'criteria-sets', criteriaSet(code, criteria))
  await post('noemia', `criteria-sets/${id}/sign`, minutes)
  return id
}
let set = ''
/** Registered, frozen and drawn. */
const drawn = async (programme: string, more: object = {}) => {
  const { id } = await post('bento', 'selections', begun(set, programme, more))
  await upload('bento', `selections/${id}/candidates`, candidateList())
  await step('bento', id, 'freeze')
  await post('bento', `selections/${id}/seed`, { digits: '408217', witnesses: ['community_leader', 'women_group'] })
  return id
}

beforeAll(async () => {
  test = await openTestHouse()
  set = await signedSet('ABRIGO')
})
afterAll(() => test?.close())

describe('criteria', () => {
  it('never choose by a protected ground, by its name, by what a question is about, or by a word that stands for it', async () => {
    const with_ = (more: object) => post('noemia', 'criteria-sets', criteriaSet('MAU', [{ ...agreedCriteria[0], ...more }]))
    expect((await with_({ code: 'religion' })).codes).toEqual(['selection.protected-ground'])
    expect((await with_({ about: ['ethnicity'] })).codes).toEqual(['selection.protected-ground'])
    expect((await with_({ points: 0 })).codes).toEqual(['selection.no-points'])
    expect((await post('noemia', 'criteria-sets', criteriaSet('MAU', [agreedCriteria[0], agreedCriteria[0]]))).codes).toEqual(['selection.criterion-twice'])
    expect((await with_({ question: { pt: 'Vai à igreja ou à mesquita?', en: 'Which?' } })).body.refusals![0]!.facts).toMatchObject({
      criterion: 'female_head',
    })
    expect((await with_({ question: { pt: 'Alguém usa língua gestual?', en: 'Does anybody use sign language?' } })).status).toBe(200)
  })

  it('begin no selection before community and cluster signed them, and stay as they were signed', async () => {
    const { id } = await post('noemia', 'criteria-sets', criteriaSet('NOVOS'))
    expect((await post('bento', 'selections', begun(id, 'Sem acta'))).codes).toEqual(['selection.criteria-unsigned'])
    expect((await post('noemia', `criteria-sets/${id}/sign`, { ...minutes, women: 0, men: 0, displacedPresent: 0 })).codes).toEqual([
      'selection.nobody-was-there',
    ])
    const signedWith = async (more: object) => (await post('noemia', `criteria-sets/${id}/sign`, { ...minutes, ...more })).codes
    expect(await signedWith({ clusterAgreedOn: '2999-01-01' })).toEqual(['selection.day-in-the-future'])
    expect(await signedWith({ displacedPresent: 5000 })).toEqual(['selection.more-displaced-than-people'])
    await post('noemia', `criteria-sets/${id}/sign`, minutes)
    expect((await post('noemia', `criteria-sets/${id}/sign`, minutes)).codes).toEqual(['selection.criteria-signed-already'])
    expect((await post('noemia', 'criteria-sets', criteriaSet('NOVOS'))).body).toMatchObject({ edition: 2 })
  })
})

describe('a list of candidates', () => {
  it('is sent back with the place of each fault, and with any column of names', async () => {
    const { id } = await post('bento', 'selections', begun(set, 'Listas'))
    const bring = async (text: string) => (await upload('bento', `selections/${id}/candidates`, text)).codes
    expect(await bring('agregado,nome,female_head\nH-1,Ana,sim')).toEqual(['selection.names-in-list'])
    expect(await bring('agregado,female_head\nH-1,sim')).toEqual(['selection.columns-missing'])
    const head = 'agregado,female_head,chronic_illness,under_five,registered_on'
    expect(await bring(`${head}\nH-1,sim,não,talvez,2021-02-01\nH-1,não,não,1,2021-02-01\n,não,não,1,\nH-3,não,não,1,2021-02-01`)).toEqual([
      ...['selection.answer-unreadable', 'selection.household-twice', 'selection.line-without-code', 'selection.tie-break-empty'],
    ])
    expect(await bring(`${head},pessoas\nH-1,sim,não,1,2021-02-01,muitas`)).toEqual(['selection.answer-unreadable'])
    expect((await upload('bento', `selections/${id}/candidates`, candidateList())).body).toMatchObject({ candidates: 80, unanswered: 1 })
  })

  it('is frozen before a seed is drawn, takes one seed, and nobody after it', async () => {
    const { id } = await post('bento', 'selections', begun(set, 'Sorteio'))
    await upload('bento', `selections/${id}/candidates`, candidateList())
    const draw = (digits: string, ...witnesses: string[]) => post('bento', `selections/${id}/seed`, { digits, witnesses })
    expect((await draw('408217', 'community_leader', 'women_group')).codes).toEqual(['selection.seed-before-freeze'])
    await step('bento', id, 'freeze')
    expect((await upload('bento', `selections/${id}/candidates`, candidateList())).codes).toEqual(['selection.list-frozen'])
    expect((await draw('408217', 'women_group', 'women_group')).codes).toEqual(['selection.two-witnesses'])
    expect((await draw('408217', 'women_group', 'local_government')).status).toBe(200)
    expect((await draw('111111', 'women_group', 'local_government')).codes).toEqual(['selection.second-seed'])
    const findings = [{ household: 'H-001', says: 'exclude' }]
    expect((await post('bento', `selections/${id}/findings`, { findings })).codes).toEqual(['selection.not-in-check'])
    const appeal = { household: 'H-018', ground: 'wrong_answer', receivedOn: '2021-03-15' }
    expect((await post('bento', `selections/${id}/appeals`, appeal)).codes).toEqual(['selection.no-appeals-now'])
    // The database refuses by itself a seed that stands beside no frozen list.
    const early = asOwner(test.house.doors).run(sql`update relief.selection_run set candidates_hash = null where id = ${id}::uuid`)
    await expect(early).rejects.toThrow('seed_after_freeze')
  })
})

describe('a ranked list', () => {
  it('comes out the same from the stored inputs, and says so when a stored answer was touched', async () => {
    const id = await drawn('Repetir')
    expect((await step('bento', id, 'rank')).body.state).toBe('ranked')
    const first = await run(id)
    expect(first.verified).toMatchObject({ candidates: 'same', ranked: 'same' })
    expect(first.selected).toBe(30)
    expect(first.lines.filter(({ outcome }) => outcome === 'reserve')).toHaveLength(5)
    await asOwner(test.house.doors).run(sql`
      update relief.selection_candidate set answers = answers || '{"chronic_illness": true}' where run = ${id}::uuid and household = 'H-004'`)
    expect((await run(id)).verified).toMatchObject({ candidates: 'differs', ranked: 'differs' })
  })

  it('does not rank a list that is no longer the frozen one', async () => {
    const id = await drawn('Tocada')
    await asOwner(test.house.doors).run(sql`delete from relief.selection_candidate where run = ${id}::uuid and household = 'H-001'`)
    expect((await step('bento', id, 'rank')).codes).toEqual(['selection.candidates-changed'])
  })

  it('gives each line its reasons to those who may see answers, and to nobody else', async () => {
    const id = await drawn('Razões')
    await step('bento', id, 'rank')
    const { lines } = await get<{ lines: { household: string; least: number; most: number; byCriterion: object[]; missing: string[]; ask: boolean }[] }>(
      'noemia',
      `selections/${id}/ranked`,
    )
    expect(lines.find(({ household }) => household === 'H-005')).toMatchObject({ least: 7, most: 7, missing: [] })
    // Two children, not asked about illness: two points are sure, four possible, and four would be enough.
    expect(lines.find(({ household }) => household === 'H-080')).toMatchObject({ least: 2, most: 4, missing: ['chronic_illness'], ask: true })
    const status = async (who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/relief/selections${url}` })).status
    expect(await Promise.all((['celia', 'moises', 'paulo', 'rita', 'david'] as const).map((who) => status(who, `/${id}/ranked`)))).toEqual([
      403, 403, 403, 403, 403,
    ])
    expect([await status('paulo', ''), await status('david', `/${id}`)]).toEqual([403, 403])
  })

  it('shows who enters and who leaves under other criteria', async () => {
    const id = await drawn('Comparar')
    const other = await signedSet('SAUDE', [agreedCriteria[1], agreedCriteria[2]])
    const { enter, leave } = await get<{ enter: string[]; leave: string[] }>('noemia', `selections/${id}/compare?other=${other}`)
    expect(enter.length).toBe(leave.length)
    expect(enter).toContain('H-040')
  })

  it('keeps to the quota or takes in everybody tied, and a threshold takes in whoever reaches it', async () => {
    const candidates = [9, 8, 8, 8, 2].map((n, at) => ({ household: `H-${at}`, answers: { n }, ties: [] }))
    const criteria = [{ ...agreedCriteria[2], code: 'n', atMost: 20, about: [] }]
    const chosen = async (more: object) =>
      (
        await rankedList({
          run: { cutKind: 'quota', cut: 2, reserves: 0, tiePolicy: 'strict_quota', ...more } as never,
          criteria: criteria as never,
          candidates,
          seed: '1',
        })
      ).chosen
    expect([await chosen({}), await chosen({ tiePolicy: 'include_all_ties' }), await chosen({ cutKind: 'threshold', cut: 8 })]).toEqual([2, 4, 4])
  })
})

describe('from the list to the people', () => {
  let published = ''
  it('goes through community, appeals, fairness and a second person before codes are read out', async () => {
    const id = await drawn('Até ao fim')
    await step('bento', id, 'rank')
    await step('bento', id, 'ask_community')
    expect((await step('bento', id, 'open_appeals', { appealsDue: '2021-03-20' })).codes).toEqual(['selection.community-not-asked'])
    const { lines, toAsk } = await run(id)
    const [chosen, other] = [
      lines.find(({ outcome }) => outcome === 'selected')!,
      lines.find(({ household, outcome }) => outcome === 'not_selected' && !['H-018', 'H-080'].includes(household))!,
    ]
    expect(toAsk).toBe(1)
    const findings = [
      { household: chosen.household, says: 'exclude' },
      { household: other.household, says: 'include' },
      { household: 'H-NEW', says: 'include' },
    ]
    expect((await post('bento', `selections/${id}/findings`, { findings })).body).toMatchObject({ kept: 3, contradicting: 3 })
    expect((await post('bento', `selections/${id}/findings`, { findings: [findings[0]] })).codes).toEqual(['selection.found-already'])
    expect((await run(id)).targeting).toEqual({ chosenChecked: 1, wronglyChosen: 1, othersChecked: 2, wronglyLeftOut: 2 })
    await step('bento', id, 'open_appeals', { appealsDue: '2021-03-20' })
    const appeal = { household: 'H-018', ground: 'wrong_answer', receivedOn: '2021-03-15' }
    expect((await post('bento', `selections/${id}/appeals`, appeal)).body).toMatchObject({ dueOn: '2021-03-22' })
    expect((await step('bento', id, 'close_appeals')).body.refusals).toMatchObject([{ code: 'selection.appeals-open', facts: { n: 5 } }])

    const { appeals } = await get<{ appeals: { id: string; household: string; ground: string; origin: string }[] }>('noemia', `selections/${id}/appeals`)
    expect(appeals.map(({ household, origin, ground }) => [household, origin, ground])).toEqual(
      expect.arrayContaining([
        ['H-080', 'unanswered', 'wrong_answer'],
        ['H-NEW', 'community_check', 'not_listed'],
        [chosen.household, 'community_check', 'should_not_be_listed'],
      ]),
    )
    const decisionOf: Record<string, string> = { [chosen.household]: 'exclude', [other.household]: 'include', 'H-NEW': 'include' }
    for (const { id: one, household } of appeals)
      await post('noemia', `selection-appeals/${one}/decide`, {
        decision: decisionOf[household] ?? 'unchanged',
        reason: 'Confirmado na visita',
        language: 'vmw',
      })
    expect((await post('noemia', `selection-appeals/${appeals[0]!.id}/decide`, { decision: 'include', reason: 'Outra vez', language: 'por' })).codes).toEqual([
      'selection.appeal-decided',
    ])
    await step('bento', id, 'close_appeals')

    expect((await step('bento', id, 'approve')).status).toBe(403)
    expect((await step('celia', id, 'approve')).codes).toEqual(['selection.fairness-unanswered'])
    const asks = (await run(id)).fairness.flatMap(({ field, rates }) => rates.filter(({ ask }) => ask).map(({ group }) => ({ field, group })))
    expect(asks).toEqual(expect.arrayContaining([{ field: 'status', group: 'host' }]))
    for (const each of asks)
      await post('bento', `selections/${id}/fairness`, { ...each, answer: 'Os pontos pela chefia feminina foram acordados em assembleia.' })
    expect((await get<Answer>('bento', `selections/${id}/list.csv`)).refusals).toMatchObject([{ code: 'selection.not-published' }])
    expect((await step('celia', id, 'approve')).body.state).toBe('approved')
    const partnerSees = async () => (await get<{ total: number }>('david', `selection-line?run=${id}`)).total
    expect(await partnerSees()).toBe(0)
    expect((await step('bento', id, 'publish')).body.state).toBe('published')
    published = id

    const { text } = await test.ask('celia', { method: 'GET', url: `/api/relief/selections/${id}/list.csv` })
    expect(text.split('\r\n')[0]).toContain('Household')
    expect(text).toContain('H-NEW,selected')
    expect(text).not.toMatch(/\b(displaced|host|female|408217)\b/)
    expect(await partnerSees()).toBe(81)
    for (const [lang, words] of Object.entries({ pt: ['Nota de selecção', 'tornou-se 31'], en: ['Selection note', 'became 31'] })) {
      const { text: note } = await pdfText((await test.ask('celia', { method: 'GET', url: `/api/relief/selections/${id}/note/${lang}` })).bytes)
      for (const word of [...words, '408217', (await run(id)).rankedHash.slice(0, 20)]) expect(note ?? word).toContain(word)
    }
  })

  it('gives a distribution of the place its list: by size where it is known, and to nobody before it is published', async () => {
    // Money needs no catalogue; the rules of the list are the same.
    const money = (from: number, quantity: number, to?: number) => ({ from, ...(to ? { to } : {}), lines: [{ item: 'MZN', quantity }] })
    const bySize = [money(1, 2000, 4), money(5, 3000)]
    const planFor = async (more: object = {}) => {
      const { id } = await post('noemia', 'distributions', { ...plan, modality: 'cash', packages: bySize, ...more })
      await post('noemia', `distributions/${id}/consultation`, consultation)
      await post('noemia', `distribution/${id}/steps/inform`)
      return id
    }
    const take = (id: string, run: string) => post('noemia', `distributions/${id}/list-from-selection`, { run })
    const here = await planFor()
    const open = await drawn('Ainda aberta')
    expect((await take(here, open)).body.refusals).toMatchObject([{ code: 'relief.selection-unpublished', facts: { programme: 'Ainda aberta', number: 1 } }])
    expect((await get<{ selections: object[] }>('noemia', `distributions/${here}/selections`)).selections).toMatchObject([{ id: published, selected: 31 }])
    const elsewhere = await planFor({ place: 'MZ0704' })
    expect((await take(elsewhere, published)).codes).toEqual(['relief.selection-elsewhere'])
    expect((await get<{ selections: object[] }>('noemia', `distributions/${elsewhere}/selections`)).selections).toEqual([])
    expect((await take(await planFor({ blanket: true }), published)).codes).toEqual(['relief.blanket-selection'])
    // One household came by an appeal: nobody counted its people, and nobody guesses.
    expect((await take(here, published)).body.refusals).toMatchObject([{ code: 'relief.no-package', facts: { list: ['H-NEW'] } }])
    const forAll = await planFor({ packages: [money(1, 2500)] })
    expect((await take(forAll, published)).body).toEqual({ households: 31 })
    const { lines } = await run(published)
    const { household: large } = lines.find(({ outcome, basis }) => outcome === 'selected' && basis === 'rank')!
    await asOwner(test.house.doors).run(sql`update relief.selection_candidate set people = 6 where run = ${published}::uuid and household = ${large}`)
    await asOwner(test.house.doors).run(sql`
      insert into relief.selection_candidate (scope, class, run, household, answers, ties, groups, line, people)
      values ('MZ0109', 3, ${published}::uuid, 'H-NEW', '{}', '[]', '{}', 99, 3)`)
    expect((await take(here, published)).body).toEqual({ households: 31 })
    const given = await asOwner(test.house.doors).rows<{ household: string; quantity: number }>(sql`
      select household, (lines -> 0 ->> 'quantity')::int as quantity from relief.entitlement where distribution = ${here} and household in (${large}, 'H-NEW') order by 2`)
    expect(given).toEqual([
      { household: 'H-NEW', quantity: 2000 },
      { household: large, quantity: 3000 },
    ])
    type Seen = { distribution: { selection: string | null } }
    const from = async () => (await get<Seen>('noemia', `distributions/${here}`)).distribution.selection
    expect(await from()).toBe(published)
    await post('noemia', `distributions/${here}/list`, { households: [{ household: 'H-1', people: 2 }] })
    expect(await from()).toBeNull()
    // What was published is what is taken, or nothing.
    await asOwner(test.house.doors).run(sql`update relief.selection_line set outcome = 'selected' where run = ${published}::uuid and outcome = 'reserve'`)
    expect((await take(here, published)).codes).toEqual(['relief.selection-changed'])
    expect(
      (await test.ask('bento', { method: 'POST', url: `/api/relief/distributions/${here}/list-from-selection`, payload: { run: published } })).status,
    ).toBe(403)
  })

  it('is not approved by whoever had a hand in it', async () => {
    const id = await drawn('Mesma mão')
    await step('noemia', id, 'rank')
    await asOwner(test.house.doors).run(sql`update relief.selection_run set state = 'appeals_closed' where id = ${id}::uuid`)
    expect((await step('noemia', id, 'approve')).codes).toContain('selection.approver-ran-it')
  })
})

describe('monitoring after a distribution', () => {
  it('weights what strata said to all households, with the error of a small population', () => {
    const strata = [
      { kind: 'served' as const, stratum: 'A', households: 1200, asked: 60 },
      { kind: 'served' as const, stratum: 'B', households: 300, asked: 60 },
    ]
    const said = (stratum: string, yes: number) => Array.from({ length: 60 }, (_, i) => ({ kind: 'served' as const, stratum, answers: { used: i < yes } }))
    const [used] = resultsOf([{ code: 'used' }], [...said('A', 48), ...said('B', 30)], strata)
    expect([(100 * used!.share!).toFixed(1), (100 * used!.se!).toFixed(2)]).toEqual(['74.0', '4.22'])
    expect(used!.interval!.low).toBeLessThan(0.74)
    const [simple] = resultsOf([{ code: 'used' }], said('A', 60).slice(0, 13), [strata[0]!])
    expect([(100 * simple!.interval!.low).toFixed(1), simple!.interval!.high]).toEqual(['77.2', 1])
    expect(resultsOf([{ code: 'used' }], said('A', 48), strata)[0]).toMatchObject({ silent: ['B'] })
  })

  it('prints how many visits are needed with the order of the steps, and what the other order would give', () => {
    expect(sizesOf({ households: 600, marginPoints: 5, designEffect: 1.5, responseRate: 1 })).toEqual({ n: 295, otherOrder: 352 })
  })

  it('asks nothing that belongs to the complaint channel', async () => {
    const asks = (pt: string, en: string) => post('moises', 'monitoring', pdmRound('SELADA', [{ code: 'q', label: { pt, en }, good: 'no' }]))
    expect((await asks('Alguém vos exigiu pagamento? Tiveram de pagar para receber?', 'x')).codes).toEqual(['monitoring.sealed-question'])
    expect((await asks('x', 'Was anybody threatened or harassed?')).codes).toEqual(['monitoring.sealed-question'])
    expect((await asks('Sabe onde apresentar uma queixa?', 'Do you know where to complain?')).status).toBe(200)
  })

  it('draws the same households again from frame and seed, takes each visit once, and shows no figure of few answers', async () => {
    const { id } = await post('moises', 'monitoring', pdmRound('PDM-1'))
    expect((await post('moises', 'monitoring', pdmRound('PDM-1'))).codes).toEqual(['monitoring.code-taken'])
    expect((await post('moises', 'monitoring', { ...pdmRound('PDM-3'), windowTo: '2021-01-01' })).codes).toEqual(['monitoring.window-backwards'])
    expect((await get<Answer>('celia', `monitoring/${id}/report/pt`)).refusals).toMatchObject([{ code: 'monitoring.no-answers' }])
    const draw = async (text: string, seed = 'METUGE-2021') => {
      const { body } = await test.ask('moises', {
        method: 'POST',
        url: `/api/relief/monitoring/${id}/draw`,
        ...multipart(fromText('base.csv', text), { seed }),
      })
      return body as Answer
    }
    expect((await draw('agregado,grupo,estrato\nH-1,talvez,A')).refusals![0]!.code).toBe('monitoring.frame-unreadable')
    expect((await draw('agregado,grupo,estrato\nH-1,not_served,A\nH-2,not_served,A')).refusals![0]!.code).toBe('monitoring.nobody-served')
    expect((await draw('agregado,grupo,estrato\nH-1,served,A\nH-1,served,A')).refusals![0]!.code).toBe('monitoring.household-twice')
    expect((await draw('agregado,grupo,estrato\nH-1,served,A\nH-2,served,B\nH-3,served,B')).refusals![0]!.code).toBe('monitoring.cannot-draw')
    await draw(frameOf(60, 20))
    expect((await draw(frameOf(60, 20))).refusals![0]!.code).toBe('monitoring.drawn-already')
    type Units = { units: { id: string; household: string; kind: string; role: string }[] }
    const { units } = await get<Units>('ana', `monitoring/${id}/visits`)
    const { id: twin } = await post('moises', 'monitoring', pdmRound('PDM-2'))
    const turned = frameOf(60, 20).split('\n')
    const again = [turned[0], ...turned.slice(1).toReversed()].join('\n')
    await test.ask('moises', { method: 'POST', url: `/api/relief/monitoring/${twin}/draw`, ...multipart(fromText('base.csv', again), { seed: 'METUGE-2021' }) })
    const drawnOf = ({ units: all }: Units) => all.filter(({ role }) => role === 'drawn').map(({ household }) => household)
    expect(drawnOf(await get<Units>('ana', `monitoring/${twin}/visits`))).toEqual(drawnOf({ units }))

    const visit = (unit: string, more: object = {}) =>
      post('ana', `monitoring-visits/${unit}`, { outcome: 'answered', visitedOn: '2021-04-12', answers: { in_use: true, complete: false }, ...more })
    const served = units.filter(({ kind, role }) => kind === 'served' && role === 'drawn')
    expect((await visit(served[0]!.id, { visitedOn: '2021-06-01' })).codes).toEqual(['monitoring.outside-window'])
    expect((await visit(served[0]!.id, { answers: { other: true } })).codes).toEqual(['monitoring.question-unknown'])
    for (const { id: unit } of served.slice(0, 9)) expect((await visit(unit)).status).toBe(200)
    expect((await visit(served[0]!.id)).codes).toEqual(['monitoring.visited-already'])
    type Shown = { answered: number; complaints: number | null; results: { kind: string; question: string; share: number | null; withheld: boolean }[] }
    const seen = () => get<Shown>('moises', `monitoring/${id}`)
    expect((await seen()).results[0]).toMatchObject({ kind: 'served', question: 'in_use', share: null, withheld: true })
    for (const { id: unit } of served.slice(9, 20)) await visit(unit, { answers: { in_use: false, complete: true } })
    expect((await seen()).results[0]).toMatchObject({ share: 0.45, withheld: false })

    const close = (complaints: string) => post('moises', `pdm-round/${id}/steps/report`, { complaints })
    expect((await close('muitas')).codes).toEqual(['monitoring.complaints-a-number'])
    expect((await close('3')).body.state).toBe('reported')
    expect((await visit(served[21]!.id)).codes).toEqual(['monitoring.round-closed'])
    for (const [lang, words] of Object.entries({
      pt: ['Monitoria pós-distribuição', '45,0', 'canal de queixas'],
      en: ['Post-distribution monitoring', '45.0', 'complaint channel'],
    })) {
      const { bytes } = await test.ask('celia', { method: 'GET', url: `/api/relief/monitoring/${id}/report/${lang}` })
      const { text } = await pdfText(bytes)
      for (const word of words) expect(text?.replace(/\s+/g, ' ') ?? word).toContain(word)
    }
    expect((await test.ask('paulo', { method: 'GET', url: '/api/relief/monitoring' })).status).toBe(403)
  })
})
