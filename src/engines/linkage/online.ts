/**
 * While somebody is being registered: who of those already on the list could this be? The same keys and weights as in a batch, for one record against a
 * table of up to millions, on the server or on a phone without a line. The answer is a hint for the clerk, best first; it decides nothing.
 */
import { endOfGroup, keysOfRule, lowerBound, type RuleKeys } from './blocks.ts'
import { type Evidence, evidence } from './explain.ts'
import type { Model } from './model.ts'
import { type KeyPart, kindsOf } from './plan.ts'
import { type Weigher, weigher } from './score.ts'
import { countShares } from './shares.ts'
import { type Columns, encode, putRow, type Row, type Table } from './table.ts'
import { lanesOfRule } from './takes.ts'
import type { Prepared } from './train.ts'

type LiveRule = { keys: RuleKeys; parts: KeyPart[]; added: Map<number, number[]> }
export type Index = { model: Model; columns: Columns; rules: LiveRule[]; weigher: Weigher; lastAsked: Int32Array; asked: number }
export type Match = { row: number; weightBits: number }

export const index = (model: Model, { columns }: Pick<Prepared, 'columns'>): Index => indexOf(model, columns)

/**
 * By chances that were learned elsewhere, and by how common each name is on this very list. A list of forty families cannot know that: it is judged as if it
 * had `leastRows`, so that a name met once in it is rare.
 */
export function indexByOwnShares(learned: Omit<Model, 'shares'>, table: Table, leastRows: number): Index {
  const columns = encode(kindsOf(learned.plan), table)
  return indexOf({ ...learned, shares: countShares(columns, { leastRows }) }, columns)
}

function indexOf(model: Model, columns: Columns): Index {
  const rules = model.plan.rules.map((rule) => ({
    keys: keysOfRule(columns, rule),
    parts: rule.parts,
    added: new Map<number, number[]>(),
  }))
  return { model, columns, rules, weigher: weigher(model, columns), lastAsked: new Int32Array(Math.max(16, columns.size)), asked: 0 }
}

/** Keys of the row that stands behind the last one. */
function keysOfLast(columns: Columns, parts: KeyPart[]): Set<number> {
  const keys = new Set(lanesOfRule(columns, parts, { from: columns.size, to: columns.size + 1 }).map(([key]) => key!))
  keys.delete(0)
  return keys
}

/** The most likely rows, best first. The record asked about stands behind the last row while it is compared, and is not kept. */
export function candidates(index: Index, record: Row, limit = 5): Match[] {
  const { columns, rules, weigher: found } = index
  putRow(columns, record, columns.size)
  const asked = ++index.asked
  const best: Match[] = []
  const look = (row: number) => {
    if (index.lastAsked[row] === asked) return
    index.lastAsked[row] = asked
    const weightBits = found.weigh(row, columns.size)
    if (best.length === limit && weightBits <= best[limit - 1]!.weightBits) return
    const at = best.findIndex((one) => one.weightBits < weightBits)
    best.splice(at < 0 ? best.length : at, 0, { row, weightBits })
    if (best.length > limit) best.pop()
  }
  for (const { keys, parts, added } of rules) {
    for (const key of keysOfLast(columns, parts)) {
      const start = lowerBound(keys.sortedKeys, key)
      const end = keys.sortedKeys[start] === key ? endOfGroup(keys.sortedKeys, start) : start
      const later = added.get(key) ?? []
      if (end - start + later.length > keys.largest) continue
      for (let i = start; i < end; i++) look(keys.sortedRows[i]!)
      later.forEach(look)
    }
  }
  return best
}

/** Why the record that was asked about last is like this row; see explain.ts. */
export const explainAsked = ({ model, weigher: found, columns }: Index, row: number): Evidence[] => evidence(model, found, row, columns.size)

/** Puts a record on the list; its row is returned. */
export function append(index: Index, record: Row): number {
  const { columns, rules } = index
  const row = columns.size
  putRow(columns, record, row)
  for (const { parts, added } of rules) {
    for (const key of keysOfLast(columns, parts)) {
      const rows = added.get(key)
      if (rows) rows.push(row)
      else added.set(key, [row])
    }
  }
  columns.size = row + 1
  if (row >= index.lastAsked.length) {
    const larger = new Int32Array(index.lastAsked.length * 2)
    larger.set(index.lastAsked)
    index.lastAsked = larger
  }
  return row
}
