/**
 * What stands in the code of a household's card: which mission gave which household a card for which exercise, when, and the mission's signature. No name, no
 * age, no score and no reason: who finds a card learns nothing about anybody. Focus area 15, activity G (registration) and relief distributions.
 *
 * One line of capital letters, digits and a few signs, because a QR code packs those into five and a half bits each:
 * `C1/MOZ/1F0C93AB/MZ01-000123-7/PEM26/20261127/1/<signature>`
 */
import { signatureLength } from '../signature.ts'
import { fromBase32, toBase32 } from './base32.ts'

export type CardFacts = {
  /** Three letters of the mission's country. */
  mission: string
  /** Of the mission's key; its first eight digits are written. */
  keyId: string
  household: string
  exercise: string
  /** YYYY-MM-DD. */
  issuedOn: string
  /** 1 for the first print; a card that replaces a lost one counts on, so that the lost one can be revoked on the same day. */
  print: number
}
export type WrittenCard = CardFacts & { signature: Uint8Array<ArrayBuffer>; signedText: string }

const keyDigits = 8
export const shortKeyId = (keyId: string): string => keyId.slice(0, keyDigits).toUpperCase()

const code = String.raw`[A-Z\d](?:[A-Z\d-]{0,18}[A-Z\d])?`
const textShape = new RegExp(String.raw`^C1/([A-Z]{3})/([A-F\d]{8})/(${code})/(${code})/(\d{4})(\d{2})(\d{2})/([1-9]\d{0,2})$`)
const signatureLetters = Math.ceil((signatureLength * 8) / 5)

/** What is signed. Null for facts that no card can carry: a number with letters beyond A to Z would double the code's size, and nobody could type it. */
export function cardText({ mission, keyId, household, exercise, issuedOn, print }: CardFacts): string | null {
  const text = ['C1', mission, shortKeyId(keyId), household, exercise, issuedOn.replaceAll('-', ''), print].join('/')
  return textShape.test(text) && isDay(issuedOn) ? text : null
}

export const cardToken = (text: string, signature: Uint8Array): string => `${text}/${toBase32(signature)}`

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** Null for whatever is not a whole card. `keyId` is as short as it was written. */
export function readCard(token: string): WrittenCard | null {
  const signedText = token.slice(0, -signatureLetters - 1)
  const [, mission, keyId, household, exercise, year, month, day, print] = textShape.exec(signedText) ?? []
  const issuedOn = `${year}-${month}-${day}`
  const signature = token.at(signedText.length) === '/' ? fromBase32(token.slice(signedText.length + 1)) : null
  if (!mission || signature?.length !== signatureLength || !isDay(issuedOn)) return null
  return { mission, keyId: keyId!, household: household!, exercise: exercise!, issuedOn, print: Number(print), signature, signedText }
}
