/** What the portal's pages are made from. The routes fill these from the published products; nothing unpublished can be said in these types. */
import type { PublicRound } from '../../domains/displacement/publicRound.ts'
import type { Bilingual } from '../../kernel/shared.ts'

export type PortalFile = {
  name: string
  format: 'pdf' | 'csv' | 'xlsx' | 'geojson' | 'json'
  language: 'pt' | 'en' | null
  bytes: number
  sha256: string
  href: string
}
export type PortalVersion = { version: number; publishedAt: string; hash: string; href: string; changeNote: Bilingual | null }

export type PortalPicture = {
  href: string
  type: string
  /** Of pictures; a sound or film has its words instead. */
  width: number | null
  height: number | null
  transcript: Bilingual | null
  bytes: number
  caption: Bilingual
  credit: string
}

/** One product in a list. `places` are the codes that it can be found by. */
export type PortalSummary = {
  slug: string
  version: number
  kind: string
  title: Bilingual
  summary: Bilingual
  places: string[]
  periodFrom: string
  periodTo: string
  publishedAt: string
  demonstration: boolean
  /** Of a text that shows pictures the first that may be shown today. */
  picture?: PortalPicture
}

export type PortalProduct = PortalSummary & {
  hash: string
  licence: string
  credit: string
  supersededAt: string | null
  withdrawn: { at: string; reason: string } | null
  files: PortalFile[]
  versions: PortalVersion[]
}
export type RoundProduct = PortalProduct & { publicRound: PublicRound }

/** Who speaks, on every page. `origin` is the address for feeds and citations, without a slash at the end. */
export type PortalSite = { name: Bilingual; publisher: Bilingual; origin: string; country: { iso3: string; name: Bilingual } }

export type PlaceChoice = { pcode: string; name: string; level: 0 | 1 | 2 }
export type RepositorySearch = { place: string; from: string; to: string; kind: string; text: string; language: string; area: string; page: number }

/** One round's figures for one place, for the page that follows a place through time. */
export type PlaceInRound = {
  operation: string
  operationSlug: string
  product: PortalSummary
  round: number
  reportingDate: string
  area: PublicRound['areas'][number]
}
