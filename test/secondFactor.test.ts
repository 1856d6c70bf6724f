/** Who must have a second factor and has none comes no further than enrolling; recovery codes, codes that count once, and the help for a lost telephone. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfSession } from '../src/kernel/access/sessions.ts'
import {
  act,
  addPerson,
  asOwner,
  createToken,
  doorRulesOf,
  getRow,
  isRefused,
  openSession,
  type Person,
  read,
  setPassword,
  signInLink,
} from '../src/kernel/index.ts'
import { everyRoute } from '../src/serve.ts'
import { enrol, phoneOf } from './support/secondFactor.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

const passphrase = 'sete capulanas ao vento'
const nobody = '00000000-0000-4000-8000-000000000000'
const codesIn = (answer: { json(): { refusals?: { code: string }[] } }) => answer.json().refusals?.map(({ code }) => code) ?? []
const owner = () => asOwner(test.house.doors)

async function administrator(name: string): Promise<Person> {
  const person = await addPerson(test.house.doors, { name, email: `${name}@second.test`, roles: ['admin', 'dataOfficer'], areas: ['*'] })
  if (isRefused(person)) throw new Error(JSON.stringify(person.refused))
  return person
}
const asking = (session: string) => (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
  test.server.inject({ method, url, payload, cookies: { capulana_session: session } })

describe('the first administrator', () => {
  it('may work for one day without, so that a mission can begin, and is told until when', async () => {
    expect((await test.ask('filipa', { url: '/api/people' })).status).toBe(200)
    const { secondFactor } = (await test.ask('filipa', { url: '/api/me' })).body as { secondFactor: { needed: boolean; graceUntil: string } }
    expect(secondFactor.needed).toBe(false)
    expect(Date.parse(secondFactor.graceUntil) - Date.now()).toBeGreaterThan(23 * 3_600_000)
  })

  it('may no longer once the day is over', async () => {
    const age = (hours: number) =>
      owner().run(sql`update kernel.person set created_at = now() - make_interval(hours => ${hours}) where id = ${test.people.filipa.id}`)
    await age(25)
    const shut = await test.ask('filipa', { url: '/api/people' })
    expect([shut.status, shut.text.includes('access.second-factor-needed')]).toEqual([403, true])
    await age(0)
    expect((await test.ask('filipa', { url: '/api/people' })).status).toBe(200)
  })

  it('may no longer as soon as there is a second one', async () => {
    await administrator('gil')
    expect((await test.ask('filipa', { url: '/api/people' })).status).toBe(403)
    expect((await test.ask('bento', { url: '/api/displacement/rounds' })).status).toBe(200)
  })
})

describe('an administrator without a second factor', () => {
  let helena: Person
  let ask: ReturnType<typeof asking>
  let session: string
  beforeAll(async () => {
    helena = await administrator('helena')
    session = await openSession(test.house.doors, helena.id)
    ask = asking(session)
  })

  it('comes by no route further than enrolling, signing out and what everybody may see', async () => {
    const open: string[] = []
    for (const { method, url, policy, dialect } of everyRoute(test.house)) {
      // The key of a phone is no session, and HEAD has no words.
      if (policy.who === 'everyone' || policy.who === 'device' || method === 'HEAD') continue
      const address = url.replace(/:(id|person|round)\b/g, nobody).replace(/:\w+/g, 'x')
      const answer = await ask(method, address, method === 'GET' ? undefined : {})
      // Collection programs are told in XML.
      const stopped = dialect === 'openrosa' ? answer.statusCode === 403 : codesIn(answer).includes('access.second-factor-needed')
      if (!stopped) open.push(`${method} ${url}`)
      if (url === '/api/sign-out') ask = asking((session = await openSession(test.house.doors, helena.id)))
    }
    expect(open.toSorted()).toEqual(['POST /api/me/language', 'POST /api/me/second-factor', 'POST /api/me/second-factor/offer', 'POST /api/sign-out'])
  })

  it('gets from the database itself only what the public gets, though the roles are hers', async () => {
    const actor = (await actorOfSession(test.house.doors, session, doorRulesOf(test.house.pack)))!
    expect(actor).toMatchObject({ userId: helena.id, roles: ['public'], areas: [], owes: 'second-factor' })
    const seen = await read(test.house.doors, actor, (db) =>
      db.one<{ audit: number; places: number }>(sql`
      select (select count(*) from kernel.audit) as audit, (select count(*) from places.place) as places`),
    )
    expect(seen!.audit).toBe(0)
    expect(seen!.places).toBeGreaterThan(100)
    const place = await owner().one<{ id: string }>(sql`select id from places.place limit 1`)
    const record = test.house.records.get('places.place')!
    await expect(
      act(test.house.doors, actor, async (db) => ({
        row: await getRow(db, record, place!.id),
        changed: await db.run(sql`update places.place set name = 'x' where id = ${place!.id}`),
      })),
    ).resolves.toMatchObject({ changed: 0 })
  })

  it('is inside with the first code, in the same session, and gets ten recovery codes once', async () => {
    const { secret } = (await ask('POST', '/api/me/second-factor/offer')).json() as { secret: string }
    const set = await ask('POST', '/api/me/second-factor', { secret, code: phoneOf(secret).code() })
    const { recoveryCodes } = set.json() as { recoveryCodes: string[] }
    expect(recoveryCodes).toHaveLength(10)
    for (const code of recoveryCodes) expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    expect((await ask('GET', '/api/people')).statusCode).toBe(200)
    const kept = await owner().one<{ text: string }>(sql`select string_agg(t::text, ' ') as text from kernel.recovery_code t`)
    for (const code of recoveryCodes) expect(kept!.text).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'))
  })
})

describe('a code', () => {
  const enter = (email: string, code?: string) => test.server.inject({ method: 'POST', url: '/api/sign-in', payload: { email, passphrase, code } })

  it('of the app opens once: whoever read it over a shoulder stays outside', async () => {
    const phone = await enrol(test.house, test.people.carla.id)
    await setPassword(test.house.doors, test.people.carla.id, passphrase)
    const code = phone.code()
    expect((await enter('carla@capulana.test', code)).statusCode).toBe(200)
    expect(codesIn(await enter('carla@capulana.test', code))).toEqual(['access.sign-in-wrong'])
  })

  it('of recovery opens once, in either spelling, and new ones end the old', async () => {
    const { recoveryCodes } = await enrol(test.house, test.people.elsa.id)
    await setPassword(test.house.doors, test.people.elsa.id, passphrase)
    expect((await enter('elsa@capulana.test', recoveryCodes[0]!.toUpperCase().replaceAll('-', ' '))).statusCode).toBe(200)
    expect((await enter('elsa@capulana.test', recoveryCodes[0])).statusCode).toBe(401)
    expect(codesIn(asBody(await test.ask('elsa', { method: 'POST', url: '/api/me/recovery-codes', payload: { current: 'wrong' } })))).toEqual([
      'access.present-code-wrong',
    ])
    const renewed = await test.ask('elsa', { method: 'POST', url: '/api/me/recovery-codes', payload: { current: recoveryCodes[1] } })
    expect((renewed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
    expect((await enter('elsa@capulana.test', recoveryCodes[2])).statusCode).toBe(401)
  })

  it('is asked for at a sign-in link too, and a wrong one does not use the link up', async () => {
    const phone = await enrol(test.house, test.people.dercio.id)
    const secret = await signInLink(test.house.doors, test.people.dercio.id)
    const open = (code?: string) => test.server.inject({ method: 'POST', url: '/api/sign-in/link', payload: { secret, code } })
    expect(codesIn(await open())).toEqual(['access.code-needed'])
    expect(codesIn(await open('000000'))).toEqual(['access.code-wrong'])
    expect((await open(phone.code())).statusCode).toBe(200)
    expect(codesIn(await open(phone.codeAt(Date.now() + 30_000)))).toEqual(['access.link-used'])
  })

  it('of the present phone is asked for before another phone takes its place', async () => {
    const phone = await enrol(test.house, test.people.bento.id)
    const { secret } = (await test.ask('bento', { method: 'POST', url: '/api/me/second-factor/offer' })).body as { secret: string }
    const change = (current?: string) =>
      test.ask('bento', { method: 'POST', url: '/api/me/second-factor', payload: { secret, code: phoneOf(secret).code(), current } })
    expect((await change()).text).toContain('access.present-code-wrong')
    expect((await change('123456')).text).toContain('access.present-code-wrong')
    expect((await change(phone.code())).status).toBe(200)
  })
})

describe('a lost telephone', () => {
  it('is helped by another administrator: factor, sessions and tokens go, with a line in the audit; nobody does it to himself', async () => {
    const helena = await administrator('ines')
    await enrol(test.house, helena.id)
    const ask = asking(await openSession(test.house.doors, helena.id))
    await enrol(test.house, test.people.ana.id)
    const token = await createToken(test.house.doors, test.people.ana, { name: 'script', roles: ['enumerator'], areas: ['MZ01'], days: 1 })
    if (isRefused(token)) throw new Error('refused')
    expect(codesIn(await ask('POST', `/api/people/${helena.id}/remove-second-factor`))).toEqual(['people.own-second-factor'])
    expect((await ask('POST', `/api/people/${test.people.ana.id}/remove-second-factor`)).statusCode).toBe(200)
    expect((await test.ask('ana', { url: '/api/me' })).body).toMatchObject({ person: null })
    expect((await test.server.inject({ url: '/api/roles', headers: { authorization: `Bearer ${token.secret}` } })).statusCode).toBe(401)
    const line = await owner().one<{ who: string; recordId: string }>(sql`select who, record_id from kernel.audit where deed = 'second-factor.remove'`)
    expect(line).toEqual({ who: helena.id, recordId: test.people.ana.id })
    expect(codesIn(await ask('POST', `/api/people/${test.people.ana.id}/remove-second-factor`))).toEqual(['access.no-second-factor'])
  })
})

const asBody = ({ body }: { body: never }) => ({ json: () => body as { refusals?: { code: string }[] } })
