/**
 * The second factor: six digits of an authenticator app (TOTP), and ten recovery codes for the day on which the telephone is lost. Which roles must have one is
 * said by the country pack; whoever must and has none comes no further than enrolling (sessions.ts). Verification list: ASVS 6.3.3, 6.5.1.
 */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import * as OTPAuth from 'otpauth'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Db, type Refused, refused } from '../db/transaction.ts'
import type { Keyring } from '../keys/keyring.ts'
import { refuse } from '../refusal.ts'
import { bySelf, type Person } from './people.ts'
import { hashOfSecret } from './secrets.ts'
import { countWrongTry, isLocked } from './tries.ts'

const halfMinute = 30
const recoveryCodes = 10

const totp = (email: string, secret: string) =>
  new OTPAuth.TOTP({ issuer: 'Capulana', label: email, secret: OTPAuth.Secret.fromBase32(secret), period: halfMinute })

/** The half minute that this code belongs to, now or just before or after; null when it belongs to none. */
function stepOf(email: string, secret: string, code: string): number | null {
  const distance = totp(email, secret).validate({ token: code, window: 1 })
  return distance === null ? null : Math.floor(Date.now() / 1000 / halfMinute) + distance
}

/** Starts a second factor: the address for an authenticator app. It counts only after `confirmSecondFactor`. */
export function offerSecondFactor(email: string): { secret: string; address: string } {
  const secret = new OTPAuth.Secret({ size: 20 }).base32
  return { secret, address: totp(email, secret).toString() }
}

/** A box closed under another keyring, as after a restore without the old one, opens to nothing: then only a recovery code helps. */
function opened(keyring: Keyring, box: Buffer): string | null {
  try {
    return keyring.open(box)
  } catch {
    return null
  }
}

/** Six digits or a recovery code. Either counts once: what was watched over a shoulder opens nothing. */
export async function secondFactorRight(
  doors: Doors,
  keyring: Keyring,
  person: { id: string; email: string; totpSecret: Buffer },
  code: string,
): Promise<boolean> {
  const db = asOwner(doors)
  const plain = code.replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(plain)) {
    const secret = opened(keyring, person.totpSecret)
    const step = secret && stepOf(person.email, secret, plain)
    if (!step) return false
    return (await db.run(sql`update kernel.person set totp_used_step = ${step} where id = ${person.id} and coalesce(totp_used_step, 0) < ${step}`)) === 1
  }
  const used = await db.run(
    sql`update kernel.recovery_code set used_at = now() where hash = ${hashOfSecret(plain)} and person = ${person.id} and used_at is null`,
  )
  if (used === 1) await audit(bySelf(doors, person.id), 'recovery-code.use', 'kernel.person', person.id)
  return used === 1
}

const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
/** Sixteen letters and digits that cannot be mistaken for each other, in fours: 80 random bits. */
const newRecoveryCode = () =>
  [...randomBytes(16)]
    .map((byte) => letters[byte % letters.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** New ones in place of all earlier ones; shown once. */
async function renewRecoveryCodes(doors: Doors, person: string): Promise<string[]> {
  const db = asOwner(doors)
  const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
  const hashes = codes.map((code) => hashOfSecret(code.replaceAll('-', '')))
  await db.run(sql`delete from kernel.recovery_code where person = ${person}`)
  await db.run(sql`insert into kernel.recovery_code (hash, person) select hash, ${person} from unnest(${hashes}::bytea[]) as hash`)
  return codes
}

/** Whoever sits down at an open desk must not be able to change the lock: what is there already is asked for first. */
async function presentFactorShown(doors: Doors, keyring: Keyring, person: Person, current: string | undefined): Promise<Refused | null> {
  const held = await asOwner(doors).one<{ id: string; email: string; totpSecret: Buffer | null; locked: boolean }>(sql`
    select id, email, totp_secret, ${isLocked} as locked from kernel.person where id = ${person.id}`)
  if (!held?.totpSecret) return null
  if (held.locked) return refused(refuse('access.locked', { minutes: 15 }))
  if (current && (await secondFactorRight(doors, keyring, { ...held, totpSecret: held.totpSecret }, current))) return null
  await countWrongTry(asOwner(doors), person.id)
  return refused(refuse('access.present-code-wrong'))
}

export type Confirming = { secret: string; code: string; current?: string }

export async function confirmSecondFactor(
  doors: Doors,
  keyring: Keyring,
  person: Person,
  { secret, code, current }: Confirming,
): Promise<Refused | { recoveryCodes: string[] }> {
  if (!/^[A-Z2-7]{32}$/.test(secret) || stepOf(person.email, secret, code) === null) return refused(refuse('access.code-wrong'))
  const kept = await presentFactorShown(doors, keyring, person, current)
  if (kept) return kept
  await asOwner(doors).run(sql`update kernel.person set totp_secret = ${keyring.close(secret)}, totp_used_step = null where id = ${person.id}`)
  const codes = await renewRecoveryCodes(doors, person.id)
  await audit(bySelf(doors, person.id), 'second-factor.set', 'kernel.person', person.id)
  return { recoveryCodes: codes }
}

export async function makeRecoveryCodes(doors: Doors, keyring: Keyring, person: Person, current: string): Promise<Refused | { recoveryCodes: string[] }> {
  if (!person.hasSecondFactor) return refused(refuse('access.no-second-factor'))
  const kept = await presentFactorShown(doors, keyring, person, current)
  if (kept) return kept
  const codes = await renewRecoveryCodes(doors, person.id)
  await audit(bySelf(doors, person.id), 'recovery-codes.renew', 'kernel.person', person.id)
  return { recoveryCodes: codes }
}

/** For whoever lost telephone and codes: the factor goes, and with it every session and token, so that a thief of the telephone is out as well. */
export async function removeSecondFactor(doors: Doors, by: Db, person: string): Promise<void> {
  const db = asOwner(doors)
  await db.run(sql`update kernel.person set totp_secret = null, totp_used_step = null, failed_attempts = 0, locked_until = null where id = ${person}`)
  await db.run(sql`delete from kernel.recovery_code where person = ${person}`)
  await db.run(sql`delete from kernel.session where person = ${person}`)
  await db.run(sql`update kernel.token set revoked_at = now() where person = ${person} and revoked_at is null`)
  await audit(by, 'second-factor.remove', 'kernel.person', person)
}
