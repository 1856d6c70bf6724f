/**
 * What a domain brings to the reports of the mission: figures that are public already, each with the days that it speaks for and where it can be read. The registry lays
 * them out and holds the text against them; it never counts in another house's tables.
 */
import type { House } from './house.ts'
import type { Bilingual } from './text/bilingual.ts'

export type BroughtFigure = {
  code: string
  name: Bilingual
  unit: { one: Bilingual; many: Bilingual }
  /** Null: it was withheld when it was published. */
  value: number | null
  /** The one that was published before it; null where there was none or it was withheld. */
  before: number | null
  from: string
  to: string
  source: Bilingual
}

/** Parts of the country's migration profile that a domain can speak of. */
export type ProfileSection =
  | 'context'
  | 'immigration'
  | 'emigration'
  | 'internal'
  | 'irregular'
  | 'protection'
  | 'labour'
  | 'remittances'
  | 'health'
  | 'environment'
  | 'governance'

export type ReportSource = {
  section: ProfileSection
  /** Of what was published up to the last of these days; nothing where nothing was. */
  read(house: House, period: { from: string; to: string }): Promise<BroughtFigure[]>
}
