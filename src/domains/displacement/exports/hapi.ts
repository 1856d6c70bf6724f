/**
 * The rows in the shape of the Humanitarian API (HDX HAPI, affected people: internally displaced persons), with the two checks that HDX runs on them run
 * here first, so that a fault is found before publication and not by others after it. Strategy: focus area 15, key result 1.
 * Source of shape and checks: HDX HAPI documentation and the public HDX pipeline for DTM data.
 */
import { type Refusal, refuse } from '../../../kernel/shared.ts'
import { checkPlace, type PlaceList } from './hapiPlaces.ts'
import type { HdxRow } from './hdxTable.ts'

export type HapiRow = {
  location_code: string
  /** Empty where nobody here can say. */
  has_hrp: 'Y' | 'N' | ''
  in_gho: 'Y' | 'N' | ''
  provider_admin1_name: string
  provider_admin2_name: string
  admin1_code: string
  admin1_name: string
  admin2_code: string
  admin2_name: string
  admin_level: 0 | 1 | 2
  operation: string
  assessment_type: string
  population: number | null
  reporting_round: number
  reference_period_start: string
  reference_period_end: string
  dataset_hdx_id: string
  resource_hdx_id: string
  warning: string
  error: string
}

/** The order of the columns is part of the contract. */
export const hapiColumns = [
  ...([
    'location_code',
    'has_hrp',
    'in_gho',
    'provider_admin1_name',
    'provider_admin2_name',
    'admin1_code',
    'admin1_name',
    'admin2_code',
    'admin2_name',
  ] as const),
  ...(['admin_level', 'operation', 'assessment_type', 'population', 'reporting_round', 'reference_period_start', 'reference_period_end'] as const),
  ...(['dataset_hdx_id', 'resource_hdx_id', 'warning', 'error'] as const),
] as const satisfies readonly (keyof HapiRow)[]

export type HapiContext = {
  places: PlaceList
  /** ISO3 of countries with a humanitarian response plan, and of those in the global humanitarian overview, in the year concerned; null: not known. */
  withResponsePlan: ReadonlySet<string> | null
  inGlobalOverview: ReadonlySet<string> | null
  datasetId: string
  resourceId: string
}

/** Reasons and origins are summed away; one unknown part makes the population unknown. */
export function hapiRows(rows: readonly HdxRow[], context: HapiContext): HapiRow[] {
  const repeated = repeatedFacts(rows)
  const groups = new Map<string, HapiRow>()
  for (const row of rows) {
    const key = JSON.stringify([placeKey(row), row.admin0Pcode, row.adminLevel, row.assessmentType, row.operation, row.reportingDate, row.roundNumber])
    const group = groups.get(key) ?? emptyRow(row, context)
    groups.set(key, group)
    group.population = group.population === null || row.numPresentIdpInd === null ? null : group.population + row.numPresentIdpInd
    if (repeated.has(factKey(row))) group.error = 'Duplicate row'
  }
  return [...groups.values()]
}

const placeKey = (row: HdxRow) => [row.admin1Pcode ?? '', row.admin2Pcode ?? '', row.admin1Name ?? '', row.admin2Name ?? '']

/** Everything that tells one fact from another; two rows that agree in all of it cannot both be right. */
const factKey = (row: HdxRow): string =>
  JSON.stringify([
    row.admin2Pcode || row.admin1Pcode || row.admin0Pcode,
    ...[row.admin1Name ?? '', row.admin2Name ?? '', row.roundNumber, row.displacementReason],
    ...[row.idpOriginAdmin1Name, row.idpOriginAdmin1Pcode, row.assessmentType, row.operation, row.reportingDate],
  ])

function repeatedFacts(rows: readonly HdxRow[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const row of rows) {
    const key = factKey(row)
    if (seen.has(key)) repeated.add(key)
    seen.add(key)
  }
  return repeated
}

const yesOrNo = (countries: ReadonlySet<string> | null, iso3: string) => (countries === null ? '' : countries.has(iso3) ? 'Y' : 'N')

function emptyRow(row: HdxRow, { places, withResponsePlan, inGlobalOverview, datasetId, resourceId }: HapiContext): HapiRow {
  const iso3 = row.admin0Pcode
  const provider = { admin1Name: row.admin1Name ?? '', admin1Code: row.admin1Pcode ?? '', admin2Name: row.admin2Name ?? '', admin2Code: row.admin2Pcode ?? '' }
  const checked = checkPlace(places, { iso3, level: row.adminLevel, ...provider })
  const day = row.reportingDate.slice(0, 10)
  return {
    location_code: iso3,
    has_hrp: yesOrNo(withResponsePlan, iso3),
    in_gho: yesOrNo(inGlobalOverview, iso3),
    provider_admin1_name: provider.admin1Name,
    provider_admin2_name: provider.admin2Name,
    admin1_code: checked.admin1.code,
    admin1_name: checked.admin1.name,
    admin2_code: checked.admin2.code,
    admin2_name: checked.admin2.name,
    admin_level: row.adminLevel,
    operation: row.operation,
    assessment_type: row.assessmentType,
    population: 0,
    reporting_round: row.roundNumber,
    reference_period_start: day,
    reference_period_end: day,
    dataset_hdx_id: datasetId,
    resource_hdx_id: resourceId,
    warning: checked.warnings.join('|'),
    error: '',
  }
}

/** A duplicate stops the publication; a P-code that the common list knows otherwise must be looked at, cause by cause and not row by row. */
export function hapiRefusals(rows: readonly HapiRow[]): { errors: Refusal[]; warnings: Refusal[] } {
  const duplicates = rows.filter((row) => row.error !== '')
  const causes = new Map<string, number>()
  for (const { warning } of rows) if (warning) causes.set(warning, (causes.get(warning) ?? 0) + 1)
  const named = duplicates.map((row) =>
    [row.operation, row.reporting_round, row.provider_admin2_name || row.provider_admin1_name || row.location_code].join(' '),
  )
  return {
    errors: duplicates.length > 0 ? [refuse('publish.hapi-duplicate', { rows: duplicates.length, places: [...new Set(named)] })] : [],
    warnings: [...causes].map(([finding, count]) => refuse('publish.hapi-pcode', { finding, rows: count })),
  }
}
