/** Coming in: passphrase with a second factor, a link that works once, tokens that never hold more than their owner; and nothing readable at rest or in logs. */
import { sql } from 'kysely'
import * as OTPAuth from 'otpauth'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOfToken } from '../src/kernel/access/tokens.ts'
import { asOwner, changePerson, createToken, isRefused, setPassword, signInLink } from '../src/kernel/index.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const passphrase = 'sete capulanas ao vento'
const logged: string[] = []
let test: TestHouse

beforeAll(async () => {
  test = await openTestHouse({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) })
})
afterAll(() => test?.close())

const post = (url: string, payload: object, headers: Record<string, string> = {}) => test.server.inject({ method: 'POST', url, payload, headers })
const signIn = (email: string, given: { passphrase: string; code?: string }) => post('/api/sign-in', { email, ...given })
const codesIn = (answer: { json(): { refusals?: { code: string }[] } }) => answer.json().refusals?.map(({ code }) => code)
const cookieOf = (answer: { cookies: unknown[] }) => (answer.cookies as { name: string; value: string; httpOnly?: boolean; sameSite?: string }[])[0]
const me = async (session: string) => (await test.server.inject({ url: '/api/me', cookies: { capulana_session: session } })).json().person?.name ?? null
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` })

describe('an empty house', () => {
  it('has no account that anybody could know', async () => {
    const people = await asOwner(test.house.doors).rows<{ email: string }>(sql`select email from kernel.person where email not like '%@capulana.test'`)
    expect(people).toEqual([])
    for (const email of ['admin@capulana.test', 'admin', 'root@localhost', 'filipa@capulana.test'])
      for (const guess of ['admin', 'password', 'capulana', '']) expect((await signIn(email, { passphrase: guess })).statusCode, `${email} ${guess}`).toBe(401)
    await asOwner(test.house.doors).run(sql`update kernel.person set failed_attempts = 0`)
  })
})

describe('a passphrase', () => {
  it('of eleven letters is refused, of twelve kept as argon2id with the parameters of SECURITY.md', async () => {
    expect(await setPassword(test.house.doors, test.people.ana.id, 'onze letras')).toMatchObject({ refused: [{ code: 'access.passphrase-short' }] })
    expect((await test.ask('ana', { method: 'POST', url: '/api/me/passphrase', payload: { passphrase } })).status).toBe(200)
    const { hash } = (await asOwner(test.house.doors).one<{ hash: string }>(
      sql`select password_hash as hash from kernel.person where id = ${test.people.ana.id}`,
    ))!
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  })

  it('opens a session in a cookie that scripts and other pages cannot use', async () => {
    const answer = await signIn('Ana@Capulana.test ', { passphrase })
    expect(answer.statusCode).toBe(200)
    const cookie = cookieOf(answer)!
    expect(cookie).toMatchObject({ name: 'capulana_session', httpOnly: true, sameSite: 'Strict' })
    expect(await me(cookie.value)).toBe('ana')
    await test.server.inject({ method: 'POST', url: '/api/sign-out', cookies: { capulana_session: cookie.value } })
    expect(await me(cookie.value)).toBeNull()
  })

  it('that is wrong answers like an address that nobody has', async () => {
    const [wrong, nobody] = [await signIn('ana@capulana.test', { passphrase: 'x' }), await signIn('nobody@capulana.test', { passphrase: 'x' })]
    expect([wrong.statusCode, wrong.body]).toEqual([nobody.statusCode, nobody.body])
  })

  it('closes the door for a quarter of an hour after eight wrong tries, even for the right one', async () => {
    await setPassword(test.house.doors, test.people.elsa.id, passphrase)
    for (let attempt = 1; attempt <= 8; attempt++)
      expect(codesIn(await signIn('elsa@capulana.test', { passphrase: `wrong ${attempt}` })), `try ${attempt}`).toEqual(['access.sign-in-wrong'])
    const locked = await signIn('elsa@capulana.test', { passphrase })
    expect([locked.statusCode, codesIn(locked)]).toEqual([429, ['access.locked']])
    await asOwner(test.house.doors).run(sql`update kernel.person set locked_until = now() - interval '1 second' where id = ${test.people.elsa.id}`)
    expect((await signIn('elsa@capulana.test', { passphrase })).statusCode).toBe(200)
  })
})

describe('a second factor', () => {
  let secret: string
  const codeAt = (when: number) => new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) }).generate({ timestamp: when })

  it('counts only after its first code, and is kept closed', async () => {
    await setPassword(test.house.doors, test.people.bento.id, passphrase)
    const offered = await test.ask('bento', { method: 'POST', url: '/api/me/second-factor/offer' })
    secret = (offered.body as { secret: string }).secret
    expect((offered.body as { qr: string }).qr).toMatch(/^data:image\/png/)
    expect((await signIn('bento@capulana.test', { passphrase })).statusCode).toBe(200)
    const wrong = await test.ask('bento', { method: 'POST', url: '/api/me/second-factor', payload: { secret, code: codeAt(Date.now() - 3_600_000) } })
    expect(wrong.text).toContain('access.code-wrong')
    const set = await test.ask('bento', { method: 'POST', url: '/api/me/second-factor', payload: { secret, code: codeAt(Date.now()) } })
    expect(set.status).toBe(200)
    const kept = await asOwner(test.house.doors).one<{ box: Buffer }>(sql`select totp_secret as box from kernel.person where id = ${test.people.bento.id}`)
    expect(kept!.box.toString('latin1')).not.toContain(secret)
    expect(test.house.keyring.open(kept!.box)).toBe(secret)
  })

  it('is asked for after the right passphrase, and nothing less opens', async () => {
    expect(codesIn(await signIn('bento@capulana.test', { passphrase }))).toEqual(['access.code-needed'])
    expect(codesIn(await signIn('bento@capulana.test', { passphrase, code: codeAt(Date.now() - 3_600_000) }))).toEqual(['access.sign-in-wrong'])
    expect(codesIn(await signIn('bento@capulana.test', { passphrase: 'wrong', code: codeAt(Date.now()) }))).toEqual(['access.sign-in-wrong'])
    expect((await signIn('bento@capulana.test', { passphrase, code: codeAt(Date.now()) })).statusCode).toBe(200)
  })
})

describe('a sign-in link', () => {
  it('works once, also when two press it at the same moment', async () => {
    const link = await signInLink(test.house.doors, test.people.carla.id)
    const answers = await Promise.all([1, 2, 3].map(() => post('/api/sign-in/link', { secret: link })))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 401, 401])
  })

  it('expires, and opens nothing for somebody whose account was closed', async () => {
    const late = await signInLink(test.house.doors, test.people.carla.id, -1)
    expect(codesIn(await post('/api/sign-in/link', { secret: late }))).toEqual(['access.link-used'])
    const link = await signInLink(test.house.doors, test.people.celia.id)
    await changePerson(test.house.doors, test.people.celia.id, { disabled: true })
    expect(codesIn(await post('/api/sign-in/link', { secret: link }))).toEqual(['access.link-used'])
    await changePerson(test.house.doors, test.people.celia.id, { disabled: false })
  })

  it('made by the administrator carries its secret where no server log sees it', async () => {
    const made = await test.ask('filipa', { method: 'POST', url: `/api/people/${test.people.carla.id}/link` })
    const { link } = made.body as { link: string }
    expect(new URL(link).hash.length).toBeGreaterThan(30)
    expect(new URL(link).search).toBe('')
  })
})

describe('a token', () => {
  const tokenOf = async (name: 'bento' | 'ana' | 'filipa', roles: string[], areas: string[]) =>
    test.ask(name, { method: 'POST', url: '/api/tokens', payload: { name: 'script', roles, areas, days: 7 } })
  const roundsBy = (secret: string) => test.server.inject({ url: '/api/displacement/round', headers: bearer(secret) })

  it('is never wider than its owner', async () => {
    expect((await tokenOf('ana', ['admin'], ['MZ01'])).text).toContain('access.token-too-wide')
    expect((await tokenOf('ana', ['enumerator'], ['*'])).text).toContain('access.token-too-wide')
    expect((await tokenOf('ana', ['enumerator'], ['MZ07'])).text).toContain('access.token-too-wide')
    expect((await tokenOf('ana', ['enumerator'], ['MZ0109'])).status).toBe(200)
  })

  it('cannot make a wider one, nor change how its owner signs in', async () => {
    const { secret } = (await tokenOf('bento', ['dataOfficer'], ['MZ01'])).body as { secret: string }
    const wider = await post('/api/tokens', { name: 'wider', roles: ['dataOfficer'], areas: ['*'], days: 7 }, bearer(secret))
    expect(codesIn(wider)).toEqual(['access.token-too-wide'])
    for (const [url, payload] of [
      ['/api/me/passphrase', { passphrase: 'uma frase que é de outra' }],
      ['/api/me/second-factor/offer', {}],
      ['/api/me/second-factor', { secret: 'A'.repeat(32), code: '000000' }],
    ] as const)
      expect(codesIn(await post(url, payload, bearer(secret))), url).toEqual(['access.not-by-token'])
  })

  it('loses roles and areas with its owner, and ends with him', async () => {
    const person = test.people.dercio
    const made = await createToken(test.house.doors, person, { name: 'script', roles: ['governmentReviewer'], areas: ['*'], days: 7 })
    if (isRefused(made)) throw new Error('refused')
    expect((await roundsBy(made.secret)).statusCode).toBe(200)
    await changePerson(test.house.doors, person.id, { areas: ['MZ01'] })
    expect((await actorOfToken(test.house.doors, made.secret))!.areas).toEqual(['MZ01'])
    await changePerson(test.house.doors, person.id, { roles: ['enumerator'] })
    expect((await actorOfToken(test.house.doors, made.secret))!.roles).toEqual([])
    expect((await roundsBy(made.secret)).statusCode).toBe(403)
    await changePerson(test.house.doors, person.id, { roles: ['governmentReviewer'], areas: ['*'] })
    expect((await roundsBy(made.secret)).statusCode).toBe(200)
    await changePerson(test.house.doors, person.id, { disabled: true })
    expect((await roundsBy(made.secret)).statusCode).toBe(401)
    await changePerson(test.house.doors, person.id, { disabled: false })
    expect((await roundsBy(made.secret)).statusCode).toBe(401)
  })

  it('that has expired is nobody', async () => {
    const { secret } = (await tokenOf('filipa', ['admin'], ['*'])).body as { secret: string }
    await asOwner(test.house.doors).run(sql`update kernel.token set expires_at = now() - interval '1 second' where person = ${test.people.filipa.id}`)
    expect((await test.server.inject({ url: '/api/people', headers: bearer(secret) })).statusCode).toBe(401)
  })
})

describe('closing an account', () => {
  it('ends its sessions at once', async () => {
    expect((await test.ask('david', { url: '/api/displacement/round' })).status).toBe(200)
    const closed = await test.ask('filipa', { method: 'PATCH', url: `/api/people/${test.people.david.id}`, payload: { disabled: true } })
    expect(closed.status).toBe(200)
    expect((await test.ask('david', { url: '/api/displacement/round' })).status).toBe(401)
  })

  it('is refused for the last administrator', async () => {
    const answer = await test.ask('filipa', { method: 'PATCH', url: `/api/people/${test.people.filipa.id}`, payload: { disabled: true } })
    expect(answer.text).toContain('people.last-admin')
  })
})

describe('what is kept and what is logged', () => {
  it('holds no secret that was given out, in any table and any log line', async () => {
    const secrets = [passphrase, await signInLink(test.house.doors, test.people.carla.id)]
    const session = cookieOf(await signIn('ana@capulana.test', { passphrase }))!.value
    const token = await createToken(test.house.doors, test.people.bento, { name: 'script', roles: ['dataOfficer'], areas: ['*'], days: 1 })
    if (isRefused(token)) throw new Error('refused')
    secrets.push(session, token.secret)
    // A broken request, with secrets in all places where a careless log would look.
    await test.server.inject({
      url: `/api/displacement/round?search=%00${token.secret}`,
      headers: { ...bearer(token.secret), cookie: `capulana_session=${session}` },
    })
    await post('/api/sign-in', { email: 'x', passphrase: { broken: passphrase } })
    const db = asOwner(test.house.doors)
    const tables = await db.rows<{ name: string }>(sql`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema = 'kernel' and table_type = 'BASE TABLE'`)
    for (const { name } of tables) {
      const all = (await db.one<{ content: string | null }>(sql`select string_agg(t::text, ' ') as content from ${sql.raw(name)} t`))!.content ?? ''
      for (const secret of secrets) {
        expect(all.includes(secret), name).toBe(false)
        expect(all.includes(Buffer.from(secret).toString('hex')), name).toBe(false)
      }
    }
    for (const secret of secrets) expect(logged.join('').includes(secret)).toBe(false)
  })
})
