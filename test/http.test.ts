/** The network's door: each route lets in whom the table says, reading changes nothing, and no answer gives away what is behind it. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AnyRoute, asOwner, openServer, route, signInLink } from '../src/kernel/index.ts'
import { everyRoute, serve } from '../src/serve.ts'
import { layGround, plantRows } from './support/accessRows.ts'
import { type EveryRole, heldByPeople, openEveryRole } from './support/everyRole.ts'
import type { Who } from './support/routeLines.ts'
import { enters, routeTable } from './support/routeTable.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'
import { usualClassOf } from './support/usualClass.ts'

let test: TestHouse
let everyRole: EveryRole
let round: string
const logged: string[] = []
const nobody = '00000000-0000-4000-8000-000000000000'
const everybody = [...heldByPeople, 'public'] as const

beforeAll(async () => {
  test = await openTestHouse({ log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }) })
  everyRole = await openEveryRole(test)
  const ground = await layGround(test)
  round = ground.rounds.published
  for (const record of test.house.records.values()) await plantRows(test, everyRole, ground, record, usualClassOf(record.name))
})
afterAll(() => test?.close())

const named = ({ method, url }: AnyRoute) => `${method} ${url}`
const addressOf = (url: string) =>
  url
    .replace('/round/:id', `/round/${round}`)
    .replace(':round', round)
    .replace(':id', nobody)
    .replace(':person', nobody)
    .replace(':epoch', 'nothing')
    .replace(':key', 'dev_nobody_was_given_this_one')
    .replace(':n/', '999999/')
    .replace(':lang', 'pt')
    .replace(':slug', 'nothing')
    .replace(':version', url.startsWith('/files') ? '1' : 'v1')
    .replace(':name', 'nothing.csv')
    .replace(':pcode', 'MZ01')
    .replace(':step', 'no-such-step')
    .replace(':schema', 'displacement')
    .replace(':table', 'round')
    .replace('*', 'nothing')

describe('who may enter', () => {
  it('is declared for every route of the running server', () => {
    const served = everyRoute(test.house).map(named)
    expect(served.filter((name) => !routeTable.has(name))).toEqual([])
    const outside = ['GET /api/openapi.json', 'GET /desk', 'GET /desk/*', 'GET /desk/assets/*']
    expect([...routeTable.keys()].filter((name) => !served.includes(name) && !outside.includes(name))).toEqual([])
  })

  it('stops the server from starting where it was forgotten', async () => {
    const server = await openServer(test.house, [])
    expect(() => server.get('/api/forgotten', () => 'everything')).toThrow('route GET /api/forgotten declares no policy')
    await server.close()
  })

  it('is what the table says for every route that reads, and reading changes nothing in any table', async () => {
    const before = await contentOfTables()
    expect(await wrongAtDoors((method) => method === 'GET')).toEqual([])
    expect(await contentOfTables()).toEqual(before)
  })

  it('is what the table says for every route that writes', async () => {
    expect(await wrongAtDoors((method) => method !== 'GET')).toEqual([])
  })
})

/** The regular pages of records are asked by every role, with rows, in access.test.ts: here the public, one who enters and one who does not are enough. */
function whoAsks(name: string, who: Who): readonly (typeof everybody)[number][] {
  const regular = new Set(
    [...test.house.records.values()].flatMap(({ name: record }) => {
      const path = `/api/${record.replace('.', '/').replaceAll('_', '-')}`
      return [path, `${path}/:id`, `${path}/export`].map((url) => `GET ${url}`)
    }),
  )
  if (!regular.has(name)) return everybody
  const [inside, outside] = [true, false].map((wanted) => heldByPeople.find((column) => enters(who, column) === wanted))
  return [inside, outside, 'public' as const].filter((column) => column !== undefined)
}

async function wrongAtDoors(of: (method: string) => boolean): Promise<string[]> {
  const server = await serve(test.house)
  const wrong: string[] = []
  for (const [name, who] of routeTable) {
    const [method, url] = name.split(' ') as ['GET', string]
    if (!of(method) || !server.hasRoute({ method, url })) continue
    for (const column of whoAsks(name, who)) {
      // Each asks for what is not there, or hands in nothing: entering is what is tried here.
      const answer = await everyRole.ask(column, { method, url: addressOf(url), ...(method === 'GET' ? {} : { payload: {} }) })
      // A wrong key in the address is not the same as none.
      const shut = column === 'public' && !url.includes(':key') ? 401 : 403
      const expected = enters(who, column)
      const signing = url.startsWith('/api/sign-in')
      const right = expected ? (signing || ![401, 403].includes(answer.statusCode)) && answer.statusCode < 500 : answer.statusCode === shut
      if (!right) wrong.push(`${name} × ${column}: ${answer.statusCode} ${answer.statusCode === 500 ? logged.at(-1) : ''}`)
      if (url === '/api/sign-out') await everyRole.renew()
    }
  }
  await server.close()
  return wrong
}

/** Everything that the database holds, as one fingerprint per table. */
async function contentOfTables(): Promise<Record<string, string>> {
  const db = asOwner(test.house.doors)
  const tables = await db.rows<{ name: string }>(sql`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  const content: Record<string, string> = {}
  // That somebody is there now is no content: it is noted once a minute.
  const besides = (name: string) => (['kernel.session', 'kernel.token'].includes(name) ? sql`(to_jsonb(t) - 'last_seen')` : sql`t`)
  for (const { name } of tables)
    content[name] = (await db.one<{ hash: string }>(
      sql`select md5(coalesce(string_agg(${besides(name)}::text, '|' order by ${besides(name)}::text), '')) as hash from ${sql.raw(name)} t`,
    ))!.hash
  return content
}

describe('reading', () => {
  it('answers a row that one may not see like a row that is not there', async () => {
    const hidden = await asOwner(test.house.doors).one<{ id: string }>(sql`select id from displacement.round where state = 'draft' limit 1`)
    const [unseen, missing] = [hidden!.id, nobody].map((id) => everyRole.ask('partner', { url: `/api/displacement/round/${id}` }))
    const answers = await Promise.all([unseen!, missing!])
    expect(answers[0]!.statusCode).toBe(404)
    expect(answers[0]!.body).toBe(answers[1]!.body)
    for (const odd of ['-'.repeat(36), "' or 1=1 --", '%00', '../../etc/passwd', 'x'.repeat(250)])
      expect([400, 404], odd).toContain((await everyRole.ask('partner', { url: `/api/displacement/round/${encodeURIComponent(odd)}` })).statusCode)
  })
})

describe('a request from another page', () => {
  const link = async () => ({ secret: await signInLink(test.house.doors, test.people.ana.id) })

  it('changes nothing, whatever it says where it comes from', async () => {
    for (const origin of ['https://elsewhere.example', 'null', 'not an address', 'http://localhost.elsewhere.example'])
      for (const url of ['/api/me/language', '/api/sign-in/link']) {
        const payload = url.endsWith('link') ? await link() : { language: 'en' }
        const answer = await test.ask('ana', { method: 'POST', url, headers: { origin, host: 'localhost' }, payload })
        expect([answer.status, answer.text.includes('access.wrong-origin')], `${origin} ${url}`).toEqual([403, true])
      }
  })

  it('of our own address goes through', async () => {
    const answer = await test.ask('ana', {
      method: 'POST',
      url: '/api/me/language',
      headers: { origin: 'http://localhost', host: 'localhost' },
      payload: { language: 'en' },
    })
    expect(answer.status).toBe(200)
  })
})

describe('an answer to something that broke', () => {
  it('tells a report number and nothing of code, query, table or folder', async () => {
    const broken = (error: Error): AnyRoute =>
      route({ method: 'GET', url: `/api/${error.name}`, policy: { who: 'everyone', class: 1 }, summary: 'breaks', answer: () => Promise.reject(error) })
    const inQuery = route({
      method: 'GET',
      url: '/api/query',
      policy: { who: 'everyone', class: 1 },
      summary: 'breaks',
      answer: () => asOwner(test.house.doors).rows(sql`select secret_column from kernel.no_such_table`),
    })
    const server = await openServer(test.house, [
      broken(Object.assign(new Error('select * from kernel.person; /srv/capulana/data'), { name: 'boom' })),
      inQuery,
    ])
    for (const url of ['/api/boom', '/api/query']) {
      const { statusCode, body } = await server.inject({ url })
      expect(statusCode).toBe(500)
      expect(body).toContain('http.broke')
      expect(body).not.toMatch(/select|kernel\.|no_such|node_modules|\.ts|\/srv|stack/)
    }
    await server.close()
    expect(logged.join('')).toContain('no_such_table')
  })

  it('is given to no step that only sounds like one', async () => {
    for (const step of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(
        (await everyRole.ask('dataOfficer', { method: 'POST', url: `/api/displacement/round/${round}/steps/${step}`, payload: {} })).statusCode,
        step,
      ).toBe(422)
  })

  it('is given to no odd input: NUL, endless names, impossible numbers and days', async () => {
    const long = 'Á'.repeat(10_000)
    const tries: [string, object][] = [
      ['/api/people', { name: 'Nu\0l', email: 'nul@capulana.test', roles: ['partner'], areas: ['*'] }],
      ['/api/people', { name: long, email: 'long@capulana.test', roles: ['partner'], areas: ['*'] }],
      ['/api/sign-in', { email: 'a\0b', passphrase: 'x' }],
      ['/api/tokens', { name: 'x\0', roles: ['admin'], areas: ['*'], days: 3 }],
      ['/api/displacement/operation', { name: long }],
      ['/api/displacement/round', { operation: nobody, assessmentType: 'BA', number: 1, unitLevel: 'posto', plannedFrom: '2021-02-31' }],
      ['/api/displacement/round', { operation: nobody, assessmentType: 'BA', number: 9e15, unitLevel: 'posto' }],
      ['/api/displacement/round', { operation: nobody, assessmentType: 'BA', number: 1, unitLevel: 'posto', limitations: [{ 'a\0': 'b' }] }],
      ['/api/places/place', { pcode: 'X', name: 'X', kind: 'site', level: 4, country: 'MOZ', predecessors: ['\0'] }],
    ]
    for (const column of ['admin', 'dataOfficer'] as const)
      for (const [url, payload] of tries) {
        const { statusCode } = await everyRole.ask(column, { method: 'POST', url, payload })
        expect(statusCode, `${column} ${url} ${JSON.stringify(payload).slice(0, 60)}`).toBeGreaterThanOrEqual(400)
        expect(statusCode, `${column} ${url} ${JSON.stringify(payload).slice(0, 60)}`).toBeLessThan(500)
      }
    for (const query of [
      '?search=%00',
      '?sort=drop%20table',
      '?limit=-1',
      '?offset=99999999999',
      '?state=%27%3B--',
      '?scope=%00',
      '?number=9999999999999999',
      '?__proto__=1',
      '?constructor=1',
      '?sort=toString',
    ])
      expect((await everyRole.ask('dataOfficer', { url: `/api/displacement/round${query}` })).statusCode, query).toBeLessThan(500)
  })
})

describe('what is handed in', () => {
  const boundary = '----handed-in'
  const form = (files: { name: string; bytes: Uint8Array }[]) => {
    const heads = files.map(({ name }) => `Content-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv`)
    const part = (head: string, bytes: Uint8Array) => Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), bytes, Buffer.from('\r\n')])
    const kind = part('Content-Disposition: form-data; name="kind"', Buffer.from('displacement'))
    return Buffer.concat([kind, ...files.map(({ bytes }, index) => part(heads[index]!, bytes)), Buffer.from(`--${boundary}--\r\n`)])
  }
  const handIn = (files: { name: string; bytes: Uint8Array }[]) =>
    everyRole.ask('dataOfficer', {
      method: 'POST',
      url: '/api/imports',
      payload: form(files),
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
  const take = (name: string, bytes: Uint8Array) => handIn([{ name, bytes }])

  it('is refused when it is empty, not a table, or has no file at all', async () => {
    expect((await take('empty.csv', new Uint8Array())).statusCode).toBe(422)
    expect((await everyRole.ask('dataOfficer', { method: 'POST', url: '/api/imports', payload: { kind: 'displacement' } })).json().refusals[0].code).toBe(
      'import.no-file',
    )
  })

  it('lies under its fingerprint, whatever path its name tries to be', async () => {
    const bytes = Buffer.from('adm3_pcode,individuals\nMZ010201,3\n')
    for (const name of ['../../../etc/passwd.csv', 'C:\\windows\\x.csv', `${'n'.repeat(10_000)}.csv`]) {
      const answer = await take(name, bytes)
      expect([200, 400], name.slice(0, 30)).toContain(answer.statusCode)
    }
    const kept = createHash('sha256').update(bytes).digest('hex')
    expect(test.house.files.path(kept).startsWith(test.house.dataFolder)).toBe(true)
  })

  it('is refused above its limits: a body of 21 MB, more than five files', async () => {
    const large = await everyRole.ask('dataOfficer', { method: 'POST', url: '/api/displacement/round', payload: { note: 'x'.repeat(21 * 1024 * 1024) } })
    expect([large.statusCode, large.json().refusals[0].code]).toEqual([413, 'http.too-large'])
    expect((await handIn(Array.from({ length: 6 }, (_, index) => ({ name: `${index}.csv`, bytes: Buffer.from('a') })))).statusCode).toBe(413)
  })
})

describe('every answer', () => {
  it('of portal, desk and API carries the security headers', async () => {
    for (const url of ['/pt', '/desk', '/api/me', '/api/people', '/nothing/here', '/portal.css', '/dtm/v3/displacement/admin0']) {
      const { headers } = await test.server.inject({ url })
      const policy = String(headers['content-security-policy'])
      for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"])
        expect(policy, url).toContain(part)
      expect(policy, url).not.toMatch(/unsafe-eval|\*/)
      expect(/script-src[^;]*/.exec(policy)![0], url).toBe("script-src 'self'")
      expect(headers, url).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
      expect(headers['strict-transport-security'], url).toBeDefined()
      expect(headers['x-powered-by'], url).toBeUndefined()
      expect(headers['access-control-allow-origin'], url).toBeUndefined()
    }
  })

  it('of the API is kept by no cache', async () => {
    expect((await test.ask('ana', { url: '/api/me' })).headers['cache-control']).toBe('no-store')
  })
})
