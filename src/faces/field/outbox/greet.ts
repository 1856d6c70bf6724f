/**
 * The first words with the office: which time it is there, whether it is still the same memory (epoch), what it orders. A restored office is offered
 * everything that is still here again before anything else is sent.
 */
import type { SignedReceipt } from '../../../engines/instance/index.ts'
import { type Entry, mayBeForgotten, offerAgain } from './entry.ts'
import { type Hello, type HelloAsk, isTrouble, type Network, type OutboxStore, type Trouble } from './network.ts'
import { mayTrust } from './receipt.ts'

export type Greeting = {
  store: OutboxStore
  network: Network
  pinned: { x: string; y: string }
  epoch: string | null
  announcedSeq: number
  persistentStorage: boolean | null
  client: string
  now: () => number
}
export type Greeted = { hello: Hello; forgotten: Entry[]; skewMs: number }

const newestReceipt = (entries: readonly Entry[]): SignedReceipt | null => {
  const [newest] = entries.filter(({ receipt, receiptAt }) => receipt && receiptAt).sort((a, b) => ((a.receiptAt ?? '') < (b.receiptAt ?? '') ? 1 : -1))
  return newest?.receipt ? { text: newest.receipt.text, keyId: newest.receipt.keyId, signature: newest.receipt.signature } : null
}

export async function greet(greeting: Greeting): Promise<Greeted | Trouble> {
  const { store, network, pinned, epoch, announcedSeq, persistentStorage, client, now } = greeting
  const entries = await store.all()
  const ask: HelloAsk = {
    protocol: 1,
    deviceTime: new Date(now()).toISOString(),
    announcedSeq,
    epoch,
    newestReceipt: newestReceipt(entries),
    persistentStorage,
    client,
  }
  const hello = await network.hello(ask)
  if (isTrouble(hello)) return hello
  if (!mayTrust(hello.receiptKeys, pinned)) return { trouble: 'refused', told: [{ code: 'field.other-office', facts: {} }] }
  // A phone that does not remember (it went off before it could note the epoch, or was enrolled anew) cannot know that its receipts are of this epoch.
  const mayBeRestored = hello.epoch !== epoch
  const forgotten: Entry[] = []
  for (const entry of entries) {
    if (mayBeRestored && entry.phase === 'received') await store.put(offerAgain(entry, now()))
    else if (mayBeForgotten(entry, now(), Date.parse(hello.serverTime))) {
      await store.forget(entry)
      forgotten.push(entry)
    }
  }
  return { hello, forgotten, skewMs: Date.parse(hello.serverTime) - now() }
}
