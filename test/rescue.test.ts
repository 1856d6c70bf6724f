/** A rescue file on a card: made by the phone's own code, opened in the office, taken in the name of its phone, answered form by form. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFactReceipt } from '../src/engines/handover/index.ts'
import { sealFor } from '../src/faces/field/store/sealing.ts'
import { asOwner } from '../src/kernel/index.ts'
import { takeRoundPhone } from './support/constructionRound.ts'
import { frozen, giveGoods, joinedPhone, layGoods, numberOf, opened, takeTablet } from './support/distributionDay.ts'
import { countOf, type FieldWork, filled, layFieldWork } from './support/fieldWork.ts'
import { telephonePicture } from './support/pictures.ts'
import { enrol } from './support/secondFactor.ts'
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
type Work = { label: string; signed: number; aside: number; refusals: { code: string; sentence: { pt: string } }[] }
type Answered = { status: number; body: { lines: Line[]; work: Work[]; refusals: { code: string }[] } }

async function bring(
  envelopes: object[],
  { who = 'bento' as Name, device = phone.id, project = work.project, bytes = null as Buffer | null, pieces = [] as object[] } = {},
): Promise<Answered> {
  const content =
    bytes ??
    Buffer.from(JSON.stringify({ kind: 'capulana-rescue-1', madeAt: '2026-11-20T08:00:00.000Z', device: 'Telefone 9', project, envelopes, carried: pieces }))
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

  it('brings hand-overs: each has its receipt, the same one when the tablet sends them as well', async () => {
    await layGoods(test)
    const distribution = await frozen(test, 3)
    const at = await joinedPhone(test, work.project, 'Tablet G')
    await giveGoods(test, distribution.id, at.id, 20)
    await opened(test, distribution.id)
    const tablet = takeTablet(test, at, distribution)
    tablet.write({ household: numberOf(1) })
    tablet.write({ household: numberOf(2), kind: 'taken_back', reverses: 7 })
    const piece = async (of: string, content: string, bound = of) => ({
      ...{ kind: 'relief.handovers', of, sealed: await sealFor(sealingKey(), bound, new TextEncoder().encode(content)) },
    })
    const brought = async (...pieces: object[]) => (await bring([], { device: at.id, pieces })).body.work
    const written = JSON.stringify({ publicKey: tablet.publicKey, facts: tablet.facts })
    for (const _ of ['once', 'again']) {
      const [taken] = await brought(await piece(distribution.id, written))
      expect(taken).toMatchObject({ label: distribution.code, signed: 1, refusals: [{ code: 'relief.nothing-to-take-back' }] })
    }
    const [first] = (await tablet.send()).body.answers
    expect(readFactReceipt(first!.receipt!.text)).not.toBeNull()
    expect(await countOf(test, 'relief.handover')).toBe(1)
    const refusedAll = await brought(
      await piece(distribution.id, written, 'another'),
      await piece(distribution.id, '{'),
      await piece('00000000-0000-4000-8000-000000000000', written),
    )
    expect(refusedAll.map(({ refusals }) => refusals[0]!.code)).toEqual(['forms.work-unreadable', 'forms.work-unreadable', 'relief.not-this-tablet'])
    expect(refusedAll[0]!.refusals[0]!.sentence.pt).toContain(distribution.id)
  })

  it('brings what was seen at building sites with its photographs: each has one receipt, the same one when the phone sends it as well', async () => {
    await enrol(test.house, test.people.tomas.id)
    const post = async (url: string, payload: object) =>
      (await test.ask('tomas', { method: 'POST', url: `/api/solutions/${url}`, payload })).body as { id: string }
    const given = { programme: 'Metuge 2026', household: 'H-1', chosenBy: 'Selecção 3', modality: 'in_kind', number: '1', place: 'MZ010902' }
    const house = await post('houses', given)
    const at = await joinedPhone(test, work.project, 'Telefone das obras', 'http://localhost', 'tomas')
    const site = takeRoundPhone(test, at)
    const photo = telephonePicture(7)
    const sha256 = createHash('sha256').update(photo).digest('hex')
    const answers = [{ code: 'depth', answer: 'pass' as const, note: null, photo: sha256 }]
    site.write('tenure', house.id, { kind: 'none_known', bothSpouses: 'unknown', document: 'unknown', conflict: 'no', checkedOn: '2026-11-20', words: null })
    site.write('inspect', house.id, { design: null, stage: 'foundation', seenOn: '2026-11-20', fixBy: '2026-11-30', answers })
    const piece = async (photos: object[], facts = site.facts) => {
      const content = new TextEncoder().encode(JSON.stringify({ facts, photos }))
      return { kind: 'solutions.round', of: at.id, sealed: await sealFor(sealingKey(), at.id, content) }
    }
    const brought = async (...photos: object[]) => (await bring([], { device: at.id, pieces: [await piece(photos)] })).body.work
    // Another picture under its name is not it: the inspection waits, and the land is kept.
    const other = { sha256, data: telephonePicture(8).toString('base64url') }
    expect(await brought(other)).toMatchObject([{ label: 'Telefone das obras', signed: 1, aside: 0, refusals: [{ code: 'solutions.photo-not-here' }] }])
    // The house is not at its foundation yet: kept, and put aside for an officer.
    const whole = { sha256, data: photo.toString('base64url') }
    for (const _ of ['once', 'again']) expect(await brought(whole)).toMatchObject([{ signed: 2, aside: 1, refusals: [] }])
    const { answers: sent } = await site.send()
    const kept = await asOwner(test.house.doors).rows<{ receipt: string }>(
      sql`select receipt from solutions.round_fact where device = ${at.id} order by sequence`,
    )
    expect(sent.map(({ receipt }) => receipt!.text)).toEqual(kept.map(({ receipt }) => receipt))
    expect(kept).toHaveLength(2)
    expect((await bring([], { device: at.id, pieces: [await piece([], [{ sequence: 1 } as never])] })).body.work[0]!.refusals[0]!.code).toBe(
      'forms.work-unreadable',
    )
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
