/** The code on the paper of a house that was handed over, and what a stranger who reads it is told: which house and which day, and never whose. */
import { sql } from 'kysely'
import { checkHandOver, handOverNumber, handOverText, signedCode } from '../../../engines/cards/index.ts'
import { type House as Mission, read, receiptKeysEver, signText, theSystem } from '../../../kernel/index.ts'

export function handOverCode(mission: Mission, house: string, on: string): string {
  const text = handOverText({ mission: mission.pack.country.iso3, keyId: mission.keyring.receiptKey.id, number: handOverNumber(house), on })
  return signedCode(text, signText(mission.keyring, text))
}

export type HandOverAnswer = { number: string; on: string; house: string; programme: string }

/** The signature says that it was ours; the register that it still is. Null: unknown. */
export async function handOverAnswer(mission: Mission, code: string): Promise<HandOverAnswer | null> {
  const facts = await checkHandOver(code, await receiptKeysEver(mission.doors))
  if (!facts) return null
  const { number, on } = facts
  const [from, to] = ['0000', 'ffff'].map((rest) => `${number.slice(0, 8)}-${number.slice(8)}-${rest}-${rest}-${rest.repeat(3)}`)
  const kept = await read(mission.doors, theSystem, (db) =>
    db.one<{ house: string; programme: string }>(sql`
      select number as house, programme from solutions.house
      where id between ${from}::uuid and ${to}::uuid and state in ('handed_over', 'checked_12m') and hand_over->>'on' = ${on}`),
  )
  return kept && { number, on, ...kept }
}
