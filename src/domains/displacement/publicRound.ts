/**
 * What the world may read of one published round: the frozen, disclosure-controlled set from which the portal page, the report, every file and the
 * DTM API are made, and over which the printed hash is taken. Strategy: focus area 15, key result 1, activities C and E.
 */
import type { Count } from '../../engines/count.ts'
import type { ChangeTerms } from '../../engines/rounds/change.ts'

export type { ChangeTerms }

/** The same words in both languages of the mission. */
export type Bilingual = { pt: string; en: string }

export type PublicArea = {
  /** P-code; ISO3 of the country at level 0. */
  pcode: string
  name: string
  level: 0 | 1 | 2 | 3
  parent: string | null
  households: Count
  individuals: Count
  females: Count
  males: Count
  /** Places (sites, localities, postos) on the snapshotted master list of this round, by outcome. */
  expected: number
  assessed: number
  carriedForward: number
  notAssessed: number
  closed: number
  /** People counted in an earlier round and carried forward because the place could not be visited. */
  carriedIndividuals: Count
}

/** One publishable presence fact, summed to an area. A set of reasons is one cell: never split, never counted twice. */
export type PublicCell = {
  pcode: string
  level: 0 | 1 | 2
  reason: string
  originPcode: string | null
  originName: string | null
  households: Count
  individuals: Count
  females: Count
  males: Count
}

export type PublicChange =
  | { fromRound: number; fromVersion: number; computable: true; terms: ChangeTerms; byArea: { pcode: string; name: string; terms: ChangeTerms }[] }
  | { fromRound: number; fromVersion: number; computable: false; why: Bilingual; rawIndividuals: number | null }

export type TrendPoint = {
  round: number
  reportingDate: string
  households: Count
  individuals: Count
  expected: number
  assessed: number
  carriedForward: number
}

/**
 * How the ages are known: everybody was counted by age, or shares of those who were are applied to the total. `individuals` were counted by age in `places` of the
 * `placesOf` places with displaced people.
 */
export type AgeSample = { method: 'counted' | 'applied'; individuals: Count; places: number; placesOf: number }

export type AgeBand = { sex: 'f' | 'm' | 'unknown'; band: string; individuals: Count }

export type PublicRound = {
  format: 'capulana-public-round-1'
  operation: { name: string; cause: string; status: 'Active' | 'Inactive'; countryIso3: string; countryPcode: string; countryName: Bilingual }
  round: {
    number: number
    assessmentType: 'BA' | 'SA' | 'ETT'
    unitLevel: 'district' | 'posto' | 'locality' | 'site'
    collectedFrom: string
    collectedTo: string
    reportingDate: string
    version: number
    changeNote: Bilingual | null
  }
  totals: { households: Count; individuals: Count; females: Count; males: Count; averageHouseholdSize: number | null }
  areas: PublicArea[]
  cells: PublicCell[]
  ageBands: AgeBand[]
  /** Null: nobody was counted by age. Absent from sets that were published before ages were taken in. */
  ageSample?: AgeSample | null
  change: PublicChange | null
  trend: TrendPoint[]
  coverage: { expected: number; assessed: number; carriedForward: number; notAssessed: number; closed: number; merged: number; empty: number }
  methods: { method: 'counted' | 'key_informant' | 'registered' | 'sampled' | 'modelled' | 'carried'; individuals: Count }[]
  endorsement: { office: string; date: string; kind: 'endorsed' | 'endorsed_with_reservations'; reservations: { pcode: string; name: string; text: string }[] }
  limitations: Bilingual[]
  narrative: Bilingual
  /** Invented demonstration data say so on screen, in print and in every file; `illustrativeBelow` names the level under which figures are illustrative. */
  demonstration: { note: Bilingual; sources: string[]; illustrativeBelow: 'province' | 'district' | null } | null
  licence: string
  credit: string
  /** How boundaries were drawn: official ones carry their credit, schematic ones say so. */
  boundaries: { kind: 'official' | 'schematic'; credit: string }
}
