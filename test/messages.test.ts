/** Messages and campaigns from the first text to what reached people: nothing stale or outdated goes on air, nobody clears his own, and no reach is invented. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendBatches } from '../src/domains/publications/sending/handOver.ts'
import { askOutside, asOwner, nameWayOut, verifyLedger } from '../src/kernel/index.ts'
import { hearWhatPeopleSay } from './support/heardStory.ts'
import { type Gateway, openGateway } from './support/messageGateway.ts'
import { pdfText } from './support/pdfText.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
const today = days(0)
type Answer = { id: string; refusals?: { code: string; facts: object }[]; state?: string; emergency?: boolean }
const send = async (who: Name, method: 'POST' | 'PATCH', url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method, url: `/api/publications/${url}`, payload })
  return { status, id: (body as Answer).id, body: body as Answer, codes: ((body as Answer).refusals ?? []).map(({ code }) => code) }
}
const post = (who: Name, url: string, payload: object = {}) => send(who, 'POST', url, payload)
type Message = { id: string; key: string; sourceEdition: number; texts: { language: string; edition: number; stale: boolean }[] } & Record<string, unknown>
type Campaign = { id: string; state: string; forbids: { code: string }[]; reach: object[]; fits: { place: string; fit: { covered: number } | null }[] }
type Delivery = { id: string; alarm: boolean; emergency: boolean; lookedAtBy: string | null }
const read = async <T>(list: string) => (await test.ask('celia', { method: 'GET', url: `/api/publications/${list}` })).body as T
const message = async (id: string) => (await read<{ messages: Message[] }>('messages')).messages.find((each) => each.id === id)!
const outreach = () => read<{ campaigns: Campaign[]; deliveries: Delivery[] }>('campaigns')
const campaign = async (id: string) => (await outreach()).campaigns.find((each) => each.id === id)!

const write = (id: string, language: string, text: string, edition: number, source: number) =>
  post('olga', `messages/${id}/texts`, { language, text, edition, source })
const newMessage = async (key: string, text: string, more: object = {}) =>
  (await post('olga', 'messages', { key, topic: 'water_hygiene', factSource: 'Ministério da Saúde', validUntil: days(30), text, ...more })).id
const planned = (messages: string[], more: object = {}) => ({
  ...{ name: { pt: 'Água segura', en: 'Safe water' }, objective: 'Mais famílias fervem a água', audience: 'Famílias nos centros', literacy: 'hears' },
  ...{ languages: ['por'], places: ['MZ0109'], messages, channels: ['radio', 'meeting', 'print', 'sms'], fromDay: days(-2), toDay: days(10) },
  ...{ government: 'given', governmentWords: 'Direcção Provincial de Saúde, por carta', ...more },
})
const step = (who: Name, id: string, name: string, payload: object = {}) => post(who, `campaign/${id}/steps/${name}`, payload)
const onAir = async (messages: string[]) => {
  const { id } = await post('olga', 'campaigns', planned(messages))
  await step('celia', id, 'clear')
  expect((await step('olga', id, 'start')).body.state).toBe('on_air')
  return id
}

beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

describe('a message in three languages', () => {
  it('marks the others stale when the Portuguese changes, and a campaign with a stale one cannot start until it was looked over', async () => {
    const id = await newMessage('ferver-agua', 'Ferva a água antes de beber.')
    await write(id, 'eng', 'Boil water before you drink it.', 0, 1)
    await write(id, 'vmw', 'Texto de exemplo em emakhuwa', 0, 1)
    const { id: safe } = await post('olga', 'campaigns', planned([id], { languages: ['por', 'eng', 'vmw'] }))
    await step('celia', safe, 'clear')

    await write(id, 'por', 'Ferva a água dez minutos antes de beber.', 1, 1)
    const stale = async () => (await message(id)).texts.filter((text) => text.stale).map(({ language }) => language)
    expect(await stale()).toEqual(['eng', 'vmw'])
    expect((await step('olga', safe, 'start')).codes).toEqual(['message.translation-stale', 'message.translation-stale'])
    expect((await campaign(safe)).forbids.map(({ code }) => code)).toEqual(['message.translation-stale', 'message.translation-stale'])

    // A translator who still has the older Portuguese on the screen is told, and what he wrote does not pass as new.
    expect((await write(id, 'eng', 'Boil it.', 1, 1)).codes).toEqual(['message.source-changed'])
    expect((await write(id, 'eng', 'Boil water for ten minutes before you drink it.', 1, 2)).status).toBe(200)
    expect((await post('olga', `messages/${id}/look-over`, { language: 'vmw', source: 1 })).codes).toEqual(['message.source-changed'])
    await post('olga', `messages/${id}/look-over`, { language: 'vmw', source: 2 })
    expect(await stale()).toEqual([])
    expect((await step('olga', safe, 'start')).body.state).toBe('on_air')
    expect((await write(id, 'eng', 'Somebody else', 1, 2)).codes).toEqual(['record.changed-meanwhile'])
  })

  it('tells what a trial with people found, and lets only somebody else translate back', async () => {
    const id = await newMessage('lavar-maos', 'Lave as mãos com sabão.')
    const trial = { language: 'por', day: today, place: 'MZ0109', people: 'Mulheres do centro', asked: 30, understood: 26 }
    expect((await post('olga', `messages/${id}/trials`, { ...trial, understood: 31 })).codes).toEqual(['message.more-right-than-asked'])
    await post('olga', `messages/${id}/trials`, trial)
    const [found] = (await message(id)).trials as { comprehension: { share: number; interval: { low: number; high: number } } }[]
    const { share, interval } = found!.comprehension
    expect([share, interval.low, interval.high].map((each) => (100 * each).toFixed(1))).toEqual(['86.7', '70.3', '94.7'])
    expect((await post('olga', `messages/${id}/back-translation`, { language: 'por', text: 'Wash' })).codes).toEqual(['message.back-same-person'])
    expect((await post('olga', 'messages', { key: 'lavar-maos', topic: 'flood', factSource: 'a', validUntil: today, text: 'a' })).codes).toEqual([
      'message.key-taken',
    ])
    expect((await write(id, 'xxx', 'a', 0, 1)).codes).toEqual(['message.language-unknown'])
    // On paper, with letters of local languages; one that the font lacks is told with its language, before anything is printed.
    const sheet = () => test.ask('olga', { method: 'POST', url: `/api/publications/messages/${id}/sheet`, payload: { lang: 'pt' } })
    await write(id, 'kde', 'Ŋandu na mɛdi', 0, 1)
    const { bytes, headers } = await sheet()
    expect([headers['content-type'], bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-'])
    await write(id, 'vmw', 'Letra 水', 0, 1)
    expect((await sheet()).body).toMatchObject({
      refusals: [
        {
          code: 'publish.glyph-missing',
          facts: { letter: '水', language: 'Emakhuwa', languagePt: 'Emakhuwa' },
          sentence: { pt: expect.stringContaining('«水»') },
        },
      ],
    })
  })
})

describe('a campaign', () => {
  it('is cleared by somebody else, and not before the Government answered', async () => {
    const id = await newMessage('latrinas', 'Use a latrina.')
    const { id: mine } = await post('olga', 'campaigns', planned([id], { government: 'waiting', governmentWords: null, languages: ['por', 'kde'] }))
    expect((await step('olga', mine, 'clear')).codes).toEqual(['message.same-person', 'campaign.counterpart-open', 'message.language-missing'])
    expect((await send('olga', 'PATCH', `campaigns/${mine}`, planned([id], { governmentWords: null }))).codes).toEqual(['campaign.government-unsaid'])
    await send('olga', 'PATCH', `campaigns/${mine}`, planned([id]))
    expect((await step('celia', mine, 'clear')).body.state).toBe('cleared')
    expect((await send('olga', 'PATCH', `campaigns/${mine}`, planned([id]))).codes).toEqual(['campaign.not-planned'])
    expect((await post('olga', 'campaigns', planned([id], { fromDay: days(3), toDay: days(1), indicators: ['NONE'] }))).codes).toEqual([
      'campaign.ends-before-it-begins',
      'campaign.indicator-unknown',
    ])
  })

  it('does not start with a message whose fact changed or whose last day is past', async () => {
    const id = await newMessage('ponto-de-agua', 'Há água no furo da escola.')
    const { id: waiting } = await post('olga', 'campaigns', planned([id]))
    await step('celia', waiting, 'clear')
    await post('olga', `messages/${id}/fact-changed`, { on: today, words: 'O furo avariou' })
    expect((await step('olga', waiting, 'start')).body.refusals![0]).toMatchObject({
      code: 'message.outdated',
      facts: { message: 'ponto-de-agua', since: today },
    })
    await post('olga', `messages/${id}/renew`, { factSource: 'Visita ao furo', validUntil: days(5) })
    expect((await step('olga', waiting, 'start')).body.state).toBe('on_air')
    // It was true on the last day of its validity, and no longer on the day after.
    await asOwner(test.house.doors).run(sql`update publications.message set valid_until = ${days(-1)}::date where id = ${id}`)
    const sent = { message: id, campaign: waiting, channel: 'meeting', place: 'MZ0109', deliverer: 'Brigada' }
    expect((await post('olga', 'deliveries', { ...sent, day: days(-1) })).status).toBe(200)
    expect((await post('olga', 'deliveries', { ...sent, day: today })).codes).toEqual(['message.outdated'])
  })

  it('shows whom it reached in four lines, and no sum anywhere', async () => {
    const id = await newMessage('vacinas', 'Leve as crianças à vacina.')
    const air = await onAir([id])
    const sent = (channel: string, more: object) => ({ message: id, campaign: air, channel, place: 'MZ0109', day: today, deliverer: 'Equipa', ...more })
    await post('olga', 'deliveries', sent('meeting', { quantity: 1, reach: 120, method: 'counted' }))
    await post('olga', 'deliveries', sent('print', { quantity: 300, reach: 300, method: 'counted' }))
    await post('olga', 'deliveries', sent('radio', { quantity: 4, reach: 50_000, method: 'station_claim' }))
    const sms = await post('olga', 'deliveries', sent('sms', { quantity: 1000 }))
    const lines = async () => (await campaign(air)).reach
    expect((await lines()).at(-1)).toEqual({ channel: 'sms', method: 'unknown', unit: 'delivered', deliveries: 1, reach: null, quantity: 1000 })
    expect((await post('olga', `deliveries/${sms.id}/reach`, { quantity: 1000, reach: 1640, method: 'platform' })).codes).toEqual([
      'delivery.more-than-went-out',
    ])
    await post('olga', `deliveries/${sms.id}/reach`, { quantity: 1000, reach: 640, method: 'platform' })
    expect(await lines()).toEqual([
      { channel: 'meeting', method: 'counted', unit: 'people', deliveries: 1, reach: 120, quantity: 1 },
      { channel: 'print', method: 'counted', unit: 'handed_out', deliveries: 1, reach: 300, quantity: 300 },
      { channel: 'sms', method: 'platform', unit: 'delivered', deliveries: 1, reach: 640, quantity: 1000 },
      { channel: 'radio', method: 'station_claim', unit: 'people', deliveries: 1, reach: 50_000, quantity: 4 },
    ])
    for (const [lang, said] of [
      ['pt', 'recebidas dito pela plataforma'],
      ['en', "50,000 people the station's claim, without proof"],
    ] as const) {
      const { bytes } = await test.ask('olga', { method: 'POST', url: `/api/publications/campaigns/${air}/report`, payload: { lang } })
      expect((await pdfText(bytes)).text?.replace(/\s+/g, ' ') ?? said).toContain(said)
    }
    expect(JSON.stringify(await campaign(air))).not.toMatch(/50[ ,.]?[47]20|51[ ,.]?060/)
    expect((await post('olga', 'deliveries', sent('meeting', { quantity: 1 }))).codes).toEqual(['delivery.twice'])
    expect((await post('olga', 'deliveries', sent('theatre', { reach: 40 }))).codes).toEqual(['delivery.method-missing'])
  })

  it('says of a place how many have the message in their main language, and unknown where nobody asked', async () => {
    const id = await newMessage('regresso', 'O regresso é voluntário.')
    const share = { language: 'vmw', percent: 70, survey: 'Inquérito de teste', asOf: '2026-01-01' }
    await test.ask('moises', { method: 'POST', url: '/api/publications/main-language', payload: { place: 'MZ0109', ...share } })
    await test.ask('moises', { method: 'POST', url: '/api/publications/main-language', payload: { place: 'MZ0109', ...share, language: 'por', percent: 20 } })
    const { id: there } = await post('olga', 'campaigns', planned([id], { places: ['MZ0109', 'MZ0102'] }))
    const { fits } = await campaign(there)
    expect(fits.map(({ place, fit }) => [place, fit?.covered ?? 'unknown'])).toEqual([
      ['MZ0102', 'unknown'],
      ['MZ0109', 0.2],
    ])
  })
})

describe('what people ask and pass on', () => hearWhatPeopleSay({ house: () => test, post, send, read, newMessage, planned, campaign, days }))

describe('an emergency', () => {
  it('sends at once only what somebody else approved before, and sounds an alarm when nobody else looks within a day', async () => {
    const id = await newMessage('ciclone-abrigo', 'Vá para o abrigo agora.', { topic: 'cyclone' })
    const sent = { message: id, channel: 'radio', place: 'MZ0109', day: today, deliverer: 'Rádio comunitária', language: 'por' }
    expect((await post('olga', 'deliveries', sent)).codes).toEqual(['delivery.not-approved'])
    expect((await post('olga', `messages/${id}/approve`)).codes).toEqual(['message.same-person'])
    expect((await post('celia', `messages/${id}/approve`)).status).toBe(200)
    const { id: out, body } = await post('olga', 'deliveries', sent)
    expect(body.emergency).toBe(true)
    const shown = async () => (await outreach()).deliveries.find((each) => each.id === out)!
    expect(await shown()).toMatchObject({ emergency: true, alarm: false, lookedAtBy: null })
    const { jobs } = test.house.domains.find(({ name }) => name === 'publications')!
    const remind = () => jobs!.find(({ queue }) => queue === 'remind-emergencies')!.work(test.house)
    const sentBefore = (hours: number) =>
      asOwner(test.house.doors).run(sql`update publications.delivery set recorded_at = now() - make_interval(hours => ${hours}::int) where id = ${out}`)
    expect(await remind()).toEqual({ reminded: 0, alarms: 0 })
    await sentBefore(13)
    expect(await remind()).toEqual({ reminded: 1, alarms: 0 })
    await sentBefore(25)
    expect(await shown()).toMatchObject({ alarm: true, alarmedAt: null, remindedAt: expect.any(String) })
    // Two workers at once, and one more that comes late: said once.
    const again = [await Promise.all([remind(), remind()]), await remind()].flat()
    expect(again.filter((each) => (each as { alarms: number }).alarms === 1).length).toBe(1)
    const lines = await asOwner(test.house.doors).rows<{ deed: string }>(
      sql`select deed from kernel.audit where record_id = ${out} and deed in ('delivery.remind', 'delivery.alarm') order by 1`,
    )
    expect(lines.map(({ deed }) => deed)).toEqual(['delivery.alarm', 'delivery.remind'])
    expect(await shown()).toMatchObject({ alarm: true, alarmedAt: expect.any(String) })
    expect((await read<{ deliveries: Delivery[] }>('emergencies')).deliveries).toMatchObject([{ id: out, alarm: true }])
    expect((await post('olga', `deliveries/${out}/look`)).codes).toEqual(['message.same-person'])
    await post('celia', `deliveries/${out}/look`)
    expect(await shown()).toMatchObject({ alarm: false, lookedAtBy: 'celia' })
    expect((await read<{ deliveries: Delivery[] }>('emergencies')).deliveries).toEqual([])

    // Another word in the text, and the approval was of another text.
    await write(id, 'por', 'Vá já para o abrigo.', 1, 1)
    expect((await post('olga', 'deliveries', { ...sent, channel: 'loudspeaker' })).codes).toEqual(['delivery.not-approved'])
  })
})

describe('what goes out to telephones', () => {
  let gateway: Gateway
  let air: string
  let message: string
  const owner = () => asOwner(test.house.doors)
  const operator = () => test.actor('filipa')
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  type Line = {
    number: string
    state: string
    out: number
    batches: number
    sent: number | null
    delivered: number | null
    waitingSince: string | null
    fault: string | null
  }
  const shown = () => read<{ sendings: Line[]; optIns: object[]; gateway: { host: string } | null }>('sendings')
  const ordering = (more: object = {}) => post('olga', 'sendings', { message, campaign: air, language: 'por', channel: 'sms', place: 'MZ0109', ...more })
  const asked = (number: string, more: object = {}) =>
    post('olga', 'opt-ins', { number, channels: ['sms'], language: 'por', place: 'MZ0109', how: 'brigade', paper: 'F-1', ...more })

  beforeAll(async () => {
    gateway = await openGateway('secret of the test')
    message = await newMessage('agua-por-sms', 'Ferva a água.')
    air = await onAir([message])
  })
  afterAll(() => gateway?.close())

  it('needs a gateway that the operator named, outside unless he says that it is his own', async () => {
    expect((await ordering()).codes).toEqual(['sending.gateway-off'])
    const name = (address: string, inside: boolean) =>
      nameWayOut(test.house, operator(), 'messages', { address, inside, secret: 'secret of the test', from: null, site: null })
    for (const address of [
      'http://sms.example.org',
      'https://127.0.0.1',
      'https://localhost:8443',
      'https://[::ffff:10.0.0.1]',
      'https://a:b@sms.example.org',
      'ftp://x',
    ])
      expect(await name(address, false), address).toMatchObject({ refused: [{ code: 'outward.address-wrong' }] })
    // A name that leads inside is found out when it is looked up, and the gateway's address is asked by nobody whom the operator did not allow.
    const inside = { address: gateway.address.replace('http:', 'https:').replace('127.0.0.1', hostname()), secret: '', inside: false }
    expect(await askOutside(inside, { method: 'GET', path: '/' })).toEqual({ fault: 'forbidden' })
    expect(await name('http://8.8.8.8', true)).toMatchObject({ refused: [{ code: 'outward.address-wrong' }] })
    expect(await name(gateway.address, true)).toBeNull()
    expect(JSON.stringify(await owner().rows(sql`select value from kernel.setting`))).not.toContain('secret of the test')
    expect((await shown()).gateway).toEqual({ host: new URL(gateway.address).host })
  })

  it('goes to those alone who asked, whose numbers nobody reads', async () => {
    expect((await ordering()).codes).toEqual(['sending.nobody'])
    expect((await asked('84 123 4567')).codes).toEqual(['opt-in.number-wrong'])
    expect((await asked('+258 84 123 4567')).status).toBe(200)
    expect((await asked('00258-84-123-4567')).codes).toEqual(['opt-in.known'])
    expect((await asked('+258841110000', { language: 'vmw' })).status).toBe(200)
    expect((await asked('+258841110001', { place: 'MZ0102' })).status).toBe(200)
    expect((await asked('+258841110002', { topics: ['flood'] })).status).toBe(200)
    const { body } = await test.ask('olga', { url: `/api/publications/sendings/recipients?message=${message}&language=por&channel=sms&place=MZ0109` })
    expect(body).toEqual({ recipients: 1 })
    expect((await shown()).optIns).toEqual([
      { language: 'por', sms: 3, voice: 0, stopped: 0 },
      { language: 'vmw', sms: 1, voice: 0, stopped: 0 },
    ])
    const kept = JSON.stringify(await owner().rows(sql`select * from publications.opt_in`))
    for (const digits of ['841234567', '841110000']) expect(kept).not.toContain(digits)
    expect(JSON.stringify(await owner().rows(sql`select facts from kernel.audit where record = 'publications.opt_in'`))).not.toContain('84')
  })

  it('waits with its age while the gateway is down, and writes to nobody twice when an answer was lost', async () => {
    // A thousand more, as a list of a year would have them.
    const more = Array.from({ length: 1000 }, (_, n) => ({ id: randomUUID(), number: `+2588600${String(n).padStart(5, '0')}` }))
    const closers = await test.house.vault.make(more.map(({ id }) => id))
    const rows = more.map(({ id, number }) => ({ id, mark: test.house.keyring.derive(`opt-in:${number}`), sealed: closers.get(id)!(number) }))
    await owner().run(sql`
      insert into publications.opt_in (id, scope, class, number_hash, channels, language, place, topics, how, asked_at, sealed)
      select id, 'MZ010902', 3, mark, '["sms"]', 'por', 'MZ010902', '{}', 'sms', now(), sealed from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, mark text, sealed text)`)
    expect((await ordering()).body).toMatchObject({ number: 'SM-0001', recipients: 1001 })
    gateway.state.mode = 'down'
    await sendBatches(test.house, at(0))
    const waits = { state: 'waiting', out: 0, batches: 11, sent: null, delivered: null, waitingSince: expect.any(String) }
    expect((await shown()).sendings).toMatchObject([{ ...waits, fault: 'refused', faultStatus: 503 }])
    // Up again, but the line breaks after the gateway took the first batch and before it said so.
    gateway.state.mode = 'loses-answer'
    await sendBatches(test.house, at(2))
    expect([gateway.state.offered, gateway.state.taken.size]).toEqual([1, 1])
    expect((await shown()).sendings).toMatchObject([{ ...waits, fault: 'unreachable' }])
    // Meanwhile the last of the list writes STOP, and somebody of Pemba writes JOIN.
    gateway.state.mode = 'up'
    const last = [...more].sort((one, two) => (one.id < two.id ? -1 : 1)).at(-1)!
    gateway.state.incoming.push({ id: 'a', from: last.number, text: 'STOP' }, { id: 'b', from: '+258870000001', text: 'Entrar Pemba' })
    await Promise.all([sendBatches(test.house, at(10)), sendBatches(test.house, at(10))])
    expect([gateway.state.offered, gateway.state.taken.size]).toEqual([11, 10])
    expect([gateway.state.sent.size, new Set(gateway.state.sent.values()), gateway.state.sent.has(last.number)]).toEqual([1000, new Set([1]), false])
    expect(await owner().one(sql`select sealed, stopped_how from publications.opt_in where id = ${last.id}`)).toEqual({ sealed: null, stoppedHow: 'sms' })
    expect(test.house.vault.open(last.id, rows.find(({ id }) => id === last.id)!.sealed)).toBeNull()
    expect(await owner().one(sql`select place from publications.opt_in order by recorded_at desc limit 1`)).toEqual({ place: 'MZ0104' })
    expect((await asked(last.number)).codes).toEqual(['opt-in.stopped'])
    await sendBatches(test.house, at(20))
    expect(gateway.state.offered).toBe(11)
  })

  it('tells from the receipts how many arrived of how many went out, and forgets the list', async () => {
    gateway.state.delivered = 600
    gateway.state.waiting = 400
    await sendBatches(test.house, at(30))
    expect((await shown()).sendings).toMatchObject([{ state: 'handed_over', out: 11, sent: 1000, delivered: 600 }])
    gateway.state.delivered = 640
    gateway.state.waiting = 0
    await sendBatches(test.house, at(40))
    expect((await shown()).sendings).toMatchObject([{ state: 'done', sent: 1000, delivered: 640, waitingSince: null }])
    expect((await campaign(air)).reach).toEqual([{ channel: 'sms', method: 'platform', unit: 'delivered', deliveries: 1, reach: 640, quantity: 1000 }])
    expect(await owner().rows(sql`select distinct recipients from publications.sending_batch`)).toEqual([{ recipients: [] }])
  })

  it('goes no further when the message no longer holds, and stops when it is told to', async () => {
    gateway.state.mode = 'down'
    // The same message, channel, place and day once more: a number of its own keeps the two apart.
    const { id } = await ordering()
    expect((await post('olga', `sendings/${id}/stop`, { because: 'A campanha mudou' })).status).toBe(200)
    expect((await post('olga', `sendings/${id}/stop`, { because: 'A campanha mudou' })).codes).toEqual(['sending.all-out'])
    await ordering()
    await post('olga', `messages/${message}/fact-changed`, { on: today, words: 'A água já é tratada' })
    gateway.state.mode = 'up'
    const before = gateway.state.offered
    await sendBatches(test.house, at(60))
    expect(gateway.state.offered).toBe(before)
    expect((await shown()).sendings.map(({ number, state, sent }) => [number, state, sent])).toEqual([
      ['SM-0003', 'stopped', null],
      ['SM-0002', 'stopped', null],
      ['SM-0001', 'done', 1000],
    ])
  })
})

describe('copies of a material', () => {
  it('move as the ledger says: printed, handed out, and on recall put aside with the places named', async () => {
    const given = { code: 'FOLHETO-1', title: { pt: 'Folheto', en: 'Leaflet' }, kind: 'leaflet', topic: 'flood', languages: ['por'], consent: 'no_people' }
    const { id } = await post('olga', 'materials', given)
    expect((await post('olga', 'materials', given)).codes).toEqual(['material.code-taken'])
    const deed = (name: string, place: string, quantity: number, more: object = {}) =>
      post('olga', `materials/${id}/${name}`, { place, day: today, quantity, ...more })
    await deed('receive', 'MZ0109', 500)
    await deed('receive', 'MZ0102', 200)
    expect((await deed('hand-out', 'MZ0109', 300, { deliverer: 'Brigada' })).status).toBe(200)
    expect((await deed('hand-out', 'MZ0102', 201, { deliverer: 'Brigada' })).codes).toEqual(['ledger.below-zero'])
    type Item = {
      code: string
      recalledOn: string | null
      stock: { place: string; kind: string; quantity: number }[]
      handedOut: { place: string; copies: number }[]
    }
    const item = async () => (await read<{ items: Item[] }>('materials')).items.find(({ code }) => code === given.code)!
    const stock = async () => (await item()).stock.map(({ place, kind, quantity }) => `${place} ${kind} ${quantity}`).sort()
    expect(await stock()).toEqual(['MZ0102 bin 200', 'MZ0109 bin 200'])
    // What was refused left no delivery behind.
    expect((await item()).handedOut).toMatchObject([{ place: 'MZ0109', copies: 300 }])

    const recalled = (await post('olga', `materials/${id}/recall`, { reason: 'Número de telefone errado' })).body
    expect(recalled).toMatchObject({
      quarantined: expect.arrayContaining([
        expect.objectContaining({ place: 'MZ0102', copies: 200 }),
        expect.objectContaining({ place: 'MZ0109', copies: 200 }),
      ]),
      told: [{ place: 'MZ0109', copies: 300 }],
    })
    expect(await stock()).toEqual(['MZ0102 quarantine 200', 'MZ0109 quarantine 200'])
    expect((await deed('hand-out', 'MZ0109', 1, { deliverer: 'Outra' })).codes).toEqual(['material.recalled'])
    expect((await deed('receive', 'MZ0109', 1)).codes).toEqual(['material.recalled'])
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })
})
