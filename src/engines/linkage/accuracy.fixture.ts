/**
 * How good a set of pairs is when the truth is known. People are split into two halves by lot: the threshold is chosen on one, and what counts is read on
 * the other. A pair belongs to the half of the person of its first row. Test data only.
 */
import { cluster } from './cluster.ts'
import { seeded } from './hash.ts'

export type Accuracy = { right: number; found: number; real: number; precision: number; recall: number; f1: number }
type Pairs = { length: number; a: Int32Array; b: Int32Array; weightBits: Float32Array }
/** The person of each row as a number. `border`: rows of the second list, where only pairs across count. */
export type Truth = { person: Int32Array; border: number | null }

export function truthOf(persons: readonly string[], border: number | null = null): Truth {
  const numbers = new Map<string, number>()
  for (const name of persons) if (!numbers.has(name)) numbers.set(name, numbers.size)
  const person = Int32Array.from(persons, (name) => numbers.get(name)!)
  return { person, border }
}

function accuracyOf(right: number, found: number, real: number): Accuracy {
  const [precision, recall] = [found > 0 ? right / found : 1, real > 0 ? right / real : 1]
  return { right, found, real, precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
}

/** Half 0 or 1 of each person. */
export function halves({ person }: Truth, seed: number): Uint8Array {
  const random = seeded(seed)
  return Uint8Array.from({ length: person.reduce((most, one) => Math.max(most, one), 0) + 1 }, () => (random() < 0.5 ? 0 : 1))
}

function realPairs({ person, border }: Truth, half: Uint8Array, which: number): number {
  const counts = new Map<number, [number, number]>()
  person.forEach((one, row) => {
    const sides = counts.get(one) ?? [0, 0]
    sides[border !== null && row >= border ? 1 : 0]++
    counts.set(one, sides)
  })
  let pairs = 0
  for (const [one, [first, second]] of counts) if (half[one] === which) pairs += border === null ? (first * (first - 1)) / 2 : first * second
  return pairs
}

/** Pairs as they weigh, without joining. */
export function accuracyOfPairs(pairs: Pairs, truth: Truth, half: Uint8Array, which: number, threshold: number): Accuracy {
  const { person } = truth
  let [right, found] = [0, 0]
  for (let i = 0; i < pairs.length; i++) {
    if (pairs.weightBits[i]! < threshold || half[person[pairs.a[i]!]!] !== which) continue
    found++
    if (person[pairs.a[i]!] === person[pairs.b[i]!]) right++
  }
  return accuracyOf(right, found, realPairs(truth, half, which))
}

/** All pairs inside the groups that joining gives. */
export function accuracyOfGroups(pairs: Pairs, truth: Truth, half: Uint8Array, which: number, threshold: number): Accuracy {
  const { person } = truth
  const groups = new Map<number, number[]>()
  cluster(pairs, threshold, person.length).forEach((top, row) => {
    const group = groups.get(top)
    if (group) group.push(row)
    else groups.set(top, [row])
  })
  let [right, found] = [0, 0]
  for (const rows of groups.values()) {
    // Rows of a group in their order: a pair is counted where its first row's person belongs.
    const after = new Map<number, number>()
    for (let i = rows.length - 1; i >= 0; i--) {
      const one = person[rows[i]!]!
      if (half[one] === which) {
        found += rows.length - 1 - i
        right += after.get(one) ?? 0
      }
      after.set(one, (after.get(one) ?? 0) + 1)
    }
  }
  return accuracyOf(right, found, realPairs(truth, half, which))
}

type Measure = (pairs: Pairs, truth: Truth, half: Uint8Array, which: number, threshold: number) => Accuracy

type HeldOut = { threshold: number; chosenOn: Accuracy; heldOut: Accuracy }
type Tried = { measure: Measure; pairs: Pairs; truth: Truth; half: Uint8Array; thresholds: readonly number[]; leastPrecision?: number }

/**
 * The threshold with the best F1 on half 0 (the middle one of equal ones), and what it gives on half 1. `leastPrecision`: only among thresholds that are as precise on
 * half 0, where any is.
 */
export function heldOut({ measure, pairs, truth, half, thresholds, leastPrecision = 0 }: Tried): HeldOut {
  const all = thresholds.map((threshold) => ({ threshold, chosenOn: measure(pairs, truth, half, 0, threshold) }))
  const precise = all.filter(({ chosenOn }) => chosenOn.precision >= leastPrecision)
  const tried = precise.length > 0 ? precise : all
  const most = Math.max(...tried.map(({ chosenOn }) => chosenOn.f1))
  const equal = tried.filter(({ chosenOn }) => chosenOn.f1 === most)
  const best = equal[Math.floor(equal.length / 2)]!
  return { ...best, heldOut: measure(pairs, truth, half, 1, best.threshold) }
}
