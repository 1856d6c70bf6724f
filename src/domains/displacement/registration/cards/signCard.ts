/** What a household's card says, and its code, signed with the mission's key. Strategy: focus area 15, activity G. */
import { cardText, cardToken } from '../../../../engines/cards/index.ts'
import type { Count } from '../../../../engines/count.ts'
import { type Keyring, signText } from '../../../../kernel/index.ts'

/** Numbers and a place; whoever prints cards needs no name. */
export type CardFacts = {
  number: string
  exercise: string
  place: string
  people: { band: string; count: Count }[]
  issuedOn: string
  /** 1 for the first card of a household; a card for a lost one counts on. */
  print: number
}

/** Null when the numbers of the exercise do not fit a card: they were not given by this house. */
export function signedCard(keyring: Pick<Keyring, 'receiptKey'>, mission: string, { number, exercise, issuedOn, print }: CardFacts): string | null {
  const text = cardText({ mission, keyId: keyring.receiptKey.id, household: number, exercise, issuedOn, print })
  return text && cardToken(text, signText(keyring, text))
}
