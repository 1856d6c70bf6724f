/**
 * How alike two values of one dictionary are, in steps. Jaro-Winkler (Winkler 1990) is the dear part, and the same pairs of names come again and again:
 * each answer is kept in a table of fixed size, where a newer pair takes the place of an older one. Two records need no table for a million.
 */
import { jaroWinkler } from '../places/similarity.ts'
import { type Dictionary, wordsIn } from './dictionary.ts'
import { type Interned, textAt } from './interned.ts'
import { roomFor } from './room.ts'

/** `part`: all words of the shorter are in the longer (Maria, Maria José). `close`: same sound, or nearly the same letters. */
export const likeness = { differs: 1, similar: 2, part: 3, close: 4, same: 5 } as const
export type Likeness = (one: number, other: number) => number

const closeFrom = 0.92
const similarFrom = 0.82
const wordFrom = 0.87
/** Texts as they are compared, and what tells most strangers apart without reading them. */
type Seen = { textOf: (number: number) => string; traces: () => Int32Array }
type AllSeen = { wholes: Seen; words: Seen }

export function likenessIn(dictionary: Dictionary): Likeness {
  const slotBits = Math.min(18, Math.max(12, 2 * Math.ceil(Math.log2(dictionary.texts.count + 1))))
  // The two values and what was found, side by side: one look into memory. The first is kept one higher, so that 0 is none.
  const kept = new Int32Array(4 << slotBits)
  const seen: AllSeen = { wholes: seenOf(dictionary.texts, dictionary), words: seenOf(dictionary.words.texts) }
  return (one, other) => {
    if (one === other) return likeness.same
    if (areStrangers(seen.wholes.traces(), one, other)) return likeness.differs
    const low = Math.min(one, other)
    const high = Math.max(one, other)
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - slotBits)) << 2
    if (kept[slot] !== low + 1 || kept[slot + 1] !== high) {
      kept[slot] = low + 1
      kept[slot + 1] = high
      kept[slot + 2] = worked(dictionary, seen, low, high)
    }
    return kept[slot + 2]!
  }
}

function worked(dictionary: Dictionary, { wholes, words }: AllSeen, one: number, other: number): number {
  const isName = dictionary.kind === 'name'
  if (isName && dictionary.sounds[one] === dictionary.sounds[other]) return likeness.close
  const alike = couldBeSimilar(wholes.traces(), one, other) ? jaroWinkler(wholes.textOf(one), wholes.textOf(other)) : 0
  if (isName && wordsIn(dictionary, one) + wordsIn(dictionary, other) > 2) {
    const shared = sharedWords(dictionary, one, other)
    if (shared > 0 && shared === Math.min(wordsIn(dictionary, one), wordsIn(dictionary, other))) return likeness.part
    if (alike < closeFrom && (shared > 0 || hasSimilarWord(dictionary, words, one, other))) return likeness.similar
  }
  return alike >= closeFrom ? likeness.close : alike >= similarFrom ? likeness.similar : likeness.differs
}

/** Words of one that the other has too, by sound: "Cossa" and "Kossa" are one word. */
function sharedWords({ wordIds, wordStarts, words }: Dictionary, one: number, other: number): number {
  let shared = 0
  for (let i = wordStarts[one]!; i < wordStarts[one + 1]!; i++) {
    const sound = words.sounds[wordIds[i]!]!
    for (let k = wordStarts[other]!; k < wordStarts[other + 1]!; k++) if (words.sounds[wordIds[k]!] === sound) shared++
  }
  return shared
}

/** Elisa Dominga and Eliza: one word nearly the same where one of the names has several. */
function hasSimilarWord({ wordIds, wordStarts }: Dictionary, { textOf, traces }: Seen, one: number, other: number): boolean {
  for (let i = wordStarts[one]!; i < wordStarts[one + 1]!; i++) {
    for (let k = wordStarts[other]!; k < wordStarts[other + 1]!; k++) {
      const [a, b] = [wordIds[i]!, wordIds[k]!]
      if (couldBeSimilar(traces(), a, b) && jaroWinkler(textOf(a), textOf(b)) >= wordFrom) return true
    }
  }
  return false
}

function seenOf(texts: Interned, dictionary?: Dictionary): Seen {
  const read: string[] = []
  return { textOf: (number) => (read[number] ??= textAt(texts, number)), traces: tracesOf(texts, dictionary) }
}

/**
 * Of each text which letters stand in it, one bit each (others share the last bits), how long it is, and how it begins: side by side, so that
 * most strangers are told apart without reading their names. The fourth is the sound of a name of one word, or 0 where words may have to be looked at. Texts that came later are added when they are asked for.
 */
function tracesOf(texts: Interned, dictionary?: Dictionary): () => Int32Array {
  let traces = new Int32Array(0)
  let traced = 0
  return () => {
    if (traced === texts.count) return traces
    traces = roomFor(traces, texts.count * traceSize)
    const { letters, starts } = texts
    for (; traced < texts.count; traced++) {
      const start = starts[traced]!
      const length = starts[traced + 1]! - start
      const at = traced * traceSize
      for (let i = 0; i < length; i++) traces[at]! |= 1 << ((letters[start + i]! - 97) & 31)
      traces[at + 1] = length
      for (let i = 0; i < 4 && i < length; i++) traces[at + 2]! |= (letters[start + i]! & 255) << (8 * i)
      if (dictionary) traces[at + 3] = dictionary.kind !== 'name' ? traced + 1 : wordsIn(dictionary, traced) === 1 ? dictionary.sounds[traced]! : 0
    }
    return traces
  }
}
const traceSize = 4

/** Of two different texts: nothing that `worked` would find, as far as the traces tell. */
function areStrangers(traces: Int32Array, one: number, other: number): boolean {
  const sound = traces[one * traceSize + 3]!
  const there = traces[other * traceSize + 3]!
  return sound !== 0 && there !== 0 && sound !== there && !couldBeSimilar(traces, one, other)
}

/** A letter that the other text does not have cannot be matched: that bounds Jaro from above, and strangers seldom pass. */
function couldBeSimilar(traces: Int32Array, one: number, other: number): boolean {
  const [a, b] = [one * traceSize, other * traceSize]
  const [inA, inB] = [traces[a]!, traces[b]!]
  const [longA, longB] = [traces[a + 1]!, traces[b + 1]!]
  const most = Math.min(longA - ones(inA & ~inB), longB - ones(inB & ~inA))
  const jaro = (most / longA + most / longB + 1) / 3
  const prefix = Math.min(longA, longB, sameBytes(traces[a + 2]! ^ traces[b + 2]!))
  return jaro + prefix * 0.1 * (1 - jaro) >= similarFrom
}

const sameBytes = (differing: number): number => (differing === 0 ? 4 : (31 - Math.clz32(differing & -differing)) >> 3)

/** How many bits are set. */
export function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
