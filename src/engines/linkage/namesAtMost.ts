/**
 * The most that two pairs of names can be worth, by how rare they are and whatever their letters: the names of most strangers in a block are too common to make up for
 * a date of birth that differs. Never below what comparing them gives; see quick.ts.
 */
import { type Dictionary, nothing } from './dictionary.ts'
import { likeness } from './likeness.ts'

type Names = {
  dictionary: Dictionary
  givenShare: (code: number) => number
  familyShare: (code: number) => number
  wordShare: (id: number) => number
  /** How many steps of likeness there are; level = step of the given name × steps + step of the family name, and behind these the swaps. */
  steps: number
  swaps: { same: number; close: number; similar: number }
}
/** Rarity of each value in bits: as it stands, and of its rarest word. */
type Rarity = { given: Float32Array; family: Float32Array; word: Float32Array }

/** `worth`: bits of a level at a share. Null where a value is everybody's: a share of one is told apart there, and no bound holds. */
export function namesAtMost(
  names: Names,
  worth: (level: number, share: number) => number,
): ((givenA: number, familyA: number, givenB: number, familyB: number) => number) | null {
  const rarity = rarityOf(names)
  if (!rarity) return null
  const { given, family, word } = rarity
  const { steps, swaps } = names
  // Before rarity, which is subtracted as a logarithm; two unlike names have none.
  const base = Float64Array.from({ length: steps * steps }, (_, level) =>
    level === 0 ? 0 : isRare(Math.floor(level / steps)) || isRare(level % steps) ? worth(level, 0.5) - 1 : worth(level, 1),
  )
  const swapped = Math.max(worth(swaps.same, 0.5), worth(swaps.close, 0.5), worth(swaps.similar, 0.5)) - 1
  const rarityAt = (step: number, whole: number, rarest: number) => (step >= likeness.close ? whole : step >= likeness.similar ? Math.max(whole, rarest) : 0)
  const most = (givenA: number, familyA: number) => {
    const across = Math.max(word[givenA]!, (given[givenA]! + family[givenA]!) / 2)
    const back = Math.max(word[familyA]!, (given[familyA]! + family[familyA]!) / 2)
    let bits = swapped + across + back
    for (let first = 0, level = 0; first < steps; first++) {
      const ofGiven = rarityAt(first, given[givenA]!, word[givenA]!)
      for (let second = 0; second < steps; second++, level++) bits = Math.max(bits, base[level]! + ofGiven + rarityAt(second, family[familyA]!, word[familyA]!))
    }
    return bits
  }
  // A row is met by many rules: what its names can be worth is kept by both their numbers, in a table where a newer pair takes the place of an older one.
  const kept = new Int32Array(2 << keptBits)
  const bits = new Float32Array(1 << keptBits)
  const mostOf = (givenA: number, familyA: number) => {
    const slot = (Math.imul(givenA, 0x9e3779b1) ^ Math.imul(familyA, 0x85ebca6b)) >>> (32 - keptBits)
    if (kept[2 * slot] !== givenA + 1 || kept[2 * slot + 1] !== familyA) {
      kept[2 * slot] = givenA + 1
      kept[2 * slot + 1] = familyA
      bits[slot] = most(givenA, familyA)
    }
    return bits[slot]!
  }
  return (givenA, familyA, givenB, familyB) => {
    if (givenA === nothing || familyA === nothing || givenB === nothing || familyB === nothing) return Number.POSITIVE_INFINITY
    return mostOf(givenA, familyA)
  }
}

const keptBits = 16
const isRare = (step: number): boolean => step >= likeness.similar

function rarityOf({ dictionary, givenShare, familyShare, wordShare }: Names): Rarity | null {
  const { count } = dictionary.texts
  const rarity: Rarity = { given: new Float32Array(count), family: new Float32Array(count), word: new Float32Array(count) }
  for (let code = 0; code < count; code++) {
    let rarest = 1
    for (let i = dictionary.wordStarts[code]!; i < dictionary.wordStarts[code + 1]!; i++) {
      const share = wordShare(dictionary.wordIds[i]!)
      if (share >= 1) return null
      rarest = Math.min(rarest, share)
    }
    const [asGiven, asFamily] = [givenShare(code), familyShare(code)]
    if (asGiven >= 1 || asFamily >= 1) return null
    rarity.given[code] = -Math.log2(asGiven)
    rarity.family[code] = -Math.log2(asFamily)
    rarity.word[code] = -Math.log2(rarest)
  }
  return rarity
}
