import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeIn, cut, folded, type Picture, pdfPages } from '../../../../../test/support/pdfRaster.ts'
import { pdfText } from '../../../../../test/support/pdfText.ts'
import { checkCard } from '../../../../engines/cards/index.ts'
import type { CurveKey } from '../../../../kernel/keys/keyring.ts'
import { cardSheet, type PrintedCard } from './cardSheet.ts'
import { type CardFacts, signedCard } from './signCard.ts'

function missionKey(): CurveKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
  return { id: '1f0c93ab77d0e154', privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y } }
}
const receiptKey = missionKey()
const check = { mission: 'MOZ', keys: [receiptKey], revoked: [] }

const facts = (n: number): CardFacts => ({
  number: `MZ01-${String(n).padStart(6, '0')}-${n % 10}`,
  exercise: 'PEM26',
  place: 'Centro de reassentamento de Ntocota',
  people: [
    { band: '0-4', count: 2 },
    { band: '18-59', count: n === 3 ? 'unknown' : 2 },
  ],
  issuedOn: '2026-11-27',
  print: n === 2 ? 2 : 1,
})
const signed = (n: number): PrintedCard => ({ ...facts(n), token: signedCard({ receiptKey }, 'MOZ', facts(n))! })
const sheetOf = (count: number) =>
  cardSheet(
    Array.from({ length: count }, (_, i) => signed(i + 1)),
    { exercise: 'PEM26', day: '2026-11-27' },
  )

/** What a cheap phone sees of a card that fills its picture. */
const dotsPerInch = 200
const dots = (millimetres: number) => (millimetres * dotsPerInch) / 25.4
const cardOn = (page: Picture, n: number) => cut(page, { x: dots(8 + 97 * (n % 2)), y: dots(10.5 + 69 * Math.floor(n / 2)), width: dots(97), height: dots(69) })

describe('a sheet of household cards', () => {
  it('has eight cards on a page, with number, size and place, and says in both languages that it is no identity document', async () => {
    const { pages, text: written } = await pdfText(await sheetOf(9))
    expect(pages).toBe(2)
    if (written === null) return
    const text = written.replace(/\s+/g, ' ')
    expect(text.match(/MZ01-\d{6}-\d/g)?.sort()).toEqual(Array.from({ length: 9 }, (_, i) => facts(i + 1).number))
    expect(text.match(/Não é documento de identidade\./g)).toHaveLength(9)
    expect(text.match(/Not an identity document\./g)).toHaveLength(9)
    expect(text).toContain('Centro de reassentamento de Ntocota')
    expect(text.match(/2\.ª via · copy 2/g)).toHaveLength(1)
    // Two and nobody knows how many is not two.
    expect([text.match(/4 pessoas/g)?.length, text.match(/\?/g)?.length]).toEqual([8, 1])
    // Who lives in the household is not told by its card.
    expect(text).not.toMatch(/0-4|18-59/)
  })

  it('carries codes that a camera reads from the paper, and that are verified without the office', async () => {
    const pages = await pdfPages(await sheetOf(9), dotsPerInch)
    if (!pages) return
    for (let n = 0; n < 8; n++) {
      const read = codeIn(cardOn(pages[0]!, n))
      expect(await checkCard(read!, check)).toMatchObject({ facts: { household: facts(n + 1).number, exercise: 'PEM26', print: facts(n + 1).print } })
    }
    expect(await checkCard(codeIn(cardOn(pages[1]!, 0))!, check)).toMatchObject({ facts: { household: facts(9).number } })
  })

  it('is still read after it was folded across the code', async () => {
    const pages = await pdfPages(await sheetOf(1), dotsPerInch)
    if (!pages) return
    const card = cardOn(pages[0]!, 0)
    for (const at of [0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]) {
      const read = codeIn(folded(card, at))
      expect(read, `folded at ${at} of its width`).not.toBeNull()
      expect(await checkCard(read!, check)).toHaveProperty('facts')
    }
  })

  it('is not printed with numbers that no card can carry', () => {
    expect(signedCard({ receiptKey }, 'MOZ', { ...facts(1), number: 'agregado 1' })).toBeNull()
  })
})
