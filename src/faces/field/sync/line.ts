/**
 * One question to the office and what came back, whatever the link does: nothing at all, a captive portal's page, "wait", a refusal in the office's own words,
 * or the answer. The key of this phone travels in a header, never in an address.
 */
import type { Told } from '../outbox/entry.ts'
import type { Trouble } from '../outbox/network.ts'

/** `carry`: another way than the browser's own, where phones and office are in one process. */
export type Line = { address: string; secret: string; carry?: typeof fetch }

/** A slow link may need a while for a batch; a dead one must not hold the phone for ever. */
const patience = 90_000

const toldBy = (body: unknown): Told[] => {
  const { refusals } = (body ?? {}) as { refusals?: Told[] }
  return Array.isArray(refusals) ? refusals : []
}

const isWaiting = (status: number) => status >= 500 || status === 429 || status === 408

export async function askOffice({ address, secret, carry = fetch }: Line, path: string, init: RequestInit = {}): Promise<Response | Trouble> {
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${secret}`)
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const answer = await carry(address + path, { ...init, headers, cache: 'no-store', credentials: 'omit', redirect: 'error', signal: stop.signal })
    // A captive portal says 200 and sends a page of its own.
    if (answer.headers.get('content-type')?.includes('text/html'))
      return { trouble: 'later', status: answer.status, told: [{ code: 'field.portal', facts: {} }] }
    if (isWaiting(answer.status)) return { trouble: 'later', status: answer.status, told: [] }
    if (answer.ok || answer.status === 304) return answer
    if (init.method === 'HEAD' || init.method === 'PATCH') return answer
    const told = toldBy(await answer.json().catch(() => null))
    return { trouble: 'refused', status: answer.status, told: told.length > 0 ? told : [{ code: 'field.refused', facts: { status: answer.status } }] }
  } catch {
    return { trouble: 'offline', told: [] }
  } finally {
    clearTimeout(timer)
  }
}

/** The body may still break off after the head arrived. */
export async function askJson<Answer>(line: Line, path: string, init: RequestInit = {}): Promise<Answer | Trouble> {
  const answer = await askOffice(line, path, init)
  if (!(answer instanceof Response)) return answer
  const body = (await answer.json().catch(() => null)) as Answer | null
  return body ?? { trouble: 'later', status: answer.status, told: [] }
}

export const postJson = <Answer>(line: Line, path: string, body: unknown): Promise<Answer | Trouble> =>
  askJson<Answer>(line, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
