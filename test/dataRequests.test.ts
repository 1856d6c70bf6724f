/** What the public writes on the portal. Restricted data from the form to the file with its watermark: sealed, decided by two people, opened until its day, forgotten when promised; and subscriptions, which end with their address. */

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { parseHTML } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentRounds, publishFromPaper } from '../src/domains/displacement/index.ts'
import { forgetOldRequests } from '../src/domains/publications/forgetRequests.ts'
import { forgetUnconfirmed } from '../src/domains/publications/subscriptions/subscribe.ts'
import { tellSubscribers } from '../src/domains/publications/subscriptions/tellSubscribers.ts'
import { act, asOwner, isRefused, nameWayOut, theSystem } from '../src/kernel/index.ts'
import { publishProduct } from '../src/kernel/publishing.ts'
import { readTabular } from '../src/kernel/tables.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { openMailServer } from './support/mailServer.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let address = ''
const until = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10)
const asked = {
  name: 'Teresa Planta',
  organisation: 'Cluster de Abrigo',
  email: 'teresa@abrigo.test',
  purpose: 'Planear tendas em Metuge',
  useUntil: until,
  agrees: 'yes',
}

beforeAll(async () => {
  test = await openTestHouse()
  const rows = 'pcode,households,individuals,reason\nMZ010201,250,1001,Conflict\nMZ010202,1,3,Conflict\nMZ010902,40,180,Conflict\nMZ010901,60,260,Conflict\n'
  const target = { operation: 'Cabo Delgado', round: '1', from: '2023-01-10', to: '2023-01-20', assessmentType: 'BA', licence: 'CC BY', credit: 'OIM' }
  const { summary } = await wizardOf(test).takeIn(fromText('r1.csv', rows), target)
  const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
  const done = await publishFromPaper(test.house, actor, summary.rounds[0]!.id, { office: 'INGD', decidedOn: '2023-02-01', note: 'Confirmado' })
  if (isRefused(done)) throw new Error(JSON.stringify(done.refused))
  address = `/pt/publications/${(await currentRounds(test.house))[0]!.product.slug}/v1/request`
})
afterAll(() => test?.close())

/** As a browser sends the form. */
function send(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const body = Object.entries(fields).map(([name, value]) => `--form\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return test.ask('public', {
    ...{ method: 'POST', url, payload: `${body.join('')}--form--\r\n` },
    headers: { 'content-type': 'multipart/form-data; boundary=form', accept: 'text/html', ...headers },
  })
}
const deed = (who: 'bento' | 'carla' | 'elsa', id: string, name: string, payload: object = {}) =>
  test.ask(who, { method: 'POST', url: `/api/publications/requests/${id}/${name}`, payload })
const requests = async () =>
  (
    (await test.ask('bento', { method: 'GET', url: '/api/publications/requests' })).body as {
      requests: { id: string; number: string; state: string; openings: number }[]
    }
  ).requests

/** From the form to the link, as two officers do it. */
async function granted(): Promise<{ id: string; secret: string }> {
  await send(address, asked)
  const { id } = (await requests()).find(({ state }) => state === 'received')!
  await deed('bento', id, 'prepare', { text: 'Organização conhecida.' })
  const { secret } = (await deed('carla', id, 'grant', { until, text: 'De acordo.' })).body as { secret: string }
  return { id, secret }
}

it('is offered on the page of the round, with a form that says beside it what happens to what one writes', async () => {
  const publication = await test.ask('public', { method: 'GET', url: address.replace('/v1/request', '') })
  expect(publication.text).toContain(`href="${address}"`)
  const { document } = parseHTML((await test.ask('public', { method: 'GET', url: address })).text)
  expect([...document.querySelectorAll('form.ask [name]')].map((input) => input.getAttribute('name'))).toEqual([
    'name',
    'organisation',
    'email',
    'purpose',
    'useUntil',
    'agrees',
  ])
  for (const input of document.querySelectorAll('form.ask [name]')) expect(input.closest('label'), input.getAttribute('name')!).not.toBeNull()
  expect(document.querySelector('aside')!.textContent).toContain('seis meses depois de uma recusa')
  expect((await test.ask('public', { method: 'GET', url: address.replace('/v1/', '/v9/') })).status).toBe(404)
})

it('says everything that is missing at once and keeps what was typed', async () => {
  const answer = await send(address, { ...asked, email: 'teresa', purpose: '', agrees: '' })
  expect(answer.status).toBe(422)
  const { document } = parseHTML(answer.text)
  expect(document.querySelectorAll('#wrong li').length).toBe(3)
  expect(document.querySelector('[name=name]')!.getAttribute('value')).toBe('Teresa Planta')
  expect((await send(address, asked, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect(await requests()).toEqual([])
})

it('keeps who asks sealed: neither the tables nor the audit hold a word of it', async () => {
  const answer = await send(address, asked)
  expect(answer.status).toBe(201)
  const [request] = await requests()
  expect(answer.text).toContain(request!.number)
  const db = asOwner(test.house.doors)
  const kept = await db.one<{ text: string }>(sql`
    select (select string_agg(r::text, ' ') from publications.data_request r) || (select string_agg(a::text, ' ') from kernel.audit a) as text`)
  for (const word of ['Teresa', 'Abrigo', 'abrigo.test', 'tendas']) expect(kept!.text).not.toContain(word)
  expect((await deed('elsa', request!.id, 'look')).status).toBe(403)
  expect((await deed('bento', request!.id, 'look')).body).toMatchObject({ content: { name: 'Teresa Planta', email: 'teresa@abrigo.test' } })
  const looks = await db.rows(sql`select 1 from kernel.audit where deed = 'data-request.look' and who = ${test.people.bento.id}`)
  expect(looks.length).toBe(1)
})

it('is asked back, answered, prepared by one and granted by another, and never by the same', async () => {
  const { id } = (await requests())[0]!
  expect((await deed('bento', id, 'grant', { until, text: 'Sim' })).body).toMatchObject({ refusals: [{ code: 'publications.wrong-state' }] })
  await deed('bento', id, 'ask', { text: 'Que distritos?' })
  expect((await deed('carla', id, 'prepare', { text: 'x' })).body).toMatchObject({ refusals: [{ code: 'publications.wrong-state' }] })
  await deed('bento', id, 'answer', { text: 'Metuge e Ancuabe.' })
  await deed('bento', id, 'prepare', { text: 'Organização conhecida.' })
  expect((await deed('bento', id, 'grant', { until, text: 'Sim' })).body).toMatchObject({ refusals: [{ code: 'publications.same-person' }] })
  expect((await deed('carla', id, 'grant', { until: '2999-01-01', text: 'Sim' })).body).toMatchObject({ refusals: [{ code: 'publications.grant-too-long' }] })
  expect((await deed('carla', id, 'refuse', { text: 'Os distritos públicos bastam.' })).status).toBe(200)
  expect((await requests())[0]!.state).toBe('refused')
})

it('opens the file with its watermark on each line, withholds small places with one more, and counts each opening', async () => {
  const { id, secret } = await granted()
  const link = `/pt/data/${secret}`
  const page = await test.ask('public', { method: 'GET', url: link })
  expect([page.status, page.headers['cache-control'], page.text.includes('Cluster de Abrigo')]).toEqual([200, 'no-store', true])
  expect((await requests()).find((each) => each.id === id)!.openings).toBe(0)
  const file = await send(link, { agrees: 'yes' })
  expect(file.status).toBe(200)
  const read = await readTabular({ name: 'places.xlsx', bytes: file.bytes })
  if ('code' in read) throw new Error(read.code)
  const sheet = read.sheets.find(({ columns }) => columns.length > 5)!
  const { number } = (await requests()).find((each) => each.id === id)!
  const lines = sheet.rows.map(({ cells }) => cells.map(String))
  const of = (pcode: string) => lines.find((line) => line[0] === pcode)!
  expect(lines.filter((line) => line[0]!.startsWith('MZ')).every((line) => line.at(-1) === number)).toBe(true)
  expect([of('MZ010902')[10], of('MZ010901')[10]]).toEqual(['180', '260'])
  expect([of('MZ010202')[11], of('MZ010201')[11]]).toEqual(['withheld', 'withheld'])
  expect(JSON.stringify(lines)).not.toMatch(/Teresa|1001/)
  expect((await requests()).find((each) => each.id === id)!.openings).toBe(1)
  const line = await asOwner(test.house.doors).one<{ facts: { sha256: string } }>(
    sql`select facts from kernel.audit where deed = 'data-request.open-file' and record_id = ${id}`,
  )
  expect(line!.facts.sha256).toMatch(/^[0-9a-f]{64}$/)
})

it('stops when a new link is made, when it is taken back, and on its day, and each closed link says what to do', async () => {
  const { id, secret } = await granted()
  const { secret: second } = (await deed('bento', id, 'new-link')).body as { secret: string }
  expect((await test.ask('public', { method: 'GET', url: `/en/data/${secret}` })).text).toContain('ask whoever sent it for a new one')
  await asOwner(test.house.doors).run(sql`update publications.data_request set granted_until = '2020-01-01' where id = ${id}`)
  const expired = await send(`/en/data/${second}`, { agrees: 'yes' })
  expect([expired.status, expired.text.includes('make a new request')]).toEqual([410, true])
  await asOwner(test.house.doors).run(sql`update publications.data_request set granted_until = ${until} where id = ${id}`)
  await deed('bento', id, 'revoke', { text: 'O ficheiro foi passado a terceiros.' })
  expect((await test.ask('public', { method: 'GET', url: `/en/data/${second}` })).text).toContain('Delete the copy')
})

it('forgets who asked when it promised, and the key with it', async () => {
  const before = (await requests()).filter(({ state }) => state === 'refused')
  expect(await forgetOldRequests(test.house, new Date(Date.now() + 100 * 86_400_000))).toBe(0)
  expect(await forgetOldRequests(test.house, new Date(Date.now() + 200 * 86_400_000))).toBe(before.length)
  expect((await deed('bento', before[0]!.id, 'look')).body).toMatchObject({ content: null })
  expect([...test.house.vault.entries()].find(({ id }) => id === before[0]!.id)!.destroyed).toBe(true)
})

it('is cited by its version: files for reference managers, data for search engines, and the terms of its licence', async () => {
  const version = address.replace('/request', '')
  for (const [format, type] of [
    ['citation.bib', 'application/x-bibtex'],
    ['citation.ris', 'application/x-research-info-systems'],
    ['datacite.json', 'application/vnd.datacite.datacite+json'],
    ['datacite.xml', 'application/vnd.datacite.datacite+xml'],
    ['dataset.jsonld', 'application/ld+json'],
  ]) {
    const file = await test.ask('public', { method: 'GET', url: `${version}/cite/${format}` })
    expect([file.status, String(file.headers['content-type']).startsWith(type!), file.text.includes(version)]).toEqual([200, true, true])
  }
  const page = await test.ask('public', { method: 'GET', url: version })
  const { document } = parseHTML(page.text)
  const linked = JSON.parse(document.querySelector('script[type="application/ld+json"]')!.textContent!) as {
    distribution: { contentUrl: string; sha256: string }[]
  }
  const file = await test.ask('public', { method: 'GET', url: new URL(linked.distribution[0]!.contentUrl).pathname })
  expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(linked.distribution[0]!.sha256)
  expect((await test.ask('public', { method: 'GET', url: '/en/terms/cc-by' })).text).toContain('The publisher did not say which version')
  expect((await test.ask('public', { method: 'GET', url: '/en/terms/cc-by-4.0' })).status).toBe(404)
})

it('takes no more than thirty requests an hour from one address, and says so on a page', async () => {
  const tried = []
  for (let i = 0; i < 32; i++) tried.push(await send(address, { ...asked, agrees: '' }))
  const last = tried.at(-1)!
  expect([last.status, String(last.headers['content-type'])]).toEqual([429, 'text/html; charset=utf-8'])
  expect(tried[0]!.status).toBe(422)
})

describe('a subscription', () => {
  let mail: Awaited<ReturnType<typeof openMailServer>>
  const owner = () => asOwner(test.house.doors)
  const write = (fields: Record<string, string>) => send('/pt/subscribe', { area: '', place: '', language: '', ...fields })
  const tell = (hours = 0) => tellSubscribers(test.house, new Date(Date.now() + hours * 3_600_000))
  const linkIn = (text: string) => /https:\/\/dados\.example\.org(\/\S+)/.exec(text)![1]!
  const deedAt = (url: string, name: string) => send(url, { deed: name })
  const rows = () =>
    owner().rows<{ state: string; sealed: string | null; addressHash: string | null }>(
      sql`select state, sealed, address_hash from publications.subscription order by recorded_at`,
    )

  beforeAll(async () => {
    mail = await openMailServer()
  })
  afterAll(() => mail?.close())

  it('is not offered while no mail is switched on; the feed by area, place and language is', async () => {
    const { text } = await test.ask('public', { url: '/pt/subscribe?area=15&place=MZ0109&language=pt' })
    const { document } = parseHTML(text)
    expect(text).toContain('não está ligado')
    expect(document.querySelector('input[type=email]')).toBeNull()
    const feed = new URL(document.querySelector('a[type="application/atom+xml"]')!.getAttribute('href')!)
    expect(`${feed.pathname}${feed.search}`).toBe('/pt/feed.atom?area=15&place=MZ0109&language=pt')
    const entries = async (query: string) => {
      const found = (await test.ask('public', { url: `/pt/feed.atom${query}` })).text
      return [found.split('<entry>').length - 1, /<id>([^<]*)<\/id>/.exec(found)![1]!.split('feed.atom')[1]]
    }
    expect(await entries('')).toEqual([1, ''])
    expect(await entries('?area=15&place=MZ0109')).toEqual([1, '?area=15&#38;place=MZ0109'])
    expect(await entries('?place=MZ0112')).toEqual([0, '?place=MZ0112'])
    expect(await entries('?area=3')).toEqual([0, '?area=3'])
    expect((await write({ email: 'rosa@jornal.test' })).status).toBe(422)
  })

  it('counts only once whoever reads the mail confirmed it, and the page never says who is known', async () => {
    const named = { address: mail.address, inside: true, secret: null, from: 'novidades@missao.test', site: 'https://dados.example.org' }
    expect(await nameWayOut(test.house, test.actor('filipa'), 'mail', { ...named, site: null })).toMatchObject({ refused: [{ code: 'outward.site-missing' }] })
    expect(await nameWayOut(test.house, test.actor('filipa'), 'mail', { ...named, inside: false })).toMatchObject({
      refused: [{ code: 'outward.mail-address-wrong' }],
    })
    expect(await nameWayOut(test.house, test.actor('filipa'), 'mail', named)).toBeNull()
    expect((await write({ email: 'rosa', place: 'MZ0109' })).text).toContain('rosa')
    mail.state.isDown = true
    const first = await write({ email: 'rosa@jornal.test', place: 'MZ0109' })
    expect([first.status, first.text.includes('rosa@jornal.test')]).toEqual([202, false])
    expect(await tell()).toBe(0)
    mail.state.isDown = false
    expect([await tell(), await tell()]).toEqual([1, 0])
    expect(mail.letters).toMatchObject([{ to: 'rosa@jornal.test', text: expect.stringContaining('confirme') }])
    const link = linkIn(mail.letters[0]!.text)
    // A program that opens every link of a letter confirms nothing.
    expect((await test.ask('public', { url: link })).text).toContain('Confirmar a subscrição')
    expect((await rows()).map(({ state }) => state)).toEqual(['asked'])
    expect((await deedAt(link, 'confirm')).status).toBe(303)
    const again = await write({ email: 'ROSA@jornal.test', place: 'MZ0109', language: 'en' })
    expect(again.text).toBe(first.text)
    expect(JSON.stringify(await owner().rows(sql`select * from publications.subscription`))).not.toContain('rosa')
    const lines = JSON.stringify(await owner().rows(sql`select * from kernel.audit where record = 'publications.subscription'`))
    for (const secret of [link.split('/').at(-1)!, 'rosa']) expect(lines).not.toContain(secret)
  })

  it('hears once of what is new for its places, with the way out in each letter', async () => {
    const link = linkIn(mail.letters[0]!.text)
    expect(await tell()).toBe(1)
    // The second wish was not confirmed: its letter asks, and the first subscription goes on.
    expect(mail.letters[1]!.text).toContain('confirm:')
    const publish = (slug: string, places: string[]) =>
      act(test.house.doors, theSystem, (db) =>
        publishProduct(db, test.house.files, {
          ...{ slug, kind: 'story', title: { pt: `Notícia ${slug}`, en: `News ${slug}` }, summary: { pt: 'Resumo', en: 'Summary' }, places, hash: slug },
          ...{ periodFrom: '2023-01-01', periodTo: '2023-01-31', licence: 'CC BY 4.0', credit: 'OIM', demonstration: false, subject: slug, changeNote: null },
          ...{ focusAreas: [7], content: '{}', files: [] },
        }),
      )
    await publish('metuge', ['MZ0109'])
    await publish('mueda', ['MZ0112'])
    expect(await tell()).toBe(1)
    expect(mail.letters[2]).toMatchObject({ to: 'rosa@jornal.test', subject: expect.stringContaining('metuge') })
    expect(mail.letters[2]!.text).toContain('https://dados.example.org/pt/publications/metuge')
    expect(mail.letters[2]!.text).not.toContain('mueda')
    expect(mail.letters[2]!.headers).toContain(`List-Unsubscribe: <https://dados.example.org${link}>`)
    await publish('metuge-2', ['MZ0109'])
    expect([await tell(1), await tell(21), await tell(42)]).toEqual([0, 1, 0])
  })

  it('ends with the address destroyed: when they leave, wish anew, are refused by the mail, or never confirm', async () => {
    const newer = linkIn(mail.letters[1]!.text)
    expect((await deedAt(newer, 'confirm')).status).toBe(303)
    expect((await rows()).map(({ state, sealed }) => [state, sealed === null])).toEqual([
      ['left', true],
      ['confirmed', false],
    ])
    expect((await test.ask('public', { url: linkIn(mail.letters[0]!.text) })).status).toBe(410)
    const { sealed, id } = (await owner().one<{ sealed: string; id: string }>(sql`select id, sealed from publications.subscription where state = 'confirmed'`))!
    expect(test.house.vault.open(id, sealed)).toBe('ROSA@jornal.test')
    expect((await deedAt(newer, 'leave')).text).toContain('You left the list')
    expect(test.house.vault.open(id, sealed)).toBeNull()
    expect((await deedAt(newer, 'leave')).status).toBe(410)

    mail.state.refuses = 'wrong@jornal.test'
    await write({ email: 'wrong@jornal.test' })
    await write({ email: 'never@jornal.test' })
    expect(await tell()).toBe(1)
    expect(await forgetUnconfirmed(test.house, new Date(Date.now() + 8 * 86_400_000))).toBe(1)
    for (const row of await rows()) expect(row).toEqual({ state: 'left', sealed: null, addressHash: null })
    const counts = (await test.ask('olga', { url: '/api/publications/subscribers' })).body
    expect(counts).toEqual({ pt: 0, en: 0, asked: 0, gone: 2, stuck: 0, mail: true })
  })
})
