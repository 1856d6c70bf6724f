/**
 * Rows of our own import template and their CSV text, so that the demonstration comes in through the same wizard as anybody's file. An empty cell is
 * unknown, never zero.
 */
import Papa from 'papaparse'

/** People counted by sex and age, where somebody counted them. */
export const ageColumns = [
  'females_0_4',
  'females_5_11',
  'females_12_17',
  'females_18_59',
  'females_60_and_over',
  'males_0_4',
  'males_5_11',
  'males_12_17',
  'males_18_59',
  'males_60_and_over',
] as const
export type AgeColumn = (typeof ageColumns)[number]

const columns = [
  'place_code',
  'place_name',
  'posto_code',
  'round',
  'reporting_date',
  'status',
  'source_round',
  'reason_not_assessed',
  'households',
  'individuals',
  'returnees',
  'females',
  'males',
  'displacement_reason',
  'origin_code',
  'setting',
  'method',
  'latitude',
  'longitude',
  'sex_method',
  ...ageColumns,
] as const satisfies readonly (keyof TemplateRow)[]

export type TemplateRow = {
  place_code: string
  place_name: string
  posto_code: string
  round: number
  reporting_date: string
  status: 'assessed' | 'not_assessed' | 'carried_forward' | 'closed' | 'empty'
  source_round: number | null
  reason_not_assessed: string | null
  households: number | null
  individuals: number | null
  returnees: number | null
  females: number | null
  males: number | null
  displacement_reason: string | null
  origin_code: string | null
  setting: 'site' | 'host_community' | null
  method: 'key_informant' | 'carried' | null
  latitude: number | null
  longitude: number | null
  /** How the split by sex was made: `applied` means a ratio was applied to the total, nobody counted women and men apart. */
  sex_method: 'applied' | null
} & Record<AgeColumn, number | null>

export const csvOf = (rows: readonly TemplateRow[]): string => Papa.unparse(rows as TemplateRow[], { columns: [...columns] })
