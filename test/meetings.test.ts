/** Meetings of partners: an agenda that makes itself, minutes that become actions, reminders that go out once, and lateness that its owner and the chair can see. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { disciplineOf, type Promised } from '../src/domains/coordination/meetings/discipline.ts'
import { remindOwners } from '../src/domains/coordination/meetings/remind.ts'
import { asOwner } from '../src/kernel/index.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
const organisations: Record<string, string> = {}
const owner = () => asOwner(test.house.doors)
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

type Answer = { id: string; refusals?: { code: string; sentence: { pt: string } }[] } & Record<string, unknown>
const post = async (who: Name, url: string, payload: object = {}, method: 'POST' | 'PATCH' = 'POST') => {
  const { status, body } = await test.ask(who, { method, url: `/api/coordination/${url}`, payload })
  return { status, body: body as Answer, codes: ((body as Answer).refusals ?? []).map(({ code }) => code) }
}
const get = async <T>(who: Name, url: string) => (await test.ask(who, { method: 'GET', url: `/api/coordination/${url}` })).body as T
const worksFor = (who: Name, organisation: string) =>
  owner().run(sql`update kernel.person set works_for = ${organisations[organisation]} where id = ${test.people[who].id}`)

type Action = { id: string; words: string; late: boolean; mine: boolean; due: string; firstDue: string; moves: object[]; reminded: string[]; state: string }
const actions = async (who: Name) => (await get<{ actions: Action[] }>(who, 'actions')).actions

let group: string
let meeting: string
const first = {
  startsAt: inDays(-20).toISOString(),
  endsAt: inDays(-19.9).toISOString(),
  venue: 'Pemba, sala do INGD',
  topics: ['Cheias em Metuge, ponto de situação'],
}

beforeAll(async () => {
  test = await openTestHouse()
  for (const name of ['Água para Todos', 'Saúde Norte', 'Abrigo', 'De fora']) {
    const { body } = await test.ask('noemia', { method: 'POST', url: '/api/organisations/organisation', payload: { name, kind: 'ngo' } })
    organisations[name] = (body as { id: string }).id
  }
  await worksFor('david', 'Saúde Norte')
  const members = ['Água para Todos', 'Saúde Norte', 'Abrigo'].map((name) => organisations[name])
  const made = { name: { pt: 'Cluster de água', en: 'Water cluster' }, kind: 'cluster', chair: members[0], members, rhythm: 'monthly' }
  group = (await post('noemia', 'groups', made)).body.id
  meeting = (await post('noemia', `groups/${group}/meetings`, first)).body.id
}, 300_000)
afterAll(() => test?.close())

const act = (words: string, owner: string, due: number) => ({ words, owner: organisations[owner], person: 'Ponto focal', due: dayFromNow(due) })

describe('minutes of a meeting', () => {
  const present = () => [{ organisation: organisations.Abrigo, people: 2 }]

  it('are refused with every reason at once: nobody present, an owner from outside, a day before the meeting', async () => {
    const items = [{ topic: 'Poços', actions: [act('Reparar', 'De fora', -3), act('Contar', 'Abrigo', -40)] }]
    const { codes, body } = await post('noemia', `meetings/${meeting}/minutes`, { present: [], items })
    expect(codes).toEqual(['meeting.nobody-present', 'action.owner-not-member', 'action.due-before-meeting'])
    expect(body.refusals![1]!.sentence.pt).toContain('Escolha um membro')
    expect(await actions('noemia')).toEqual([])
  })

  it('are typed once and become decisions and actions; a second typing makes none twice', async () => {
    const items = [
      {
        topic: 'Poços em Metuge',
        said: 'Dois estão avariados.',
        decision: 'Reparar antes das chuvas',
        actions: [act('Reparar o poço', 'Saúde Norte', -5), act('Enviar a lista', 'Abrigo', 6)],
      },
      { topic: 'Diversos', actions: [act('Convidar o INGD', 'Água para Todos', 30)] },
    ]
    const kept = await post('noemia', `meetings/${meeting}/minutes`, { present: present(), items })
    expect(kept.body).toMatchObject({ decisions: 1, actions: 3 })
    expect((await post('noemia', `meetings/${meeting}/minutes`, { present: present(), items })).codes).toEqual(['meeting.minuted-already'])
    expect((await actions('noemia')).map(({ words, late }) => [words, late])).toEqual([
      ['Reparar o poço', true],
      ['Enviar a lista', false],
      ['Convidar o INGD', false],
    ])
  })

  it('come out on paper in both languages in the same sitting', async () => {
    for (const [lang, title] of [
      ['pt', 'Acta da reunião'],
      ['en', 'Minutes of the meeting'],
    ]) {
      const { bytes, headers } = await test.ask('david', { method: 'GET', url: `/api/coordination/meetings/${meeting}/minutes.pdf?lang=${lang}` })
      expect(headers['content-type']).toBe('application/pdf')
      const { text } = await pdfText(bytes)
      for (const words of [title!, 'Reparar antes das chuvas', 'Enviar a lista', 'Abrigo (2)']) expect(text ?? words).toContain(words)
    }
  })

  it('leave what is open on the agenda of the next meeting, with what was typed for it, and in everybody’s calendar', async () => {
    const next = { startsAt: inDays(8).toISOString(), endsAt: inDays(8.1).toISOString(), venue: 'Pemba, INGD; sala 2', topics: ['Plano das chuvas'] }
    const { body } = await post('noemia', `groups/${group}/meetings`, next)
    const { agenda } = await get<{ agenda: { kind: string; text: string }[] }>('celia', `meetings/${body.id}`)
    expect(agenda.map(({ kind, text }) => [kind, text])).toEqual([
      ['overdue', 'Reparar o poço'],
      ['open', 'Enviar a lista'],
      ['open', 'Convidar o INGD'],
      ['topic', 'Plano das chuvas'],
    ])
    const { text, headers } = await test.ask('david', { method: 'GET', url: `/api/coordination/meetings/${body.id}/calendar.ics?lang=pt` })
    expect(headers['content-type']).toContain('text/calendar')
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toEqual(expect.arrayContaining(['SUMMARY:Cluster de água', 'LOCATION:Pemba\\, INGD\\; sala 2', `UID:${body.id}@capulana`]))
    expect(lines.find((line) => line.startsWith('DESCRIPTION:'))).toContain('1. Reparar o poço\\n2. Enviar a lista')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect((await post('noemia', `groups/${group}/meetings`, { ...next, endsAt: next.startsAt })).codes).toEqual(['meeting.ends-before-start'])
  })
})

describe('reminders', () => {
  it('go out seven days and one day before, once each, also when the job runs again or comes late', async () => {
    expect(await remindOwners(test.house, new Date())).toBe(1)
    expect(await remindOwners(test.house, new Date())).toBe(0)
    expect(await remindOwners(test.house, inDays(5))).toBe(1)
    expect(await remindOwners(test.house, inDays(5.2))).toBe(0)
    const [sent] = (await actions('noemia')).filter(({ reminded }) => reminded.length > 0)
    expect(sent).toMatchObject({ words: 'Enviar a lista', reminded: [`${dayFromNow(6)}:7`, `${dayFromNow(6)}:1`] })
    const audited = await owner().one<{ n: number }>(sql`select count(*)::int as n from kernel.audit where deed = 'action.remind'`)
    expect(audited!.n).toBe(2)
  })
})

describe('an action', () => {
  const called = async (words: string) => (await actions('noemia')).find((one) => one.words === words)!

  it('that is late is seen by its owner and by the chair, and by no other partner', async () => {
    expect((await actions('david')).map(({ words, late, mine }) => [words, late, mine])).toEqual([['Reparar o poço', true, true]])
    await worksFor('david', 'Água para Todos')
    expect((await actions('david')).map(({ words, mine }) => [words, mine])).toEqual([
      ['Convidar o INGD', true],
      ['Reparar o poço', false],
      ['Enviar a lista', false],
    ])
    await worksFor('david', 'Abrigo')
    expect((await actions('david')).map(({ words }) => words)).toEqual(['Enviar a lista'])
    await worksFor('david', 'De fora')
    expect(await actions('david')).toEqual([])
    expect((await get<{ groups: object[] }>('david', 'groups')).groups).toEqual([])
    expect((await test.ask('david', { method: 'GET', url: `/api/coordination/meetings/${meeting}` })).status).toBe(404)
  })

  it('keeps its first day when the day is moved, and needs a reason and a day to come', async () => {
    const { id } = await called('Reparar o poço')
    expect((await post('noemia', `actions/${id}/move`, { due: dayFromNow(9), reason: ' ' })).codes).toEqual(['action.reason-missing'])
    expect((await post('noemia', `actions/${id}/move`, { due: dayFromNow(-1), reason: 'Chuva' })).codes).toEqual(['action.due-past'])
    expect((await post('noemia', `actions/${id}/move`, { due: dayFromNow(9), reason: 'Chuva' })).status).toBe(200)
    expect(await called('Reparar o poço')).toMatchObject({
      due: dayFromNow(9),
      firstDue: dayFromNow(-5),
      late: false,
      moves: [{ from: dayFromNow(-5), reason: 'Chuva' }],
    })
  })

  it('is closed by its owner with evidence, by no other partner, and once', async () => {
    const { id } = await called('Reparar o poço')
    await worksFor('david', 'Abrigo')
    expect((await post('david', `actions/${id}/close`, { evidence: 'Feito' })).codes).toEqual(['access.not-found'])
    await worksFor('david', 'Saúde Norte')
    expect((await post('david', `actions/${id}/close`, { evidence: '' })).codes).toEqual(['action.evidence-missing'])
    expect((await post('david', `actions/${id}/close`, { evidence: 'Auto de entrega de 3 de Março' })).status).toBe(200)
    expect((await post('noemia', `actions/${id}/drop`, { reason: 'Engano' })).codes).toEqual(['action.ended-already'])
    const { discipline } = await get<{ discipline: object }>('celia', 'actions')
    // Done, but after the first day that was promised.
    expect(discipline).toEqual({ due: 1, onTime: 0, late: 1, overdue: 0, percent: 0 })
  })
})

it('discipline is 60.0 % of 20 due with 12 on time, 3 late and 5 still open; dropped ones and those to come count nowhere, and nothing due is unknown', () => {
  const one = (state: Promised['state'], closedOn: string | null, firstDue = '2026-03-01'): Promised => ({ state, firstDue, closedOn })
  const many = (n: number, what: Promised) => Array.from({ length: n }, () => what)
  const actions = [...many(12, one('done', '2026-03-01')), ...many(3, one('done', '2026-03-02')), ...many(5, one('open', null))]
  const beside = [one('dropped', '2026-02-01'), one('open', null, '2026-12-31')]
  expect(disciplineOf([...actions, ...beside], '2026-06-01')).toEqual({ due: 20, onTime: 12, late: 3, overdue: 5, percent: 60 })
  expect(disciplineOf(beside, '2026-06-01').percent).toBeNull()
})
