/**
 * The lists that come to the phone: places, sites, households of my area. Fetched as changes since last time; a list of another epoch comes whole. For the
 * form engine a list is a CSV file, written here, so that it never crosses the link twice.
 */
import { isTrouble, type Trouble } from '../outbox/network.ts'
import type { LockedStore } from '../store/locked.ts'
import { askJson, type Line } from './line.ts'

export type Item = { id: string; label: string; version: number; properties: Record<string, string> }
export type FieldList = { code: string; cursor: string; items: Item[] }
type Page = {
  epoch: string
  cursor: string
  full: boolean
  more: boolean
  changes: { id: string; deleted: boolean; label?: string; version?: number; properties?: Record<string, unknown> }[]
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

export function withChanges(items: readonly Item[], { full, changes }: Pick<Page, 'full' | 'changes'>): Item[] {
  const byId = new Map((full ? [] : items).map((item) => [item.id, item]))
  for (const { id, deleted, label, version, properties } of changes) {
    if (deleted) byId.delete(id)
    else
      byId.set(id, {
        id,
        label: textOf(label),
        version: version ?? 1,
        properties: Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [name, textOf(value)])),
      })
  }
  return [...byId.values()]
}

export const readList = (cache: LockedStore, code: string) => cache.value<FieldList>(`list:${code}`)

/** A list is replaced when all its pages are there, never half. */
export async function pullList(line: Line, cache: LockedStore, code: string): Promise<FieldList | Trouble> {
  const known = await readList(cache, code)
  let [items, cursor]: [Item[], string] = [known?.items ?? [], known?.cursor ?? '']
  for (let isFirst = true; ; isFirst = false) {
    const page = await askJson<Page>(line, `/sync/pull?topic=${encodeURIComponent(`list:${code}`)}&cursor=${encodeURIComponent(cursor)}`)
    if (isTrouble(page)) return page
    items = withChanges(items, { full: page.full && (isFirst || !cursor.startsWith(`${page.epoch}.`)), changes: page.changes })
    cursor = page.cursor
    if (!page.more) break
  }
  const list = { code, cursor, items }
  await cache.write({ key: `list:${code}`, value: list })
  return list
}

const cell = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** The columns that ODK's forms expect of a list: name, label, version, then the list's own properties. */
export function csvOf({ items }: Pick<FieldList, 'items'>): string {
  const properties = [...new Set(items.flatMap((item) => Object.keys(item.properties)))].filter((name) => !['name', 'label', '__version'].includes(name)).sort()
  const rows = items.map(({ id, label, version, properties: own }) => [id, label, String(version), ...properties.map((name) => own[name] ?? '')])
  return [['name', 'label', '__version', ...properties], ...rows].map((row) => row.map(cell).join(',')).join('\n')
}

export async function purgeList(cache: LockedStore, code: string, ids: readonly string[] | null | undefined): Promise<void> {
  const known = await readList(cache, code)
  if (!known) return
  if (!ids) return cache.write({ key: `list:${code}`, remove: 'value' })
  await cache.write({ key: `list:${code}`, value: { ...known, items: known.items.filter(({ id }) => !ids.includes(id)) } })
}
