/** What our own phones speak with the house: every envelope answered on its own, files piece by piece, a feed that misses nothing, orders, and proof of a rollback. */
import { createCipheriv, createHash, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { appendFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseReceipt, receiptHolds } from '../src/engines/instance/index.ts'
import { FieldList, ListItem } from '../src/kernel/forms/list.ts'
import { signReceipt } from '../src/kernel/forms/receipts.ts'
import { act, asOwner, insertRow, read, theSystem } from '../src/kernel/index.ts'
import { changesAfter, feedEnd } from '../src/kernel/sync/pull.ts'
import { countOf, type FieldWork, filled, layFieldWork } from './support/fieldWork.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let work: FieldWork
let phone: { id: string; key: string }
const owner = () => asOwner(test.house.doors)

const makePhone = async (areas = ['MZ01']) =>
  (await test.ask('bento', { method: 'POST', url: '/api/forms/devices', payload: { project: work.project, label: 'Telefone', areas } })).body as {
    id: string
    key: string
  }

beforeAll(async () => {
  test = await openTestHouse()
  work = await layFieldWork(test)
  phone = await makePhone()
})
afterAll(() => test?.close())

type Given = { payload?: object | Buffer; headers?: Record<string, string>; key?: string }
async function ask(method: 'GET' | 'POST' | 'HEAD' | 'PATCH', url: string, { payload, headers = {}, key = phone.key }: Given = {}) {
  const answer = await test.server.inject({ method, url, payload: payload as never, headers: { authorization: `Bearer ${key}`, ...headers } })
  const isJson = String(answer.headers['content-type']).includes('json')
  return { status: answer.statusCode, headers: answer.headers, text: answer.body, body: (isJson && answer.body ? answer.json() : null) as never }
}
type Answer = {
  instanceId: string
  outcome?: string
  receipt?: { text: string; keyId: string; signature: string }
  missing?: string[]
  retry?: true
  refusals?: { code: string; sentence: { pt: string } }[]
  reason?: string
}
const enveloped = (given: Parameters<typeof filled>[0] = {}, more: object = {}) => {
  const { xml, instanceId } = filled(given)
  return { form: 'site_visit', version: '3', instanceId, xml, files: [], ...more }
}
const push = async (envelopes: object[], key = phone.key): Promise<Answer[]> => {
  const { status, body } = await ask('POST', '/sync/push', { payload: { envelopes }, key })
  expect(status).toBe(200)
  return (body as { answers: Answer[] }).answers
}
const greeting = (more: object = {}) => ({
  protocol: 1,
  deviceTime: new Date().toISOString(),
  announcedSeq: 0,
  epoch: null,
  newestReceipt: null,
  persistentStorage: true,
  client: 'field',
  ...more,
})
type Hello = {
  epoch: string
  signing: boolean
  gaps: number[]
  orders: { id: string; kind: string; topic: string }[]
  receiptKeys: { jwk: never }[]
  sealingKey: { id: string; jwk: { kty: string; crv: string; x: string; y: string } }
  device: { areas: string[] }
  project: { number: number }
}
const hello = async (more: object = {}, key = phone.key): Promise<Hello> => (await ask('POST', '/sync/hello', { payload: greeting(more), key })).body
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function sealedTo({ id, jwk }: Hello['sealingKey'], xml: string, instanceId: string) {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const iv = randomBytes(12)
  const secret = diffieHellman({ privateKey: own.privateKey, publicKey: createPublicKey({ key: jwk, format: 'jwk' }) })
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(hkdfSync('sha256', secret, iv, 'capulana-seal-1', 32)), iv)
  cipher.setAAD(Buffer.from(instanceId))
  const data = Buffer.concat([cipher.update(xml, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const { kty, crv, x, y } = own.publicKey.export({ format: 'jwk' })
  return { keyId: id, epk: { kty, crv, x, y }, iv: iv.toString('base64url'), data: data.toString('base64url') }
}

describe('push', () => {
  it('answers each envelope on its own: good ones beside broken, unknown and sealed ones', async () => {
    const { sealingKey, receiptKeys } = await hello()
    const closed = enveloped()
    const answers = await push([
      enveloped({}, { deviceSeq: 1 }),
      { ...enveloped(), xml: '<data' },
      enveloped({ code: 'no_such_form' }),
      { ...closed, xml: undefined, sealed: sealedTo(sealingKey, closed.xml, closed.instanceId) },
      { ...closed, xml: undefined, sealed: sealedTo(sealingKey, closed.xml, 'uuid:another') },
    ])
    expect(answers.map(({ outcome, refusals }) => outcome ?? refusals![0]!.code)).toEqual([
      'complete',
      'forms.xml-broken',
      'quarantined',
      'complete',
      'forms.sealed-unreadable',
    ])
    expect(answers[1]!.refusals![0]!.sentence.pt).toContain('Continua no telefone')
    for (const { receipt } of answers.filter(({ outcome }) => outcome)) expect(await receiptHolds(receipt!, receiptKeys[0]!.jwk)).toBe(true)
  })

  it('21: gives the same receipt when the first answer was lost on the way', async () => {
    const envelope = enveloped()
    const [first] = await push([envelope])
    const [again] = await push([envelope])
    expect(again).toEqual(first)
  })

  it('24, 25: takes the work of a phone whose key has ended, aside and under its author; another phone cannot read it', async () => {
    const lost = await makePhone()
    await test.ask('bento', { method: 'POST', url: `/api/forms/devices/${lost.id}/revoke` })
    expect((await hello({}, lost.key)).orders[0]).toMatchObject({ kind: 'revoked' })
    const envelope = enveloped()
    const [answer] = await push([envelope], lost.key)
    expect(answer).toMatchObject({ outcome: 'quarantined', reason: 'device-revoked', missing: [] })
    expect(await owner().one(sql`select recorded_by from forms.quarantine where instance_id = ${envelope.instanceId}`)).toEqual({ recordedBy: lost.id })
    expect((await ask('GET', '/sync/forms', { key: lost.key })).status).toBe(403)
    expect((await ask('POST', '/sync/orders/revoked/done', { key: lost.key })).status).toBe(200)
    expect((await ask('POST', '/sync/push', { payload: { envelopes: [] }, key: 'dev_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })).status).toBe(403)
    expect((await test.server.inject({ method: 'POST', url: '/sync/push', payload: { envelopes: [] } })).statusCode).toBe(401)
  })

  it('6: says when to try again while the database is away, and nothing is lost', async () => {
    const envelope = enveloped()
    const [first] = await Promise.all([
      push([envelope]),
      owner().rows(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'capulana_app' and datname = current_database() and pid <> pg_backend_pid()`,
      ),
    ])
    if (first[0]!.outcome === undefined) expect(first[0]).toMatchObject({ retry: true })
    expect((await push([envelope]))[0]!.outcome).toBe('complete')
    expect(await countOf(test, 'forms.submission', `instance_id = '${envelope.instanceId}'`)).toBe(1)
  })
})

describe('files', () => {
  const patch = (hash: string, content: Buffer, offset: number, length: number) =>
    ask('PATCH', `/sync/blob/${hash}`, {
      payload: content,
      headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset), 'upload-length': String(length) },
    })

  it('10: go on from the byte where they were cut', async () => {
    const bytes = randomBytes(300_000)
    const hash = sha256(bytes)
    const envelope = enveloped({ photos: ['1.jpg'] }, { files: [{ name: '1.jpg', sha256: hash, bytes: bytes.length }] })
    expect((await push([envelope]))[0]).toMatchObject({ outcome: 'stored', missing: ['1.jpg'] })
    expect((await ask('HEAD', `/sync/blob/${hash}`)).status).toBe(404)
    expect((await patch(hash, bytes.subarray(0, 100_001), 0, bytes.length)).body).toEqual({ offset: 100_001, whole: false })
    const head = await ask('HEAD', `/sync/blob/${hash}`)
    expect([head.status, head.headers['upload-offset'], head.headers['upload-length']]).toEqual([200, '100001', '300000'])
    const wrong = await patch(hash, bytes.subarray(90_000), 90_000, bytes.length)
    expect([wrong.status, (wrong.body as { refusals: { facts: object }[] }).refusals[0]!.facts]).toEqual([409, { offset: 100_001 }])
    expect((await push([envelope]))[0]).toMatchObject({ outcome: 'stored', missing: ['1.jpg'] })
    expect((await patch(hash, bytes.subarray(100_001), 100_001, bytes.length)).body).toEqual({ offset: 300_000, whole: true })
    expect((await push([envelope]))[0]).toMatchObject({ outcome: 'complete', missing: [] })
    expect((await patch(hash, bytes, 0, bytes.length)).body).toEqual({ offset: 300_000, whole: true })
    expect((await test.house.files.get(hash))?.equals(bytes)).toBe(true)
  })

  it('10: with a wrong hash at the end are dropped and asked for again', async () => {
    const bytes = randomBytes(1000)
    const hash = sha256(bytes)
    const damaged = Buffer.concat([bytes.subarray(0, 999), Buffer.from([bytes[999]! ^ 1])])
    expect((await patch(hash, damaged, 0, 1000)).status).toBe(422)
    expect((await ask('HEAD', `/sync/blob/${hash}`)).headers['upload-offset']).toBe('0')
    expect((await patch(hash, bytes, 0, 1000)).body).toEqual({ offset: 1000, whole: true })
  })

  it('1: whole on the disk but without their name, as a server leaves them that dies there, are put in place when they are asked about', async () => {
    const [bytes, other] = [randomBytes(2000), randomBytes(2000)]
    const hash = sha256(bytes)
    const wrong = sha256(other)
    for (const [name, content] of [
      [hash, bytes],
      [wrong, Buffer.from(other).fill(0, 1000)],
    ] as const) {
      expect((await patch(name, content.subarray(0, 1000), 0, 2000)).body).toEqual({ offset: 1000, whole: false })
      await appendFile(`${test.house.files.path(name)}.coming`, content.subarray(1000))
    }
    expect((await ask('HEAD', `/sync/blob/${hash}`)).headers['upload-offset']).toBe('2000')
    expect((await test.house.files.get(hash))?.equals(bytes)).toBe(true)
    expect((await ask('HEAD', `/sync/blob/${wrong}`)).headers['upload-offset'], 'not what was promised: from the start').toBe('0')
    expect((await patch(wrong, other, 0, 2000)).body).toEqual({ offset: 2000, whole: true })
  })

  it('11: of an unknown submission wait for it', async () => {
    const bytes = randomBytes(10)
    expect((await patch(sha256(bytes), bytes, 0, 10)).body).toMatchObject({ whole: true })
    expect((await push([enveloped({ photos: ['1.jpg'] }, { files: [{ name: '1.jpg', sha256: sha256(bytes), bytes: 10 }] })]))[0]).toMatchObject({
      outcome: 'complete',
    })
  })
})

describe('a greeting', () => {
  it('tells the numbers that were announced and never came, whatever became of those that did (fault matrix 29)', async () => {
    const own = await makePhone()
    await push([enveloped({}, { deviceSeq: 1 }), enveloped({}, { deviceSeq: 4 }), enveloped({ code: 'nope' }, { deviceSeq: 3 })], own.key)
    expect((await hello({ announcedSeq: 6 }, own.key)).gaps).toEqual([2, 5, 6])
    expect((await hello({ announcedSeq: 2 }, own.key)).gaps, 'a phone that forgot what it announced').toEqual([2, 5, 6])
    const { devices } = (await test.ask('bento', { url: '/api/forms/devices' })).body as {
      devices: { id: string; announced: number; arrived: number; neverArrived: number }[]
    }
    expect(devices.find(({ id }) => id === own.id)).toMatchObject({ announced: 6, arrived: 2, neverArrived: 3 })
  })

  it('keeps how wrong the clock of the phone is, and refuses none', async () => {
    for (const deviceTime of ['2019-01-01T00:00:00Z', 'yesterday', '2999-01-01T00:00:00Z', new Date(Date.now() + 3600_000).toISOString()])
      expect((await hello({ deviceTime })).project.number).toBe(work.project)
    const row = await owner().one<{ skewSeconds: number }>(sql`select skew_seconds from forms.device where id = ${phone.id}`)
    expect(Math.abs(row!.skewSeconds - 3600)).toBeLessThan(60)
  })

  it('14: with a receipt that we signed and do not remember proves a rollback: new epoch, alarm, no number given twice', async () => {
    const { epoch } = await hello()
    const [first] = await push([enveloped()])
    const facts = parseReceipt(first!.receipt!.text)!
    expect((await hello({ newestReceipt: first!.receipt })).epoch, 'one that we remember').toBe(epoch)
    const forged = { ...signReceipt(test.house.keyring, { ...facts, serverSeq: facts.serverSeq + 100_000 }), signature: first!.receipt!.signature }
    expect((await hello({ newestReceipt: forged })).epoch, 'one that we did not sign').toBe(epoch)
    const newer = signReceipt(test.house.keyring, { ...facts, serverSeq: facts.serverSeq + 100_000 })
    const renewed = (await hello({ newestReceipt: newer })).epoch
    expect(renewed).not.toBe(epoch)
    expect(test.house.epoch.rolledBack).toMatchObject({ code: 'db.rolled-back' })
    expect(await owner().one(sql`select reason from kernel.epoch where id = ${renewed}`)).toEqual({ reason: 'rollback-found' })
    expect((await hello({ newestReceipt: newer })).epoch, 'told again').toBe(renewed)
    const [next] = await push([enveloped()])
    expect(parseReceipt(next!.receipt!.text)).toMatchObject({ epoch: renewed })
  })
})

describe('forms on phones', () => {
  it('come with what they need, and never change under their id', async () => {
    const { forms } = (await ask('GET', '/sync/forms')).body as { forms: { id: string; code: string; hash: string; bytes: number; title: object }[] }
    expect(forms).toHaveLength(1)
    expect(forms[0]).toMatchObject({ code: 'site_visit', name: '3', title: { pt: 'Visita', en: 'Visit' }, until: null, notShown: [], attachments: [] })
    const xform = await ask('GET', `/sync/forms/${forms[0]!.id}/xform`)
    expect(sha256(Buffer.from(xform.text))).toBe(forms[0]!.hash)
    expect(xform.headers.etag).toBe(`"${forms[0]!.hash}"`)
    expect((await ask('GET', `/sync/forms/${randomUUID()}/xform`)).status).toBe(404)
  })
})

describe('pull', () => {
  it('gives the list of the area whole, then what changed, and whole again in another epoch', async () => {
    const list = await insertRow(owner(), FieldList, { scope: 'MZ', project: work.projectId, code: 'wells', properties: ['depth'], approvalNeeded: false })
    const item = async (entity: string, scope: string) => {
      await insertRow(owner(), ListItem, { scope, list: list.id, entity, label: entity, properties: { depth: '4' }, itemVersion: 1 })
      await owner().run(sql`insert into kernel.change (topic, record_id, scope) values ('list:wells', ${entity}, ${scope})`)
    }
    const pulled = async (cursor?: string) =>
      (await ask('GET', `/sync/pull?topic=list:wells${cursor ? `&cursor=${cursor}` : ''}`)).body as {
        cursor: string
        full: boolean
        epoch: string
        changes: { id: string; deleted: boolean }[]
      }
    await item('a', 'MZ0109')
    await item('far', 'MZ0701')
    const first = await pulled()
    expect([first.full, first.changes]).toEqual([true, [{ id: 'a', deleted: false, label: 'a', version: 1, properties: { depth: '4' } }]])
    const none = await pulled(first.cursor)
    await item('b', 'MZ0109')
    await item('far 2', 'MZ0701')
    await owner().run(sql`update forms.list_item set deleted_at = now() where entity = 'a'`)
    await owner().run(sql`insert into kernel.change (topic, record_id, scope, deleted) values ('list:wells', 'a', 'MZ0109', true)`)
    // Whoever else still holds a transaction open on this server holds the feed back: it comes late, never out of order.
    const second = await pulled(none.cursor)
    for (let tries = 0; tries < 600 && !second.changes.some(({ deleted }) => deleted); tries++) {
      await pause(100)
      const more = await pulled(second.cursor)
      Object.assign(second, { cursor: more.cursor, changes: [...second.changes, ...more.changes] })
    }
    expect(second.full).toBe(false)
    expect(second.changes.filter(({ id }) => id === 'b').slice(-1)).toEqual([{ id: 'b', deleted: false, label: 'b', version: 1, properties: { depth: '4' } }])
    expect(second.changes.find(({ id }) => id === 'a')).toEqual({ id: 'a', deleted: true })
    expect(second.changes.some(({ id }) => id.startsWith('far'))).toBe(false)
    expect((await pulled(second.cursor.replace(/^\w+/, 'ffffffff'))).full).toBe(true)
    for (const odd of ['x', '1.2', '..', "1.1.1'"]) expect((await pulled(encodeURIComponent(odd))).full, odd).toBe(true)
    expect((await ask('GET', '/sync/pull?topic=list:nothing')).status).toBe(404)
    expect((await ask('GET', '/sync/pull?topic=submission')).status).toBe(404)
  })

  it('misses no change of eight writers who hold their transactions open; a cursor on numbers alone misses some', async () => {
    const writers = 8
    const until = Date.now() + 8000
    let committed = 0
    const naive = new Set<string>()
    let naiveSeq = '0'
    const readers = Array.from({ length: 3 }, () => ({ seen: new Map<string, number>(), at: { xid: '0', seq: '0' } }))
    const pullOnce = async (reader: (typeof readers)[number]) => {
      const lines = await read(test.house.doors, theSystem, (db) => changesAfter(db, reader.at, sql`topic = 'race'`, 50))
      for (const { recordId } of lines) reader.seen.set(recordId, (reader.seen.get(recordId) ?? 0) + 1)
      reader.at = lines.at(-1) ?? reader.at
      return lines.length
    }
    const pullNaively = async () => {
      const lines = await read(test.house.doors, theSystem, (db) =>
        db.rows<{ seq: string; recordId: string }>(
          sql`select c.seq::text as seq, c.record_id from kernel.change c where c.topic = 'race' and c.seq > ${naiveSeq}::bigint order by c.seq`,
        ),
      )
      for (const { recordId } of lines) naive.add(recordId)
      naiveSeq = lines.at(-1)?.seq ?? naiveSeq
    }
    const write = async (writer: number) => {
      for (let n = 0; Date.now() < until; n++) {
        await act(test.house.doors, theSystem, async (db) => {
          for (let line = 0; line < 3; line++) {
            await db.run(sql`insert into kernel.change (topic, record_id, scope) values ('race', ${`${writer} ${n} ${line}`}, 'MZ')`)
            await pause(Math.random() * 25)
          }
          return 'written'
        })
        committed += 3
      }
    }
    let writing = true
    const follow = async (deed: () => Promise<unknown>) => {
      while (writing) {
        await deed()
        await pause(Math.random() * 15)
      }
    }
    const following = [...readers.map((reader) => follow(() => pullOnce(reader))), follow(pullNaively)]
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
    writing = false
    await Promise.all(following)
    // Tests beside this one hold transactions open on the same server, and nothing is read above the oldest of them: late, never lost.
    const patience = Date.now() + 60_000
    for (const reader of readers) while ((await pullOnce(reader)) > 0 || (reader.seen.size < committed && Date.now() < patience)) await pause(5)
    await pullNaively()
    expect(committed).toBeGreaterThan(100)
    expect(await countOf(test, 'kernel.change', "topic = 'race'")).toBe(committed)
    for (const { seen } of readers) {
      expect(seen.size).toBe(committed)
      expect([...seen.values()].every((times) => times === 1)).toBe(true)
    }
    expect(naive.size).toBeLessThan(committed)
    expect((await read(test.house.doors, theSystem, feedEnd)).xid).toMatch(/^\d+$/)
  })
})

describe('orders', () => {
  it('tell a phone that moved what to forget, until it says that it is done; after three days the office sees it', async () => {
    const own = await makePhone(['MZ01'])
    const answer = await test.ask('bento', { method: 'POST', url: `/api/forms/devices/${own.id}/areas`, payload: { areas: ['MZ07'] } })
    expect(answer.status).toBe(200)
    const { orders, device } = await hello({}, own.key)
    expect([orders.map(({ kind, topic }) => [kind, topic]), device.areas]).toEqual([[['purge', 'lists']], ['MZ07']])
    await owner().run(sql`update kernel.device_order set at = now() - interval '4 days' where device = ${own.id}`)
    const listed = async () =>
      ((await test.ask('bento', { url: '/api/forms/devices' })).body as { devices: { id: string; ordersOpen: number; ordersLate: number }[] }).devices.find(
        ({ id }) => id === own.id,
      )
    expect(await listed()).toMatchObject({ ordersOpen: 1, ordersLate: 1 })
    expect((await ask('POST', `/sync/orders/${orders[0]!.id}/done`)).status, 'not its own').toBe(404)
    expect((await ask('POST', `/sync/orders/${orders[0]!.id}/done`, { key: own.key })).status).toBe(200)
    expect((await hello({}, own.key)).orders).toEqual([])
    expect(await listed()).toMatchObject({ ordersOpen: 0, ordersLate: 0 })
  })
})
