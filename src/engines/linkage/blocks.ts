/**
 * Which pairs are compared: rows sorted by the key of each rule stand together, and a pair is given only by the first rule that it satisfies.
 * A group above the rule's limit is left out and said, because a search that silently skips people would look like a clean list.
 */
import type { BlockingRule } from './plan.ts'
import type { Columns } from './table.ts'
import { lanesOfRule } from './takes.ts'

/** Keys of each row for one rule, a list for each lane, 0 where there is none or its group was left out. `sortedKeys` rise, with the rows that have them. */
export type RuleKeys = { name: string; largest: number; lanes: Uint32Array[]; sortedKeys: Uint32Array; sortedRows: Int32Array; leftOut: LeftOut }
export type LeftOut = { rule: string; groups: number; rows: number }

const usualLargest = 1000

export function keysOfRule(columns: Columns, rule: BlockingRule): RuleKeys {
  const { size } = columns
  const lanes = lanesOfRule(columns, rule.parts, { from: 0, to: size })
  strikeOutRepeated(lanes)
  let keys = new Uint32Array(size * lanes.length)
  let rows = new Int32Array(size * lanes.length)
  let length = 0
  for (let row = 0; row < size; row++) {
    for (const lane of lanes) {
      if (lane[row] === 0) continue
      keys[length] = lane[row]!
      rows[length++] = row
    }
  }
  keys = keys.subarray(0, length)
  for (const shift of [0, 11, 22]) [keys, rows] = sortedBy(keys, rows, shift)
  const leftOut = { rule: rule.name, groups: 0, rows: 0 }
  const made = { name: rule.name, largest: rule.largest ?? usualLargest, lanes, sortedKeys: keys, sortedRows: rows, leftOut }
  leaveOutLargeGroups(made)
  return made
}

/** A record with the same key in two lanes (Domingos Domingos) stands once in its group. */
function strikeOutRepeated(lanes: Uint32Array[]) {
  lanes.forEach((lane, i) => {
    for (const before of lanes.slice(0, i)) for (let row = 0; row < lane.length; row++) if (lane[row] === before[row]) lane[row] = 0
  })
}

/** One pass of a radix sort: stable, so that rows rise within a key. */
function sortedBy(keys: Uint32Array, rows: Int32Array, shift: number): [Uint32Array<ArrayBuffer>, Int32Array<ArrayBuffer>] {
  const at = new Int32Array(2049)
  for (const key of keys) at[((key >>> shift) & 2047) + 1]!++
  for (let i = 1; i < at.length; i++) at[i]! += at[i - 1]!
  const [nextKeys, nextRows] = [new Uint32Array(keys.length), new Int32Array(rows.length)]
  for (let i = 0; i < keys.length; i++) {
    const to = at[(keys[i]! >>> shift) & 2047]!++
    nextKeys[to] = keys[i]!
    nextRows[to] = rows[i]!
  }
  return [nextKeys, nextRows]
}

export function lowerBound(sorted: Uint32Array, key: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < key) low = middle + 1
    else high = middle
  }
  return low
}

export function endOfGroup(sorted: Uint32Array, start: number): number {
  let end = start + 1
  while (end < sorted.length && sorted[end] === sorted[start]) end++
  return end
}

/** The keys of such groups are struck out: otherwise a pair in them would count as already given by this rule. */
function leaveOutLargeGroups({ lanes, largest, sortedKeys, sortedRows, leftOut }: RuleKeys) {
  for (let start = 0, end = 0; start < sortedKeys.length; start = end) {
    end = endOfGroup(sortedKeys, start)
    if (end - start <= largest) continue
    leftOut.groups++
    leftOut.rows += end - start
    for (let i = start; i < end; i++) for (const lane of lanes) if (lane[sortedRows[i]!] === sortedKeys[start]) lane[sortedRows[i]!] = 0
  }
}

/** Keys of several rules, all of a row side by side: asking whether a pair was given by an earlier rule is then one look into memory and not one a lane. */
type KeysByRow = { keys: Uint32Array; width: number; ends: number[] }

function byRow(rules: RuleKeys[]): KeysByRow {
  const lanes = rules.flatMap((rule) => rule.lanes)
  const keys = new Uint32Array((lanes[0]?.length ?? 0) * lanes.length)
  lanes.forEach((lane, at) => {
    for (let row = 0; row < lane.length; row++) keys[row * lanes.length + at] = lane[row]!
  })
  let end = 0
  return { keys, width: lanes.length, ends: rules.map((rule) => (end += rule.lanes.length)) }
}

/** The smallest key that two rows share by the rule whose lanes stand from `start` to `end`; 0 when they share none. */
function sharedKey({ keys, width }: KeysByRow, [start, end]: [number, number], a: number, b: number): number {
  const [ofA, ofB] = [a * width, b * width]
  let least = 0
  for (let i = ofA + start; i < ofA + end; i++) {
    const key = keys[i]!
    if (key === 0 || (least !== 0 && key >= least)) continue
    for (let k = ofB + start; k < ofB + end; k++) if (keys[k] === key) least = key
  }
  return least
}

/** How many pairs stand in a rule's groups. */
export function pairsIn({ sortedKeys, largest }: RuleKeys): number {
  let pairs = 0
  for (let start = 0, end = 0; start < sortedKeys.length; start = end) {
    end = endOfGroup(sortedKeys, start)
    if (end - start <= largest) pairs += ((end - start) * (end - start - 1)) / 2
  }
  return pairs
}

const everyGroup = () => true

/** Calls `visit` once for every pair that some rule finds, the lower row first; with two lists only pairs across them. `drawn`: only groups of such keys. */
export function eachPair(rules: RuleKeys[], border: number | null, visit: (a: number, b: number) => void, drawn: (key: number) => boolean = everyGroup): void {
  const all = byRow(rules)
  const lanesOf = all.ends.map((end, r): [number, number] => [all.ends[r - 1] ?? 0, end])
  rules.forEach(({ lanes, largest, sortedKeys, sortedRows }, r) => {
    const earlier = lanesOf.slice(0, r)
    for (let start = 0, end = 0; start < sortedKeys.length; start = end) {
      end = endOfGroup(sortedKeys, start)
      if (end - start > largest) continue
      const key = sortedKeys[start]!
      if (!drawn(key)) continue
      for (let i = start; i < end; i++) {
        const a = sortedRows[i]!
        if (border !== null && a >= border) break
        others: for (let j = i + 1; j < end; j++) {
          const b = sortedRows[j]!
          if (border !== null && b < border) continue
          if (lanes.length > 1 && sharedKey(all, lanesOf[r]!, a, b) !== key) continue
          for (const before of earlier) if (sharedKey(all, before, a, b) !== 0) continue others
          visit(a, b)
        }
      }
    }
  })
}
