/** What the outbox asks of the line to the office. Passed in, so that the same code runs against the real server, a broken link and a thousand simulated phones. */
import type { SignedReceipt } from '../../../engines/instance/index.ts'
import type { Entry, Payload, Told } from './entry.ts'
import type { ReceiptKey } from './receipt.ts'

export type Envelope = {
  form: string
  version: string
  instanceId: string
  deviceSeq: number
  openedAt: string
  finishedAt: string
  elapsedMs: number
  client: string
  files: { name: string; sha256: string; bytes: number }[]
} & Payload

export type Answered =
  | { instanceId: string; outcome: string; receipt: SignedReceipt; missing: string[] }
  | { instanceId: string; retry: true; after: number }
  | { instanceId: string; refusals: Told[] }

export type Order = { id: string; kind: 'purge' | 'revoked'; topic?: string; ids?: string[] | null }

export type HelloAsk = {
  protocol: 1
  deviceTime: string
  announcedSeq: number
  epoch: string | null
  newestReceipt: SignedReceipt | null
  persistentStorage: boolean | null
  client: string
}

export type Hello = {
  serverTime: string
  epoch: string
  signing: boolean
  device: { id: string; label: string; person: { name: string } | null; areas: string[] }
  project: { number: number; name: string; training: boolean }
  mission: string
  receiptKeys: ReceiptKey[]
  sealingKey: ReceiptKey
  orders: Order[]
  gaps: number[]
}

/** `offline`: no answer at all. `later`: an answer that means wait, a captive portal's page among them. `refused`: the office's own words. */
export type Trouble = { trouble: 'offline' | 'later' | 'refused'; status?: number; told: Told[] }
export const isTrouble = (answer: object): answer is Trouble => 'trouble' in answer

export type Network = {
  hello(ask: HelloAsk): Promise<Hello | Trouble>
  push(envelopes: Envelope[]): Promise<{ answers: Answered[] } | Trouble>
  /** How much of the file the office has; 0 when it knows nothing of it. */
  fileOffset(sha256: string): Promise<{ offset: number } | Trouble>
  sendPiece(piece: { sha256: string; offset: number; total: number; bytes: Uint8Array<ArrayBuffer> }): Promise<{ offset: number; whole: boolean } | Trouble>
}

export type OutboxStore = {
  all(): Promise<Entry[]>
  payload(instanceId: string): Promise<Payload | null>
  file(instanceId: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>
  put(entry: Entry): Promise<void>
  forget(entry: Entry): Promise<void>
}
