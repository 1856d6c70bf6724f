/** A rescue file on a card: made by the phone's own code, opened in the office, taken in the name of its phone, answered form by form. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealFor } from '../src/faces/field/store/sealing.ts'
import { asOwner } from '../src/kernel/index.ts'
import { countOf, type FieldWork, filled, layFieldWork } from './support/fieldWork.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let work: FieldWork
let phone: { id: string; key: string }
const makePhone = async (areas: string[]) =>
  (await test.ask('bento', { method: 'POST', url: '/api/forms/devices', payload: { project: work.project, label: 'Telefone 9', areas } })).body as {
    id: string
    key: string
  }
beforeAll(async () => {
  test = await openTestHouse()
  work = await layFieldWork(test)
  phone = await makePhone(['MZ01'])
})
afterAll(() => test?.close())

const sealingKey = () => ({ id: test.house.keyring.sealingKey.id, jwk: test.house.keyring.sealingKey.jwk as JsonWebKey })
const carried = async (given: Parameters<typeof filled>[0] = {}, key = sealingKey()) => {
  const { xml, instanceId } = filled(given)
  const sealed = await sealFor(key, instanceId, new TextEncoder().encode(xml))
  return { form: 'site_visit', version: '3', instanceId, openedAt: null, finishedAt: null, elapsedMs: 1000, client: 'field', files: [], sealed, contents: [] }
}
type Line = { instanceId: string; outcome: string; refusals?: { code: string; sentence: { pt: string } }[] }
type Answered = { status: number; body: { lines: Line[]; refusals: { code: string }[] } }

async function bring(
  envelopes: object[],
  { who = 'bento' as Name, device = phone.id, project = work.project, bytes = null as Buffer | null } = {},
): Promise<Answered> {
  const content =
    bytes ?? Buffer.from(JSON.stringify({ kind: 'capulana-rescue-1', madeAt: '2026-11-20T08:00:00.000Z', device: 'Telefone 9', project, envelopes }))
  const border = `border-${randomUUID()}`
  const payload = Buffer.concat([
    Buffer.from(`--${border}\r\ncontent-disposition: form-data; name="file"; filename="x.rescue.json"\r\ncontent-type: application/json\r\n\r\n`),
    content,
    Buffer.from(`\r\n--${border}--\r\n`),
  ])
  const headers = { 'content-type': `multipart/form-data; boundary=${border}` }
  return (await test.ask(who, { method: 'POST', url: `/api/forms/devices/${device}/rescue`, payload, headers })) as unknown as Answered
}
const outcomes = ({ body }: Answered) => body.lines.map(({ outcome }) => outcome)

describe('a rescue file', () => {
  it('is opened and taken in the name of its phone; brought again, or sent meanwhile, each form counts once', async () => {
    const [one, two] = [await carried(), await carried()]
    const before = await countOf(test, 'forms.submission')
    expect(outcomes(await bring([one, two]))).toEqual(['received', 'received'])
    expect(outcomes(await bring([one, two]))).toEqual(['already', 'already'])
    expect(await countOf(test, 'forms.submission')).toBe(before + 2)
    const sent = await asOwner(test.house.doors).one(sql`select device from forms.submission where instance_id = ${one.instanceId}`)
    expect(sent).toEqual({ device: phone.id })
  })

  it('tells form by form what could not be opened, and takes the others', async () => {
    const elsewhere = (await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])) as CryptoKeyPair
    const foreign = await carried({}, { id: 'another-house', jwk: await crypto.subtle.exportKey('jwk', elsewhere.publicKey) })
    const answered = await bring([foreign, await carried()])
    expect(outcomes(answered)).toEqual(['refused', 'received'])
    expect(answered.body.lines[0]!.refusals![0]!.code).toBe('forms.sealed-unreadable')
    expect(answered.body.lines[0]!.refusals![0]!.sentence.pt).toContain(foreign.instanceId)
  })

  it('is kept aside when the key of its phone has ended', async () => {
    const old = await makePhone(['MZ01'])
    await test.ask('bento', { method: 'POST', url: `/api/forms/devices/${old.id}/revoke` })
    expect(outcomes(await bring([await carried()], { device: old.id }))).toEqual(['aside'])
  })

  it('is refused whole: cut, of another project, of a phone beyond the own area, or brought by somebody who may not', async () => {
    const { instanceId } = filled()
    expect((await bring([], { bytes: Buffer.from('{"kind":"capulana-rescue-1"') })).body.refusals[0]!.code).toBe('forms.rescue-unreadable')
    expect((await bring([await carried()], { project: work.project + 1 })).body.refusals[0]!.code).toBe('forms.rescue-other-project')
    expect((await bring([await carried()], { who: 'ana' })).status).toBe(403)
    expect((await bring([await carried()], { device: instanceId })).status).toBe(404)
    const owner = asOwner(test.house.doors)
    await owner.run(sql`update kernel.person set areas = '{MZ0201}' where id = ${test.people.carla.id}`)
    expect((await bring([await carried()], { who: 'carla' })).body.refusals[0]!.code).toBe('forms.rescue-other-area')
  })
})
