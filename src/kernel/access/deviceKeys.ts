/**
 * The key of a phone: 256 random bits of which only the hash is kept, narrow (the project's forms, the areas given, never more than its person holds), ending
 * by itself, by revocation, or with its person. A key that has ended is still known, so that its phone can be told and its last work taken.
 */
import { timingSafeEqual } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'
import { type Actor, commonAreas } from './actor.ts'
import { hashOfSecret } from './secrets.ts'

type Holder = {
  hash: Buffer
  id: string
  label: string
  areas: string[]
  person: string | null
  personName: string | null
  personAreas: string[] | null
  ended: boolean
  used: boolean
  projectId: string
  project: number
}

const keyShape = /^dev_[\w-]{20,100}$/

// A phone that comes home sends hundreds of forms in a minute. What is remembered of its key is forgotten at once where this process revokes it, and in three
// seconds whatever else ended it: another process, its person's account, its last day.
const believedForMs = 3000
const known = new WeakMap<Doors, Map<string, { at: number; actor: Actor }>>()

export const forgetKeys = (doors: Doors): void => void known.delete(doors)

/** Null for a key that nobody was given. Says at most once a minute when it was used. */
export async function actorOfDevice(doors: Doors, secret: string): Promise<Actor | null> {
  if (!keyShape.test(secret)) return null
  const hash = hashOfSecret(secret)
  const own = known.get(doors) ?? new Map<string, { at: number; actor: Actor }>()
  known.set(doors, own)
  const key = hash.toString('base64url')
  const before = own.get(key)
  if (before && Date.now() - before.at < believedForMs) return before.actor
  const actor = await lookUp(doors, hash)
  if (own.size > 2000) own.clear()
  if (actor) own.set(key, { at: Date.now(), actor })
  else own.delete(key)
  return actor
}

const holderWhere = (doors: Doors, where: RawBuilder<unknown>) =>
  asOwner(doors).one<Holder>(sql`/*= device-key */
    select s.hash, d.id, d.label, d.areas, p.id as person, p.name as person_name, p.areas as person_areas, j.id as project_id, j.number as project,
      (d.revoked_at is not null or d.expires_at <= now() or p.disabled_at is not null) as ended, coalesce(d.last_used_at > now() - interval '1 minute', false) as used
    from kernel.device_secret s join forms.device d on d.id = s.device join forms.project j on j.id = d.project left join kernel.person p on p.id = d.person
    where ${where}`)

const actorOf = (holder: Holder): Actor => ({
  userId: holder.person ?? holder.id,
  name: holder.personName ?? holder.label,
  roles: ['enumerator'],
  areas: holder.personAreas ? commonAreas(holder.areas, holder.personAreas) : holder.areas,
  credential: 'device',
  device: holder.id,
  phone: { label: holder.label, project: holder.project, projectId: holder.projectId, ended: holder.ended },
})

/** A phone whose work somebody else brings: named by the office, not by its key. */
export async function actorOfKnownDevice(doors: Doors, id: string): Promise<Actor | null> {
  const holder = await holderWhere(doors, sql`d.id::text = ${id}`)
  return holder ? actorOf(holder) : null
}

async function lookUp(doors: Doors, hash: Buffer): Promise<Actor | null> {
  const holder = await holderWhere(doors, sql`s.hash = ${hash}`)
  if (!holder || !timingSafeEqual(holder.hash, hash)) return null
  if (!holder.used)
    await asOwner(doors).run(
      sql`update forms.device set last_used_at = now() where id = ${holder.id} and coalesce(last_used_at < now() - interval '1 minute', true)`,
    )
  return actorOf(holder)
}
