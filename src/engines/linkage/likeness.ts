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
type Letters = (code: number) => number
type AllLetters = { wholes: Letters; words: Letters }

export function likenessIn(dictionary: Dictionary): Likeness {
  const slotBits = Math.min(20, Math.max(12, 2 * Math.ceil(Math.log2(dictionary.texts.length + 1))))
  // The two values and what was found, side by side: one look into memory. The first is kept one higher, so that 0 is none.
  const kept = new Int32Array(4 << slotBits)
  const letters = { wholes: lettersIn(dictionary.texts), words: lettersIn(dictionary.words.texts) }
  return (one, other) => {
    if (one === other) return likeness.same
    const low = Math.min(one, other)
    const high = Math.max(one, other)
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - slotBits)) << 2
    if (kept[slot] !== low + 1 || kept[slot + 1] !== high) {
      kept[slot] = low + 1
      kept[slot + 1] = high
      kept[slot + 2] = worked(dictionary, letters, low, high)
    }
    return kept[slot + 2]!
  }
}

function worked(dictionary: Dictionary, letters: AllLetters, one: number, other: number): number {
  const isName = dictionary.kind === 'name'
  if (isName && dictionary.sounds[one] === dictionary.sounds[other]) return likeness.close
  const alike = couldBeSimilar(dictionary.texts, letters.wholes, one, other) ? jaroWinkler(dictionary.texts[one]!, dictionary.texts[other]!) : 0
  if (isName) {
    const shared = sharedWords(dictionary, one, other)
    if (shared > 0 && shared === Math.min(dictionary.wordsOf[one]!.length, dictionary.wordsOf[other]!.length)) return likeness.part
    if (alike < closeFrom && (shared > 0 || hasSimilarWord(dictionary, letters, one, other))) return likeness.similar
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
function hasSimilarWord({ wordsOf, words }: Dictionary, letters: AllLetters, one: number, other: number): boolean {
  const [here, there] = [wordsOf[one]!, wordsOf[other]!]
  if (here.length + there.length < 3) return false
  for (const a of here) {
    for (const b of there) {
      if (couldBeSimilar(words.texts, letters.words, a, b) && jaroWinkler(words.texts[a]!, words.texts[b]!) >= wordFrom) return true
    }
  }
  return false
}

/** Which letters stand in a text, one bit each; others share the last bits. */
function lettersIn(texts: string[]): Letters {
  const kept: number[] = []
  return (code) => {
    let bits = kept[code]
    if (bits !== undefined) return bits
    bits = 0
    const text = texts[code]!
    for (let i = 0; i < text.length; i++) bits |= 1 << ((text.charCodeAt(i) - 97) & 31)
    kept[code] = bits
    return bits
  }
}

/** A letter that the other text does not have cannot be matched: that bounds Jaro from above, and strangers seldom pass. */
function couldBeSimilar(texts: string[], letters: Letters, one: number, other: number): boolean {
  const [a, b] = [texts[one]!, texts[other]!]
  const [inA, inB] = [letters(one), letters(other)]
  const most = Math.min(a.length - ones(inA & ~inB), b.length - ones(inB & ~inA))
  const jaro = (most / a.length + most / b.length + 1) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro) >= similarFrom
}

function ones(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
