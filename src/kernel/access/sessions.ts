/**
 * Sessions of the browser and tokens of scripts. Both are random secrets of which only the hash is kept; a token never holds more than the person who made
 * it, and ends with him.
 */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type Actor, commonAreas, covers } from './actor.ts'
import { hashOfSecret, newSecret, type Person } from './people.ts'
import { isRole, type Role } from './roles.ts'

const hoursOfSession = 12

export async function openSession(doors: Doors, person: string): Promise<string> {
  const secret = newSecret()
  await asOwner(doors).run(sql`
    insert into kernel.session (hash, person, expires_at) values (${hashOfSecret(secret)}, ${person}, now() + make_interval(hours => ${hoursOfSession}))`)
  return secret
}

export async function closeSession(doors: Doors, secret: string): Promise<void> {
  await asOwner(doors).run(sql`delete from kernel.session where hash = ${hashOfSecret(secret)}`)
}

type Holder = { id: string; name: string; roles: string[]; areas: string[] }
const actorOf = (holder: Holder, credential: 'session' | 'token'): Actor => ({
  userId: holder.id,
  name: holder.name,
  roles: holder.roles.filter(isRole),
  areas: holder.areas,
  credential,
})

export async function actorOfSession(doors: Doors, secret: string): Promise<Actor | null> {
  const holder = await asOwner(doors).one<Holder>(sql`
    select p.id, p.name, p.roles, p.areas from kernel.session s join kernel.person p on p.id = s.person
    where s.hash = ${hashOfSecret(secret)} and s.expires_at > now() and p.disabled_at is null`)
  return holder && actorOf(holder, 'session')
}

export type NewToken = { name: string; roles: Role[]; areas: string[]; days: number }

/** Gives the secret once; afterwards only its hash is known. */
export async function createToken(doors: Doors, owner: Person, token: NewToken): Promise<{ secret: string; expiresAt: string } | Refused> {
  const widerRoles = token.roles.filter((role) => !owner.roles.includes(role))
  const holder: Actor = { userId: owner.id, name: owner.name, roles: owner.roles, areas: owner.areas, credential: 'session' }
  const widerAreas = token.areas.filter((area) => (area === '*' ? !owner.areas.includes('*') : !covers(holder, area)))
  if (widerRoles.length > 0 || widerAreas.length > 0) return refused(refuse('access.token-too-wide', { roles: widerRoles, areas: widerAreas }))
  const secret = `cap_${newSecret()}`
  const made = await asOwner(doors).one<{ expiresAt: string; id: string }>(sql`
    insert into kernel.token (hash, name, person, roles, areas, expires_at)
    values (${hashOfSecret(secret)}, ${token.name}, ${owner.id}, ${token.roles}::text[], ${token.areas}::text[], now() + make_interval(days => ${token.days}))
    returning id, expires_at`)
  await audit(asOwner(doors), 'token.create', 'kernel.token', made!.id, { roles: token.roles, areas: token.areas })
  return { secret, expiresAt: made!.expiresAt }
}

export async function actorOfToken(doors: Doors, secret: string): Promise<Actor | null> {
  // What the person has lost since, the token has lost too: roles and areas are cut down to those that both hold.
  const holder = await asOwner(doors).one<Holder & { areasOfPerson: string[] }>(sql`
    select p.id, p.name || ' (' || t.name || ')' as name, array(select unnest(t.roles) intersect select unnest(p.roles)) as roles, t.areas, p.areas as areas_of_person
    from kernel.token t join kernel.person p on p.id = t.person
    where t.hash = ${hashOfSecret(secret)} and t.revoked_at is null and t.expires_at > now() and p.disabled_at is null`)
  return holder && actorOf({ ...holder, areas: commonAreas(holder.areas, holder.areasOfPerson) }, 'token')
}
