/**
 * What an attacker faces: the true figures, the sums between them, and the least that a withheld figure can be.
 * Source: Hundepool et al. 2012, section 4.3 (attacker's problem).
 */
import type { Relation } from './table.ts'

export type Puzzle = {
  values: number[]
  relations: Relation[]
  /** 0: a count is never negative. 1: the attacker also knows that zeros are always printed, so that a withheld cell holds somebody. */
  floor: 0 | 1
  /** Counts of people are whole; sums of money are not. */
  whole: boolean
  /** Figures that nobody prints (the rest of an incomplete breakdown); leaving them out costs nothing. */
  hidden: Set<number>
}

export type DisclosureRefusal = { code: 'disclosure.cannot-protect'; facts: { cells: number[] } }
