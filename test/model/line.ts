/**
 * The line between a phone and the office, and what happens to it: cut before a question arrives, in the middle of one, before its answer, in the middle of
 * that, or a café's portal that says 200. Below it a question goes straight into the server, as the browser's fetch would carry it.
 */
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Network } from '../../src/faces/field/outbox/network.ts'
import { burn, type Fuse } from './memory.ts'

export const lineFaults = ['cut-before', 'cut-in-question', 'cut-after', 'cut-in-answer', 'portal'] as const
/** `at`: which question of a meeting is the first to which it happens. */
export type LineFault = { kind: (typeof lineFaults)[number]; at: number }

/** As the browser's fetch. */
export type Carry = typeof fetch

const gone = () => new TypeError('fetch failed')

/** What the office's server answers, as fetch gives it. */
export const carriedInto =
  (server: FastifyInstance): Carry =>
  async (address, { method = 'GET', headers, body } = {}) => {
    const payload = body instanceof Uint8Array ? Buffer.from(body) : (body as string | undefined)
    const asked = { method: method as InjectOptions['method'], url: String(address), headers: Object.fromEntries(new Headers(headers)), payload }
    const answered = await server.inject(asked)
    const told = Object.entries(answered.headers).map(([name, value]) => [name, String(value)] as [string, string])
    return new Response(method === 'HEAD' ? null : new Uint8Array(answered.rawPayload), { status: answered.statusCode, headers: told })
  }

/** Half of it, and then nothing more: the reader hears that it broke off. */
function brokenOff(whole: ArrayBuffer): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new Uint8Array(whole, 0, whole.byteLength >> 1))
      stream.error(gone())
    },
  })
}

const halfOf = (body: RequestInit['body']) =>
  typeof body === 'string' ? body.slice(0, body.length >> 1) : body instanceof Uint8Array ? body.slice(0, body.length >> 1) : body

export function badly(carry: Carry, fault: LineFault | null): Carry {
  let asked = 0
  return async (address, init) => {
    if (fault === null || asked++ < fault.at) return carry(address, init)
    switch (fault.kind) {
      case 'cut-before':
        throw gone()
      case 'cut-in-question':
        await carry(address, { ...init, body: halfOf(init?.body) })
        throw gone()
      case 'cut-after':
        await carry(address, init)
        throw gone()
      case 'cut-in-answer': {
        const answer = await carry(address, init)
        return new Response(init?.method === 'HEAD' ? null : brokenOff(await answer.arrayBuffer()), answer)
      }
      case 'portal':
        return new Response('<html><title>Wi-Fi</title></html>', { headers: { 'content-type': 'text/html' } })
    }
  }
}

/** The phone itself may go off before a question or after its answer. */
export function asLongAsItIsOn(network: Network, fuse: Fuse): Network {
  const on =
    <Question, Answer>(ask: (question: Question) => Promise<Answer>) =>
    async (question: Question): Promise<Answer> => {
      burn(fuse)
      const answer = await ask(question)
      burn(fuse)
      return answer
    }
  return { hello: on(network.hello), push: on(network.push), fileOffset: on(network.fileOffset), sendPiece: on(network.sendPiece) }
}
