/**
 * Which pairs are compared: rows sorted by the key of each rule stand together, and a pair is given only by the first rule that it satisfies.
 * A group above the rule's limit is left out and said, because a search that silently skips people would look like a clean list.
 */
import type { BlockingRule } from './plan.ts'
import type { Columns } from './table.ts'
import { lanesOfRule } from './takes.ts'

/**
 * `sortedKeys` rise, with the rows that have them. `lanes`: keys of each row, a list for each lane, 0 where there is none or its group was left out.
 */
export type RuleKeys = { name: string; largest: number; lanes: Uint32Array[]; sortedKeys: Uint32Array; sortedRows: Int32Array; leftOut: LeftOut }
export type LeftOut = { rule: string; groups: number; rows: number }

const usualLargest = 1000

/** `alone`: whether rows that share their key with nobody are kept; a batch finds no pair by them, a record that comes later may. */
export function keysOfRule(columns: Columns, rule: BlockingRule, alone: 'kept' | 'dropped' = 'kept'): RuleKeys {
  const { size } = columns
  const lanes = lanesOfRule(columns, rule.parts, { from: 0, to: size })
  strikeOutRepeated(lanes)
  let { keys, rows } = alone === 'kept' ? listed(lanes, size) : listedTogether(lanes, size)
  for (const shift of [0, 11, 22]) [keys, rows] = sortedBy(keys, rows, shift)
  const leftOut = { rule: rule.name, groups: 0, rows: 0 }
  const made = { name: rule.name, largest: rule.largest ?? usualLargest, lanes, sortedKeys: keys, sortedRows: rows, leftOut }
  leaveOutLargeGroups(made)
  return made
}

type Listed = { keys: Uint32Array<ArrayBuffer>; rows: Int32Array<ArrayBuffer> }

/** Every key with its row, rows rising. */
function listed(lanes: Uint32Array[], size: number): Listed {
  const [keys, rows] = [new Uint32Array(size * lanes.length), new Int32Array(size * lanes.length)]
  let length = 0
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < lanes.length; i++) {
      const key = lanes[i]![row]!
      if (key === 0) continue
      keys[length] = key
      rows[length++] = row
    }
  }
  return { keys: keys.slice(0, length), rows: rows.slice(0, length) }
}

/**
 * Without most of the keys that are met once: they are told by a small table, two bits a place, in which several keys share a place. Who shares one is kept, which
 * costs a look and loses nobody.
 */
function listedTogether(lanes: Uint32Array[], size: number): Listed {
  const all = listed(lanes, size)
  const { keys, rows } = all
  const met = new Uint32Array(placesMet >> 4)
  for (let i = 0; i < keys.length; i++) {
    const place = placeOf(keys[i]!)
    const at = place >> 4
    const once = 1 << ((place & 15) << 1)
    // The second time the upper bit is set, and stays.
    met[at]! |= (met[at]! & once) === 0 ? once : once << 1
  }
  let length = 0
  for (let i = 0; i < keys.length; i++) {
    const place = placeOf(keys[i]!)
    if ((met[place >> 4]! & (2 << ((place & 15) << 1))) === 0) continue
    keys[length] = keys[i]!
    rows[length++] = rows[i]!
  }
  return { keys: keys.slice(0, length), rows: rows.slice(0, length) }
}

const placesMet = 1 << 22
const placeOf = (key: number): number => (key ^ (key >>> 22)) & (placesMet - 1)

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

/** The smallest key that two rows share by a rule; 0 when they share none. */
function sharedKey(lanes: Uint32Array[], a: number, b: number): number {
  let least = 0
  for (const ofA of lanes) {
    const key = ofA[a]!
    if (key === 0 || (least !== 0 && key >= least)) continue
    for (const ofB of lanes) if (ofB[b] === key) least = key
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

/**
 * Calls `visit` for every pair of a rule's groups, the lower row first; with two lists only pairs across them. A pair whose rows share two keys is met twice.
 * `drawn`: only groups of such keys.
 */
export function eachMeeting(
  { largest, sortedKeys, sortedRows }: RuleKeys,
  border: number | null,
  visit: (a: number, b: number, key: number) => void,
  drawn: (key: number) => boolean = everyGroup,
): void {
  for (let start = 0, end = 0; start < sortedKeys.length; start = end) {
    end = endOfGroup(sortedKeys, start)
    const key = sortedKeys[start]!
    if (end - start < 2 || end - start > largest || !drawn(key)) continue
    for (let i = start; i < end; i++) {
      const a = sortedRows[i]!
      if (border !== null && a >= border) break
      for (let j = i + 1; j < end; j++) if (border === null || sortedRows[j]! >= border) visit(a, sortedRows[j]!, key)
    }
  }
}

/** The same, each pair once, and only by the first rule that finds it. */
export function eachPair(rules: RuleKeys[], border: number | null, visit: (a: number, b: number) => void, drawn?: (key: number) => boolean): void {
  rules.forEach((rule, at) => {
    const { lanes } = rule
    const earlier = rules.slice(0, at)
    const look = (a: number, b: number, key: number) => {
      if (lanes.length > 1 && sharedKey(lanes, a, b) !== key) return
      for (const before of earlier) if (sharedKey(before.lanes, a, b) !== 0) return
      visit(a, b)
    }
    eachMeeting(rule, border, look, drawn)
  })
}
