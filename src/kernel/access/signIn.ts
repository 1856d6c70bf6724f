/** How people prove who they are: a passphrase (argon2id), or a link that works once; with the second factor where the account has one. */
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import type { Keyring } from '../keys/keyring.ts'
import { refuse } from '../refusal.ts'
import { bySelf, type Person, personById } from './people.ts'
import { secondFactorRight } from './secondFactor.ts'
import { hashOfSecret, newSecret } from './secrets.ts'
import { countWrongTry, forgetWrongTries, isLocked } from './tries.ts'

// 64 MiB, three passes: the parameters that SECURITY.md gives.
const argon = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const shortestPassphrase = 12

/** A link that signs its holder in once, within the hour by default. */
export async function signInLink(doors: Doors, person: string, minutes = 60): Promise<string> {
  const secret = newSecret()
  await asOwner(doors).run(
    sql`insert into kernel.sign_in_link (hash, person, expires_at) values (${hashOfSecret(secret)}, ${person}, now() + make_interval(mins => ${minutes}))`,
  )
  return secret
}

type Held = { id: string; email: string; totpSecret: Buffer | null; locked: boolean }

/** A link stands for the passphrase, never for the telephone: who found it on paper still needs the code. It is used up only by who comes in. */
export async function useSignInLink(doors: Doors, keyring: Keyring, secret: string, code: string | undefined): Promise<Person | Refused> {
  const db = asOwner(doors)
  const held = await db.one<Held>(sql`
    select p.id, p.email, p.totp_secret, ${isLocked} as locked from kernel.sign_in_link l join kernel.person p on p.id = l.person
    where l.hash = ${hashOfSecret(secret)} and l.used_at is null and l.expires_at > now() and p.disabled_at is null`)
  if (!held) return refused(refuse('access.link-used'))
  if (held.totpSecret) {
    if (held.locked) return refused(refuse('access.locked', { minutes: 15 }))
    if (code === undefined) return refused(refuse('access.code-needed'))
    if (!(await secondFactorRight(doors, keyring, { ...held, totpSecret: held.totpSecret }, code))) {
      await countWrongTry(db, held.id)
      return refused(refuse('access.code-wrong'))
    }
  }
  const used = await db.run(sql`update kernel.sign_in_link set used_at = now() where hash = ${hashOfSecret(secret)} and used_at is null and expires_at > now()`)
  if (used === 0) return refused(refuse('access.link-used'))
  await forgetWrongTries(db, held.id)
  await audit(bySelf(doors, held.id), 'sign-in.link', 'kernel.person', held.id)
  return (await personById(doors, held.id))!
}

export async function setPassword(doors: Doors, person: string, passphrase: string): Promise<Refused | 'set'> {
  if (passphrase.length < shortestPassphrase) return refused(refuse('access.passphrase-short', { letters: shortestPassphrase }))
  const passwordHash = await hash(passphrase, argon)
  await asOwner(doors).run(sql`update kernel.person set password_hash = ${passwordHash} where id = ${person}`)
  await audit(bySelf(doors, person), 'password.set', 'kernel.person', person)
  return 'set'
}

// Verified when no such person exists, so that the time of an answer does not tell who has an account.
const dummyHash = hash('nobody has this passphrase', argon)

/** The same refusal for an unknown address, a wrong passphrase and a wrong code. */
export async function signInWithPassword(
  doors: Doors,
  keyring: Keyring,
  email: string,
  passphrase: string,
  code: string | undefined,
): Promise<Person | Refused> {
  const db = asOwner(doors)
  const found = await db.one<Held & { passwordHash: string | null; disabledAt: string | null }>(sql`
    select id, email, password_hash, totp_secret, ${isLocked} as locked, disabled_at from kernel.person where email = ${email.trim().toLowerCase()}`)
  const right = (await verify(found?.passwordHash ?? (await dummyHash), passphrase)) && Boolean(found?.passwordHash)
  if (!found || found.disabledAt) return refused(refuse('access.sign-in-wrong'))
  if (found.locked) return refused(refuse('access.locked', { minutes: 15 }))
  // Only after the right passphrase: a code is used up by being tried.
  const codeRight =
    !found.totpSecret || (right && code !== undefined && (await secondFactorRight(doors, keyring, { ...found, totpSecret: found.totpSecret }, code)))
  if (!right || !codeRight) {
    await countWrongTry(db, found.id)
    return refused(refuse(right && code === undefined ? 'access.code-needed' : 'access.sign-in-wrong'))
  }
  await forgetWrongTries(db, found.id)
  await audit(bySelf(doors, found.id), 'sign-in.passphrase', 'kernel.person', found.id)
  return (await personById(doors, found.id))!
}
