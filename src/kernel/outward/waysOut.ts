/**
 * The ways out of the house that an operator may switch on: the gateway of text and voice messages, and the server that takes e-mail. Off by default. Address and sender stand in
 * the settings, the secret is closed under the keyring: whoever takes a backup gets none.
 */
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import { asOwner, type Db, type Refused, refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import { refuse } from '../refusal.ts'
import { isEmailAddress } from '../text/email.ts'
import { mayAsk, type OutsideServer } from './askOutside.ts'
import { isInner } from './innerAddress.ts'

export const waysOut = ['messages', 'mail'] as const
export type WayOut = (typeof waysOut)[number]

/** `from`: whom readers see as the sender of an e-mail; `site`: where the links of an e-mail lead, which nobody's request may decide. */
export type NamedWayOut = { address: string; inside: boolean; secret: string | null; from: string | null; site: string | null }

const nameOf = (way: WayOut) => `outward.${way}`

/** The secret as it is kept: closed. */
const keptOf = async (db: Db, way: WayOut): Promise<NamedWayOut | null> =>
  (await db.one<{ value: NamedWayOut }>(sql`select value from kernel.setting where name = ${nameOf(way)}`))?.value ?? null

/** Null: switched off. */
export async function wayOut({ doors, keyring }: Pick<House, 'doors' | 'keyring'>, way: WayOut): Promise<NamedWayOut | null> {
  const kept = await keptOf(asOwner(doors), way)
  return kept && { ...kept, secret: kept.secret === null ? null : keyring.open(Buffer.from(kept.secret, 'base64')) }
}

/** The gateway as it is asked; without a secret it cannot be. */
export async function serverOf(house: Pick<House, 'doors' | 'keyring'>, way: WayOut): Promise<OutsideServer | null> {
  const named = await wayOut(house, way)
  return named && { address: named.address, inside: named.inside, secret: named.secret ?? '' }
}

function wrongAddress(way: WayOut, { address, inside, from, site }: NamedWayOut) {
  if (way === 'messages') return mayAsk(address, inside) ? null : refuse('outward.address-wrong', { address })
  const url = URL.canParse(address) ? new URL(address) : null
  const isMail = url !== null && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '' && url.password === ''
  if (!isMail || (!inside && (url.hostname === 'localhost' || (/^[\d.]+$|^\[/.test(url.hostname) && isInner(url.hostname)))))
    return refuse('outward.mail-address-wrong', { address })
  if (from === null || !isEmailAddress(from)) return refuse('outward.sender-wrong')
  return site !== null && /^https?:$/.test(URL.canParse(site) ? new URL(site).protocol : '') ? null : refuse('outward.site-missing')
}

export async function nameWayOut(house: Pick<House, 'doors' | 'keyring'>, actor: Db['actor'], way: WayOut, named: NamedWayOut): Promise<null | Refused> {
  const wrong = wrongAddress(way, named)
  if (wrong) return refused(wrong)
  if (way === 'messages' && !named.secret) return refused(refuse('outward.secret-missing'))
  const secret = named.secret === null ? null : house.keyring.close(named.secret).toString('base64')
  const db = { ...asOwner(house.doors), actor }
  await db.run(sql`
    insert into kernel.setting (name, value) values (${nameOf(way)}, ${JSON.stringify({ ...named, secret })}::jsonb)
    on conflict (name) do update set value = excluded.value, at = now()`)
  await audit(db, 'outward.name', 'kernel.setting', way, { inside: named.inside })
  return null
}

export async function closeWayOut({ doors }: Pick<House, 'doors'>, actor: Db['actor'], way: WayOut): Promise<void> {
  const db = { ...asOwner(doors), actor }
  await db.run(sql`delete from kernel.setting where name = ${nameOf(way)}`)
  await audit(db, 'outward.off', 'kernel.setting', way)
}
