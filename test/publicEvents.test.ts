/** Events from their plan to the portal and the calendar of whoever comes, with the marks of donors shown where they endanger nobody. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { marksObstacles } from '../src/domains/publications/visibility/marks.ts'
import { asOwner } from '../src/kernel/index.ts'
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
    // What changes after that is cleared anew.
    await send('elsa', 'PATCH', `events/${id}`, { ...given, venue: 'Escola' })
    expect(await shown()).not.toContain('Lançamento; da casa')
    await post('celia', `events/${id}/clear`)
    await post('celia', `events/${id}/cancel`, { because: 'Chuva' })
    expect(await shown()).toContain('Este evento foi cancelado.')
    const named = { donors: 'Doador Visível e Doador Oculto', places: ['MZ010901', 'MZ010902'] }
    expect(await marksObstacles(owner(), named)).toMatchObject([{ code: 'publish.marks-endanger', facts: { donor: 'Doador Oculto', places: ['MZ010902'] } }])
  })
})
