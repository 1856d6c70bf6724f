/** A gateway of text messages on this machine: it can be down, take a batch and lose its answer, and counts what it would have sent to whom. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Batch = { batch: string; recipients: { id: string; number: string }[]; text: string }

export async function openGateway(secret: string) {
  const state = {
    mode: 'up' as 'up' | 'down' | 'loses-answer',
    /** Each key once, however often it was offered. */
    taken: new Map<string, Batch>(),
    offered: 0,
    /** How often each number was written to. */
    sent: new Map<string, number>(),
    delivered: 0,
    waiting: 1,
    incoming: [] as { id: string; from: string; text: string }[],
  }
  const server = createServer(async (asked, answer) => {
    const parts: Buffer[] = []
    for await (const part of asked) parts.push(part as Buffer)
    const say = (status: number, body: object) => answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (state.mode === 'down') return say(503, { error: 'down' })
    if (asked.headers.authorization !== `Bearer ${secret}`) return say(401, {})
    const url = new URL(asked.url!, 'http://gateway')
    if (url.pathname === '/incoming') {
      const after = Number(url.searchParams.get('after') || '0')
      return say(200, { messages: state.incoming.slice(after), next: String(state.incoming.length) })
    }
    if (asked.method === 'GET') {
      const batch = state.taken.get(url.pathname.replace('/batches/', ''))
      if (!batch) return say(404, {})
      // The first phones of all that were written to are those that are on.
      const sent = batch.recipients.length
      const before = [...state.taken.values()].slice(0, [...state.taken.keys()].indexOf(batch.batch)).reduce((sum, each) => sum + each.recipients.length, 0)
      const delivered = Math.max(0, Math.min(sent, state.delivered - before))
      return say(200, {
        batch: batch.batch,
        sent,
        delivered,
        failed: state.waiting === 0 ? sent - delivered : 0,
        waiting: state.waiting === 0 ? 0 : sent - delivered,
      })
    }
    state.offered++
    const batch = JSON.parse(Buffer.concat(parts).toString()) as Batch
    const key = String(asked.headers['idempotency-key'])
    if (!state.taken.has(key)) {
      state.taken.set(key, batch)
      for (const { number } of batch.recipients) state.sent.set(number, (state.sent.get(number) ?? 0) + 1)
    }
    if (state.mode === 'loses-answer') return answer.destroy()
    return say(202, { batch: key, sent: state.taken.get(key)!.recipients.length })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { state, address: `http://127.0.0.1:${port}`, close: () => new Promise((done) => server.close(done)) }
}
export type Gateway = Awaited<ReturnType<typeof openGateway>>
