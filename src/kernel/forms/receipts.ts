/**
 * Receipts: what the mission promises to have. None is signed while the database could forget a commit (fsync, full_page_writes or synchronous_commit off),
 * and each carries the epoch, so that a phone notices when the server was put back to an older copy.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { filesLines, type NamedFile, type ReceiptFacts, receiptText, type SignedReceipt } from '../../engines/instance/index.ts'
import type { Doors } from '../db/pool.ts'
import { asOwner } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Keyring } from '../keys/keyring.ts'
import { signedText } from '../keys/signText.ts'

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

export function filesHashOf(files: readonly NamedFile[]): string {
  const lines = filesLines(files)
  return lines === null ? '-' : sha256Of(lines)
}

export const signReceipt = (keyring: Keyring, facts: ReceiptFacts): SignedReceipt => signedText(keyring, receiptText(facts))

export type Signing = {
  epoch: string
  /** Settings of the database that would let it forget; empty: receipts may be signed. */
  forgetful: string[]
}

const believedForMs = 60_000
const known = new WeakMap<Doors, { at: number; signing: Promise<Signing> }>()

async function askDatabase(doors: Doors): Promise<Signing> {
  const found = await asOwner(doors).one<{ epoch: string; fsync: string; fullPageWrites: string; synchronousCommit: string }>(sql`
    select (select id from kernel.epoch order by since desc, id limit 1) as epoch, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as full_page_writes, current_setting('synchronous_commit') as synchronous_commit`)
  const { epoch, fsync, fullPageWrites, synchronousCommit } = found!
  const settings = { fsync, full_page_writes: fullPageWrites, synchronous_commit: synchronousCommit }
  return { epoch, forgetful: Object.entries(settings).flatMap(([name, value]) => (value === 'off' ? [name] : [])) }
}

/** Asked anew each minute, and at once after `forgetSigning`. */
export function signingOf({ doors, settings }: Pick<House, 'doors' | 'settings'>): Promise<Signing> {
  const before = known.get(doors)
  if (before && Date.now() - before.at < believedForMs) return before.signing
  const signing = askDatabase(doors).then((found) => (settings.signsOnForgetfulDatabase ? { ...found, forgetful: [] } : found))
  known.set(doors, { at: Date.now(), signing })
  // A database that is away now may be back in a moment.
  signing.catch(() => known.delete(doors))
  return signing
}

/** After the epoch was renewed. */
export const forgetSigning = (doors: Doors): void => void known.delete(doors)

const waiting = new WeakMap<Doors, { numbers: number[]; coming: Promise<void> | null }>()
const atOnce = 32

/** The next number of the server, fetched in handfuls: a number that is lost with the process leaves a gap and nothing else. */
export async function nextServerSeq(doors: Doors): Promise<number> {
  const own = waiting.get(doors) ?? { numbers: [], coming: null }
  waiting.set(doors, own)
  for (;;) {
    const number = own.numbers.shift()
    if (number !== undefined) return number
    own.coming ??= asOwner(doors)
      .rows<{ seq: number }>(sql`select nextval('forms.server_seq')::int as seq from generate_series(1, ${atOnce})`)
      .then((rows) => void own.numbers.push(...rows.map(({ seq }) => seq)))
      .finally(() => {
        own.coming = null
      })
    await own.coming
  }
}
