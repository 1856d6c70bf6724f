/**
 * Names: each becomes an XML element, so it begins with a letter or underscore and goes on with letters, digits, underscores, hyphens or periods. It stands once
 * among its neighbours; a repeat's name stands once in the form. Source: XML 1.0, production "Name" without the colon.
 */
import type { Findings } from './findings.ts'
import { cellChange, type Line, placeOf } from './line.ts'
import { everyItem, type Item, lineage, nodesOf } from './tree.ts'

const validName = /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u

export const nameProblem = (name: string): boolean => !validName.test(name)

/** The nearest valid name: blanks become underscores, a digit in front gets one, everything else that does not belong goes. */
function mendedName(name: string): string {
  const plain = name
    .trim()
    .replace(/\s+/g, '_')
    .replace(/[^\p{L}\p{N}\p{M}_.-]/gu, '')
  return plain === '' ? '' : /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`
}

export function refuseName(line: Line, column: string, name: string, findings: Findings): void {
  const mended = mendedName(name)
  const change = mended === '' ? null : cellChange(line, column, mended)
  const repair = change ? { code: 'xlsform.repair.name', facts: { from: name, to: mended }, changes: [change] } : undefined
  findings.refuse('xlsform.name-invalid', placeOf(line, column), { name }, repair)
}

export function checkNames(root: Item, findings: Findings): void {
  const repeats = new Map<string, Item>()
  checkNeighbours(root, findings)
  for (const item of everyItem(root)) {
    if (!item.isFlat) checkNeighbours(item, findings)
    if (item.kind !== 'repeat' || item.name === '') continue
    const twin = repeats.get(item.name)
    if (item.name === root.name) findings.refuse('xlsform.repeat-named-like-root', placeOf(item.line, 'name'), { name: item.name }, rename(item))
    if (!twin) repeats.set(item.name, item)
    else if (twin.parent !== item.parent)
      findings.refuse('xlsform.repeat-name-twice', placeOf(item.line, 'name'), { name: item.name, firstRow: String(twin.line.row) }, rename(item))
  }
}

/** Twins among neighbours are refused; names that differ by case only are a warning, because spreadsheets and databases often cannot tell them apart. */
function checkNeighbours(container: Item, findings: Findings): void {
  const exact = new Map<string, Item>()
  const folded = new Map<string, Item>()
  for (const item of nodesOf(container)) {
    if (item.name === '') continue
    const lower = item.name.toLowerCase()
    const twin = exact.get(item.name)
    const almost = folded.get(lower)
    if (twin) findings.refuse('xlsform.name-twice', placeOf(item.line, 'name'), { name: item.name, firstRow: String(twin.line.row) }, rename(item))
    else if (almost)
      findings.warn('xlsform.name-differs-by-case', placeOf(item.line, 'name'), { name: item.name, other: almost.name, otherRow: String(almost.line.row) })
    exact.set(item.name, twin ?? item)
    folded.set(lower, almost ?? item)
  }
}

/** `name_2`, or the next number that is free in the whole form. */
function rename(item: Item) {
  const root = lineage(item).at(-1)!
  const taken = new Set([...everyItem(root)].map(({ name }) => name.toLowerCase()))
  let number = 2
  while (taken.has(`${item.name}_${number}`.toLowerCase())) number += 1
  const to = `${item.name}_${number}`
  const change = cellChange(item.line, 'name', to)
  return change ? { code: 'xlsform.repair.rename-twin', facts: { from: item.name, to }, changes: [change] } : undefined
}
