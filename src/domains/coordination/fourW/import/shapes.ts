/** What the understanding of a 4W may look up, and what it proposes to write. */
import type { SentWork } from '../../../../engines/reach/index.ts'
import type { ImportFinding } from '../../../../kernel/index.ts'
import type { KnownOrganisation } from '../../../../registry/organisations/index.ts'
import type { PlaceRegister } from '../../../../registry/places/index.ts'
import type { ActivityState } from '../activity.ts'
import type { ReachEvidence, WhoReached } from '../reach.ts'

/** `today`: what it says since the portal told of it; left out where it did not. */
export type KnownActivity = { id: string; content: string; today?: string; source: string }

export type Found = {
  places: PlaceRegister
  placeIds: ReadonlyMap<string, string>
  /** Codes that a person has settled before, as the register keeps them. */
  codeAliases: ReadonlyMap<string, string>
  organisations: ReadonlyMap<string, KnownOrganisation>
  /** Folded word to code, list by list. */
  words: Readonly<Record<'sector' | 'modality' | 'organisationKind', ReadonlyMap<string, string>>>
  /** By key of the organisation and external id. */
  activities: ReadonlyMap<string, KnownActivity>
  /** Standing activities that name who pays or who does them, of all organisations, under the keys of their names. */
  sent: readonly (SentWork & { externalId: string; name: string })[]
  today: string
  source: string
  /** In a partner's own workbook: its organisation, whose rows alone are taken. */
  own?: string
}

export type ProposedReach = {
  measure: 'reached' | 'targeted'
  unit: 'person' | 'household'
  number: number | null
  evidence: ReachEvidence | 'not_stated'
}

export type ProposedActivity = {
  line: number
  externalId: string
  organisation: string
  implementer: string | null
  funder: string | null
  sector: string
  activityType: string | null
  description: string | null
  modality: string | null
  event: string | null
  projectCode: string | null
  pcode: string | null
  placeUnsure: boolean
  location: string | null
  fromDay: string | null
  toDay: string | null
  status: ActivityState | null
  comment: string | null
  reach: ProposedReach[]
  /** By sex and age, where the file has such columns and says it. */
  who?: WhoReached
  content: string
}

/** An organisation that the register does not hold yet, or another spelling of one. */
export type ProposedOrganisation = { key: string; name: string; kind: string; spellings: string[]; known: string | null }

export type UnknownCode = { code: string; rows: number; lines: number[]; suggestions: string[] }

export type FourWProposal = {
  rows: number
  sheet: string
  activities: ProposedActivity[]
  organisations: ProposedOrganisation[]
  quarantined: number[]
  /** Rows of another organisation in a partner's own workbook: put aside, whatever they say. */
  others: number
  findings: ImportFinding[]
  unknownCodes: UnknownCode[]
  /** Code as written to code of the register: what the person answered for this file. */
  answered: Map<string, string>
  new: ProposedActivity[]
  changed: ProposedActivity[]
  same: ProposedActivity[]
  /** Reported by this source before and absent now: not confirmed, which is never the same as ended. */
  gone: number
  source: string
}
