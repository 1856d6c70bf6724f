/**
 * Sessions of the browser: random secrets of which only the hash is kept. One ends after twelve hours, after a time without use that the country pack gives,
 * or when its owner or an administrator ends it. Whoever must have a second factor and has none gets the public's rights and nothing else until he enrols.
 */
import { sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'
import type { Pack } from '../pack/readPack.ts'
import { type Actor, thePublic } from './actor.ts'
import { browserName } from './browserName.ts'
import { isRole } from './roles.ts'
import { hashOfSecret, newSecret } from './secrets.ts'

const hoursOfSession = 12

/** `agent`: the line that a browser sends about itself. */
export async function openSession(doors: Doors, person: string, agent = ''): Promise<string> {
  const secret = newSecret()
  const { browser, system } = browserName(agent)
  await asOwner(doors).run(sql`
    insert into kernel.session (hash, person, expires_at, browser, system)
    values (${hashOfSecret(secret)}, ${person}, now() + make_interval(hours => ${hoursOfSession}), ${browser}, ${system})`)
  return secret
}

export async function closeSession(doors: Doors, secret: string): Promise<void> {
  await asOwner(doors).run(sql`delete from kernel.session where hash = ${hashOfSecret(secret)}`)
}

/** What the country pack says about signing in. */
export type DoorRules = { secondFactorRoles: readonly string[]; idleMinutes: number }

export const doorRulesOf = ({ roles, thresholds }: Pack): DoorRules => ({
  secondFactorRoles: roles.filter(({ secondFactor }) => secondFactor).map(({ code }) => code),
  idleMinutes: thresholds.idleMinutes,
})

// A mission begins with one administrator, who comes in by the link of the first start and must be able to look round and bring colleagues in. The grace lasts
// one day, and ends sooner with the second administrator: from then on somebody can help who lost a telephone.
const graceEnds = sql<string>`p.created_at + interval '24 hours'`
const isFirst = sql<boolean>`not exists (select 1 from kernel.person o where o.id <> p.id and 'admin' = any(o.roles))`
const mustHave = ({ secondFactorRoles }: DoorRules) => sql<boolean>`p.totp_secret is null and p.roles && ${secondFactorRoles}::text[]`
const owes = (rules: DoorRules) => sql<boolean>`(${mustHave(rules)} and not (${isFirst} and ${graceEnds} > now()))`

/** Whether somebody must enrol a second factor, and until when he may work without: null when he must now, or need not. */
export async function secondFactorDuty(doors: Doors, rules: DoorRules, person: string): Promise<{ needed: boolean; graceUntil: string | null }> {
  const found = await asOwner(doors).one<{ must: boolean; owes: boolean; graceUntil: string }>(sql`
    select ${mustHave(rules)} as must, ${owes(rules)} as owes, ${graceEnds} as grace_until from kernel.person p where p.id = ${person}`)
  return { needed: found?.owes ?? false, graceUntil: found?.must && !found.owes ? found.graceUntil : null }
}

/** People whose roles demand a second factor and who have none; closed accounts do not count. */
export async function withoutSecondFactor(doors: Doors, rules: DoorRules): Promise<number> {
  const found = await asOwner(doors).one<{ n: number }>(sql`select count(*) as n from kernel.person p where ${mustHave(rules)} and p.disabled_at is null`)
  return found!.n
}

type Holder = { id: string; name: string; roles: string[]; areas: string[]; worksFor: string | null; owes: boolean; unseen: boolean }

export async function actorOfSession(doors: Doors, secret: string, rules: DoorRules): Promise<Actor | null> {
  const db = asOwner(doors)
  const holder = await db.one<Holder>(sql`
    select p.id, p.name, p.roles, p.areas, p.works_for, ${owes(rules)} as owes, s.last_seen < now() - interval '1 minute' as unseen
    from kernel.session s join kernel.person p on p.id = s.person
    where s.hash = ${hashOfSecret(secret)} and s.expires_at > now() and s.last_seen > now() - make_interval(mins => ${rules.idleMinutes})
      and p.disabled_at is null`)
  if (!holder) return null
  // Once a minute is enough to know whether somebody is there, and keeps reading cheap.
  if (holder.unseen) await db.run(sql`update kernel.session set last_seen = now() where hash = ${hashOfSecret(secret)}`)
  const { id: userId, name, roles, areas, worksFor: organisation } = holder
  if (holder.owes) return { ...thePublic, userId, name, credential: 'session', owes: 'second-factor' }
  return { userId, name, roles: roles.filter(isRole), areas, organisation, credential: 'session' }
}
