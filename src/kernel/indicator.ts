/**
 * How a domain works a figure of the results framework out of its own records, and which records those are. The registry keeps the figure, its life and its
 * place in the strategy; it never counts in another house's tables.
 */
import type { Db } from './db/transaction.ts'

/** Days, both included; `place`: a P-code and everything inside it. */
export type FigureAsked = { from: string; to: string; place: string }

/** The parts of a figure by sex, age or whatever its definition names; together they are the total, `unknown` being a part of its own. */
export type FigurePart = { key: string; value?: number | null; numerator?: number | null; denominator?: number | null }
export type FigureBreakdown = { by: string; parts: FigurePart[] }

export type ComputedFigure = {
  /** Null: nobody knows, and `unknown` says why. A ratio over nothing is unknown. */
  value: number | null
  unknown?: 'no-records' | 'denominator-unknown'
  /** Both parts of a ratio; `value` is their quotient. */
  numerator?: number
  denominator?: number
  breakdowns?: FigureBreakdown[]
  /** How many of those who should have reported did. */
  expected: number
  received: number
  /** The records that the figure was made of, by record name. */
  records: { record: string; ids: string[] }[]
}

export type IndicatorSource = {
  /** As in the catalogue: 15.1. */
  code: string
  compute(db: Db, asked: FigureAsked): Promise<ComputedFigure>
}

/** A household by its number, and how many people the list said that it has; null: the list did not say. */
export type AssistedHousehold = { number: string; people: number | null }

/** Whom a domain assisted in the period and place, each household once, so that somebody whom two domains assisted is still one person. */
export type AssistedSource = (db: Db, asked: FigureAsked) => Promise<{ households: AssistedHousehold[]; records: ComputedFigure['records'] }>
