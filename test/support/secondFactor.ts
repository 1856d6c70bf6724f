/** A second factor as a person sets it up: the secret goes into an authenticator app, whose codes come back. */
import * as OTPAuth from 'otpauth'
import { confirmSecondFactor, type House, isRefused, offerSecondFactor, personById } from '../../src/kernel/index.ts'

export type Phone = { codeAt(when: number): string; code(): string }

export const phoneOf = (secret: string): Phone => {
  const app = new OTPAuth.TOTP({ secret: OTPAuth.Secret.fromBase32(secret) })
  const codeAt = (when: number) => app.generate({ timestamp: when })
  return { codeAt, code: () => codeAt(Date.now()) }
}

export async function enrol(house: House, id: string): Promise<Phone & { recoveryCodes: string[] }> {
  const person = (await personById(house.doors, id))!
  const { secret } = offerSecondFactor(person.email)
  const phone = phoneOf(secret)
  const set = await confirmSecondFactor(house.doors, house.keyring, person, { secret, code: phone.code() })
  if (isRefused(set)) throw new Error(JSON.stringify(set.refused))
  return { ...phone, recoveryCodes: set.recoveryCodes }
}
