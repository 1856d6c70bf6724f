/** The sheet `osm`: the tags that a question about an OpenStreetMap feature asks for, list by list. */
import type { Findings } from './findings.ts'
import { cellOf, readLine, type Translation } from './line.ts'
import { findSheet, readSheet } from './sheets.ts'
import type { Workbook } from './workbook.ts'

export type OsmLists = Map<string, { name: string; labels: Translation[] }[]>

export function readOsm(workbook: Workbook, findings: Findings): OsmLists {
  const lists: OsmLists = new Map()
  const raw = findSheet(workbook, 'osm')
  if (!raw) return lists
  const sheet = readSheet(raw, 'choices', findings)
  for (const row of sheet.rows) {
    const line = readLine(sheet, row)
    const list = cellOf(line, 'list_name')
    const tag = { name: cellOf(line, 'name'), labels: line.texts.get('label') ?? [] }
    if (tag.name === '') continue
    const known = lists.get(list)
    if (known) known.push(tag)
    else lists.set(list, [tag])
  }
  return lists
}
