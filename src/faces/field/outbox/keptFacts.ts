/**
 * What was written on this phone that is no form: hand-overs, visits to building sites. Each waits under its own name until the office has signed for it, and is kept
 * under another afterwards; when the office was put back to an older copy (its epoch is new) everything goes up again, because repeating is harmless.
 */
import type { FactReceipt } from '../../../engines/handover/index.ts'
import type { LockedStore } from '../store/locked.ts'
import type { Profile } from '../sync/profile.ts'
import type { Told } from './entry.ts'
import { factReceiptHolds } from './factReceipt.ts'

/** `told`: why the office put it aside, or why it did not sign; without a receipt the fact stays and is sent again. */
export type Kept<Fact> = { fact: Fact; receipt: FactReceipt | null; told: Told[] }
/** `aside`: signed for, and not carried out. */
export type FactAnswer = { key: string; receipt?: FactReceipt; aside?: Told[]; refusals?: Told[] }

/** `start` and `group` name the facts on the disk. */
export function factShelf<K extends Kept<{ sequence: number }>>(start: string) {
  const [newAt, keptAt] = [`${start}-new:`, `${start}-kept:`]
  const nameOf = (at: string, group: string, sequence: number) => `${at}${group}${String(sequence).padStart(9, '0')}`
  const shelf = {
    /** Facts that have no receipt yet. */
    waiting: async (work: LockedStore): Promise<number> => (await work.names(newAt)).length,
    groups: async (work: LockedStore): Promise<string[]> => [
      ...new Set([...(await work.names(newAt)), ...(await work.names(keptAt))].map((name) => name.split(':')[1]!)),
    ],
    async facts(work: LockedStore, which: 'all' | 'new' = 'all', group = ''): Promise<K[]> {
      const names = [...(which === 'all' ? await work.names(keptAt + group) : []), ...(await work.names(newAt + group))]
      const facts = await Promise.all(names.map((name) => work.value<K>(name)))
      return facts.filter((kept) => kept !== null).sort((a, b) => a.fact.sequence - b.fact.sequence)
    },
    /** With its receipt it moves from what waits to what is kept; both in one writing. */
    keep: (work: LockedStore, kept: K, group = ''): Promise<void> =>
      kept.receipt
        ? work.write({ key: nameOf(keptAt, group, kept.fact.sequence), value: kept }, { key: nameOf(newAt, group, kept.fact.sequence), remove: 'value' })
        : work.write({ key: nameOf(newAt, group, kept.fact.sequence), value: kept }),
    forget: (work: LockedStore, sequence: number, group = ''): Promise<void> => work.write({ key: nameOf(keptAt, group, sequence), remove: 'value' }),
    /** Let go only by a receipt over its own content. */
    async heard(work: LockedStore, kept: K, answer: FactAnswer | undefined, { text, profile, group = '' }: { text: string; profile: Profile; group?: string }) {
      if (answer?.receipt && (await factReceiptHolds(answer.receipt, { key: answer.key, text }, profile)))
        await shelf.keep(work, { ...kept, receipt: answer.receipt, told: answer.aside ?? [] }, group)
      else if (answer?.refusals) await shelf.keep(work, { ...kept, told: answer.refusals }, group)
    },
  }
  return shelf
}

/** `send` is given all facts or the new ones alone; the epoch is noted once everything went. */
export async function inEpoch<T>(work: LockedStore, { epoch }: Profile, at: string, send: (which: 'all' | 'new') => Promise<T | null>): Promise<T | null> {
  const isNew = (await work.value<string>(at)) !== epoch
  const trouble = await send(isNew ? 'all' : 'new')
  if (trouble === null && isNew) await work.write({ key: at, value: epoch })
  return trouble
}
