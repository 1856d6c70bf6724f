/**
 * How alike two values of one dictionary are, in steps. Jaro-Winkler (Winkler 1990) is the dear part, and the same pairs of names come again and again:
 * each answer is kept in a table of fixed size, where a newer pair takes the place of an older one. Two records need no table for a million.
 */
import { jaroWinkler } from '../places/similarity.ts'
import type { Dictionary } from './dictionary.ts'

/** `part`: all words of the shorter are in the longer (Maria, Maria José). `close`: same sound, or nearly the same letters. */
export const likeness = { differs: 1, similar: 2, part: 3, close: 4, same: 5 } as const
export type Likeness = (one: number, other: number) => number

const closeFrom = 0.92
const similarFrom = 0.82
const wordFrom = 0.87
type AllTraces = { wholes: () => Int32Array; words: () => Int32Array }

export function likenessIn(dictionary: Dictionary): Likeness {
  const slotBits = Math.min(20, Math.max(12, 2 * Math.ceil(Math.log2(dictionary.texts.length + 1))))
  // The two values and what was found, side by side: one look into memory. The first is kept one higher, so that 0 is none.
  const kept = new Int32Array(4 << slotBits)
  const traces: AllTraces = { wholes: tracesOf(dictionary.texts), words: tracesOf(dictionary.words.texts) }
  return (one, other) => {
    if (one === other) return likeness.same
    const low = Math.min(one, other)
    const high = Math.max(one, other)
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - slotBits)) << 2
    if (kept[slot] !== low + 1 || kept[slot + 1] !== high) {
      kept[slot] = low + 1
      kept[slot + 1] = high
      kept[slot + 2] = worked(dictionary, traces, low, high)
    }
    return kept[slot + 2]!
  }
}

function worked(dictionary: Dictionary, traces: AllTraces, one: number, other: number): number {
  const isName = dictionary.kind === 'name'
  if (isName && dictionary.sounds[one] === dictionary.sounds[other]) return likeness.close
  const alike = couldBeSimilar(traces.wholes(), one, other) ? jaroWinkler(dictionary.texts[one]!, dictionary.texts[other]!) : 0
  if (isName && dictionary.wordsOf[one]!.length + dictionary.wordsOf[other]!.length > 2) {
    const shared = sharedWords(dictionary, one, other)
    if (shared > 0 && shared === Math.min(dictionary.wordsOf[one]!.length, dictionary.wordsOf[other]!.length)) return likeness.part
    if (alike < closeFrom && (shared > 0 || hasSimilarWord(dictionary, traces.words(), one, other))) return likeness.similar
  }
  return alike >= closeFrom ? likeness.close : alike >= similarFrom ? likeness.similar : likeness.differs
}

/** Words of one that the other has too, by sound: "Cossa" and "Kossa" are one word. */
function sharedWords({ wordsOf, words }: Dictionary, one: number, other: number): number {
  let shared = 0
  for (const id of wordsOf[one]!) for (const there of wordsOf[other]!) if (words.sounds[id] === words.sounds[there]) shared++
  return shared
}

/** Elisa Dominga and Eliza: one word nearly the same where one of the names has several. */
function hasSimilarWord({ wordsOf, words }: Dictionary, traces: Int32Array, one: number, other: number): boolean {
  for (const a of wordsOf[one]!) {
    for (const b of wordsOf[other]!) {
      if (couldBeSimilar(traces, a, b) && jaroWinkler(words.texts[a]!, words.texts[b]!) >= wordFrom) return true
    }
  }
  return false
}

/**
 * Of each text which letters stand in it, one bit each (others share the last bits), how long it is, and how it begins: four numbers, side by side, so that
 * most strangers are told apart without reading their names. Texts that came later are added when they are asked for.
 */
function tracesOf(texts: string[]): () => Int32Array {
  let traces = new Int32Array(0)
  let traced = 0
  return () => {
    if (traced === texts.length) return traces
    if (texts.length * traceSize > traces.length) {
      const larger = new Int32Array(Math.max(texts.length, traced * 2) * traceSize)
      larger.set(traces)
      traces = larger
    }
    for (; traced < texts.length; traced++) {
      const text = texts[traced]!
      const at = traced * traceSize
      for (let i = 0; i < text.length; i++) traces[at]! |= 1 << ((text.charCodeAt(i) - 97) & 31)
      traces[at + 1] = text.length
      for (let i = 0; i < 4 && i < text.length; i++) traces[at + 2]! |= (text.charCodeAt(i) & 255) << (8 * i)
    }
    return traces
  }
}
const traceSize = 4

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

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
