import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import fc from 'fast-check'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../signature.ts'
import { fromBase32, toBase32 } from './base32.ts'
import { readCard } from './card.ts'
import { type CardCheck, type CardFacts, cardText, cardToken, checkCard } from './index.ts'

function mission(id: string): { id: string; jwk: PublicKey; privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  return { id, jwk: { kty: 'EC', crv: 'P-256', x, y }, privateKey }
}
const ours = mission('1f0c93ab77d0e154')
const theirs = mission('99aa00bb11cc22dd')

const facts: CardFacts = { mission: 'MOZ', keyId: ours.id, household: 'MZ01-000123-7', exercise: 'PEM26', issuedOn: '2026-11-27', print: 1 }
function printed(changed: Partial<CardFacts> = {}, by = ours): string {
  const text = cardText({ ...facts, keyId: by.id, ...changed })!
  return cardToken(text, sign('sha256', Buffer.from(text), { key: by.privateKey, dsaEncoding: 'ieee-p1363' }))
}
const office: CardCheck = { mission: 'MOZ', keys: [ours], revoked: [] }

describe('the card of a household', () => {
  it('is believed by its signature alone, and says household, exercise, day and print, and nothing of a person', async () => {
    expect(await checkCard(printed(), office)).toEqual({ facts })
    expect(printed()).toMatch(/^C1\/MOZ\/1F0C93AB\/MZ01-000123-7\/PEM26\/20261127\/1\/[A-Z2-7]{103}$/)
  })

  it('is 150 letters, 104 bytes of a QR code of level Q with 49 modules on a side', () => {
    const code = create(printed(), { errorCorrectionLevel: 'Q' })
    const [only] = code.segments
    expect({ letters: printed().length, mode: only?.mode.id, pieces: code.segments.length }).toEqual({ letters: 150, mode: 'Alphanumeric', pieces: 1 })
    expect({ bytes: Math.ceil((only?.getBitsLength() ?? 0) / 8), modules: code.modules.size }).toEqual({ bytes: 104, modules: 49 })
  })

  it('is refused with any one bit flipped', async () => {
    const token = Buffer.from(printed(), 'latin1')
    for (let bit = 0; bit < token.length * 8; bit++) {
      const flipped = Buffer.from(token)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      expect(await checkCard(flipped.toString('latin1'), office), `bit ${bit}`).toHaveProperty('refused')
    }
  })

  it('is refused with a letter missing, doubled or exchanged anywhere', async () => {
    const token = printed()
    const place = fc.integer({ min: 0, max: token.length - 1 })
    await fc.assert(
      fc.asyncProperty(place, place, fc.constantFrom('drop', 'double', 'swap'), async (at, other, how) => {
        const letters = [...token]
        if (how === 'drop') letters.splice(at, 1)
        else if (how === 'double') letters.splice(at, 0, letters[at]!)
        else [letters[at], letters[other]] = [letters[other]!, letters[at]!]
        fc.pre(letters.join('') !== token)
        expect(await checkCard(letters.join(''), office)).toHaveProperty('refused')
      }),
      { numRuns: 300 },
    )
  })

  it('is refused, never thrown at, whatever text is held before the camera', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc.string().map((tail) => `C1/MOZ/${tail}`),
        ),
        async (text) => {
          expect(await checkCard(text, office)).toEqual({ refused: text.startsWith('C1/') ? expect.any(String) : 'card.damaged' })
        },
      ),
    )
  })

  it('says whether it is another mission’s, signed by a key that is not known here, or damaged', async () => {
    expect(await checkCard(printed({ mission: 'SSD' }, theirs), office)).toEqual({ refused: 'card.other-mission' })
    expect(await checkCard(printed({}, theirs), office)).toEqual({ refused: 'card.unknown-key' })
    expect(await checkCard(printed({ keyId: ours.id }, theirs), office)).toEqual({ refused: 'card.damaged' })
    expect(await checkCard(printed().replace('000123', '000124'), office)).toEqual({ refused: 'card.damaged' })
    expect(await checkCard(printed().slice(0, -1), office)).toEqual({ refused: 'card.damaged' })
    expect(await checkCard('', office)).toEqual({ refused: 'card.damaged' })
  })

  it('is judged by the right one of two keys whose short ids are the same', async () => {
    const twin = { ...theirs, id: `${ours.id.slice(0, 8)}ffffffff` }
    expect(await checkCard(printed(), { ...office, keys: [twin, ours] })).toEqual({ facts })
    expect(await checkCard(printed(), { ...office, keys: [twin] })).toEqual({ refused: 'card.damaged' })
  })

  it('stays good after a lost one was replaced on the same day, while the lost one is revoked', async () => {
    const replaced = { ...office, revoked: [{ household: facts.household, upToPrint: 1 }] }
    expect(await checkCard(printed(), replaced)).toEqual({ refused: 'card.revoked' })
    expect(await checkCard(printed({ print: 2 }), replaced)).toEqual({ facts: { ...facts, print: 2 } })
    expect(await checkCard(printed({ household: 'MZ01-000124-5' }), replaced)).toHaveProperty('facts')
    const all = { ...office, revoked: [{ household: facts.household, upToPrint: null }] }
    expect(await checkCard(printed({ print: 2 }), all)).toEqual({ refused: 'card.revoked' })
  })

  it('is not made from facts that it could not carry', () => {
    for (const wrong of [
      { mission: 'Moz' },
      { household: 'família 3' },
      { household: '' },
      { household: 'A/B' },
      { exercise: 'A'.repeat(21) },
      { issuedOn: '2026-02-30' },
      { issuedOn: '20261127' },
      { print: 0 },
      { print: 1.5 },
    ])
      expect(cardText({ ...facts, ...wrong }), JSON.stringify(wrong)).toBeNull()
  })

  it('gives every content of bytes one text only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
    expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((word) => toBase32(Buffer.from(word)))).toEqual(
      // The examples of RFC 4648, section 10, without their padding.
      ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'],
    )
    expect([fromBase32('MZ'), fromBase32('my'), fromBase32('M1')]).toEqual([null, null, null])
    expect(readCard(printed())?.household).toBe(facts.household)
  })
})
