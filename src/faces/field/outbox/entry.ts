/**
 * One form on its way from a person's hands to the office, and the states it may be in. Pure: what happened and what time it is come in, the changed entry
 * comes out. The promise behind it (receipt or still here): an entry leaves this phone only after a receipt that the office signed.
 */
import { letsGo, type ReceiptFacts, type SignedReceipt } from '../../../engines/instance/index.ts'
import type { Refusal } from '../../../kernel/shared.ts'
import type { Sealed } from '../store/sealing.ts'

export type Phase = 'draft' | 'finished' | 'going' | 'received' | 'needs-you'

export type EntryFile = { name: string; sha256: string; bytes: number }
/** As the office says it, ready to be shown, with its code for what the screen can offer. */
export type Told = Refusal & { sentence?: { pt: string; en: string } }

export type Entry = {
  instanceId: string
  form: { id: string; code: string; version: string; title: Record<string, string>; isRestricted: boolean }
  phase: Phase
  /** What the person recognises it by: the form's own name for this answer, or the place. */
  name: string
  startedAt: string
  savedAt: string
  /** Time spent with the form open, not time between clocks, which may be wrong. */
  elapsedMs: number
  files: EntryFile[]
  finishedAt: string | null
  deviceSeq: number | null
  payloadHash: string | null
  bytes: number
  tries: number
  /** Milliseconds; before it nothing is sent by itself. */
  nextAt: number
  missing: string[]
  told: Told[]
  receipt: (SignedReceipt & Pick<ReceiptFacts, 'outcome' | 'receivedAt'>) | null
  /** Of our own clock: for how long the copy is kept. */
  receiptAt: string | null
}

/** What lies beside an entry: the answers, readable while it is a draft, and for restricted forms readable by the office alone once finished. */
export type Payload = { xml: string } | { sealed: Sealed }

const minute = 60_000
export const longestWait = 15 * minute
const firstWait = 1000
const keptDays = 14
/** Something a person must decide: asked again only now and then, in case the office has decided meanwhile. */
const needsYouWait = 6 * 60 * minute

/** From one second to a quarter of an hour, spread out so that a hundred phones do not return in the same second. Without an end. */
export function waitAfter(tries: number, random: number): number {
  const full = Math.min(longestWait, firstWait * 2 ** Math.min(tries, 20))
  return Math.round(Math.max(firstWait, full * (0.5 + random / 2)))
}

export type Finishing = { finishedAt: string; elapsedMs: number; deviceSeq: number; payloadHash: string; files: EntryFile[]; bytes: number; name: string }

export const finish = (entry: Entry, finishing: Finishing): Entry => ({
  ...entry,
  ...finishing,
  savedAt: finishing.finishedAt,
  phase: 'finished',
  tries: 0,
  nextAt: 0,
  missing: finishing.files.map(({ name }) => name),
  told: [],
})

export type Heard =
  | { kind: 'receipt'; receipt: SignedReceipt; facts: ReceiptFacts; missing: string[] }
  | { kind: 'later'; afterMs?: number }
  | { kind: 'refused'; told: Told[] }

/** Only a verified receipt for all of it lets go; no status code does, and neither does a receipt while files are missing. */
export function hear(entry: Entry, heard: Heard, { now, random }: { now: number; random: number }): Entry {
  if (entry.phase === 'draft' || entry.phase === 'received') return entry
  if (heard.kind === 'later') {
    const wait = Math.max(waitAfter(entry.tries, random), Math.min(heard.afterMs ?? 0, longestWait))
    return { ...entry, tries: entry.tries + 1, nextAt: now + wait }
  }
  if (heard.kind === 'refused') return { ...entry, phase: 'needs-you', told: heard.told, tries: entry.tries + 1, nextAt: now + needsYouWait }
  const { facts, missing, receipt } = heard
  const { text, keyId, signature } = receipt
  const kept = { text, keyId, signature, outcome: facts.outcome, receivedAt: facts.receivedAt }
  if (letsGo(facts, missing))
    return { ...entry, phase: 'received', receipt: kept, receiptAt: new Date(now).toISOString(), missing: [], told: [], tries: 0, nextAt: 0 }
  return { ...entry, phase: 'going', receipt: kept, missing, told: [], tries: 0, nextAt: now }
}

/** A wait that is longer than any of ours was written under a clock that was set back since: it holds nothing back. */
export const isDue = (entry: Entry, now: number): boolean =>
  entry.phase !== 'draft' && entry.phase !== 'received' && (entry.nextAt <= now || entry.nextAt > now + needsYouWait)

/** The office was restored from a backup: whatever is still here is offered again, which costs nothing when it is there. */
export const offerAgain = (entry: Entry, now: number): Entry =>
  entry.phase === 'received' ? { ...entry, phase: 'finished', missing: entry.files.map(({ name }) => name), tries: 0, nextAt: now } : entry

/** By the phone's clock and by the office's: when one of them jumped ahead, the other still keeps the copy for its fourteen days. */
export function mayBeForgotten({ phase, receipt, receiptAt }: Entry, now: number, officeNow: number): boolean {
  const age = Math.min(now - Date.parse(receiptAt ?? ''), officeNow - Date.parse(receipt?.receivedAt ?? ''))
  return phase === 'received' && age > keptDays * 24 * 60 * minute
}

export const sendNow = (entry: Entry): Entry => (entry.phase === 'draft' || entry.phase === 'received' ? entry : { ...entry, tries: 0, nextAt: 0 })

export const inOrder = (a: Entry, b: Entry): number => (a.deviceSeq ?? 0) - (b.deviceSeq ?? 0)
