/** Receipt or still here: what may leave the phone, what waits, and for how long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { receiptText } from '../../../engines/instance/index.ts'
import { countsOf } from './counts.ts'
import { type Entry, finish, type Heard, hear, isDue, longestWait, mayBeForgotten, offerAgain, sendNow, waitAfter } from './entry.ts'
import { checkReceipt, payloadHash } from './receipt.ts'

const instanceId = 'uuid:6f0a7a0e-3a55-4d0b-9a0c-3f6c1c1b2a01'
const xml = `<data id="visit" version="3" xmlns:orx="http://openrosa.org/xforms">
  <place>MZ010902</place><people>7</people>
  <orx:meta><orx:instanceID>${instanceId}</orx:instanceID></orx:meta></data>`
const hash = 'f90e73ac4d5896771343d2a0a013055b005f6712d9fbf189760a26dbdc54058f'
/** The public sample pair of RFC 6979 A.2.5. */
const key = {
  id: 'sample',
  jwk: { kty: 'EC', crv: 'P-256', x: 'YP7UuiVanTHJYet0xjVtaMBJuJI7Yfps5mliLmDyn7Y', y: 'eQP-EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk' } as const,
}
const facts = {
  form: 'dtm_site',
  instanceId,
  outcome: 'complete' as const,
  payloadHash: hash,
  filesHash: '-',
  receivedAt: '2023-03-01T08:00:00.000Z',
  serverSeq: 184213,
  epoch: '0b54c1de',
}
const receipt = {
  text: receiptText(facts),
  keyId: 'sample',
  signature: 'oquAd-cCNS67xjRFbJ-giALsciktzNNgBln-5v8gTPtKj8hzmRNpYTU4fcA6NMZ_z06woXu-KOPYhqYp65lfGg',
}

const draft: Entry = {
  instanceId,
  form: { id: 'v', code: 'dtm_site', version: '3', title: {}, isRestricted: false },
  phase: 'draft',
  name: '',
  startedAt: '2023-03-01T07:00:00.000Z',
  savedAt: '2023-03-01T07:00:00.000Z',
  elapsedMs: 0,
  files: [],
  finishedAt: null,
  deviceSeq: null,
  payloadHash: null,
  bytes: 0,
  tries: 0,
  nextAt: 0,
  missing: [],
  told: [],
  receipt: null,
  receiptAt: null,
}
const finishing = { finishedAt: '2023-03-01T07:30:00.000Z', elapsedMs: 60_000, deviceSeq: 1, payloadHash: hash, files: [], bytes: 300, name: 'Mieze' }
const finished = finish(draft, finishing)
const day = 86_400_000
const now = Date.parse('2023-03-02T00:00:00Z')
const complete: Heard = { kind: 'receipt', receipt, facts, missing: [] }

describe('a receipt', () => {
  it('is believed when the office signed it about exactly this form', async () => {
    expect(await payloadHash(xml)).toBe(hash)
    expect(await checkReceipt(receipt, [key], finished)).toEqual({ facts })
  })

  it('is not believed with a changed word, an unknown key, or about another form or other answers', async () => {
    const changed = { ...receipt, text: receipt.text.replace('184213', '184214') }
    expect(await checkReceipt(changed, [key], finished)).toEqual({ problem: 'signature' })
    expect(await checkReceipt({ ...receipt, keyId: 'other' }, [key], finished)).toEqual({ problem: 'unknown-key' })
    expect(await checkReceipt(receipt, [key], { ...finished, instanceId: 'uuid:other' })).toEqual({ problem: 'other-form' })
    expect(await checkReceipt(receipt, [key], { ...finished, payloadHash: 'other' })).toEqual({ problem: 'other-content' })
    expect(await checkReceipt({ ...receipt, signature: 'zz' }, [key], finished)).toEqual({ problem: 'signature' })
    expect(await checkReceipt({ ...receipt, text: '<html>login</html>' }, [key], finished)).toEqual({ problem: 'unreadable' })
  })

  it('for other files than ours lets nothing go', async () => {
    const withPhoto = { ...finished, files: [{ name: 'a.jpg', sha256: 'aa', bytes: 3 }] }
    expect(await checkReceipt(receipt, [key], withPhoto)).toEqual({ problem: 'other-content' })
  })
})

describe('an entry of the outbox', () => {
  it('leaves by a receipt for all of it, and by nothing else', () => {
    const heardAll: Heard[] = [
      { kind: 'later' },
      { kind: 'refused', told: [{ code: 'forms.closed', facts: {} }] },
      { kind: 'receipt', receipt, facts: { ...facts, outcome: 'stored' }, missing: ['a.jpg'] },
      { kind: 'receipt', receipt, facts: { ...facts, outcome: 'quarantined' }, missing: ['a.jpg'] },
    ]
    for (const heard of heardAll) expect(hear(finished, heard, { now, random: 0.5 }).phase).not.toBe('received')
    for (const outcome of ['complete', 'quarantined', 'withdrawn'] as const)
      expect(hear(finished, { ...complete, facts: { ...facts, outcome } } as Heard, { now, random: 0.5 }).phase).toBe('received')
  })

  it('never leaves in any sequence of answers without such a receipt', () => {
    const answer = fc.oneof(
      fc.constant<Heard>({ kind: 'later' }),
      fc.record({ kind: fc.constant('later' as const), afterMs: fc.integer({ min: 0, max: 10_000_000 }) }),
      fc.constant<Heard>({ kind: 'refused', told: [] }),
      fc.constant<Heard>({ kind: 'receipt', receipt, facts: { ...facts, outcome: 'stored' }, missing: [] }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, fc.double({ min: 0, max: 1, noNaN: true }))), (answers) => {
        let entry = finished
        for (const [heard, random] of answers) entry = hear(entry, heard, { now, random })
        return entry.phase !== 'received' && entry.phase !== 'draft' && isDue(sendNow(entry), now)
      }),
    )
  })

  it('waits longer after each failure, up to a quarter of an hour, and never gives up', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (tries, random) => {
        const wait = waitAfter(tries, random)
        return wait >= 1000 && wait <= longestWait
      }),
    )
    expect(waitAfter(5, 1)).toBeGreaterThan(waitAfter(1, 1))
    const waited = hear({ ...finished, tries: 5000 }, { kind: 'later' }, { now, random: 1 })
    expect(isDue(waited, now)).toBe(false)
    expect(isDue(waited, now + longestWait)).toBe(true)
  })

  it('that the office refuses needs a person, and keeps the office’s words', () => {
    const told = [{ code: 'forms.closed', facts: {}, sentence: { pt: 'Fechou.', en: 'Closed.' } }]
    expect(hear(finished, { kind: 'refused', told }, { now, random: 0 })).toMatchObject({ phase: 'needs-you', told })
  })

  it('is offered again to a restored office as long as it is here, and forgotten after fourteen days', () => {
    const received = hear(finished, complete, { now, random: 0 })
    expect(offerAgain(received, now + 13 * day)).toMatchObject({ phase: 'finished', nextAt: now + 13 * day })
    expect(mayBeForgotten(received, now + 13 * day, now + 13 * day)).toBe(false)
    expect(mayBeForgotten(received, now + 15 * day, now + 15 * day)).toBe(true)
    expect(mayBeForgotten(finished, now + 400 * day, now + 400 * day)).toBe(false)
  })

  it('is not forgotten because a clock jumped, on the phone or in the office', () => {
    const yearsAgo = now - 3 * 365 * day
    const receivedLongAgo = hear(finished, complete, { now: yearsAgo, random: 0 })
    expect(mayBeForgotten(receivedLongAgo, now, now), 'the phone stood three years back when it was received').toBe(false)
    const received = hear(finished, complete, { now, random: 0 })
    expect(mayBeForgotten(received, now + 20 * day, now + day), 'the phone is ahead').toBe(false)
    expect(mayBeForgotten(received, now + day, now + 400 * day), 'the office is ahead').toBe(false)
  })

  it('that waits under a clock that was set back since is due at once', () => {
    const waiting = hear(finished, { kind: 'later' }, { now: now + 20 * day, random: 1 })
    expect(isDue(waiting, now + 20 * day)).toBe(false)
    expect(isDue(waiting, now)).toBe(true)
    const refused = hear(finished, { kind: 'refused', told: [] }, { now, random: 0 })
    expect(isDue(refused, now + 1), 'the longest wait of ours still holds').toBe(false)
  })
})

it('counts a form as received or as on this phone, never as both and never as neither', () => {
  const received = hear(finished, complete, { now, random: 0 })
  const refused = hear(finished, { kind: 'refused', told: [] }, { now, random: 0 })
  expect(countsOf([draft, finished, received, refused], { count: 5, last: '2023-01-01T00:00:00.000Z' })).toEqual({
    here: 3,
    going: 1,
    needsYou: 1,
    received: 6,
    last: new Date(now).toISOString(),
  })
})
