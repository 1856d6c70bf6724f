/**
 * Texts numbered in the order in which they are first met, the letters of all of them side by side in one array. A million names are then no million objects: nothing
 * of them is walked through when memory is tidied up, and threads can read the same arrays. The table of slots is open addressing with linear steps (Knuth 1973, 6.4).
 */
import { hashOfLetters } from './hash.ts'
import { roomFor } from './room.ts'

/** Text n stands from `starts[n]` to `starts[n + 1]`. `slots`: its hash and its number plus one, side by side; 0 where nobody stands. */
export type Interned = { count: number; letters: Uint16Array; starts: Uint32Array; slots: Int32Array }
/** Cells of a column as they were written, packed in the same way; an empty one says nothing. */
export type Letters = { letters: LetterArray; starts: Uint32Array }
/** Half the room where no letter needs more, as in Portuguese. */
export type LetterArray = Uint8Array | Uint16Array

export const noTexts = (): Interned => ({ count: 0, letters: new Uint16Array(64), starts: new Uint32Array(16), slots: new Int32Array(64) })

/** The number of a text, which is put on the list when it is new. */
export function numberOf(texts: Interned, text: string): number {
  const end = written(texts, text)
  return numberOfLetters(texts, texts.letters, texts.starts[texts.count]!, end)
}

/** -1 for a text that is not on the list. */
export function find(texts: Interned, text: string): number {
  const end = written(texts, text)
  const start = texts.starts[texts.count]!
  return texts.slots[slotOf(texts, texts.letters, start, end, hashOfLetters(texts.letters, start, end) | 0) + 1]! - 1
}

/** Letters of a text stand behind the last one until it is known whether it is new; their end is returned. */
function written(texts: Interned, text: string): number {
  const start = texts.starts[texts.count]!
  texts.letters = roomFor(texts.letters, start + text.length)
  const { letters } = texts
  for (let i = 0; i < text.length; i++) letters[start + i] = text.charCodeAt(i)
  return start + text.length
}

/** The number of the text whose letters these are. */
export function numberOfLetters(texts: Interned, from: LetterArray, first: number, end: number): number {
  const hash = hashOfLetters(from, first, end) | 0
  const slot = slotOf(texts, from, first, end, hash)
  const known = texts.slots[slot + 1]!
  if (known > 0) return known - 1
  const start = texts.starts[texts.count]!
  if (from !== texts.letters) {
    texts.letters = roomFor(texts.letters, start + end - first)
    texts.letters.set(from.subarray(first, end), start)
  }
  texts.slots[slot] = hash
  texts.slots[slot + 1] = ++texts.count
  texts.starts = roomFor(texts.starts, texts.count + 1)
  texts.starts[texts.count] = start + end - first
  if (texts.count * 4 > texts.slots.length) spread(texts)
  return texts.count - 1
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

/** Where the text stands, or would. */
function slotOf({ letters, starts, slots }: Interned, from: LetterArray, first: number, end: number, hash: number): number {
  const last = slots.length - 1
  for (let slot = (hash << 1) & last; ; slot = (slot + 2) & last) {
    const known = slots[slot + 1]!
    if (known === 0) return slot
    if (slots[slot] !== hash) continue
    let at = starts[known - 1]!
    if (starts[known]! - at !== end - first) continue
    let i = first
    for (; i < end && letters[at] === from[i]; i++) at++
    if (i === end) return slot
  }
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
