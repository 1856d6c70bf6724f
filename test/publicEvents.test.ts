/** Events from their plan to the portal and the calendar of whoever comes, with the marks of donors shown where they endanger nobody; and recordings, which go out without their tags and with their words. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanRecording } from '../src/domains/publications/assets/cleanRecording.ts'
import { marksObstacles } from '../src/domains/publications/visibility/marks.ts'
import { asOwner } from '../src/kernel/index.ts'
import { pdfText } from './support/pdfText.ts'
import { annotatedPng, bringPicture, planted } from './support/pictures.ts'
import { taggedMp3, taggedMp4, taggedWav } from './support/recordings.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

type Refusal = { code: string; facts: object }
type Who = Parameters<TestHouse['ask']>[0]

let test: TestHouse
const owner = () => asOwner(test.house.doors)
const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const send = async <T>(who: Who, method: 'POST' | 'PATCH', url: string, payload: object = {}) => {
  const { status, body } = await test.ask(who, { method, url: `/api/publications/${url}`, payload })
  return { status, body: body as T & { refusals?: Refusal[] } }
}
const post = <T>(who: Who, url: string, payload: object = {}) => send<T>(who, 'POST', url, payload)
const page = async (url: string) => (await test.ask('public', { url })).text
const codes = (answer: { body: unknown }) => ((answer.body as { refusals?: Refusal[] }).refusals ?? []).map(({ code }) => code)

beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

describe('an event', () => {
  it('reaches the public once somebody else cleared it, without the marks of a donor that endanger people there', async () => {
    const donor = async (name: string, leftOffAt: string[]) => {
      const { id } = (await owner().one<{ id: string }>(
        sql`insert into organisations.organisation (scope, name, kind) values ('MZ', ${name}, 'donor') returning id`,
      ))!
      const rule = { donor: id, marks: 'Logótipo', wording: { pt: `Com apoio de ${name}.`, en: `With support of ${name}.` }, materials: 'Todos', leftOffAt }
      expect((await post('olga', 'visibility-rule', rule)).status).toBe(200)
      return id
    }
    const donors = [await donor('Doador Visível', []), await donor('Doador Oculto', ['MZ010902'])]
    const given = {
      ...{ kind: 'launch', title: { pt: 'Lançamento; da casa', en: 'Launch, of the house' }, about: { pt: 'Casas novas', en: 'New houses' } },
      ...{ place: 'MZ0109', venue: 'Mercado', startsAt: `${dayFrom(3)}T08:00:00Z`, endsAt: `${dayFrom(3)}T10:00:00Z`, donors, isPublic: true },
    }
    expect(codes(await post('elsa', 'events', { ...given, endsAt: given.startsAt, donors: [randomUUID()] }))).toEqual([
      'event.ends-before-it-begins',
      'event.donor-unknown',
    ])
    const { id } = (await post<{ id: string }>('elsa', 'events', given)).body
    const shown = () => page('/pt/events')
    expect(await shown()).not.toContain('Lançamento; da casa')
    expect(codes(await post('elsa', `events/${id}/clear`))).toEqual(['message.same-person'])
    expect((await post('celia', `events/${id}/clear`)).status).toBe(200)
    const html = await shown()
    for (const words of ['Lançamento; da casa', 'Mercado, Metuge', '10:00', 'Com apoio de Doador Visível.']) expect(html, words).toContain(words)
    // The post that is in danger lies inside the district of the event.
    expect(html).not.toContain('Oculto')
    const { text, headers } = await test.ask('public', { url: `/en/events/${id}/event.ics` })
    expect(headers['content-type']).toContain('text/calendar')
    for (const line of [
      'SUMMARY:Launch\\, of the house',
      `DTSTART:${dayFrom(3).replaceAll('-', '')}T080000Z`,
      'LOCATION:Mercado\\, Metuge',
      'STATUS:CONFIRMED',
    ])
      expect(text, line).toContain(line)
    // What changes after that is cleared anew, and whoever follows the calendar has it under the same name with a higher sequence.
    const followed = async () => (await page('/pt/events/calendar.ics')).split('\r\n')
    const sequence = async () => Number((await followed()).find((line) => line.startsWith('SEQUENCE:'))?.slice(9))
    const first = await sequence()
    expect(codes(await send('elsa', 'PATCH', `events/${id}`, { ...given, endsAt: given.startsAt }))).toEqual(['event.ends-before-it-begins'])
    await send('elsa', 'PATCH', `events/${id}`, { ...given, venue: 'Escola' })
    expect(await shown()).not.toContain('Lançamento; da casa')
    expect(await followed()).not.toContain(`UID:${id}@capulana`)
    await post('celia', `events/${id}/clear`)
    expect(await followed()).toEqual(expect.arrayContaining([`UID:${id}@capulana`, 'LOCATION:Escola\\, Metuge']))
    expect(await sequence()).toBeGreaterThan(first)
    await post('celia', `events/${id}/cancel`, { because: 'Chuva' })
    expect(await shown()).toContain('Este evento foi cancelado.')
    const sheet = (donor: string) => test.ask('elsa', { method: 'POST', url: '/api/publications/visibility-sheet', payload: { donor, lang: 'pt' } })
    const { text: words } = await pdfText((await sheet(donors[1]!)).bytes)
    if (words) for (const said of ['Doador Oculto', 'Logótipo', 'põem pessoas em perigo']) expect(words.replaceAll('\n', ' '), said).toContain(said)
    expect(codes(await sheet(randomUUID()))).toEqual(['visibility.no-rule'])
    const named = { donors: 'Doador Visível e Doador Oculto', places: ['MZ010901', 'MZ010902'] }
    expect(await marksObstacles(owner(), named)).toMatchObject([{ code: 'publish.marks-endanger', facts: { donor: 'Doador Oculto', places: ['MZ010902'] } }])
  })
})

describe('a sound or film', () => {
  const secrets = [planted.name, planted.point]
  const told = (bytes: Uint8Array) => secrets.filter((secret) => Buffer.from(bytes).includes(secret))

  it('loses tags, times and names of recorders, and keeps what is heard and seen in its place', () => {
    for (const [given, type] of [
      [taggedMp3(), 'audio/mpeg'],
      [taggedWav(), 'audio/wav'],
      [taggedMp4('soun'), 'audio/mp4'],
      [taggedMp4('vide', 'soun'), 'video/mp4'],
    ] as const) {
      expect(told(given), type).toEqual(secrets)
      const clean = cleanRecording(given)
      if (typeof clean === 'string') throw new Error(`${type}: ${clean}`)
      expect([clean.type, told(clean.bytes)]).toEqual([type, []])
    }
    const film = taggedMp4('vide', 'soun')
    const clean = cleanRecording(film) as { bytes: Uint8Array }
    // Tables point at bytes of the file: nothing moves.
    expect([clean.bytes.length, Buffer.from(clean.bytes).indexOf(Buffer.alloc(40, 9))]).toEqual([film.length, film.indexOf(Buffer.alloc(40, 9))])
    expect((cleanRecording(taggedMp3()) as { bytes: Uint8Array }).bytes.length).toBe(3 * 417)
    expect([cleanRecording(taggedMp4('vide', 'meta')), cleanRecording(Buffer.from('OggS and more')), cleanRecording(taggedMp4())]).toEqual([
      'tracks',
      'foreign',
      'broken',
    ])
  })

  it('gives nothing away, wherever the file was cut off', () => {
    for (const whole of [taggedMp3(), taggedWav(), taggedMp4('vide', 'soun')])
      for (let cut = 0; cut <= whole.length; cut++) {
        const clean = cleanRecording(whole.subarray(0, cut))
        expect(typeof clean === 'string' ? [] : told(clean.bytes), `cut at ${cut}`).toEqual([])
      }
  })

  it('does not go out without its words, and stands on the page with a player and the words below', async () => {
    const { body: film } = await bringPicture(test, taggedMp4('vide', 'meta'))
    expect(film.refusals.map(({ code }) => code)).toEqual(['publish.film-tracks'])
    // Whole as a file, and no picture in it: told now, and not when the paper is made.
    expect(codes(await bringPicture(test, annotatedPng()))).toEqual(['publish.picture-broken'])
    const { body: sound } = await bringPicture(test, taggedMp3(), { captionPt: 'Uma mãe conta', captionEn: 'A mother tells', recognisable: '0' })
    const plan = {
      ...{ kind: 'story', name: 'Voz', plannedFor: dayFrom(1), original: 'pt', onlyBecause: 'Só há em português', focusAreas: [7], places: ['MZ0109'] },
      ...{ periodFrom: '2023-01-10', periodTo: '2023-01-20', licence: 'CC BY 4.0', credit: 'OIM', donors: null, joint: false, protectedPeople: false },
    }
    const { id } = (await post<{ id: string }>('elsa', 'products', plan)).body
    const step = (who: Who, name: string) => post<{ slug: string }>(who, `product/${id}/steps/${name}`)
    await step('elsa', 'begin')
    const { version } = (await test.ask('elsa', { url: `/api/publications/products/${id}` })).body as { version: number }
    const texts = { pt: { title: 'Uma voz de Metuge', summary: 'Uma mãe conta o caminho.', body: 'Ouça.' } }
    await send('elsa', 'PATCH', `products/${id}/text`, { version, stillFits: false, texts, pictures: [sound.id], sources: [], ownFigures: [] })
    for (const [who, name] of [
      ['elsa', 'freeze'],
      ['moises', 'review'],
      ['elsa', 'translate'],
    ] as const)
      await step(who, name)
    expect(codes(await step('celia', 'clear'))).toEqual(['publish.transcript-missing'])
    await post('elsa', `assets/${sound.id}/transcript`, { pt: 'Andámos três dias.', en: 'We walked for three days.' })
    await step('celia', 'clear')
    const { slug } = (await step('elsa', 'publish')).body
    const html = await page(`/pt/publications/${slug}`)
    for (const words of [`<source src="/pictures/${sound.id}" type="audio/mpeg">`, 'preload="none"', 'Andámos três dias.', 'Descarregar MP3'])
      expect(html, words).toContain(words)
    expect(await page('/pt/feed.atom')).not.toContain(sound.id)
    const { bytes, headers } = await test.ask('public', { url: `/pictures/${sound.id}` })
    expect([headers['content-type'], bytes.length, told(bytes), headers['accept-ranges']]).toEqual(['audio/mpeg', 3 * 417, [], 'bytes'])
    // A player jumps: it fetches the part that it plays, and is told the length where it asks beyond the end.
    const part = async (who: Who, url: string, range: string) => {
      const answer = await test.ask(who, { url, headers: { range } })
      return [answer.status, answer.headers['content-range'], answer.headers['content-length'], answer.bytes.equals(bytes.subarray(417, 834))]
    }
    for (const [who, url] of [
      ['public', `/pictures/${sound.id}`],
      ['elsa', `/api/publications/assets/${sound.id}/picture`],
    ] as const) {
      expect(await part(who, url, 'bytes=417-833')).toEqual([206, 'bytes 417-833/1251', '417', true])
      expect(await part(who, url, 'bytes=1251-')).toEqual([416, 'bytes */1251', '0', false])
    }
  })
})

describe('a text for journalists', () => {
  it('stands on the public page once somebody else cleared it, until its last day, and is cleared anew after a change', async () => {
    const given = {
      kind: 'mission',
      title: { pt: 'Sobre a missão', en: 'About the mission' },
      text: { pt: 'Trabalhamos aqui.\n\nDesde 1994.', en: 'We work here.' },
    }
    expect(codes(await post('elsa', 'press-texts', { ...given, validUntil: dayFrom(-1) }))).toEqual(['press.over'])
    const { id } = (await post<{ id: string }>('elsa', 'press-texts', { ...given, validUntil: dayFrom(30) })).body
    const shown = async () => (await page('/pt/press')).includes('<p>Desde 1994.</p>')
    expect(await shown()).toBe(false)
    expect(codes(await post('elsa', `press-texts/${id}/clear`))).toEqual(['message.same-person'])
    expect((await post('celia', `press-texts/${id}/clear`)).status).toBe(200)
    expect(await shown()).toBe(true)
    expect(await page('/en/press')).toContain('About the mission')
    await send('elsa', 'PATCH', `press-texts/${id}`, { ...given, validUntil: dayFrom(60) })
    expect(await shown()).toBe(false)
    await post('celia', `press-texts/${id}/clear`)
    expect(await shown()).toBe(true)
    await owner().run(sql`update publications.press_text set valid_until = ${dayFrom(-1)}::date where id = ${id}`)
    expect(await shown()).toBe(false)
  })
})
