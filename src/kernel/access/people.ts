/**
 * People who use the system, and how they prove who they are: passphrase (argon2id) with a second factor, or a link that works once. There is no default
 * account. The book of people is read with the owner's door, because it is needed before anybody is known.
 */
import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { sql } from 'kysely'
import * as OTPAuth from 'otpauth'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Db, type Refused, refused } from '../db/transaction.ts'
import type { Keyring } from '../keys/keyring.ts'
import { refuse } from '../refusal.ts'
import type { Language } from '../text/bilingual.ts'
import { theSystem } from './actor.ts'
import { grantable, type Role } from './roles.ts'

export type Person = {
  id: string
  name: string
  email: string
  language: Language
  organisation: string | null
  roles: Role[]
  areas: string[]
  demonstration: boolean
  disabledAt: string | null
  hasPassword: boolean
  hasSecondFactor: boolean
}

const columns = sql.raw(
  'p.id, p.name, p.email, p.language, p.organisation, p.roles, p.areas, p.demonstration, p.disabled_at, p.password_hash is not null as has_password, p.totp_secret is not null as has_second_factor',
)

/** Secrets that we give out are random; their plain SHA-256 is enough to keep them unreadable at rest. */
export const newSecret = () => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest()

// 64 MiB, three passes: the parameters that SECURITY.md gives.
const argon = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }
const shortestPassphrase = 12
const triesBeforeLock = 8

export type NewPerson = {
  name: string
  email: string
  language?: Language
  organisation?: string | null
  roles: Role[]
  areas: string[]
  demonstration?: boolean
}

export async function addPerson(doors: Doors, person: NewPerson): Promise<Person | Refused> {
  const unknown = person.roles.filter((role) => !(grantable as string[]).includes(role))
  if (unknown.length > 0 || person.roles.length === 0) return refused(refuse('people.unknown-role', { roles: unknown, known: grantable }))
  if (person.areas.length === 0) return refused(refuse('people.no-area'))
  const db = asOwner(doors)
  const email = person.email.trim().toLowerCase()
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return refused(refuse('people.no-email', { email }))
  const made = await db.one<{ id: string }>(sql`
    insert into kernel.person (name, email, language, organisation, roles, areas, demonstration)
    values (${person.name}, ${email}, ${person.language ?? 'pt'}, ${person.organisation ?? null}, ${person.roles}::text[], ${person.areas}::text[], ${person.demonstration ?? false})
    on conflict (email) do nothing returning id`)
  if (!made) return refused(refuse('people.email-taken'))
  return (await personById(doors, made.id))!
}

export const personById = (doors: Doors, id: string): Promise<Person | null> =>
  asOwner(doors).one<Person>(sql`select ${columns} from kernel.person p where p.id = ${id}`)
export const personByEmail = (doors: Doors, email: string): Promise<Person | null> =>
  asOwner(doors).one<Person>(sql`select ${columns} from kernel.person p where p.email = ${email.trim().toLowerCase()}`)
export const allPeople = (doors: Doors): Promise<Person[]> => asOwner(doors).rows<Person>(sql`select ${columns} from kernel.person p order by p.name`)

export async function changePerson(
  doors: Doors,
  id: string,
  change: { roles?: Role[]; areas?: string[]; disabled?: boolean; language?: Language },
): Promise<Person | Refused> {
  const unknown = (change.roles ?? []).filter((role) => !(grantable as string[]).includes(role))
  if (unknown.length > 0) return refused(refuse('people.unknown-role', { roles: unknown, known: grantable }))
  const db = asOwner(doors)
  await db.run(sql`
    update kernel.person set roles = coalesce(${change.roles ?? null}::text[], roles), areas = coalesce(${change.areas ?? null}::text[], areas),
      language = coalesce(${change.language ?? null}, language),
      disabled_at = case when ${change.disabled ?? null}::boolean is null then disabled_at when ${change.disabled ?? false} then coalesce(disabled_at, now()) end
    where id = ${id}`)
  // Whoever loses a right loses it at once, not at the next sign-in.
  if (change.disabled || change.roles || change.areas) await db.run(sql`delete from kernel.session where person = ${id}`)
  if (change.disabled) await db.run(sql`update kernel.token set revoked_at = now() where person = ${id} and revoked_at is null`)
  return (await personById(doors, id)) ?? refused(refuse('access.not-found'))
}

/** What somebody does to his own account stands in the audit under his own name. */
const bySelf = (doors: Doors, id: string): Db => ({ ...asOwner(doors), actor: { ...theSystem, userId: id } })

/** A link that signs its holder in once, within the hour by default. */
export async function signInLink(doors: Doors, person: string, minutes = 60): Promise<string> {
  const secret = newSecret()
  await asOwner(doors).run(
    sql`insert into kernel.sign_in_link (hash, person, expires_at) values (${hashOfSecret(secret)}, ${person}, now() + make_interval(mins => ${minutes}))`,
  )
  return secret
}

export async function useSignInLink(doors: Doors, secret: string): Promise<Person | Refused> {
  const db = asOwner(doors)
  const used = await db.one<{ person: string }>(sql`
    update kernel.sign_in_link set used_at = now() where hash = ${hashOfSecret(secret)} and used_at is null and expires_at > now() returning person`)
  const person = used && (await personById(doors, used.person))
  if (!person || person.disabledAt) return refused(refuse('access.link-used'))
  await audit(bySelf(doors, person.id), 'sign-in.link', 'kernel.person', person.id)
  return person
}

export async function setPassword(doors: Doors, person: string, passphrase: string): Promise<Refused | 'set'> {
  if (passphrase.length < shortestPassphrase) return refused(refuse('access.passphrase-short', { letters: shortestPassphrase }))
  const passwordHash = await hash(passphrase, argon)
  await asOwner(doors).run(sql`update kernel.person set password_hash = ${passwordHash} where id = ${person}`)
  await audit(bySelf(doors, person), 'password.set', 'kernel.person', person)
  return 'set'
}

const totp = (email: string, secret: string) => new OTPAuth.TOTP({ issuer: 'Capulana', label: email, secret: OTPAuth.Secret.fromBase32(secret) })

/** Starts a second factor: the address for an authenticator app. It counts only after `confirmSecondFactor`. */
export function offerSecondFactor(email: string): { secret: string; address: string } {
  const secret = new OTPAuth.Secret({ size: 20 }).base32
  return { secret, address: totp(email, secret).toString() }
}

export async function confirmSecondFactor(doors: Doors, keyring: Keyring, person: Person, secret: string, code: string): Promise<Refused | 'set'> {
  if (!/^[A-Z2-7]{32}$/.test(secret) || totp(person.email, secret).validate({ token: code, window: 1 }) === null) return refused(refuse('access.code-wrong'))
  await asOwner(doors).run(sql`update kernel.person set totp_secret = ${keyring.close(secret)} where id = ${person.id}`)
  await audit(bySelf(doors, person.id), 'second-factor.set', 'kernel.person', person.id)
  return 'set'
}

// Verified when no such person exists, so that the time of an answer does not tell who has an account.
const dummyHash = hash('nobody has this passphrase', argon)

/** The same refusal for an unknown address, a wrong passphrase and a wrong code; eight wrong tries close the door for a quarter of an hour. */
export async function signInWithPassword(
  doors: Doors,
  keyring: Keyring,
  email: string,
  passphrase: string,
  code: string | undefined,
): Promise<Person | Refused> {
  const db = asOwner(doors)
  const found = await db.one<{
    id: string
    email: string
    passwordHash: string | null
    totpSecret: Buffer | null
    locked: boolean
    disabledAt: string | null
  }>(sql`
    select id, email, password_hash, totp_secret, coalesce(locked_until > now(), false) as locked, disabled_at from kernel.person where email = ${email.trim().toLowerCase()}`)
  const right = await verify(found?.passwordHash ?? (await dummyHash), passphrase)
  if (!found || found.disabledAt) return refused(refuse('access.sign-in-wrong'))
  if (found.locked) return refused(refuse('access.locked', { minutes: 15 }))
  const codeRight = !found.totpSecret || (code !== undefined && totp(found.email, keyring.open(found.totpSecret)).validate({ token: code, window: 1 }) !== null)
  if (!right || !found.passwordHash || !codeRight) {
    await db.run(sql`
      update kernel.person set failed_attempts = failed_attempts + 1,
        locked_until = case when failed_attempts + 1 >= ${triesBeforeLock} then now() + interval '15 minutes' else locked_until end where id = ${found.id}`)
    return refused(refuse(right && found.passwordHash && code === undefined ? 'access.code-needed' : 'access.sign-in-wrong'))
  }
  await db.run(sql`update kernel.person set failed_attempts = 0, locked_until = null where id = ${found.id}`)
  await audit(bySelf(doors, found.id), 'sign-in.passphrase', 'kernel.person', found.id)
  return (await personById(doors, found.id))!
}
