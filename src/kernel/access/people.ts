/**
 * The book of people who use the system. There is no default account. It is read with the owner's door, because it is needed before anybody is known; how
 * people prove who they are stands in signIn.ts and secondFactor.ts.
 */
import { sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Db, type Refused, refused } from '../db/transaction.ts'
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
  /** The organisation of the register whose rows this person may see and write. */
  worksFor: string | null
  roles: Role[]
  areas: string[]
  demonstration: boolean
  disabledAt: string | null
  hasPassword: boolean
  hasSecondFactor: boolean
}

const columns = sql.raw(
  'p.id, p.name, p.email, p.language, p.organisation, p.works_for, p.roles, p.areas, p.demonstration, p.disabled_at, p.password_hash is not null as has_password, p.totp_secret is not null as has_second_factor',
)

export type NewPerson = {
  name: string
  email: string
  language?: Language
  organisation?: string | null
  worksFor?: string | null
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
    insert into kernel.person (name, email, language, organisation, works_for, roles, areas, demonstration)
    values (${person.name}, ${email}, ${person.language ?? 'pt'}, ${person.organisation ?? null}, ${person.worksFor ?? null}, ${person.roles}::text[], ${person.areas}::text[], ${person.demonstration ?? false})
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
  change: { roles?: Role[]; areas?: string[]; disabled?: boolean; language?: Language; worksFor?: string | null },
): Promise<Person | Refused> {
  const unknown = (change.roles ?? []).filter((role) => !(grantable as string[]).includes(role))
  if (unknown.length > 0) return refused(refuse('people.unknown-role', { roles: unknown, known: grantable }))
  const db = asOwner(doors)
  await db.run(sql`
    update kernel.person set roles = coalesce(${change.roles ?? null}::text[], roles), areas = coalesce(${change.areas ?? null}::text[], areas),
      language = coalesce(${change.language ?? null}, language),
      works_for = case when ${change.worksFor === undefined} then works_for else ${change.worksFor ?? null}::uuid end,
      disabled_at = case when ${change.disabled ?? null}::boolean is null then disabled_at when ${change.disabled ?? false} then coalesce(disabled_at, now()) end
    where id = ${id}`)
  // Whoever loses a right loses it at once, not at the next sign-in.
  if (change.disabled || change.roles || change.areas || change.worksFor !== undefined) await db.run(sql`delete from kernel.session where person = ${id}`)
  if (change.disabled) await db.run(sql`update kernel.token set revoked_at = now() where person = ${id} and revoked_at is null`)
  return (await personById(doors, id)) ?? refused(refuse('access.not-found'))
}

/** What somebody does to his own account stands in the audit under his own name. */
export const bySelf = (doors: Doors, id: string): Db => ({ ...asOwner(doors), actor: { ...theSystem, userId: id } })
