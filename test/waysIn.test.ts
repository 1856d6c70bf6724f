/** Sessions and tokens one by one: seen in plain words, ended alone by their owner or an administrator, and by not being used. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browserName } from '../src/kernel/access/browserName.ts'
import { asOwner, createToken, isRefused, setPassword } from '../src/kernel/index.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
  await setPassword(test.house.doors, test.people.bento.id, passphrase)
})
afterAll(() => test?.close())

const passphrase = 'sete capulanas ao vento'
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0'
type Ways = {
  sessions: { id: string; browser: string | null; system: string | null; here: boolean }[]
  tokens: { id: string; name: string; lastSeen: string | null }[]
}

const signIn = async () => {
  const payload = { email: 'bento@capulana.test', passphrase }
  const answer = await test.server.inject({ method: 'POST', url: '/api/sign-in', payload, headers: { 'user-agent': firefox } })
  return (answer.cookies[0] as { value: string }).value
}
const isIn = async (session: string) =>
  (await test.server.inject({ url: '/api/me', cookies: { capulana_session: session } })).json<{ person: object | null }>().person !== null
const waysIn = async (who: Name = 'bento', url = '/api/me/ways-in') => (await test.ask(who, { url })).body as Ways
const tokenOf = async (who: Name, name: string) => {
  const person = test.people[who]
  const made = await createToken(test.house.doors, person, { name, roles: person.roles, areas: person.areas, days: 7 })
  if (isRefused(made)) throw new Error('refused')
  return made.secret
}
const withToken = (secret: string) => test.server.inject({ url: '/api/displacement/rounds', headers: { authorization: `Bearer ${secret}` } })
const lines = (deed: string) =>
  asOwner(test.house.doors).rows<{ who: string; facts: object }>(sql`select who, facts from kernel.audit where deed = ${deed} order by seq`)

describe('my sessions', () => {
  it('tell browser and system in words, and which one I am in', async () => {
    await signIn()
    const { sessions } = await waysIn()
    expect(sessions).toHaveLength(2)
    expect(sessions.find(({ here }) => here)).toMatchObject({ browser: null, system: null })
    expect(sessions.find(({ here }) => !here)).toMatchObject({ browser: 'Firefox', system: 'Windows' })
  })

  it('end one at a time, with a line in the audit, and mine alone', async () => {
    const [kept, lost] = [await signIn(), await signIn()]
    const known = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from kernel.session where hash = sha256(convert_to(${lost}, 'UTF8'))`)
    expect((await test.ask('carla', { method: 'DELETE', url: `/api/me/sessions/${known!.id}` })).status).toBe(404)
    expect(await isIn(lost)).toBe(true)
    expect((await test.ask('bento', { method: 'DELETE', url: `/api/me/sessions/${known!.id}` })).status).toBe(200)
    expect([await isIn(kept), await isIn(lost)]).toEqual([true, false])
    expect(await lines('session.end')).toEqual([{ who: test.people.bento.id, facts: { person: test.people.bento.id } }])
  })

  it('end by themselves when nobody used them for as long as the pack says', async () => {
    const session = await signIn()
    const unused = (minutes: number) =>
      asOwner(test.house.doors).run(
        sql`update kernel.session set last_seen = now() - make_interval(mins => ${minutes}) where hash = sha256(convert_to(${session}, 'UTF8'))`,
      )
    const limit = test.house.pack.thresholds.idleMinutes
    await unused(limit - 1)
    expect(await isIn(session)).toBe(true)
    // Being used is what was missing: it starts again from here.
    await unused(limit - 1)
    expect(await isIn(session)).toBe(true)
    await unused(limit + 1)
    expect(await isIn(session)).toBe(false)
  })
})

describe('tokens', () => {
  it('are listed with what they hold and when they were used, and revoked one at a time', async () => {
    const [kept, lost] = [await tokenOf('bento', 'nightly'), await tokenOf('bento', 'old')]
    expect((await withToken(kept)).statusCode).toBe(200)
    const { tokens } = await waysIn()
    expect(tokens.map(({ name, lastSeen }) => [name, lastSeen !== null])).toEqual(
      expect.arrayContaining([
        ['nightly', true],
        ['old', false],
      ]),
    )
    const { id } = tokens.find(({ name }) => name === 'old')!
    expect((await test.ask('carla', { method: 'DELETE', url: `/api/me/tokens/${id}` })).status).toBe(404)
    expect((await test.ask('bento', { method: 'DELETE', url: `/api/me/tokens/${id}` })).status).toBe(200)
    expect([(await withToken(kept)).statusCode, (await withToken(lost)).statusCode]).toEqual([200, 401])
    expect(await lines('token.revoke')).toHaveLength(1)
  })

  it('cannot look at or end the ways in of their owner', async () => {
    const secret = await tokenOf('bento', 'curious')
    const answer = await test.server.inject({ url: '/api/me/ways-in', headers: { authorization: `Bearer ${secret}` } })
    expect([answer.statusCode, answer.body.includes('access.not-by-token')]).toEqual([403, true])
  })
})

describe('an administrator', () => {
  it('sees and ends those of another person; nobody else does', async () => {
    const secret = await tokenOf('ana', 'phone')
    const ana = test.people.ana.id
    expect((await test.ask('bento', { url: `/api/people/${ana}/ways-in` })).status).toBe(403)
    const { sessions, tokens } = await waysIn('filipa', `/api/people/${ana}/ways-in`)
    expect([sessions.length, tokens.length]).toEqual([1, 1])
    expect((await test.ask('filipa', { method: 'DELETE', url: `/api/people/${ana}/tokens/${tokens[0]!.id}` })).status).toBe(200)
    expect((await withToken(secret)).statusCode).toBe(401)
    expect((await test.ask('filipa', { method: 'DELETE', url: `/api/people/${ana}/sessions/${sessions[0]!.id}` })).status).toBe(200)
    expect((await test.ask('ana', { url: '/api/me' })).body).toMatchObject({ person: null })
    expect((await lines('session.end')).at(-1)).toEqual({ who: test.people.filipa.id, facts: { person: ana } })
  })
})

describe('the line of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0', 'Edge', 'Windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', 'Linux'],
    ['curl/8.5.0', null, null],
  ])('%s', (line, browser, system) => {
    expect(browserName(line)).toEqual({ browser, system })
  })
})
