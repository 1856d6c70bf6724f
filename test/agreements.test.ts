/** Agreements and directories: what is in force, what ends soon and what it is worth; contacts as far as each agreed; sensitive services by their channel alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agreementObstacles } from '../src/domains/coordination/index.ts'
import { asOwner } from '../src/kernel/index.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
const parties: string[] = []
const today = new Date().toISOString().slice(0, 10)
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

type Answer = { id: string; refusals?: { code: string }[] } & Record<string, unknown>
const send = async (who: Name, url: string, payload: object = {}, method: 'POST' | 'PATCH' = 'POST') => {
  const { status, body } = await test.ask(who, { method, url: `/api/coordination/${url}`, payload })
  return { status, body: body as Answer, codes: ((body as Answer).refusals ?? []).map(({ code }) => code) }
}
/** The text on paper; where no reader of PDF is, nothing is said of it. */
const paper = async (who: Name, name: string, lang: string) => {
  const { status, bytes } = await test.ask(who, { method: 'GET', url: `/api/coordination/print/${name}?lang=${lang}` })
  expect(status).toBe(200)
  return (await pdfText(bytes)).text
}
const get = async <T>(who: Name | 'public', url: string) => (await test.ask(who, { method: 'GET', url: `/api/coordination/${url}` })).body as T

beforeAll(async () => {
  test = await openTestHouse()
  for (const name of ['Missão', 'Parceiro', 'Terceira']) {
    const { body } = await test.ask('noemia', { method: 'POST', url: '/api/organisations/organisation', payload: { name, kind: 'ngo' } })
    parties.push((body as { id: string }).id)
  }
}, 300_000)
afterAll(() => test?.close())

describe('an agreement', () => {
  const about = (more: object = {}) => ({
    ...{ kind: 'data_sharing', title: 'Partilha de dados', fromDay: day(-100), toDay: day(60), noticeDays: 30, value: 1000, currency: 'MZN', focusArea: 15 },
    parties: [
      { organisation: parties[0], contribution: 700 },
      { organisation: parties[1], contribution: null },
    ],
    deliverables: [{ what: 'Lista de lugares', due: day(-5) }],
    reports: [{ due: day(-2) }, { due: day(20) }],
    dataClause: { recipient: 'Parceiro', purpose: 'Planear assistência', retentionMonths: 6 },
    ...more,
  })
  type Shown = { id: string; standing: string; retainUntil: string | null; amendments: object[]; value: number }
  type Board = { agreements: Shown[]; portfolio: object }
  const board = () => get<Board>('celia', 'agreements')
  const obstacles = async (id: string) => (await agreementObstacles(asOwner(test.house.doors), id, today)).map(({ code }) => code)
  let id: string

  it('needs two known parties, days in order, a currency with its value, and a lead where it is joint', async () => {
    const faulty = about({ kind: 'joint_programme', parties: [{ organisation: parties[0], contribution: 1 }], toDay: day(-200), currency: null })
    expect((await send('noemia', 'agreements', faulty)).codes).toEqual([
      'agreement.parties',
      'agreement.ends-before-start',
      'agreement.currency-missing',
      'agreement.lead-missing',
    ])
    id = (await send('noemia', 'agreements', about())).body.id
  })

  it('carries nothing before it is in force, and takes no step out of order', async () => {
    expect((await send('noemia', `agreements/${id}/step`, { to: 'active' })).codes).toEqual(['agreement.no-such-step'])
    expect((await send('noemia', `agreements/${id}/amend`, { toDay: day(90), value: 1, reason: 'x' })).codes).toEqual(['agreement.not-active'])
    for (const to of ['negotiated', 'cleared', 'signed']) expect((await send('noemia', `agreements/${id}/step`, { to })).status).toBe(200)
    expect(await obstacles(id)).toEqual(['agreement.not-active'])
    await send('noemia', `agreements/${id}/step`, { to: 'active' })
    expect(await obstacles(id)).toEqual([])
    expect(await obstacles('00000000-0000-4000-8000-000000000000')).toEqual(['agreement.not-active'])
  })

  it('is amended in editions that keep what stood there, and shows in the portfolio by party and area, with what nobody said beside it', async () => {
    expect((await send('noemia', `agreements/${id}/amend`, { toDay: day(20), value: 1500, reason: 'Menos tempo' })).body).toEqual({ edition: 2 })
    const { agreements, portfolio } = await board()
    expect(agreements[0]).toMatchObject({ standing: 'expiring', value: 1500, amendments: [{ edition: 2, before: { toDay: day(60), value: 1000 } }] })
    expect(portfolio).toEqual({
      ...{ active: 1, endingIn90Days: 1, reportsOverdue: 1 },
      byParty: [
        { organisation: parties[0], currency: 'MZN', value: 700, unsaid: 0 },
        { organisation: parties[1], currency: 'MZN', value: 0, unsaid: 1 },
      ],
      byArea: [{ focusArea: 15, currency: 'MZN', value: 1500, unsaid: 0 }],
    })
    await send('noemia', `agreements/${id}/tick`, { what: 'reports', at: 0 })
    expect((await board()).portfolio).toMatchObject({ reportsOverdue: 0 })
  })

  it('stands on one sheet as it stands today, for its readers alone', async () => {
    const sheets = await Promise.all(['pt', 'en'].map((lang) => paper('celia', `agreement/${id}`, lang)))
    const [pt, en] = sheets.map((text) => text?.replace(/\s+/g, ' '))
    const inPt = [/Partilha de dados/, /em vigor, perto do fim/, /Valor: 1[\s.]?500 MZN/, /700 MZN/, /não indicado/, /Lista de lugares/, /em atraso/]
    for (const part of [...inPt, /recebido em/, /por receber/, /Planear assistência/, /6 meses/, /Menos tempo/, /valor 1[\s.]?000 MZN/])
      expect(pt ?? '', String(part)).toMatch(pt === undefined ? /^$/ : part)
    for (const part of [/Data sharing/, /in force, ends soon/, /Notice before the end: 30 days/, /Value: 1,500 MZN/, /not said/, /overdue/, /awaited/])
      expect(en ?? '', String(part)).toMatch(en === undefined ? /^$/ : part)
    const asked = (who: Name, one: string) => test.ask(who, { url: `/api/coordination/print/agreement/${one}` })
    expect((await asked('david', id)).status).toBe(403)
    const gone = await asked('celia', '00000000-0000-4000-8000-000000000000')
    expect([gone.status, gone.text]).toEqual([404, expect.stringContaining('access.not-found')])
  })

  it('comes onto the agenda of its parties before it ends', async () => {
    const members = parties.slice(0, 2)
    const group = { name: { pt: 'Parcerias', en: 'Partnerships' }, kind: 'committee', chair: members[0], members, rhythm: 'monthly' }
    const { body } = await send('noemia', 'groups', group)
    const called = { startsAt: `${day(2)}T08:00:00Z`, endsAt: `${day(2)}T09:00:00Z`, venue: 'Maputo' }
    const meeting = await send('noemia', `groups/${body.id}/meetings`, called)
    const { agenda } = await get<{ agenda: object[] }>('celia', `meetings/${meeting.body.id}`)
    expect(agenda).toEqual([{ kind: 'agreement', text: 'Partilha de dados', due: day(20), who: null }])
  })

  it('that ended carries nothing, and from that day its data may be kept as long as was agreed', async () => {
    expect((await board()).agreements[0]!.retainUntil).toBeNull()
    await send('noemia', `agreements/${id}/step`, { to: 'terminated' })
    expect(await obstacles(id)).toEqual(['agreement.not-active'])
    const kept = (await board()).agreements[0]!.retainUntil!
    expect(Math.round((Date.parse(kept) - Date.parse(today)) / 86_400_000)).toBeGreaterThan(178)
    const past = await send('noemia', 'agreements', about({ toDay: day(-1) }))
    for (const to of ['negotiated', 'cleared', 'signed', 'active']) await send('noemia', `agreements/${past.body.id}/step`, { to })
    // Nobody pressed anything: the day alone ended it.
    expect(await obstacles(past.body.id)).toEqual(['agreement.not-active'])
  })
})

describe('contacts', () => {
  const contact = (name: string, consent: string, more: object = {}) => ({
    ...{ name, organisation: parties[2], phone: '+258 84 000 0000', email: `${consent}@exemplo.example`, consent, reviewBy: day(300) },
    ...more,
  })
  const names = async (who: Name) => (await get<{ contacts: { name: string }[] }>(who, 'contacts')).contacts.map(({ name }) => name).sort()

  it('appear as far as each agreed, and in public only with consent for it', async () => {
    for (const consent of ['refused', 'cluster', 'partners', 'public']) await send('noemia', 'contacts', contact(`Pessoa ${consent}`, consent))
    await send('noemia', 'contacts', contact('Pessoa antiga', 'public', { reviewBy: day(-1) }))
    await send('noemia', 'contacts', contact('Pessoa saída', 'public', { active: false }))
    expect(await names('celia')).toEqual(['Pessoa antiga', 'Pessoa cluster', 'Pessoa partners', 'Pessoa public'])
    expect(await names('david')).toEqual(['Pessoa antiga', 'Pessoa partners', 'Pessoa public'])
    const shown = await get<{ contacts: { name: string }[] }>('public', 'public-contacts')
    expect(shown.contacts.map(({ name }) => name)).toEqual(['Pessoa public'])
    for (const url of [
      '/pt',
      '/en',
      '/pt/publications',
      '/sitemap.xml',
      '/pt/feed.atom',
      '/api/openapi.json',
      '/api/coordination/public-contacts',
      '/api/coordination/trainings',
    ])
      expect((await test.ask('public', { method: 'GET', url })).text, url).not.toMatch(
        /Pessoa (refused|cluster|partners|antiga|saída)|(refused|cluster|partners)@exemplo/,
      )
    expect((await test.ask('public', { method: 'GET', url: '/api/coordination/contacts' })).status).toBe(401)
  })

  it('stand on paper as far as the reader may know them', async () => {
    const [office, partner] = [await paper('celia', 'contacts', 'pt'), await paper('david', 'contacts', 'en')]
    expect(office ?? 'Pessoa cluster').toContain('Pessoa cluster')
    expect(partner ?? 'Contact list').toContain('Contact list')
    expect(`${office}${partner}`).not.toMatch(/Pessoa (refused|saída)/)
    expect(partner ?? '').not.toContain('Pessoa cluster')
  })

  it('that refuse keep no channel, and their organisation is a member all the same; a consent that is taken back is gone at once', async () => {
    const all = await get<{ contacts: { id: string; name: string; phone: string | null; version: number }[] }>('noemia', 'contacts')
    expect(all.contacts.find(({ name }) => name === 'Pessoa refused')!.phone).toBeNull()
    const group = { name: { pt: 'Fórum', en: 'Forum' }, kind: 'forum', chair: parties[2], members: [parties[2]], rhythm: 'as_needed' }
    expect((await send('noemia', 'groups', group)).status).toBe(200)
    const { id } = all.contacts.find(({ name }) => name === 'Pessoa public')!
    await send('noemia', `contacts/${id}`, contact('Pessoa public', 'refused'), 'PATCH')
    expect((await get<{ contacts: object[] }>('public', 'public-contacts')).contacts).toEqual([])
  })
})

describe('services', () => {
  const service = (kind: string, more: object = {}) => ({
    provider: parties[0],
    kind,
    place: 'MZ010902',
    status: 'full',
    verifiedOn: today,
    sensitive: false,
    ...more,
  })

  it('say nothing of their state that nobody verified, and sensitive ones need a channel', async () => {
    const faulty = service('Apoio', { verifiedOn: null, sensitive: true, place: 'MZ9999' })
    expect((await send('noemia', 'services', faulty)).codes).toEqual(['service.place-unknown', 'service.channel-missing', 'service.not-verified'])
    expect((await send('noemia', 'services', service('Posto de saúde'))).status).toBe(200)
    expect((await send('noemia', 'services', service('Espaço seguro', { sensitive: true, channel: 'Linha 116', hours: 'Sábados' }))).status).toBe(200)
  })

  it('are listed with their place, and sensitive ones by kind, province and channel alone', async () => {
    for (const who of ['david', 'celia'] as const) {
      const { services, byChannel } = await get<{ services: { kind: string; placeName: string }[]; byChannel: object[] }>(who, 'services')
      expect(
        services.map(({ kind }) => kind),
        who,
      ).toEqual(['Posto de saúde'])
      expect(byChannel, who).toEqual([{ kind: 'Espaço seguro', province: 'Cabo Delgado', channel: 'Linha 116', status: 'full', verifiedOn: today }])
    }
    expect((await get<{ services: object[] }>('noemia', 'services')).services).toHaveLength(2)
  })
})
