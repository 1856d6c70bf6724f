/**
 * What the data officer sees before anything is written: the rounds, places and figures that a file would give, what is held back and why, and the
 * questions only a person can answer. Nothing here touches the database. Strategy: focus area 15, activity B; key result 1.
 */
import type { Count } from '../../../engines/count.ts'
import type { Refusal } from '../../../kernel/shared.ts'
import type { Finding } from '../../../kernel/tables.ts'
import type { CountedAge } from './ages.ts'
import type { List, ListedWords } from './listedWords.ts'

export type Shape = 'site-panel' | 'baseline-workbook' | 'dtm-api-table' | 'generic'
export type AssessmentType = 'BA' | 'SA' | 'ETT'
export type Outcome = 'assessed' | 'carried_forward' | 'not_assessed' | 'closed' | 'merged' | 'empty'

export type ProposedRound = {
  /** country, operation, type, number (and date where numbers alone repeat): the same file gives the same key on every import. */
  key: string
  country: string
  operation: string | null
  operationActive: boolean | null
  number: number | null
  assessmentType: AssessmentType
  /** First and last day of counting; odd dates stay out. Null when the file does not say. */
  from: string | null
  to: string | null
  reportingDate: string | null
  lines: number[]
  places: number
  households: Count
  individuals: Count
  /** Plain sums of the figures as the file writes them, also where a figure is not trusted. */
  asWritten: { households: number; individuals: number }
  carriedForward: { places: number; individuals: Count }
}

export type ProposedAlias = { kind: 'code' | 'name'; value: string; rounds: number[] }

export type SiteType = {
  type: 'relocation' | 'accommodation_centre' | 'temporary' | null
  origin: 'planned' | 'self_settled' | null
  state: 'proposed' | null
  building: string | null
}

export type ProposedPlace = {
  key: string
  kind: 'area' | 'site' | 'location'
  country: string
  /** 0 country … 3 posto or payam; null for sites and locations below the finest area. */
  level: 0 | 1 | 2 | 3 | null
  code: string | null
  name: string
  /** Key or P-code of the parent area; null: the place waits in the unplaced queue, nothing is placed by guess. */
  parent: string | null
  point: { latitude: number; longitude: number } | null
  aliases: ProposedAlias[]
  siteType: SiteType | null
}

export type ProposedAssessment = {
  key: string
  roundKey: string
  placeKey: string
  sheet: string | null
  line: number
  writtenCode: string | null
  writtenName: string
  date: string | null
  households: Count
  individuals: Count
  females: Count
  males: Count
  /** People counted by sex and age in this row: all of them, a sample, or nobody. */
  ages: CountedAge[]
  returnees: Count
  returneeHouseholds: Count
  /** A set: one set of reasons is one cell, never split. */
  reasons: string[]
  origin: { code: string | null; name: string } | null
  setting: 'site' | 'host_community' | null
  arrival: string | null
  outcome: Outcome
  outcomeReason: string | null
  sourceRound: number | null
  placeOpen: boolean | null
  siteType: SiteType | null
  /** As the file wrote what no list knows, so that it is not lost while it waits for a person. */
  unlisted?: Partial<Record<List, string>>
}

/** A row of the cleaning log, to be written beside the assessment that it corrects. */
export type ProposedCorrection = { assessmentKey: string; field: 'households' | 'individuals'; was: Count; becomes: number; reason: string }

export type Quarantined = { code: string; lines: number[]; of: number[]; held: ProposedAssessment[] }
export type OutOfScope = { reason: string; lines: number[] }

/** One decision for a person, grouped by cause; `items` are the cases it covers, each of which may be answered apart. */
export type Question = {
  code: string
  facts: Finding['facts']
  options: string[]
  /** The answer that stands unless a person says otherwise; null when only a person can say (fuzzy names, missing dates). */
  proposed: string | null
  items: QuestionItem[]
}
export type QuestionItem = { id: string; facts: Finding['facts']; lines: number[]; proposed: string | null; suggestions: string[] }

/** An answer, kept per source and replayed on later imports. `item` is a question item's id, or `*` for all of them. */
export type Decision = { code: string; item: string; answer: string; value?: string; from?: string; to?: string }

export type GazetteerPlace = { pcode: string; name: string; level: 0 | 1 | 2 | 3; parent: string | null }

/** Look-ups into the place register. Only `byCode` and `byName` place a row; `suggest` merely helps a person. */
export type Gazetteer = {
  /** Exact code, or a recorded former code of the place. */
  byCode: (code: string) => GazetteerPlace | null
  /** Exact name or recorded alias, folded on case and accents, within the level and parent when given. */
  byName: (name: string, level: number | null, parent: string | null) => GazetteerPlace[]
  suggest: (name: string, level: number | null, parent: string | null) => GazetteerPlace[]
  children: (pcode: string) => GazetteerPlace[]
}

export type Thresholds = {
  smallestHousehold: number
  largestHousehold: number
  /** A column is taken for a copy when this share of at least this many rows has individuals = households. */
  copiedShare: number
  copiedRows: number
  /** A date further than this from the rest of its round is looked at. */
  oddDateDays: number
}

export const usualThresholds: Thresholds = { smallestHousehold: 1.5, largestHousehold: 10, copiedShare: 0.8, copiedRows: 10, oddDateDays: 14 }

export type Earlier = { households: Count; individuals: Count }

export type ImportContext = {
  /** Null: every country of the file is taken in, with places of its own. */
  country: { iso2: string; iso3: string; names: string[] } | null
  operation: { name: string; reasons: string[] } | null
  gazetteer: Gazetteer
  thresholds: Thresholds
  /** The bands of age that the mission counts in, as `0-4` and `60+`. */
  ageBands: readonly string[]
  /** Names of the codes of each list, folded, as the country pack has them. */
  words: ListedWords
  savedDecisions: Decision[]
  /** Assessment keys of earlier imports with their figures, so that a second import adds nothing and a changed figure is seen. */
  previouslyImported: ReadonlyMap<string, Earlier>
  /** A site that the register already knows under this code and name; its key wins over a new one. */
  knownSite?: (code: string, foldedName: string) => string | null
  /** Column names for roles, as corrected and saved by a person for this source. */
  mapping?: Record<string, string>
  /** For files that do not say it themselves. */
  round?: { number: number; assessmentType: AssessmentType; from: string; to: string }
}

export type Proposal = {
  shape: Shape
  rowsRead: number
  inScope: number
  outOfScope: OutOfScope[]
  quarantined: Quarantined[]
  rounds: ProposedRound[]
  places: ProposedPlace[]
  assessments: ProposedAssessment[]
  findings: Finding[]
  questions: Question[]
  /** Corrections that a person decided on; the assessments above stay as the file wrote them. */
  corrections: ProposedCorrection[]
  /** When not empty, nothing may be imported. */
  refusals: Refusal[]
}

/** What one shape yields, before a person's corrections are laid beside it. */
export type Interpreted = Omit<Proposal, 'corrections'>

/** The saved answer for one case, if any; an answer for the very case wins over one for all. */
export function answerFor(decisions: Decision[], code: string, item: string): Decision | null {
  const about = decisions.filter((decision) => decision.code === code)
  return about.findLast((decision) => decision.item === item) ?? about.findLast((decision) => decision.item === '*') ?? null
}
