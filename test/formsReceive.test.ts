/** The door of ingest: what is receipted is kept, once; what differs is kept beside; what has not come is named; and no receipt is given that could not be held. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseReceipt, receiptHolds } from '../src/engines/instance/index.ts'
import { type Envelope, type Received, receive } from '../src/kernel/forms/receive.ts'
import { type Actor, asOwner, isRefused, type Refused } from '../src/kernel/index.ts'
import { countOf, type FieldWork, filled, layFieldWork, layPhone, publishVersion } from './support/fieldWork.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let work: FieldWork
let ana: Actor
let shared: Actor
beforeAll(async () => {
  test = await openTestHouse()
  work = await layFieldWork(test)
  ana = await layPhone(test, work, test.people.ana)
  shared = await layPhone(test, work, null)
})
afterAll(() => test?.close())

const owner = () => asOwner(test.house.doors)
const send = (xml: string, more: Partial<Envelope> = {}, actor = ana) =>
  receive(test.house, actor, { project: work.project, xml, files: [], via: 'push', ...more })
const codeOf = (answer: Received | Refused) => (isRefused(answer) ? answer.refused[0]!.code : answer.outcome)
function kept(answer: Received | Refused): Received {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer.refused))
  return answer
}
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const photo = (letter: string) => ({ content: Buffer.from(letter), sha256: sha256(Buffer.from(letter)) })

describe('a form that comes for the first time', () => {
  it('is kept as sent, typed, placed, dated, receipted and audited', async () => {
    const { xml, instanceId } = filled({ place: 'MZ0109', day: '2026-03-02' })
    const answer = kept(
      await send(xml, { deviceSeq: 1, client: 'field 1.0', openedAt: '2026-03-02T08:00:00+02:00', finishedAt: '2026-03-02T09:00:00+02:00', elapsedMs: 5000 }),
    )
    expect(answer).toMatchObject({ outcome: 'complete', missing: [], instanceId })
    expect(await receiptHolds(answer.receipt, test.house.keyring.receiptKey.jwk)).toBe(true)
    const receipt = parseReceipt(answer.receipt.text)!
    const row = await owner().one<Record<string, unknown>>(sql`select * from forms.submission where id = ${answer.submission}`)
    expect(row).toMatchObject({
      xml,
      scope: 'MZ0109',
      effectiveAt: '2026-03-02T00:00:00.000Z',
      recordedBy: test.people.ana.id,
      device: ana.device,
      deviceSeq: 1,
      startedAt: '2026-03-02T06:00:00.000Z',
      elapsedMs: 5000,
      payloadHash: receipt.payloadHash,
      serverSeq: receipt.serverSeq,
      recordedAt: receipt.receivedAt,
    })
    const answers = await owner().rows(
      sql`select repeat, turn, parent_turn, answers from forms.answers where submission = ${answer.submission} order by repeat, turn`,
    )
    expect(answers).toEqual([
      { repeat: '', turn: 0, parentTurn: 0, answers: { place: 'MZ0109', day: '2026-03-02', people: 7 } },
      { repeat: '/data/af', turn: 1, parentTurn: 0, answers: { n: 4 } },
      { repeat: '/data/af', turn: 2, parentTurn: 0, answers: { n: 3 } },
    ])
    expect(await owner().one(sql`select who, deed from kernel.audit where record_id = ${answer.submission}`)).toEqual({
      who: test.people.ana.id,
      deed: 'submission.receive',
    })
    expect(await countOf(test, 'kernel.change', `topic = 'submission' and record_id = '${answer.submission}' and scope = 'MZ0109'`)).toBe(1)
    expect(await countOf(test, 'forms.standing', `submission = '${answer.submission}' and state = 'received' and checked_at is null`)).toBe(1)
  })

  it('lies in the area of its phone where the place is not known, and has no day where none was answered', async () => {
    const answer = kept(await send(filled({ place: 'nowhere', day: '' }).xml))
    expect(await owner().one(sql`select scope, effective_at from forms.submission where id = ${answer.submission}`)).toEqual({
      scope: 'MZ01',
      effectiveAt: null,
    })
  })

  it('of a shared phone belongs to the phone', async () => {
    const answer = kept(await send(filled().xml, {}, shared))
    expect(await owner().one(sql`select recorded_by from forms.submission where id = ${answer.submission}`)).toEqual({ recordedBy: shared.device })
  })

  it('is typed as unknown where it was left empty, never as zero', async () => {
    const { xml } = filled()
    const answer = kept(await send(xml.replace('<people>7</people>', '<people/>')))
    const row = await owner().one<{ answers: Record<string, unknown> }>(
      sql`select answers from forms.answers where submission = ${answer.submission} and repeat = ''`,
    )
    expect(row!.answers.people).toBe(null)
  })
})

describe('the same form again (fault matrix 7, 8, 9)', () => {
  it('7: 200 first posts at once are one record and 200 equal receipts', async () => {
    const { xml, instanceId } = filled()
    const answers = await Promise.all(Array.from({ length: 200 }, () => send(xml)))
    expect(new Set(answers.map((answer) => kept(answer).receipt.text)).size).toBe(1)
    expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}'`)).toBe(1)
    expect(await countOf(test, 'forms.quarantine', `instance_id = '${instanceId}'`)).toBe(0)
  })

  it('7: 200 posts of two contents at once are one record and one kept aside', async () => {
    const instanceId = `uuid:${randomUUID()}`
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => send(filled({ instanceId, people: n % 2 }).xml)))
    expect(new Set(answers.map((answer) => kept(answer).receipt.text)).size).toBe(2)
    expect(answers.map(codeOf).filter((outcome) => outcome === 'complete')).toHaveLength(100)
    expect(await countOf(test, 'forms.submission', `instance_id = '${instanceId}'`)).toBe(1)
    expect(await countOf(test, 'forms.quarantine', `instance_id = '${instanceId}' and reason = 'other-content' and sibling is not null`)).toBe(1)
  })

  it('8: other content under the same id is kept too, and the phone is told', async () => {
    const { xml, instanceId } = filled({ people: 7 })
    const first = kept(await send(xml))
    const second = kept(await send(filled({ instanceId, people: 8 }).xml))
    expect(second).toMatchObject({ outcome: 'quarantined', reason: 'other-content', missing: [] })
    expect(kept(await send(filled({ instanceId, people: 8 }).xml)).receipt).toEqual(second.receipt)
    expect(kept(await send(xml)).receipt).toEqual(first.receipt)
    expect(await owner().one(sql`select sibling, xml from forms.quarantine where instance_id = ${instanceId}`)).toEqual({
      sibling: first.submission,
      xml: filled({ instanceId, people: 8 }).xml,
    })
  })

  it('9: other whitespace, prefixes and order of attributes are the same content with the same receipt', async () => {
    const { xml } = filled()
    const meta = (prefix: string) =>
      xml.replace('<meta>', prefix === '' ? '<meta xmlns="http://openrosa.org/xforms">' : `<${prefix}:meta xmlns:${prefix}="http://openrosa.org/xforms">`)
    const plain = meta('')
    const first = kept(await send(plain))
    const prefixed = meta('orx').replace('instanceID', 'orx:instanceID').replace('/instanceID', '/orx:instanceID').replace('</meta>', '</orx:meta>')
    const spaced = prefixed
      .replace('<data id="site_visit" version="3">', '<data version=\'3\'\n   id="site_visit">\n  ')
      .replace('</data>', '\n<!-- sent again --></data>\n')
    expect(spaced).not.toBe(plain)
    expect(kept(await send(spaced)).receipt).toEqual(first.receipt)
    expect(await countOf(test, 'forms.quarantine', `payload_hash = '${parseReceipt(first.receipt.text)!.payloadHash}'`)).toBe(0)
  })

  it('under a number that the phone gave before is kept all the same', async () => {
    kept(await send(filled().xml, { deviceSeq: 77 }))
    const again = kept(await send(filled().xml, { deviceSeq: 77 }))
    expect(again.outcome).toBe('complete')
    expect(await owner().one(sql`select device_seq from forms.submission where id = ${again.submission}`)).toEqual({ deviceSeq: null })
  })
})

describe('a form that the server cannot place', () => {
  it('is kept aside when a phone of ours pushes it, and stays on any other phone', async () => {
    const unknown = filled({ code: 'no_such_form' })
    expect(kept(await send(unknown.xml))).toMatchObject({ outcome: 'quarantined', reason: 'form-unknown', submission: null })
    expect(codeOf(await send(unknown.xml, { via: 'openrosa' }))).toBe('forms.form-unknown')
    expect(kept(await send(filled({ version: '99' }).xml))).toMatchObject({ reason: 'version-unknown' })
    expect(codeOf(await send(filled({ version: '99' }).xml, { via: 'openrosa' }))).toBe('forms.version-unknown')
  })

  it('because it was closed a moment ago is kept aside, though the form was open when last asked', async () => {
    const other = await layFieldWork(test, { code: 'closing' })
    const phone = await layPhone(test, other, test.people.ana)
    const push = (via: Envelope['via']) => receive(test.house, phone, { project: other.project, xml: filled({ code: 'closing' }).xml, files: [], via })
    expect(codeOf(await push('push'))).toBe('complete')
    await owner().run(sql`update forms.form set state = 'closed', version = version + 1 where id = ${other.form}`)
    expect(kept(await push('push'))).toMatchObject({ reason: 'form-closed' })
    expect(codeOf(await push('openrosa'))).toBe('forms.form-closed')
  })

  it('because it is not assigned to the phone is none of its forms', async () => {
    const other = await layFieldWork(test, { code: 'others' })
    const answer = await receive(test.house, ana, { project: other.project, xml: filled({ code: 'others' }).xml, files: [], via: 'openrosa' })
    expect(codeOf(answer)).toBe('forms.form-unknown')
    await owner().run(sql`update forms.assignment set until_day = current_date - 31 where target = ${shared.device}`)
    expect(codeOf(await send(filled().xml, { via: 'openrosa' }, shared))).toBe('forms.form-unknown')
    await owner().run(sql`update forms.assignment set until_day = current_date - 20 where target = ${shared.device}`)
    expect(codeOf(await send(filled().xml, { via: 'openrosa' }, shared)), 'begun on its days, sent late').toBe('complete')
  })

  it('in an older published version is taken in that version', async () => {
    await publishVersion(test, work.form, work.code, '4')
    expect(codeOf(await send(filled({ version: '3' }).xml))).toBe('complete')
    expect(codeOf(await send(filled({ version: '4' }).xml))).toBe('complete')
  })

  it('but that it took before form or key ended gets the same receipt, and what was missing still comes', async () => {
    const other = await layFieldWork(test, { code: 'ending' })
    const phone = await layPhone(test, other, test.people.ana)
    const late = { name: '1.jpg', sha256: photo('ending').sha256, bytes: 6 }
    const { xml, instanceId } = filled({ code: 'ending', photos: ['1.jpg'] })
    const push = (more: Partial<Envelope> = {}, content = xml) =>
      receive(test.house, phone, { project: other.project, xml: content, files: [late], via: 'push', ...more })
    const first = kept(await push())
    expect(kept(await push({ keptAside: 'device-revoked' })).receipt).toEqual(first.receipt)
    await owner().run(sql`update forms.form set state = 'closed', version = version + 1 where id = ${other.form}`)
    expect(kept(await push()).receipt).toEqual(first.receipt)
    await test.house.files.put(photo('ending').content)
    expect(kept(await push({ keptAside: 'device-revoked' }))).toMatchObject({ outcome: 'complete', submission: first.submission })
    expect(await countOf(test, 'forms.quarantine', `instance_id = '${instanceId}'`)).toBe(0)
    expect(kept(await push({}, xml.replace('<people>7', '<people>8')))).toMatchObject({ outcome: 'quarantined', reason: 'form-closed' })
    expect(await owner().one(sql`select sibling from forms.quarantine where instance_id = ${instanceId}`)).toEqual({ sibling: first.submission })
  })

  it('from a phone whose key was revoked is kept under its author', async () => {
    const { xml, instanceId } = filled()
    expect(kept(await send(xml, { keptAside: 'device-revoked' }))).toMatchObject({ outcome: 'quarantined', reason: 'device-revoked' })
    expect(await owner().one(sql`select recorded_by from forms.quarantine where instance_id = ${instanceId}`)).toEqual({ recordedBy: test.people.ana.id })
  })
})

describe('files', () => {
  it('that are missing are named, and complete the form when they come', async () => {
    const { xml } = filled({ photos: ['1.jpg', 'ção 2.jpg'] })
    const announced = [
      { name: '1.jpg', sha256: photo('a').sha256, bytes: 1 },
      { name: 'ção 2.jpg', sha256: photo('missing').sha256, bytes: 7 },
    ]
    const first = kept(await send(xml, { files: [{ name: '1.jpg', content: photo('a').content }, announced[1]!] }))
    expect(first).toMatchObject({ outcome: 'stored', missing: ['ção 2.jpg'] })
    expect(parseReceipt(first.receipt.text)!.outcome).toBe('stored')
    expect(kept(await send(xml, { files: announced })).receipt).toEqual(first.receipt)
    await test.house.files.put(photo('missing').content)
    const second = kept(await send(xml, { files: announced }))
    expect(second).toMatchObject({ outcome: 'complete', missing: [] })
    expect(parseReceipt(second.receipt.text)!.filesHash).toBe(
      createHash('sha256')
        .update(`1.jpg ${photo('a').sha256}\nção 2.jpg ${photo('missing').sha256}`)
        .digest('hex'),
    )
    expect(await countOf(test, 'forms.standing', `submission = '${first.submission}' and files_missing = 0`)).toBe(1)
    expect(await countOf(test, 'kernel.file', `sha256 = '${photo('missing').sha256}'`)).toBe(1)
  })

  it('are frozen once the form is complete', async () => {
    const { xml } = filled({ photos: ['1.jpg'] })
    const answer = kept(await send(xml, { files: [{ name: '1.jpg', content: Buffer.from('first') }] }))
    expect(kept(await send(xml, { files: [{ name: '1.jpg', content: Buffer.from('second') }] })).receipt).toEqual(answer.receipt)
    const rows = await owner().rows<{ sha256: string }>(sql`select sha256 from forms.submission_file where submission = ${answer.submission}`)
    expect(rows).toEqual([{ sha256: sha256(Buffer.from('first')) }])
  })

  it('12: with equal names or equal bytes are both kept', async () => {
    const { xml } = filled({ photos: ['1.jpg', '2.jpg'] })
    const same = kept(
      await send(xml, {
        via: 'openrosa',
        files: [
          { name: '1.jpg', content: Buffer.from('same') },
          { name: '2.jpg', content: Buffer.from('same') },
        ],
      }),
    )
    expect(same.outcome).toBe('complete')
    const twin = filled({ photos: ['1.jpg', '1.jpg'] })
    const named = kept(await send(twin.xml, { via: 'openrosa', files: [{ name: '1.jpg', content: Buffer.from('x') }] }))
    expect(named).toMatchObject({ outcome: 'stored', missing: ['1.jpg'] })
    expect(
      kept(await send(twin.xml, { via: 'openrosa', files: [{ name: '1.jpg', content: Buffer.from('x') }] })).outcome,
      'the same one again fills nothing',
    ).toBe('stored')
    expect(kept(await send(twin.xml, { via: 'openrosa', files: [{ name: '1.jpg', content: Buffer.from('y') }] })).outcome).toBe('complete')
    const rows = await owner().rows<{ name: string }>(
      sql`select name from forms.submission_file where submission in (${same.submission}, ${named.submission}) order by submission`,
    )
    expect(rows).toHaveLength(4)
  })

  it('that no question names are not kept', async () => {
    const answer = kept(await send(filled().xml, { via: 'openrosa', files: [{ name: 'stray.jpg', content: Buffer.from('stray') }] }))
    expect(answer.outcome).toBe('complete')
    expect(await countOf(test, 'forms.submission_file', `submission = '${answer.submission}'`)).toBe(0)
  })

  it('of a form kept aside are waited for too', async () => {
    const { xml } = filled({ code: 'no_such_form', photos: ['1.jpg'] })
    const announced = { name: '1.jpg', sha256: photo('late').sha256, bytes: 4 }
    expect(kept(await send(xml, { files: [announced] }))).toMatchObject({ outcome: 'quarantined', missing: ['1.jpg'] })
    await test.house.files.put(photo('late').content)
    expect(kept(await send(xml, { files: [announced] }))).toMatchObject({ outcome: 'quarantined', missing: [] })
  })
})

describe('an edit', () => {
  it('replaces the current instance of its author, and the older answers stay', async () => {
    const first = filled({ people: 1 })
    const original = kept(await send(first.xml))
    const second = filled({ people: 2, replaces: first.instanceId })
    const edited = kept(await send(second.xml))
    expect(edited.outcome).toBe('complete')
    expect(await owner().one(sql`select current, state from forms.standing where submission = ${original.submission}`)).toEqual({
      current: edited.submission,
      state: 'edited',
    })
    expect(await owner().one(sql`select root, replaces from forms.submission where id = ${edited.submission}`)).toEqual({
      root: original.submission,
      replaces: original.submission,
    })
    expect(kept(await send(second.xml)).receipt).toEqual(edited.receipt)
    expect(kept(await send(first.xml)).receipt).toEqual(original.receipt)
    const third = kept(await send(filled({ people: 3, replaces: second.instanceId }).xml))
    expect(await owner().one(sql`select current from forms.standing where submission = ${original.submission}`)).toEqual({ current: third.submission })
  })

  it('of what was replaced meanwhile is kept beside; of the unknown is refused to other clients', async () => {
    const first = filled()
    kept(await send(first.xml))
    const quick = Array.from({ length: 5 }, (_, n) => filled({ people: n, replaces: first.instanceId }).xml)
    const answers = await Promise.all(quick.map((xml) => send(xml)))
    expect(answers.map(codeOf).toSorted()).toEqual(['complete', 'quarantined', 'quarantined', 'quarantined', 'quarantined'])
    expect(kept(await send(filled({ replaces: first.instanceId, people: 9 }).xml, { via: 'openrosa' }))).toMatchObject({ reason: 'edit-of-superseded' })
    const orphan = filled({ replaces: 'uuid:nowhere' }).xml
    expect(codeOf(await send(orphan, { via: 'openrosa' }))).toBe('forms.edit-of-unknown')
    expect(kept(await send(orphan))).toMatchObject({ reason: 'edit-of-unknown' })
  })

  it('of somebody else needs the right to correct in that area', async () => {
    const first = filled({ place: 'MZ0109' })
    kept(await send(first.xml))
    const change = () => filled({ people: 9, replaces: first.instanceId }).xml
    await owner().run(sql`update forms.assignment set until_day = null where target = ${shared.device}`)
    expect(codeOf(await send(change(), { via: 'openrosa' }, shared))).toBe('forms.edit-not-allowed')
    expect(kept(await send(change(), {}, shared))).toMatchObject({ reason: 'edit-not-allowed' })
    const elsewhere: Actor = { ...test.actor('bento'), areas: ['MZ07'] }
    expect(codeOf(await send(change(), { via: 'openrosa' }, elsewhere))).toBe('forms.edit-not-allowed')
    expect(codeOf(await send(change(), { via: 'desk' }, test.actor('bento')))).toBe('complete')
  })

  it('keeps the photographs that it does not bring again', async () => {
    const first = filled({ photos: ['1.jpg'] })
    kept(await send(first.xml, { via: 'openrosa', files: [{ name: '1.jpg', content: Buffer.from('kept') }] }))
    const edited = kept(await send(filled({ people: 9, photos: ['1.jpg'], replaces: first.instanceId }).xml, { via: 'openrosa' }))
    expect(edited).toMatchObject({ outcome: 'complete', missing: [] })
  })
})

describe('what was withdrawn', () => {
  it('is not taken again, and the phone may let go', async () => {
    const { xml, instanceId } = filled()
    const answer = kept(await send(xml))
    await owner().run(sql`update forms.standing set state = 'withdrawn' where submission = ${answer.submission}`)
    expect(kept(await send(xml)).outcome).toBe('withdrawn')
    expect(kept(await send(filled({ instanceId, people: 9 }).xml)).outcome).toBe('withdrawn')
  })
})

describe('an encrypted form', () => {
  it('is kept with its files, says so, and gives no answers', async () => {
    const instanceId = `uuid:${randomUUID()}`
    const xml = `<data id="site_visit" version="3" encrypted="yes" xmlns="http://opendatakit.org/submissions"><base64EncryptedKey>k</base64EncryptedKey><meta xmlns="http://openrosa.org/xforms"><instanceID>${instanceId}</instanceID></meta><media><file>1.jpg.enc</file></media><encryptedXmlFile>submission.xml.enc</encryptedXmlFile></data>`
    const answer = kept(await send(xml, { via: 'openrosa', files: [{ name: 'submission.xml.enc', content: Buffer.from('closed') }] }))
    expect(answer).toMatchObject({ outcome: 'stored', missing: ['1.jpg.enc'] })
    expect(await countOf(test, 'forms.answers', `submission = '${answer.submission}'`)).toBe(0)
    expect(await owner().rows(sql`select code from forms.finding where submission = ${answer.submission}`)).toEqual([{ code: 'forms.encrypted' }])
  })
})

describe('a clock that is wrong (fault matrix 32)', () => {
  it('never refuses a form; its day is not believed', async () => {
    const other = await layFieldWork(test, { code: 'undated', dateQuestion: undefined })
    await owner().run(sql`update forms.form set date_question = null where id = ${other.form}`)
    const phone = await layPhone(test, other, test.people.ana)
    const sent = async (finishedAt: string) => {
      const answer = kept(
        await receive(test.house, phone, { project: other.project, xml: filled({ code: 'undated' }).xml, files: [], via: 'push', finishedAt }),
      )
      const [row] = await owner().rows<{ effectiveAt: string | null; finishedAt: string }>(
        sql`select effective_at, finished_at from forms.submission where id = ${answer.submission}`,
      )
      const findings = await owner().rows<{ code: string }>(sql`select code from forms.finding where submission = ${answer.submission}`)
      return { ...row!, codes: findings.map(({ code }) => code) }
    }
    expect(await sent('2090-01-01T00:00:00.000Z')).toEqual({ effectiveAt: null, finishedAt: '2090-01-01T00:00:00.000Z', codes: ['forms.clock-ahead'] })
    expect(await sent('2017-01-01T00:00:00.000Z')).toEqual({ effectiveAt: null, finishedAt: '2017-01-01T00:00:00.000Z', codes: ['forms.clock-behind'] })
    const now = new Date().toISOString()
    expect(await sent(now)).toEqual({ effectiveAt: now, finishedAt: now, codes: [] })
  })
})

describe('a database that could forget', () => {
  it('is given no form, because no receipt could be signed', async () => {
    const house = { ...test.house, doors: { ...test.house.doors }, settings: { ...test.house.settings, signsOnForgetfulDatabase: false } }
    const answer = await receive(house, ana, { project: work.project, xml: filled().xml, files: [], via: 'push' })
    expect(isRefused(answer) && answer.refused[0]).toEqual({
      code: 'forms.not-durable',
      facts: { settings: ['fsync', 'full_page_writes', 'synchronous_commit'] },
    })
  })
})
