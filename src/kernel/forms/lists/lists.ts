/**
 * Lists as phones get them: the rows that this key may see, as CSV for every client, with a hash that changes only when these rows change, and with the answer to
 * "is this item still there?". Views of registers and own items look alike from outside.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { readableRows } from '../../access/rules.ts'
import type { Db } from '../../db/transaction.ts'
import type { House } from '../../house.ts'
import type { FieldListRow } from '../fieldListView.ts'
import { ListItem } from '../list.ts'
import { ownList, viewNamed } from './listNamed.ts'

export type PhoneList = { code: string; properties: string[]; rows: FieldListRow[] }

/** As the actor of `db` sees it; null: no such list in this project. */
export async function phoneList(house: House, db: Db, project: string, code: string): Promise<PhoneList | null> {
  const view = viewNamed(house, code)
  if (view) {
    const rows = await view.rows(db, house)
    return { code, properties: view.properties.map(({ name }) => name), rows: [...rows].sort((a, b) => (a.entity < b.entity ? -1 : 1)) }
  }
  const list = await ownList(db, project, code)
  if (!list) return null
  const readable = readableRows(db.actor, ListItem)
  const rows = readable
    ? await db.rows<FieldListRow>(sql`
        select r.entity, r.label, r.item_version as version, r.properties, r.scope from forms.list_item r
        where r.list = ${list.id} and r.deleted_at is null and ${readable} order by r.entity collate "C"`)
    : []
  return { code, properties: list.properties, rows }
}

/** Exactly as it is: a phone compares it letter by letter, so no guard against formulas here. */
const exact = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export function csvOf({ properties, rows }: PhoneList): string {
  const lines = rows.map((row) => [row.entity, row.label, String(row.version), ...properties.map((name) => row.properties[name] ?? '')])
  return [['name', 'label', '__version', ...properties], ...lines].map((line) => `${line.map(exact).join(',')}\n`).join('')
}

export const listCsv = async (house: House, db: Db, project: string, code: string): Promise<string | null> => {
  const list = await phoneList(house, db, project, code)
  return list && csvOf(list)
}

/** MD5, as OpenRosa names the state of a file. */
export async function listHash(house: House, db: Db, project: string, code: string): Promise<string | null> {
  const csv = await listCsv(house, db, project, code)
  return csv === null ? null : createHash('md5').update(csv).digest('hex')
}

/** What this key cannot see is gone for it. */
export async function listIntegrity(
  house: House,
  db: Db,
  project: string,
  code: string,
  entities: readonly string[],
): Promise<{ entity: string; deleted: boolean }[] | null> {
  const list = await phoneList(house, db, project, code)
  if (!list) return null
  const there = new Set(list.rows.map(({ entity }) => entity))
  return entities.map((entity) => ({ entity, deleted: !there.has(entity) }))
}
