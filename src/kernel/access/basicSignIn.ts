/**
 * Name and passphrase with each request, for collection programs that know nothing else. Only over TLS, only for people without a second factor (it could not be
 * asked), and only for what filling forms needs. A passphrase that was right is remembered for minutes by its hash: proving it costs a tenth of a second.
 */
import { createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { asOwner, isRefused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Actor } from './actor.ts'
import { isRole } from './roles.ts'
import { signInWithPassword } from './signIn.ts'

const rememberedMs = 5 * 60_000
const pepper = randomBytes(32)
const right = new WeakMap<object, Map<string, { until: number; person: string; passwordHash: string }>>()

type Holder = { id: string; name: string; roles: string[]; areas: string[]; passwordHash: string }

const personById = ({ doors }: House, id: string) =>
  asOwner(doors).one<Holder>(
    sql`select id, name, roles, areas, password_hash from kernel.person where id = ${id} and disabled_at is null and totp_secret is null`,
  )

const fillers = ['enumerator', 'dataOfficer', 'coordinator']

const actorOf = ({ id, name, roles, areas }: Holder): Actor => ({
  userId: id,
  name,
  roles: roles.filter((role) => fillers.includes(role)).filter(isRole),
  areas,
  credential: 'session',
})

export async function actorOfBasic(house: House, header: string): Promise<Actor | null> {
  const [, coded = ''] = /^Basic ([\w+/=]+)$/i.exec(header) ?? []
  const [email, passphrase] = Buffer.from(coded, 'base64').toString('utf8').split(/:(.*)/s)
  if (!email || !passphrase) return null
  const known = right.get(house.doors) ?? new Map<string, { until: number; person: string; passwordHash: string }>()
  right.set(house.doors, known)
  const key = createHmac('sha256', pepper).update(`${email}\n${passphrase}`).digest('base64url')
  const before = known.get(key)
  if (before && before.until > Date.now()) {
    const person = await personById(house, before.person)
    // A passphrase that was changed since is no longer right.
    if (person?.passwordHash === before.passwordHash) return actorOf(person)
  }
  known.delete(key)
  const signedIn = await signInWithPassword(house.doors, house.keyring, email, passphrase, undefined)
  const person = isRefused(signedIn) ? null : await personById(house, signedIn.id)
  if (!person) return null
  if (known.size > 1000) known.clear()
  known.set(key, { until: Date.now() + rememberedMs, person: person.id, passwordHash: person.passwordHash })
  return actorOf(person)
}
