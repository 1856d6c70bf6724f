/**
 * What we say to a message gateway, in JSON over HTTPS with a secret in the Authorization header; docs/message-gateway.md is the same for whoever builds one.
 * A batch goes out by POST /batches with its number as Idempotency-Key, receipts are read from GET /batches/{number}, what people wrote from GET /incoming.
 */
import { z } from 'zod'
import { askOutside, type OutsideAnswer, type OutsideFault, type OutsideServer } from '../../../kernel/index.ts'
import type { PhoneChannel } from './optIn.ts'

export type GatewayFault = { fault: OutsideFault | 'refused'; status: number | null }
export type BatchToSend = { batch: string; channel: PhoneChannel; language: string; text: string; recipients: { id: string; number: string }[] }

const count = z.int().min(0).max(1_000_000)
const taken = z.object({ batch: z.string(), sent: count })
const receipts = z.object({ batch: z.string(), sent: count, delivered: count, failed: count, waiting: count })
const incoming = z.object({
  messages: z.array(z.object({ id: z.string().max(200), from: z.string().max(40), text: z.string().max(2000) })).max(1000),
  next: z.string().max(200),
})
export type Receipts = z.infer<typeof receipts>
export type Incoming = z.infer<typeof incoming>

function understood<T>(answer: OutsideAnswer, shape: z.ZodType<T>): T | GatewayFault {
  if ('fault' in answer) return { fault: answer.fault, status: null }
  if (answer.status < 200 || answer.status > 299) return { fault: 'refused', status: answer.status }
  const read = shape.safeParse(answer.body)
  return read.success ? read.data : { fault: 'unreadable', status: answer.status }
}

/** An answer about another batch, or about more people than were given, is none. */
export async function handBatch(server: OutsideServer, body: BatchToSend): Promise<{ sent: number } | GatewayFault> {
  const answer = await askOutside(server, { method: 'POST', path: '/batches', body, headers: { 'idempotency-key': body.batch } })
  const read = understood(answer, taken)
  if ('fault' in read) return read
  return read.batch === body.batch && read.sent <= body.recipients.length ? { sent: read.sent } : { fault: 'unreadable', status: null }
}

export async function askReceipts(server: OutsideServer, batch: string): Promise<Receipts | GatewayFault> {
  const read = understood(await askOutside(server, { method: 'GET', path: `/batches/${batch}` }), receipts)
  if ('fault' in read) return read
  return read.batch === batch && read.delivered + read.failed + read.waiting <= read.sent ? read : { fault: 'unreadable', status: null }
}

export const askIncoming = async (server: OutsideServer, after: string): Promise<Incoming | GatewayFault> =>
  understood(await askOutside(server, { method: 'GET', path: `/incoming?after=${encodeURIComponent(after)}` }), incoming)
