/** What reach is worked out from, and what comes out of it. */

export type ReachRow = {
  id: string
  organisation: string
  sector: string
  type: string | null
  place: string
  period: string | null
  /** Null: the source does not say. */
  kind: 'new' | 'cumulative' | 'repeat' | null
  /** Null: unknown, which is never zero. */
  people: number | null
  /** Rows of one sector and place with the same word here were declared to reach different people. */
  disjointWith: string | null
  /** Distinct people known by name elsewhere (a handover, a registration): no estimate. */
  exact: boolean
}

export type ReachRules = {
  parentOf(place: string): string | null
  /** Null: nobody knows how many live there; nothing is capped then. */
  populationOf(place: string): number | null
  /** Asked of a place whose known rows are all exact: the distinct people of all of them together; null: nobody has put them side by side. */
  distinctIn(place: string): number | null
}

export type ReachEnds = {
  /** Everything overlaps that could. */
  lower: number
  /** With what was declared to be apart. */
  declared: number
  /** Rows of a sector are apart; still the largest sector of each place. */
  upper: number
  /** The upper end, at most the people who live there. */
  capped: number
  population: number | null
  abovePopulation: boolean
}

export type ReachFigure = Omit<ReachEnds, 'population' | 'abovePopulation'> & {
  /** Every figure in it is of distinct people: it may be printed alone. */
  exact: boolean
  /** Places whose upper end is above their population. */
  flagged: string[]
  withoutPopulation: string[]
  known: number
  unknown: number
  perPlace: (ReachEnds & { place: string })[]
}
