/** Whoever acts: a signed-in person, a token, the public, or the product itself. Everything that is read or written is read or written by an actor. */
import { type Role, roles } from './roles.ts'

export type Actor = {
  /** Null for the public and for the product itself. */
  userId: string | null
  name: string
  roles: readonly Role[]
  /** P-codes; each stands for itself and everything inside. `*` is everywhere. */
  areas: readonly string[]
  /** Whose staff this is, by the id in the register of organisations; rows of that organisation are open to those whose rule says so. */
  organisation?: string | null
  credential: 'none' | 'session' | 'token' | 'device' | 'system'
  /** The phone that asks, where it is one. */
  device?: string
  /** Of a phone: its name, its project, and whether its key has ended (revoked, run out, or its person left). */
  phone?: { label: string; project: number; projectId: string; ended: boolean }
  /** What this person must settle first. Until then the roles are the public's, so that neither the product nor the database gives more. */
  owes?: 'second-factor'
}

export const thePublic: Actor = { userId: null, name: 'public', roles: ['public'], areas: [], credential: 'none' }
export const theSystem: Actor = { userId: null, name: 'system', roles: ['system'], areas: ['*'], credential: 'system' }

export const highestClass = (actor: Actor): number => Math.max(1, ...actor.roles.map((role) => roles[role].class))

/** Above every letter that a P-code or place code can hold, in the "C" collation. */
const end = '~'

/** Half-open ranges of codes in byte order: an area and everything whose code starts with it. */
export const areaRanges = (actor: Actor): [string, string][] => actor.areas.map((area) => (area === '*' ? ['', end] : [area, `${area}${end}`]))

export const covers = (actor: Actor, scope: string): boolean => areaRanges(actor).some(([low, high]) => scope >= low && scope < high)

const within = (area: string, wider: string) => wider === '*' || (area !== '*' && area.startsWith(wider))

/** What two lists of areas have in common. */
export const commonAreas = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set(some.flatMap((area) => others.flatMap((other) => (within(area, other) ? [area] : within(other, area) ? [other] : [])))),
]
