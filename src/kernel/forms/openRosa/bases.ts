/** The three addresses under which a project answers collection programs: a key in the path, the short form of it, and a person with session or passphrase. */
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { openRosaHeaders } from '../../http/openRosaAnswer.ts'
import type { AnyRoute, Asked, Content, Policy } from '../../http/route.ts'
import { type Refusal, refuse } from '../../refusal.ts'

const fillers = ['enumerator', 'dataOfficer', 'coordinator'] as const

const bases: { prefix: string; policy: Policy }[] = [
  { prefix: '/v1/key/:key/projects/:n', policy: { who: 'device', class: 2 } },
  { prefix: '/key/:key', policy: { who: 'device', class: 2 } },
  { prefix: '/v1/projects/:n', policy: { who: fillers, class: 2, basic: true } },
]

export const onEachBase = (make: (prefix: string, policy: Policy) => AnyRoute): AnyRoute[] => bases.map(({ prefix, policy }) => make(prefix, policy))

export const ofProject = z.object({ key: z.string().max(200).optional(), n: z.coerce.number().int().min(1).max(1_000_000).optional() })
export type OfProject = z.infer<typeof ofProject>

/** A key belongs to one project and opens no other. */
export function projectOf(actor: Actor, { n }: OfProject): number | Refusal {
  const own = actor.phone?.project
  if (own !== undefined && n !== undefined && own !== n) return refuse('access.not-allowed')
  return own ?? n ?? refuse('access.not-found')
}

/** As the client has called us, so that what it follows leads back here. */
export function addressOf({ address, params }: Pick<Asked<OfProject, unknown, unknown>, 'address' | 'params'>): string {
  const { key, n } = params
  const project = n === undefined ? '' : `/projects/${n}`
  if (key === undefined) return `${address}/v1${project}`
  return n === undefined ? `${address}/key/${key}` : `${address}/v1/key/${key}${project}`
}

export const xml = (content: string | Uint8Array, headers: Record<string, string> = {}): Content => ({
  content,
  type: 'text/xml; charset=utf-8',
  headers: { ...openRosaHeaders, 'cache-control': 'no-store', ...headers },
})
