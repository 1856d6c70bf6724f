import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import type { PublicKey } from '../signature.ts'
import {
  type Entitled,
  type FieldFact,
  isAllSeen,
  readShown,
  type Seen,
  type ShownService,
  seeMore,
  servedOf,
  shownBody,
  shownPictures,
  signedPart,
  vouchText,
} from './index.ts'

const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { privateKey, jwk: publicKey.export({ format: 'jwk' }) as PublicKey }
}
const signedBy = (privateKey: KeyObject, text: string) => new Uint8Array(sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }))
const [office, tablet, stranger] = [newKey(), newKey(), newKey()]
const [device, other] = ['5b7c09d2-e1a4-4f00-8a11-00aa11bb22cc', '00000000-0000-4000-8000-000000000001']
const distribution = 'MIEZE-261127'
const listHash = createHash('sha256').update('the list').digest('hex')
const label = 'Tablet Norte · mesa 1'
const numberOf = (n: number) => `MZ01-${String(n).padStart(6, '0')}-${n % 10}`
/** Not in the order of their numbers: each tablet orders for itself. */
const listOf = (count: number): Entitled[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ household: numberOf((n * 7919) % count), people: 5 },
    lines: [
      { line: 1, item: 'BLANKET', quantity: 4 },
      { line: 2, item: 'TARPAULIN', quantity: 1 },
    ],
  }))
const start = Date.parse('2026-11-27T06:00:00Z')
const fact = (household: string, sequence: number, more: Partial<FieldFact> = {}): FieldFact => ({
  ...{ kind: 'handed', distribution, household, line: 1, device, sequence, item: 'BLANKET', quantity: 4, lots: [], reverses: null },
  ...{ receivedBy: 'head', acknowledgement: 'signature', collector: null, reason: null, at: new Date(start + sequence * 20_000).toISOString(), ...more },
})

type By = { key?: ReturnType<typeof newKey>; vouchedBy?: ReturnType<typeof newKey> }
async function shownBy(list: Entitled[], facts: FieldFact[], { key = tablet, vouchedBy = office }: By = {}): Promise<string[]> {
  const about = { distribution, device, label, key: key.jwk }
  const vouch = Buffer.from(signedBy(vouchedBy.privateKey, vouchText(about))).toString('base64url')
  const body = shownBody({ distribution, listHash, list, tablet: { ...about, vouch }, through: facts.at(-1)?.sequence ?? 0, served: servedOf(list, facts) })
  return shownPictures(body, signedBy(key.privateKey, signedPart({ distribution }, body)))
}
const seen = (texts: readonly string[]) => texts.reduce<Seen | null>((before, text) => seeMore(before, text) ?? before, null)
const readBy = (list: Entitled[], texts: readonly string[], more: object = {}) =>
  readShown(seen(texts)!, { distribution, listHash, list, device: other, keys: [{ jwk: stranger.jwk }, { jwk: office.jwk }], ...more })

describe('what one tablet shows another', () => {
  it('is read whole, whatever was served, in whatever order its pictures were seen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 })), { maxLength: 200 }),
        async (count, deeds) => {
          const list = listOf(count)
          const facts = deeds.map(([n, quantity, line], at) => fact(numberOf(n % count), at + 1, { quantity, line }))
          const texts = await shownBy(list, facts)
          const { shown } = (await readBy([...list].reverse(), [...texts].reverse())) as { shown: ShownService }
          expect(shown).toMatchObject({ device, label, through: facts.length })
          const minutes = servedOf(list, facts).map((one) => ({ ...one, at: new Date(Math.floor(Date.parse(one.at) / 60_000) * 60_000).toISOString() }))
          expect(shown.served).toEqual(minutes)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('leaves out what was taken back, who did not come, and who stood outside the list', () => {
    const list = listOf(4)
    const back = fact(numberOf(1), 2, { kind: 'taken_back', reverses: 1 })
    const none = fact(numberOf(2), 3, { kind: 'no_show', quantity: 0, line: 0 })
    const outside = fact('MZ01-777777-7', 4, { kind: 'exception' })
    expect(servedOf(list, [fact(numberOf(1), 1), back, none, outside])).toEqual([])
  })

  it('shows a day of 700 households among 2,000 in three pictures, each read by the decoder of the field app at 4 dots', async () => {
    const list = listOf(2000)
    const facts = Array.from({ length: 700 }, (_, n) => [
      fact(numberOf((n * 37) % 2000), 2 * n + 1, { quantity: n % 10 === 0 ? 3 : 4 }),
      fact(numberOf((n * 37) % 2000), 2 * n + 2, { line: 2, quantity: 1 }),
    ]).flat()
    const texts = await shownBy(list, facts)
    expect(texts).toHaveLength(3)
    expect(create(texts[0]!, { errorCorrectionLevel: 'L' }).modules.size).toBe(81)
    const read = texts.map((text) => {
      const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
      const [dot, quiet] = [4, 4]
      const wide = (size + 2 * quiet) * dot
      expect(wide).toBeLessThanOrEqual(390)
      const dots = new Uint8ClampedArray(wide * wide * 4).fill(255)
      for (let y = 0; y < size * dot; y++)
        for (let x = 0; x < size * dot; x++)
          if (data[Math.floor(y / dot) * size + Math.floor(x / dot)])
            dots.fill(0, ((y + quiet * dot) * wide + x + quiet * dot) * 4, ((y + quiet * dot) * wide + x + quiet * dot) * 4 + 3)
      return jsQR(dots, wide, wide)?.data
    })
    expect(read).toEqual(texts)
    expect(((await readBy(list, texts)) as { shown: ShownService }).shown.served).toHaveLength(700)
  })

  it('is refused: a letter changed, another list, a stranger’s key or word, and the tablet’s own picture', async () => {
    const list = listOf(20)
    const texts = await shownBy(list, [fact(numberOf(1), 1)])
    const [only] = texts as [string]
    const at = only.length - 9
    const changed = only.slice(0, at) + (only[at] === 'A' ? 'B' : 'A') + only.slice(at + 1)
    expect(await readBy(list, [changed])).toEqual({ refused: 'damaged' })
    expect(await readBy(list, texts, { listHash: createHash('sha256').update('another').digest('hex') })).toEqual({ refused: 'other-list' })
    expect(await readBy(list, texts, { distribution: 'OCUA-261127' })).toEqual({ refused: 'unknown-tablet' })
    expect(await readBy(list, await shownBy(list, [], { vouchedBy: tablet }))).toEqual({ refused: 'unknown-tablet' })
    expect(await readBy(list, texts, { device })).toEqual({ refused: 'own' })
    // The office vouched for one key, and another one signed: the mark of the pictures alone does not make them true.
    const about = { distribution, device, label, key: tablet.jwk }
    const vouch = Buffer.from(signedBy(office.privateKey, vouchText(about))).toString('base64url')
    const body = shownBody({ distribution, listHash, list, tablet: { ...about, vouch }, through: 1, served: [] })
    expect(await readBy(list, await shownPictures(body, signedBy(stranger.privateKey, signedPart({ distribution }, body))))).toEqual({ refused: 'damaged' })
  })

  it('begins anew when the other tablet went on serving, and takes no other code for a picture', async () => {
    const list = listOf(2000)
    const many = Array.from({ length: 900 }, (_, n) => fact(numberOf(n), n + 1))
    const [first, later] = [await shownBy(list, many), await shownBy(list, [...many, fact(numberOf(1500), 901)])]
    const mixed = seen([first[0]!, ...later.slice(1)])!
    expect(isAllSeen(mixed)).toBe(false)
    expect(isAllSeen(seeMore(mixed, later[0]!)!)).toBe(true)
    for (const text of ['', 'D1/MOZ/1F0C93AB/MIEZE/H-1/1/9F2C44A01B77E0C5/AAAA', 'M1/5B7C09D2/3/2/AAAA']) expect(seeMore(null, text)).toBeNull()
  })
})
