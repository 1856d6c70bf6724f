/** One new state of one item: the item, its version for ever, and the line of the feed by which phones learn of it. */
import { sql } from 'kysely'
import type { Db } from '../../db/transaction.ts'
import { insertRow } from '../../record/store.ts'
import { ItemVersion } from '../list.ts'
import type { ItemChange } from './itemChanges.ts'
import type { ItemState, PastVersion } from './planChange.ts'

export type ListHome = { id: string; code: string; scope: string; class: number }
export type NewState = {
  label: string
  properties: Record<string, string>
  deed: 'created' | 'updated' | 'decided' | 'forced' | 'removed'
  submission: string | null
}

const tellList = (db: Db, list: ListHome, entity: string, scope: string, deleted = false) =>
  db.run(
    sql`insert into kernel.change (topic, record_id, scope, class, deleted) values (${`list:${list.code}`}, ${entity}, ${scope}, ${list.class}, ${deleted})`,
  )

type Held = ItemState & { id: string; scope: string; class: number }

/** Held until the transaction ends, so that two changes of one item follow each other. */
export const heldItem = (db: Db, list: string, entity: string) =>
  db.one<Held>(sql`
    select id, scope, class, item_version, label, properties, deleted_at is not null as deleted from forms.list_item where list = ${list} and entity = ${entity} for update`)

export const pastOf = (db: Db, list: string, entity: string, root: string | null) =>
  db.rows<PastVersion>(sql`
    select v.item_version, v.label, v.properties, v.branch, v.branch_base, coalesce(coalesce(s.root, s.id) = ${root}::uuid, false) as from_same_submission
    from forms.item_version v left join forms.submission s on s.id = v.submission where v.list = ${list} and v.entity = ${entity} order by v.item_version`)

type Link = Pick<ItemChange, 'branch' | 'trunkVersion' | 'baseVersion'>
const noLink: Link = { branch: null, trunkVersion: null, baseVersion: null }

export async function writeItem(
  db: Db,
  list: ListHome,
  entity: string,
  state: NewState,
  home: { scope: string; class: number },
  link: Link = noLink,
): Promise<number> {
  const item = await heldItem(db, list.id, entity)
  const itemVersion = (item?.itemVersion ?? 0) + 1
  const removed = state.deed === 'removed'
  const scope = item?.scope ?? home.scope
  const rowClass = item?.class ?? home.class
  const properties = JSON.stringify(state.properties)
  await db.run(sql`
    insert into forms.list_item (scope, class, list, entity, label, properties, item_version, trunk_version, branch, submission)
    values (${scope}, ${rowClass}, ${list.id}, ${entity}, ${state.label}, ${properties}::jsonb, ${itemVersion}, ${link.trunkVersion}, ${link.branch}, ${state.submission})
    on conflict (list, entity) do update set label = excluded.label, properties = excluded.properties, item_version = excluded.item_version,
      trunk_version = excluded.trunk_version, branch = excluded.branch, submission = coalesce(excluded.submission, list_item.submission),
      deleted_at = ${removed ? sql`now()` : sql`null`}, version = list_item.version + 1`)
  await insertRow(db, ItemVersion, {
    ...{ scope, class: rowClass, list: list.id, entity, itemVersion, label: state.label, properties: state.properties, deed: state.deed },
    ...{ trunkVersion: link.trunkVersion, branch: link.branch, branchBase: link.branch ? (link.baseVersion ?? 0) : null, submission: state.submission },
  })
  await tellList(db, list, entity, scope, removed)
  return itemVersion
}
