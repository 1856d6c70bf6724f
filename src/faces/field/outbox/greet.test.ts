/** The first words with the office, and what a phone offers again when it cannot be sure that the office still has it. */
import { expect, it } from 'vitest'
import type { Entry } from './entry.ts'
import { greet } from './greet.ts'
import type { Hello, OutboxStore } from './network.ts'

const pinned = { x: 'x', y: 'y' }
const at = '2026-03-01T08:00:00.000Z'
const received = {
  instanceId: 'uuid:a',
  phase: 'received',
  files: [],
  nextAt: 0,
  receipt: { text: 'receipt', keyId: 'k', signature: 's', outcome: 'complete', receivedAt: at },
  receiptAt: at,
} as unknown as Entry

const hello = { epoch: 'second', serverTime: at, receiptKeys: [{ id: 'k', jwk: { kty: 'EC', crv: 'P-256', ...pinned } }] } as Hello

async function phaseAfterGreeting(epoch: string | null): Promise<string> {
  let kept = received
  const store: Partial<OutboxStore> = { all: async () => [kept], put: async (entry) => void (kept = entry) }
  const network = { hello: async () => hello }
  await greet({
    ...{ store: store as OutboxStore, network: network as never, pinned, epoch, announcedSeq: 1 },
    ...{ persistentStorage: null, client: 'test', now: () => Date.parse(at) },
  })
  return kept.phase
}

it('offers again what it holds when the office has another epoch, or when it does not remember which one the office had', async () => {
  expect(await phaseAfterGreeting('second')).toBe('received')
  expect(await phaseAfterGreeting('first')).toBe('finished')
  expect(await phaseAfterGreeting(null), 'the phone went off before it noted the epoch').toBe('finished')
})
