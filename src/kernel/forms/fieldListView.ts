/**
 * A list on phones that is a view of a register: places, sites, households. A domain declares it and answers for its rows; nothing is copied, so that what a
 * phone shows and what the office sees can never differ.
 */
import type { Db, Refused } from '../db/transaction.ts'
import type { House } from '../house.ts'
import type { Bilingual } from '../text/bilingual.ts'

export type FieldListRow = { entity: string; label: string; version: number; properties: Record<string, string>; scope: string }

/** What a form would do to an item of the register; `entity` of a new one was made on the phone. */
export type FieldListChange = {
  kind: 'create' | 'update'
  entity: string
  label: string | null
  properties: Record<string, string>
  submission: { id: string; scope: string; effectiveAt: string | null; author: string | null }
}

/** `key`: the column that names a row for ever; `isItem` where that name is also the item's. */
export type ListedRegister = { table: string; key: string; isItem?: true }

export type FieldListView = {
  /** As forms name it in `select_one_from_file <code>.csv`. */
  code: string
  labels: Bilingual
  properties: readonly { name: string; label: Bilingual }[]
  /** Read as the actor of `db`: row level security scopes it. */
  rows(db: Db, house: House): Promise<FieldListRow[]>
  /** Whose change may change this list. */
  registers: readonly [ListedRegister, ...ListedRegister[]]
  /** Names of the items in which these rows (keys by table) have a part, as the actor of `db` may see them. None: a small list, which comes whole after any change. */
  itemsWith?(db: Db, changed: ReadonlyMap<string, readonly string[]>): Promise<string[]>
  /** Takes what a form says; none: the list is read only for forms. */
  saveTo?(db: Db, change: FieldListChange): Promise<{ record: string; id: string } | Refused>
}
