/**
 * What stands in the code of a household's token for one distribution: which distribution, which household, which entitlement, and the mission's signature. No name, no
 * score and no reason. Altered by one bit it is refused without network; a valid one needs none either (relief specification, 9.7).
 *
 * `D1/MOZ/1F0C93AB/MIEZE-261127/MZ01-000123-7/1/9F2C44A01B77E0C5/<signature>`
 */
import { fromBase32, shortKeyId, toBase32 } from '../cards/index.ts'
import { type PublicKey, signatureHolds, signatureLength } from '../signature.ts'

export type TokenFacts = {
  mission: string
  keyId: string
  distribution: string
  household: string
  /** 1 for the first print; one that replaces a lost token counts on. */
  print: number
  /** Of the entitlement as it was frozen. */
  entitlement: string
}

const code = String.raw`[A-Z\d](?:[A-Z\d-]{0,18}[A-Z\d])?`
const whole = new RegExp(`^${code}$`)
const shape = new RegExp(String.raw`^D1/([A-Z]{3})/([A-F\d]{8})/(${code})/(${code})/([1-9]\d{0,2})/([A-F\d]{16})$`)
const signatureLetters = Math.ceil((signatureLength * 8) / 5)

/** Numbers of households and distributions that a code can carry and a person can type. */
export const isPrintable = (text: string): boolean => whole.test(text)

/** Null for facts that no code can carry. */
export function tokenText({ mission, keyId, distribution, household, print, entitlement }: TokenFacts): string | null {
  const text = ['D1', mission, shortKeyId(keyId), distribution, household, print, entitlement].join('/')
  return shape.test(text) ? text : null
}

export const signedToken = (text: string, signature: Uint8Array): string => `${text}/${toBase32(signature)}`

/** `upToPrint`: this print and all before it no longer hold. */
export type RevokedToken = { household: string; upToPrint: number }
export type TokenCheck = {
  mission: string | null
  keys: readonly { id: string; jwk: PublicKey }[]
  distribution: string
  revoked: readonly RevokedToken[]
}
export type TokenRefusal = 'damaged' | 'other-mission' | 'unknown-key' | 'other-distribution' | 'revoked'

export async function checkToken(
  token: string,
  { mission, keys, distribution, revoked }: TokenCheck,
): Promise<{ facts: TokenFacts } | { refused: TokenRefusal }> {
  const text = token.slice(0, -signatureLetters - 1)
  const [, of, shortKey, day, household, print, entitlement] = shape.exec(text) ?? []
  const signature = token.at(text.length) === '/' ? fromBase32(token.slice(text.length + 1)) : null
  if (!of || signature?.length !== signatureLength) return { refused: 'damaged' }
  if (mission !== null && of !== mission) return { refused: 'other-mission' }
  const candidates = keys.filter(({ id }) => shortKeyId(id) === shortKey)
  if (candidates.length === 0) return { refused: 'unknown-key' }
  for (const { id, jwk } of candidates) {
    if (!(await signatureHolds(text, signature, jwk))) continue
    const facts = { mission: of, keyId: id, distribution: day!, household: household!, print: Number(print), entitlement: entitlement! }
    if (facts.distribution !== distribution) return { refused: 'other-distribution' }
    return revoked.some((one) => one.household === household && facts.print <= one.upToPrint) ? { refused: 'revoked' } : { facts }
  }
  return { refused: 'damaged' }
}
