/**
 * The one way in which the house asks a server of somebody else. Only addresses that the operator named; HTTPS, unless he allowed a server of his own network; the address
 * is judged after the name was looked up and on the very connection, no redirection is followed, and an answer has an end in time and in size.
 */
import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isInner } from './innerAddress.ts'

/** `inside`: the operator allowed an address of a private network, and plain HTTP to one of these alone. */
export type OutsideServer = { address: string; secret: string; inside: boolean }
export type OutsideQuestion = { method: 'GET' | 'POST'; path: string; body?: object; headers?: Record<string, string> }
export type OutsideFault = 'unreachable' | 'forbidden' | 'unreadable'
export type OutsideAnswer = { status: number; body: unknown } | { fault: OutsideFault }

const waitMs = 20_000
const largestAnswer = 1_000_000
class Forbidden extends Error {}

/** Every address that the name leads to must be allowed: one that changes between two look-ups gains nothing. */
const guarded =
  (wanted: 'inner' | 'outer' | 'any'): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, '')
      if (wanted !== 'any' && found.some(({ address }) => isInner(address) !== (wanted === 'inner'))) return done(new Forbidden(), '')
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
    })

async function textOf(answer: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestAnswer) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function asked(url: URL, { inside, secret }: OutsideServer, { method, body, headers }: OutsideQuestion): Promise<IncomingMessage> {
  const sent = body === undefined ? undefined : JSON.stringify(body)
  const isSecure = url.protocol === 'https:'
  const ask = isSecure ? secureRequest : plainRequest
  const wanted = inside ? (isSecure ? 'any' : 'inner') : 'outer'
  return new Promise((give, fail) => {
    const open = ask(
      url,
      {
        ...{ method, lookup: guarded(wanted), signal: AbortSignal.timeout(waitMs) },
        headers: {
          ...{ accept: 'application/json', authorization: `Bearer ${secret}` },
          ...(sent === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
          ...headers,
        },
      },
      give,
    )
    open.on('error', fail)
    open.end(sent)
  })
}

/** Whether this address may be asked at all, before any name is looked up. */
export function mayAsk(address: string, inside: boolean): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isOpen = url.protocol === 'https:' || (inside && url.protocol === 'http:')
  if (!isOpen || url.username || url.password || url.search || url.hash) return null
  const looksInner = isIP(host) ? isInner(host) : host === 'localhost' || host.endsWith('.localhost')
  if (!inside && looksInner) return null
  // Words that nobody locks never leave the operator's own network.
  return url.protocol === 'http:' && isIP(host) && !looksInner ? null : url
}

export async function askOutside(server: OutsideServer, question: OutsideQuestion): Promise<OutsideAnswer> {
  const base = mayAsk(server.address, server.inside)
  if (!base) return { fault: 'forbidden' }
  try {
    const answer = await asked(new URL(`${base.href.replace(/\/$/, '')}${question.path}`), server, question)
    const text = await textOf(answer)
    if (text === null) return { fault: 'unreadable' }
    const status = answer.statusCode ?? 0
    if (text.trim() === '') return { status, body: null }
    return { status, body: JSON.parse(text) }
  } catch (error) {
    if (error instanceof Forbidden) return { fault: 'forbidden' }
    return { fault: error instanceof SyntaxError ? 'unreadable' : 'unreachable' }
  }
}
