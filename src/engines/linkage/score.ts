/**
 * What every pair that the rules find weighs. Only pairs from `fromBits` on are kept; nothing is decided here: a person looks at what is above.
 * Evidence of a comparison = chance among true pairs over chance among strangers, moved by how rare the shared value is.
 */
import { eachMeeting, type RuleKeys } from './blocks.ts'
import { compare } from './compare.ts'
import type { Compared } from './compared.ts'
import { together } from './hash.ts'
import { bitsOf, type Model, type ModelWarning, priorBits } from './model.ts'
import { mayReach } from './quick.ts'
import { roomFor } from './room.ts'
import { sharesFor } from './shares.ts'
import type { Columns } from './table.ts'
import { blocksOf, type Prepared, tooLarge } from './train.ts'

export type ScoredPair = { a: number; b: number; weightBits: number; byComparison: number[]; level: Uint8Array }
export type ScoredPairs = Iterable<ScoredPair> & {
  /** The same as columns, for millions of pairs; rows of the second list count from its own beginning in `b`. */
  length: number
  a: Int32Array
  b: Int32Array
  weightBits: Float32Array
  /** How often two rows were held against each other before the weak pairs were dropped; a pair that two rules find counts twice. */
  comparedPairs: number
  warnings: ModelWarning[]
}

/**
 * Weighs two rows by a model; the one place where bits are added up, for batch, online and explanation alike. Two hypotheses stand against "one person":
 * two strangers, and two people of one household; what the second takes away is a line of its own (`kin`), so that a reviewer sees why a brother is none.
 */
export type Weigher = {
  compared: Compared[]
  /** Where the weight cannot reach `from`, minus infinity: most pairs are far from it, and what a household takes away needs no working out then. */
  weigh: (a: number, b: number, from?: number) => number
  bitsAt: (a: number, b: number, i: number, level: number) => number
  rarityAt: (a: number, b: number, i: number, level: number) => number
  /** Whether a pair may weigh `from` or more, told without reading its texts; see quick.ts. */
  mayWeigh: (from: number) => (a: number, b: number) => boolean
}

/** More than adding up in another order and with shorter numbers can change. */
const roundingBits = 1e-4

export function weigher(model: Model, columns: Columns): Weigher {
  const compared = compare(columns, model.plan.comparisons, sharesFor(columns, model.shares))
  const against = (chances: 'u' | 'kin') => model.comparisons.map((one) => Float64Array.from(one.m, (m, level) => bitsOf(m, one[chances][level]!)))
  const [strangerBits, kinBits] = [against('u'), against('kin')]
  const typicalBits = model.comparisons.map(({ typical }) => typical.map(Math.log2))
  const kinTypicalBits = model.comparisons.map(({ kinTypical }) => kinTypical.map(Math.log2))
  const most = model.comparisons.map(({ atMostBits }) => atMostBits)
  const before = priorBits(model.prior)
  const kinship = model.kinship
  const rarityOf = (i: number, level: number, share: number) => (share === 1 ? 0 : typicalBits[i]![level]! - Math.log2(share))
  const rarityAt = (a: number, b: number, i: number, level: number) => rarityOf(i, level, compared[i]!.shareOf(a, b, level))
  const bitsAtShare = (i: number, level: number, share: number) => Math.min(most[i]!, strangerBits[i]![level]! + rarityOf(i, level, share))
  const bitsAt = (a: number, b: number, i: number, level: number) => bitsAtShare(i, level, compared[i]!.shareOf(a, b, level))
  const levelsFound = new Uint8Array(compared.length)
  const mostAgainstKin = -Math.log2(1 - kinship)
  const weigh = (a: number, b: number, from = Number.NEGATIVE_INFINITY) => {
    let bits = 0
    for (let i = 0; i < compared.length; i++) {
      const level = compared[i]!.levelOf(a, b)
      levelsFound[i] = level
      if (level !== 0) bits += bitsAt(a, b, i, level)
    }
    if (before + bits + mostAgainstKin < from) return Number.NEGATIVE_INFINITY
    if (kinship === 0) return before + bits
    let againstKin = 0
    for (let i = 0; i < compared.length; i++) {
      const level = levelsFound[i]!
      if (level === 0) continue
      againstKin += kinBits[i]![level]!
      const share = compared[i]!.kinShareOf?.(a, b, level) ?? 1
      if (share !== 1) againstKin += kinTypicalBits[i]![level]! - Math.log2(share)
    }
    return before - Math.log2((1 - kinship) * 2 ** -bits + kinship * 2 ** -againstKin)
  }
  const mayWeigh = (from: number) => mayReach(columns, { compared, bitsAt, bitsAtShare, least: from - before - mostAgainstKin - roundingBits })
  return { compared, weigh, bitsAt, rarityAt, mayWeigh }
}

/** `part`: of work that threads share, which groups are looked at; what all parts find is put together by `joinPairs`. */
export type ScoreOptions = { fromBits?: number; part?: { at: number; of: number } }

export function score(model: Model, prepared: Prepared, { fromBits = -5, part }: ScoreOptions = {}): ScoredPairs {
  const { plan, columns } = prepared
  const found = weigher(model, columns)
  const blocks = blocksOf(prepared, plan.rules)
  const drawn = part && ((key: number) => together(key, 2) % part.of === part.at)
  const { pairs, looks } = near(blocks, columns, found.mayWeigh(fromBits), drawn)
  const [a, b, weightBits] = [new Int32Array(pairs.length), new Int32Array(pairs.length), new Float32Array(pairs.length)]
  let length = 0
  for (let i = 0; i < pairs.length; i++) {
    if (i > 0 && pairs[i] === pairs[i - 1]) continue
    const [one, other] = [Math.floor(pairs[i]! / columns.size), pairs[i]! % columns.size]
    const bits = found.weigh(one, other, fromBits)
    if (bits < fromBits) continue
    a[length] = one
    b[length] = other
    weightBits[length++] = bits
  }
  const kept = { length, a: a.slice(0, length), b: b.slice(0, length), weightBits: weightBits.slice(0, length) }
  return {
    ...kept,
    comparedPairs: looks,
    warnings: [...model.warnings, ...tooLarge(blocks.map(({ leftOut }) => leftOut))],
    [Symbol.iterator]: () => inDetail(kept, found, columns),
  }
}

/** Pairs that may weigh enough, each as one number (first row × rows + second row), in their order; one that several rules find stands there several times. */
function near(
  blocks: RuleKeys[],
  { border, size }: Columns,
  mayWeigh: (a: number, b: number) => boolean,
  drawn?: (key: number) => boolean,
): { pairs: Float64Array; looks: number } {
  let pairs = new Float64Array(1024)
  let [length, looks] = [0, 0]
  for (const rule of blocks) {
    eachMeeting(
      rule,
      border,
      (a, b) => {
        looks++
        if (!mayWeigh(a, b)) return
        pairs = roomFor(pairs, length + 1)
        pairs[length++] = a * size + b
      },
      drawn,
    )
  }
  return { pairs: pairs.subarray(0, length).sort(), looks }
}

function* inDetail(kept: PairColumns, { compared, bitsAt }: Weigher, { border }: Columns): Generator<ScoredPair> {
  for (let i = 0; i < kept.length; i++) {
    const [a, b] = [kept.a[i]!, kept.b[i]!]
    const level = Uint8Array.from(compared, (one) => one.levelOf(a, b))
    yield { a, b: b - (border ?? 0), weightBits: kept.weightBits[i]!, byComparison: compared.map((_, k) => bitsAt(a, b, k, level[k]!)), level }
  }
}

/** Pairs by their first row, and of one first row by their second. */
export type PairColumns = Pick<ScoredPairs, 'length' | 'a' | 'b' | 'weightBits'>

/** One list of two; a pair that both found stands in it once. */
export function joinPairs(one: PairColumns, other: PairColumns): PairColumns {
  const most = one.length + other.length
  const [a, b, weightBits] = [new Int32Array(most), new Int32Array(most), new Float32Array(most)]
  let [i, j, length] = [0, 0, 0]
  while (i < one.length || j < other.length) {
    const before = j === other.length ? -1 : i === one.length ? 1 : one.a[i]! - other.a[j]! || one.b[i]! - other.b[j]!
    const [from, at] = before <= 0 ? [one, i++] : [other, j++]
    if (before === 0) j++
    a[length] = from.a[at]!
    b[length] = from.b[at]!
    weightBits[length++] = from.weightBits[at]!
  }
  return { length, a: a.subarray(0, length), b: b.subarray(0, length), weightBits: weightBits.subarray(0, length) }
}
