/** The ways in that a person has open now, told apart so that each can be ended alone: sessions of browsers, tokens of scripts. Verification list: ASVS 7.4, 7.5. */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner, type Db } from '../db/transaction.ts'
import { hashOfSecret } from './secrets.ts'
import type { DoorRules } from './sessions.ts'

export type OpenSession = {
  id: string
  createdAt: string
  lastSeen: string
  expiresAt: string
  browser: string | null
  system: string | null
  /** The one that asks. */
  here: boolean
}

export const sessionsOf = (doors: Doors, rules: DoorRules, person: string, asking: string | null): Promise<OpenSession[]> =>
  asOwner(doors).rows<OpenSession>(sql`
    select id, created_at, last_seen, least(expires_at, last_seen + make_interval(mins => ${rules.idleMinutes})) as expires_at, browser, system,
      hash = ${hashOfSecret(asking ?? '')} as here
    from kernel.session
    where person = ${person} and expires_at > now() and last_seen > now() - make_interval(mins => ${rules.idleMinutes})
    order by last_seen desc, id`)

export type OpenToken = { id: string; name: string; roles: string[]; areas: string[]; createdAt: string; expiresAt: string; lastSeen: string | null }

export const tokensOf = (doors: Doors, person: string): Promise<OpenToken[]> =>
  asOwner(doors).rows<OpenToken>(sql`
    select id, name, roles, areas, created_at, expires_at, last_seen from kernel.token
    where person = ${person} and revoked_at is null and expires_at > now() order by created_at desc, id`)

/** False when this person has no such session: one of somebody else is as if it were not there. */
export async function endSession(doors: Doors, by: Db, person: string, session: string): Promise<boolean> {
  const ended = await asOwner(doors).run(sql`delete from kernel.session where id = ${session} and person = ${person}`)
  if (ended > 0) await audit(by, 'session.end', 'kernel.session', session, { person })
  return ended > 0
}

export async function revokeToken(doors: Doors, by: Db, person: string, token: string): Promise<boolean> {
  const ended = await asOwner(doors).run(sql`update kernel.token set revoked_at = now() where id = ${token} and person = ${person} and revoked_at is null`)
  if (ended > 0) await audit(by, 'token.revoke', 'kernel.token', token, { person })
  return ended > 0
}
