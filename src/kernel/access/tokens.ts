/** Tokens of scripts: random secrets of which only the hash is kept. A token never holds more than the person who made it, and ends with him. */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Refused, refused } from '../db/transaction.ts'
import { refuse } from '../refusal.ts'
import { type Actor, commonAreas, covers } from './actor.ts'
import { bySelf, type Person } from './people.ts'
import { isRole, type Role } from './roles.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

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
  await audit(bySelf(doors, owner.id), 'token.create', 'kernel.token', made!.id, { roles: token.roles, areas: token.areas })
  return { secret, expiresAt: made!.expiresAt }
}

type Holder = { id: string; token: string; name: string; roles: string[]; areas: string[]; areasOfPerson: string[]; worksFor: string | null; unseen: boolean }

export async function actorOfToken(doors: Doors, secret: string): Promise<Actor | null> {
  const db = asOwner(doors)
  // What the person has lost since, the token has lost too: roles and areas are cut down to those that both hold.
  const holder = await db.one<Holder>(sql`
    select p.id, t.id as token, p.name || ' (' || t.name || ')' as name, array(select unnest(t.roles) intersect select unnest(p.roles)) as roles,
      t.areas, p.areas as areas_of_person, p.works_for, coalesce(t.last_seen < now() - interval '1 minute', true) as unseen
    from kernel.token t join kernel.person p on p.id = t.person
    where t.hash = ${hashOfSecret(secret)} and t.revoked_at is null and t.expires_at > now() and p.disabled_at is null`)
  if (!holder) return null
  if (holder.unseen) await db.run(sql`update kernel.token set last_seen = now() where id = ${holder.token}`)
  const { id: userId, name, roles, areas, areasOfPerson, worksFor: organisation } = holder
  return { userId, name, roles: roles.filter(isRole), areas: commonAreas(areas, areasOfPerson), organisation, credential: 'token' }
}
