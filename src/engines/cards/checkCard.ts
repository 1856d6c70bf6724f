/**
 * Is this card one of ours? Answered on the phone, without network, by the keys that the phone was given when it joined. The answer names no person, and a
 * refusal is about the card alone: whoever holds a damaged or revoked one is still to be served, in another way.
 */
import { type PublicKey, signatureHolds } from '../signature.ts'
import { type CardFacts, readCard, shortKeyId } from './card.ts'

/** `upToPrint`: this print and all before it; without it every card of the household. It holds no reason. */
export type RevokedCard = { household: string; upToPrint: number | null }

export type CardCheck = {
  /** Null while the phone was not told yet: then the key alone decides. */
  mission: string | null
  keys: readonly { id: string; jwk: PublicKey }[]
  revoked: readonly RevokedCard[]
}

export const cardRefusals = ['card.damaged', 'card.other-mission', 'card.unknown-key', 'card.revoked'] as const
export type CardRefusal = (typeof cardRefusals)[number]
export type CheckedCard = { facts: CardFacts } | { refused: CardRefusal }

export async function checkCard(token: string, { mission, keys, revoked }: CardCheck): Promise<CheckedCard> {
  const card = readCard(token)
  if (!card) return { refused: 'card.damaged' }
  // Before the signature: another mission's key is not known here, so that nothing more can be said of its card.
  if (mission !== null && card.mission !== mission) return { refused: 'card.other-mission' }
  const candidates = keys.filter(({ id }) => shortKeyId(id) === card.keyId)
  if (candidates.length === 0) return { refused: 'card.unknown-key' }
  for (const { id, jwk } of candidates) {
    if (!(await signatureHolds(card.signedText, card.signature, jwk))) continue
    const { household, exercise, issuedOn, print } = card
    const isRevoked = revoked.some((one) => one.household === household && (one.upToPrint === null || print <= one.upToPrint))
    return isRevoked ? { refused: 'card.revoked' } : { facts: { mission: card.mission, keyId: id, household, exercise, issuedOn, print } }
  }
  return { refused: 'card.damaged' }
}
