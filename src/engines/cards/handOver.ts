/**
 * What stands in the code of a house's hand-over certificate: which mission handed over under which number on which day, and its signature. No name, no household, no
 * place: who photographs the code learns nothing about anybody. Durable solutions, specification 5.
 *
 * `H1/MOZ/1F0C93AB/5B7C09D2E1A4/20250401/<signature>`
 */
import { shortKeyId } from './card.ts'
import { bareDay, dayOf, type KnownKey, readSigned } from './signedCode.ts'

export type HandOverFacts = { mission: string; keyId: string; number: string; on: string }

const shape = /^H1\/([A-Z]{3})\/([A-F\d]{8})\/([A-F\d]{12})\/(\d{8})$/

/** The number of the paper: drawn from the house's own random id, so that it tells neither how many houses there are nor which came before. */
export const handOverNumber = (house: string): string => house.replaceAll('-', '').slice(0, 12).toUpperCase()

export const handOverText = ({ mission, keyId, number, on }: HandOverFacts): string => ['H1', mission, shortKeyId(keyId), number, bareDay(on)].join('/')

/** Null: unknown. */
export async function checkHandOver(token: string, keys: readonly KnownKey[]): Promise<HandOverFacts | null> {
  const signed = await readSigned(token, shape, keys)
  if (!signed) return null
  const [mission, , number, on] = signed.parts
  return { mission: mission!, keyId: signed.keyId, number: number!, on: dayOf(on!) }
}
