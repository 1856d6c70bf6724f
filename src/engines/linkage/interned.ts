/**
 * Texts numbered in the order in which they are first met, the letters of all of them side by side in one array. A million names are then no million objects: nothing
 * of them is walked through when memory is tidied up, and threads can read the same arrays. The table of slots is open addressing with linear steps (Knuth 1973, 6.4).
 */
import { hashOfLetters } from './hash.ts'
import { roomFor } from './room.ts'

/** Text n stands from `starts[n]` to `starts[n + 1]`. `slots`: its hash and its number plus one, side by side; 0 where nobody stands. */
export type Interned = { count: number; letters: Uint16Array; starts: Uint32Array; slots: Int32Array }
/** Cells of a column as they were written, packed in the same way; an empty one says nothing. */
export type Letters = Pick<Interned, 'letters' | 'starts'>

export const noTexts = (): Interned => ({ count: 0, letters: new Uint16Array(64), starts: new Uint32Array(16), slots: new Int32Array(64) })

/** The number of a text, which is put on the list when it is new. */
export const numberOf = (texts: Interned, text: string): number => numberOfLast(texts, written(texts, text))

/** -1 for a text that is not on the list. */
export function find(texts: Interned, text: string): number {
  const end = written(texts, text)
  return texts.slots[slotOf(texts, texts.starts[texts.count]!, end) + 1]! - 1
}

/** Letters of a text stand behind the last one until it is known whether it is new; their end is returned. */
function written(texts: Interned, text: string): number {
  const start = texts.starts[texts.count]!
  texts.letters = roomFor(texts.letters, start + text.length)
  const { letters } = texts
  for (let i = 0; i < text.length; i++) letters[start + i] = text.charCodeAt(i)
  return start + text.length
}

/** The same for letters that lie in another array. */
export function numberOfLetters(texts: Interned, from: Uint16Array, first: number, end: number): number {
  const start = texts.starts[texts.count]!
  texts.letters = roomFor(texts.letters, start + end - first)
  const { letters } = texts
  for (let i = first, to = start; i < end; i++, to++) letters[to] = from[i]!
  return numberOfLast(texts, start + end - first)
}

const atOnce = 4096

export function textAt({ letters, starts }: Letters, number: number): string {
  let text = ''
  const end = starts[number + 1]!
  // A call takes so many arguments at most.
  for (let at = starts[number]!; at < end; at += atOnce)
    text += String.fromCharCode.apply(null, letters.subarray(at, Math.min(end, at + atOnce)) as unknown as number[])
  return text
}

function numberOfLast(texts: Interned, end: number): number {
  const start = texts.starts[texts.count]!
  const slot = slotOf(texts, start, end)
  const known = texts.slots[slot + 1]!
  if (known > 0) return known - 1
  texts.slots[slot] = hashOfLetters(texts.letters, start, end) | 0
  texts.slots[slot + 1] = ++texts.count
  texts.starts = roomFor(texts.starts, texts.count + 1)
  texts.starts[texts.count] = end
  if (texts.count * 4 > texts.slots.length) spread(texts)
  return texts.count - 1
}

/** Where the text stands, or would. */
function slotOf({ letters, starts, slots }: Interned, start: number, end: number): number {
  const hash = hashOfLetters(letters, start, end) | 0
  const last = slots.length - 1
  for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
    const known = slots[slot + 1]!
    if (known === 0 || (slots[slot] === hash && isSame(letters, starts[known - 1]!, starts[known]!, start, end))) return slot
  }
}

function isSame(letters: Uint16Array, one: number, oneEnd: number, other: number, otherEnd: number): boolean {
  if (oneEnd - one !== otherEnd - other) return false
  for (let i = one, j = other; i < oneEnd; i++, j++) if (letters[i] !== letters[j]) return false
  return true
}

function spread(texts: Interned) {
  const before = texts.slots
  const slots = new Int32Array(before.length * 2)
  const last = slots.length - 1
  for (let at = 0; at < before.length; at += 2) {
    if (before[at + 1] === 0) continue
    let slot = (before[at]! << 1) & last
    while (slots[slot + 1] !== 0) slot = (slot + 2) & last
    slots[slot] = before[at]!
    slots[slot + 1] = before[at + 1]!
  }
  texts.slots = slots
}
