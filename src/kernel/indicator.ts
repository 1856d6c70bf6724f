/**
 * How a domain works a figure of the results framework out of its own records, and which records those are. The registry keeps the figure, its life and its
 * place in the strategy; it never counts in another house's tables.
 */
import type { Db } from './db/transaction.ts'

/** Days, both included; `place`: a P-code and everything inside it. */
export type FigureAsked = { from: string; to: string; place: string }

export type ComputedFigure = {
  /** Null: nobody knows, and `unknown` says why. A ratio over nothing is unknown. */
  value: number | null
  unknown?: 'no-records' | 'denominator-unknown'
  /** Both parts of a ratio; `value` is their quotient. */
  numerator?: number
  denominator?: number
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
