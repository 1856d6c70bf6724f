/**
 * Work of which a domain knows every household that it served. What an organisation reported of the same work can then be told as distinct people, and not as an estimate.
 */
import type { Db } from './db/transaction.ts'
import type { AssistedHousehold } from './indicator.ts'

/** `area`: the P-code of where it was, null for the whole country; days that are not known are open. */
export type WorkAsked = { organisation: string; area: string | null; from: string | null; to: string | null }
/** `organisation`: whose work it is; null: the mission's own. */
export type KnownWork = { id: string; name: string; place: string; day: string; organisation: string | null }

export type CountedWork = {
  /** The record that holds such work. */
  record: string
  /** What may be the same work: settled, inside the area and the days. */
  works(db: Db, asked: WorkAsked): Promise<KnownWork[]>
  /** By the work's id; one that is not settled, or no longer, is left out. Numbers of households never leave the house. */
  households(db: Db, ids: readonly string[]): Promise<Map<string, { day: string; served: AssistedHousehold[] }>>
}
