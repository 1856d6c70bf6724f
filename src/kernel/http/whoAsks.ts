/** Who stands behind a request: a session's cookie, a token, the key of a phone (in a header, or in the address as ODK Collect has it), name and passphrase. */
import type { FastifyRequest } from 'fastify'
import { type Actor, thePublic } from '../access/actor.ts'
import { actorOfBasic } from '../access/basicSignIn.ts'
import { actorOfDevice } from '../access/deviceKeys.ts'
import { actorOfSession, doorRulesOf } from '../access/sessions.ts'
import { actorOfToken } from '../access/tokens.ts'
import type { House } from '../house.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { AnyRoute } from './route.ts'

export const sessionCookie = 'capulana_session'

const bearerOf = (request: FastifyRequest) => /^Bearer ((cap|dev)_[\w-]+)$/.exec(request.headers.authorization ?? '')

/** The key of a phone that this request carries. */
export const keyOf = (request: FastifyRequest): string | null => {
  const inAddress = (request.params as { key?: string } | undefined)?.key
  if (inAddress !== undefined) return inAddress
  const bearer = bearerOf(request)
  return bearer?.[2] === 'dev' ? bearer[1]! : null
}

export async function actorOf(house: House, request: FastifyRequest, { policy }: AnyRoute): Promise<Actor | Refusal> {
  const key = policy.who === 'device' || bearerOf(request)?.[2] === 'dev' ? keyOf(request) : null
  if (key !== null) return (await actorOfDevice(house.doors, key)) ?? refuse('access.key-wrong')
  const bearer = bearerOf(request)?.[1]
  if (bearer) return (await actorOfToken(house.doors, bearer)) ?? thePublic
  const { authorization } = request.headers
  if (policy.basic && authorization?.startsWith('Basic ')) {
    if (request.protocol !== 'https') return refuse('access.basic-needs-tls')
    return (await actorOfBasic(house, authorization)) ?? refuse('access.sign-in-wrong')
  }
  const secret = request.cookies[sessionCookie]
  return (secret && (await actorOfSession(house.doors, secret, doorRulesOf(house.pack)))) || thePublic
}

/** What stops somebody at the door of a route; null: he may enter. */
export function stoppedAtDoor(actor: Actor, { who, beforeSecondFactor, endedKeys }: AnyRoute['policy']): Refusal | null {
  if (actor.owes === 'second-factor' && who !== 'everyone' && !beforeSecondFactor) return refuse('access.second-factor-needed')
  if (who === 'everyone') return null
  // A record that one may not see answers like one that does not exist.
  if (actor.userId === null) return refuse('access.sign-in-needed')
  if (actor.credential === 'device') {
    if (who !== 'device') return refuse('access.not-allowed')
    return actor.phone?.ended && !endedKeys ? refuse('access.key-ended') : null
  }
  const enters = who !== 'device' && (who === 'signedIn' || who.some((role) => actor.roles.includes(role)))
  return enters ? null : refuse('access.not-allowed')
}

/** A browser sends the cookie with requests of other pages too; a change must come from our own page or carry a token. */
export function fromElsewhere(request: FastifyRequest, actor: Actor): boolean {
  if (request.method === 'GET' || actor.credential === 'token' || actor.credential === 'device') return false
  const { origin, host } = { origin: request.headers.origin, host: request.headers.host }
  // A page in a sandbox says "null": no address, and not ours.
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)
}
