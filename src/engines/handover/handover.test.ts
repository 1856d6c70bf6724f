import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { balance, type Move } from '../ledger/index.ts'
import type { PublicKey } from '../signature.ts'
import {
  aboveEntitlement,
  checkToken,
  custodyLeft,
  dayOf,
  distinctFacts,
  type Entitled,
  entitlementHash,
  expectedCount,
  type FieldFact,
  factReceiptText,
  isAssisted,
  keyOfFact,
  leftOf,
  listHash,
  outOf,
  packageFor,
  readFactReceipt,
  type SizeBand,
  signedToken,
  standingOf,
  takeLots,
  tokenText,
} from './index.ts'

const bands: SizeBand[] = [
  { from: 1, to: 4, lines: [{ item: 'BLANKET', quantity: 2 }] },
  {
    from: 5,
    lines: [
      { item: 'BLANKET', quantity: 4 },
      { item: 'TARPAULIN', quantity: 1 },
    ],
  },
]
const family: Entitled = { household: 'H-0001', people: 6, lines: packageFor(bands, 6)! }

let sequence = 0
const fact = (given: Partial<FieldFact> = {}): FieldFact => ({
  ...{ kind: 'handed', distribution: 'MIEZE', household: 'H-0001', line: 1, device: 'a', sequence: ++sequence, item: 'BLANKET', quantity: 4 },
  ...{ lots: [{ lot: 'L1', quantity: given.quantity ?? 4 }], reverses: null, receivedBy: 'head', acknowledgement: 'signature', collector: null, reason: null },
  ...{ at: '2026-11-27T09:00:00Z', ...given },
})

describe('what a household is owed', () => {
  it('comes from its size, and from nobody’s guess where the size is unknown', () => {
    expect(packageFor(bands, 4)).toEqual([{ line: 1, item: 'BLANKET', quantity: 2 }])
    expect(packageFor(bands, 9)).toHaveLength(2)
    expect([packageFor(bands, null), packageFor(bands, 0)]).toEqual([null, null])
    // One package for every size needs no size.
    const [blankets] = bands as [SizeBand]
    expect(packageFor([{ from: 1, lines: blankets.lines }], null)).toEqual([{ line: 1, item: 'BLANKET', quantity: 2 }])
    expect([packageFor([blankets], null), packageFor([{ ...blankets, from: 2 }], null)]).toEqual([null, null])
  })

  it('stays owed when less was given, is full, or was given twice', () => {
    const less = [fact({ quantity: 3 })]
    expect(standingOf(family, [])).toMatchObject({ state: 'waiting' })
    expect(standingOf(family, less)).toMatchObject({ state: 'partly', lines: [{ handed: 3, owed: 1 }, { owed: 1 }] })
    const whole = [...less, fact({ quantity: 1 }), fact({ line: 2, item: 'TARPAULIN', quantity: 1 })]
    expect(standingOf(family, whole).state).toBe('served')
    expect(standingOf(family, [...whole, fact({ device: 'b', quantity: 4 })]).state).toBe('twice')
  })

  it('is never exceeded on one device', () => {
    expect(aboveEntitlement(family, [], { line: 1, quantity: 4 })).toBeNull()
    expect(aboveEntitlement(family, [fact({ quantity: 3 })], { line: 1, quantity: 2 })).toEqual({ item: 'BLANKET', entitled: 4, handed: 3, asked: 2 })
    expect(aboveEntitlement(family, [], { line: 7, quantity: 1 })).toMatchObject({ entitled: 0 })
  })

  it('opens again when a mistake was taken back, and who came after all was served', () => {
    const mistake = fact({ quantity: 4 })
    const back = fact({ kind: 'taken_back', quantity: 4, reverses: mistake.sequence })
    expect(standingOf(family, [mistake, back])).toMatchObject({ state: 'waiting', lines: [{ owed: 4 }, { owed: 1 }] })
    const absent = fact({ kind: 'no_show', line: 0, item: null, quantity: 0, lots: [] })
    expect(standingOf(family, [absent]).state).toBe('no_show')
    expect(standingOf(family, [absent, fact({ quantity: 1 })]).state).toBe('partly')
  })
})

describe('what a tablet holds', () => {
  const issued = [
    { item: 'BLANKET', lot: 'L1', quantity: 5 },
    { item: 'BLANKET', lot: 'L2', quantity: 10 },
  ]

  it('goes out lot by lot in the order in which it was put in', () => {
    expect(takeLots(issued, 'BLANKET', 7)).toEqual({
      lots: [
        { lot: 'L1', quantity: 5 },
        { lot: 'L2', quantity: 2 },
      ],
      short: 0,
    })
    const left = custodyLeft(issued, [fact({ quantity: 7, lots: takeLots(issued, 'BLANKET', 7).lots })])
    expect(leftOf(left, 'BLANKET')).toBe(8)
  })

  it('may be more than the ledger knew: the fact is kept with what is missing', () => {
    expect(takeLots(issued, 'BLANKET', 17)).toEqual({
      lots: [
        { lot: 'L1', quantity: 5 },
        { lot: 'L2', quantity: 12 },
      ],
      short: 2,
    })
    expect(takeLots([], 'BLANKET', 3)).toEqual({ lots: [{ lot: '', quantity: 3 }], short: 3 })
  })
})

describe('a day of several tablets', () => {
  const list: Entitled[] = [
    family,
    { household: 'H-0002', people: 2, lines: packageFor(bands, 2)! },
    { household: 'H-0003', people: 3, lines: packageFor(bands, 3)! },
  ]

  it('keeps both facts where two served one family, and says so', () => {
    const a = fact({ device: 'a', sequence: 1 })
    const b = fact({ device: 'b', sequence: 1 })
    const day = dayOf(list, [a, b, a, b], false)
    expect(day).toMatchObject({ verified: 3, served: 1, waiting: 2, exceptions: 0 })
    expect(day.doubleService).toEqual([{ household: 'H-0001', line: 1, item: 'BLANKET', entitled: 4, handed: 8, devices: ['a', 'b'] }])
    expect(distinctFacts([a, b, a])).toHaveLength(2)
  })

  it('counts who came, who did not and who would not, with exceptions apart', () => {
    const facts = [
      fact({ quantity: 1 }),
      fact({ kind: 'refused', household: 'H-0002', line: 0, item: null, quantity: 0, lots: [] }),
      fact({ kind: 'exception', household: 'H-0900', quantity: 2 }),
    ]
    expect(dayOf(list, facts, true)).toMatchObject({ verified: 3, served: 1, refused: 1, noShow: 1, waiting: 0, exceptions: 1 })
  })

  it('tells who was assisted by the standard of its time', () => {
    const standard = [
      { item: 'TARPAULIN', quantity: 1 },
      { item: 'TENT', quantity: 1 },
    ]
    expect([isAssisted(standard, new Map([['TENT', 1]])), isAssisted(standard, new Map([['BLANKET', 9]]))]).toEqual([true, false])
  })

  it('expects on the ground what was there and came, less what left', () => {
    expect(expectedCount({ opening: 0, received: 120, handed: 104, returned: 10, damaged: 1 })).toBe(5)
  })

  it('loses and doubles nothing, whatever order, repetition and mistakes: 500 schedules', () => {
    const deeds = fc.array(
      fc.record({
        device: fc.constantFrom('a', 'b', 'c'),
        household: fc.integer({ min: 0, max: 5 }),
        quantity: fc.integer({ min: 1, max: 4 }),
        undo: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(deeds, fc.infiniteStream(fc.nat()), (schedule, luck) => {
        const people = Array.from({ length: 6 }, (_, n): Entitled => ({ ...family, household: `H-${n}` }))
        const issued = [
          { item: 'BLANKET', lot: 'L1', quantity: 10 },
          { item: 'BLANKET', lot: 'L2', quantity: 14 },
        ]
        const own: Record<string, FieldFact[]> = { a: [], b: [], c: [] }
        for (const { device, household, quantity, undo } of schedule) {
          const facts = own[device]!
          const entitled = people[household]!
          const last = facts.at(-1)
          const common = { device, sequence: facts.length + 1 }
          if (undo && last?.kind === 'handed') facts.push({ ...last, ...common, kind: 'taken_back', reverses: last.sequence })
          else if (!aboveEntitlement(entitled, facts, { line: 1, quantity }) && leftOf(custodyLeft(issued, facts), 'BLANKET') >= quantity)
            facts.push(fact({ ...common, household: entitled.household, quantity, lots: takeLots(custodyLeft(issued, facts), 'BLANKET', quantity).lots }))
        }
        const made = Object.values(own).flat()
        // Each goes up once or three times, in any order.
        const sent = made.flatMap((one) => Array<FieldFact>(1 + (luck.next().value! % 3)).fill(one)).sort(() => (luck.next().value! % 2 ? 1 : -1))
        const kept = distinctFacts(sent)
        expect(new Set(kept.map(keyOfFact))).toEqual(new Set(made.map(keyOfFact)))
        expect(kept).toHaveLength(made.length)
        const when = { effectiveAt: '2', recordedAt: '2' }
        const moves: Move[] = ['a', 'b', 'c'].flatMap((to) => issued.map((held) => ({ ...held, from: 'bin', to, effectiveAt: '1', recordedAt: '1' })))
        for (const { kind, device, lots } of kept)
          for (const { lot, quantity } of lots) {
            const [from, to] = kind === 'handed' ? [device, 'handed'] : ['handed', device]
            moves.push({ item: 'BLANKET', lot, quantity, from: from!, to: to!, ...when })
          }
        let all = 0
        for (const lot of ['L1', 'L2'])
          for (const account of ['bin', 'a', 'b', 'c', 'handed']) {
            const held = balance(moves, { account, item: 'BLANKET', lot })
            all += held
            if (account !== 'bin') expect(held).toBeGreaterThanOrEqual(0)
          }
        expect(all).toBe(0)
        const day = dayOf(people, sent, true)
        expect(day.verified).toBe(day.served + day.noShow + day.refused)
        expect(kept.reduce((sum, one) => sum + outOf(one), 0)).toBe(
          ['L1', 'L2'].reduce((sum, lot) => sum + balance(moves, { account: 'handed', item: 'BLANKET', lot }), 0),
        )
        // One device alone never serves a line twice.
        for (const { devices } of day.doubleService) expect(devices.length).toBeGreaterThan(1)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the token of a household', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  const key = { id: '1f0c93ab77d0e154', jwk: { kty: 'EC', crv: 'P-256', x, y } satisfies PublicKey }
  const check = { mission: 'MOZ', keys: [key], distribution: 'MIEZE-261127', revoked: [] }
  const facts = { mission: 'MOZ', keyId: key.id, distribution: 'MIEZE-261127', household: 'MZ01-000123-7', print: 1, entitlement: '9F2C44A01B77E0C5' }
  const printed = (changed: Partial<typeof facts> = {}) => {
    const text = tokenText({ ...facts, ...changed })!
    return signedToken(text, sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }))
  }

  it('is believed by its signature alone, and fits a code that a camera reads', async () => {
    expect(await checkToken(printed(), check)).toEqual({ facts })
    expect(create(printed(), { errorCorrectionLevel: 'M' }).modules.size).toBeLessThanOrEqual(49)
  })

  it('is refused with any one bit flipped', async () => {
    const token = Buffer.from(printed(), 'latin1')
    for (let bit = 0; bit < token.length * 8; bit++) {
      const flipped = Buffer.from(token)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(await checkToken(flipped.toString('latin1'), check), `bit ${bit}`).toHaveProperty('refused')
    }
  })

  it('is refused for another day, another mission, a stranger’s key, and once it was revoked', async () => {
    expect(await checkToken(printed({ distribution: 'OCUA-261127' }), check)).toEqual({ refused: 'other-distribution' })
    expect(await checkToken(printed({ mission: 'SSD' }), check)).toEqual({ refused: 'other-mission' })
    expect(await checkToken(printed(), { ...check, keys: [] })).toEqual({ refused: 'unknown-key' })
    const revoked = [{ household: facts.household, upToPrint: 1 }]
    expect(await checkToken(printed(), { ...check, revoked })).toEqual({ refused: 'revoked' })
    expect(await checkToken(printed({ print: 2 }), { ...check, revoked })).toHaveProperty('facts')
    expect(tokenText({ ...facts, household: 'agregado 1' })).toBeNull()
  })

  it('carries the entitlement as it was frozen, whatever order its lines came in', async () => {
    expect(await entitlementHash(family)).toBe(await entitlementHash({ ...family, lines: [...family.lines].reverse() }))
    expect(await entitlementHash(family)).toMatch(/^[0-9A-F]{16}$/)
    const other = { ...family, household: 'H-0002' }
    expect(await listHash([family, other])).toBe(await listHash([other, family]))
    expect(await listHash([family])).not.toBe(await listHash([other]))
  })
})

describe('the receipt of a fact', () => {
  it('is read back whole or not at all', () => {
    const receipt = { key: 'MIEZE/H-1/1/a/1', hash: 'abc', receivedAt: '2026-11-27T09:00:00.000Z', number: 7, epoch: 'e1' }
    const text = factReceiptText(receipt)
    expect(readFactReceipt(text)).toEqual({ key: receipt.key, hash: 'abc', number: 7, epoch: 'e1' })
    expect([readFactReceipt(''), readFactReceipt(`${text}\nmore`), readFactReceipt(text.replace('7', 'x'))]).toContain(null)
  })
})
