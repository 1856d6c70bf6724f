/**
 * The frozen facts that a text is held against: figures with the words that name them, the rounds and dates that may be spoken of, and names that happen
 * to carry digits. Whoever publishes builds them from the frozen set.
 */

/** `other`: whatever has no noun of its own here (indicators, reports, days); such a number stands beside none of the known nouns. */
export type Unit = 'individuals' | 'households' | 'females' | 'males' | 'places' | 'size' | 'other'

export type Figure = {
  /** Also what a refusal prints beside the nearest value, so it should read well. */
  id: string
  value: number
  unit: Unit
  /** Names of the place that the figure belongs to; absent for the whole operation. */
  place?: string[]
  round?: number
  /** A total unless said otherwise. A difference or a percentage of change compares `round` with `from` and keeps its sign. */
  statistic?: 'average' | 'difference' | 'percent_change'
  from?: number
  /** At least one of them, in either language, stands beside the number; without it the number is another one. */
  words?: string[]
  /** None of them stands there: `not visited` is not `visited`. */
  unless?: string[]
  /** The figure that this one is a part of, by id. */
  partOf?: string
}

/** A date with words stands only in a sentence that has one of them. */
export type DatedFact = { date: string; words?: string[] }

export type NarrativeFacts = {
  /** The round that the text is about; null when the text is not about a round. */
  current: number | null
  /** The round that it is compared with. */
  previous: number | null
  /** Every round that may be named. */
  rounds: number[]
  dates: DatedFact[]
  /** Spans of days that may be named, each from its first to its last day. */
  periods: [string, string][]
  figures: Figure[]
  /** Names that may carry digits (an operation, a place called 3 de Fevereiro): what stands inside them is no figure. */
  names: string[]
}

export type NarrativeRefusal = {
  code: 'round.narrative-mismatch'
  facts: { sentence: string; said: string; computed: string; about: 'number' | 'percent' | 'direction' | 'round' | 'date' }
}

export type Language = 'pt' | 'en'
