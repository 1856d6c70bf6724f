import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from '../../../kernel/text/sentences.ts'
import { fixtureRound } from '../reports/fixture.test-support.ts'
import { exportSentences } from './exportSentences.ts'
import { type HapiContext, type HapiRow, hapiRefusals, hapiRows } from './hapi.ts'
import { type ListedPlace, nameLikeness, placeList } from './hapiPlaces.ts'
import { type HdxRow, hdxRows } from './hdxTable.ts'

const recorded = new URL('../../../../../shared/data/dtm/dtm-api/', import.meta.url)
const read = (name: string) =>
  Papa.parse<Record<string, string>>(readFileSync(new URL(name, recorded), 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true }).data

describe.skipIf(!existsSync(recorded))('the HAPI rows against the HDX pipeline (skipped where the folder shared/data/dtm is missing)', () => {
  const numeric = ({ adminLevel, numPresentIdpInd, roundNumber, ...texts }: Record<string, string>) =>
    ({ ...texts, adminLevel: Number(adminLevel), numPresentIdpInd: Number(numPresentIdpInd), roundNumber: Number(roundNumber) }) as unknown as HdxRow
  const listed = (row: Record<string, string>): ListedPlace => ({
    iso3: row.Location!,
    level: Number(row['Admin Level']) as 1 | 2,
    code: row['P-Code']!,
    name: row.Name!,
    parent: row['Parent P-Code']!,
  })
  const context = (): HapiContext => ({
    places: placeList(read('download-global-pcodes-adm-1-2.csv').slice(1).map(listed)),
    withResponsePlan: new Set(['AFG', 'HTI', 'TCD']),
    inGlobalOverview: new Set(['AFG', 'HTI', 'TCD']),
    datasetId: '32d0365c-d513-4721-8d66-1b19b12c4b08',
    resourceId: '80911e9b-7527-469a-a545-4074860e1288',
  })
  const ours = () => hapiRows(read('global-iom-dtm-from-api-admin-0-to-2.csv').slice(1).map(numeric), context())
  const asText = (row: object) => Object.values(row).map(String).join('|')

  it('gives the same rows, all fields equal: 103, 598 and 6,153 at levels 0, 1 and 2', () => {
    const rows = ours()
    const theirs = read('hdx_hapi_idps_global.csv')
    expect([0, 1, 2].map((level) => rows.filter((row) => row.admin_level === level).length)).toEqual([103, 598, 6153])
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(theirs[0]!))
    expect(rows.map(asText).sort()).toEqual(theirs.map(asText).sort())
  })

  it('warns 126 times of P-codes: 116 of their length, 10 of a name that belongs to another code; no row is a duplicate', () => {
    const rows = ours()
    const warnings = rows.map((row) => row.warning).filter(Boolean)
    expect(warnings.filter((warning) => warning.startsWith('PCode length'))).toHaveLength(116)
    expect(warnings.filter((warning) => warning.startsWith('PCode mismatch'))).toHaveLength(10)
    const refusals = hapiRefusals(rows)
    expect(refusals.errors).toEqual([])
    expect(refusals.warnings).toHaveLength(6)
  })

  it('holds five pairs of rows under one district name, which two codes share', () => {
    const keys = ours()
      .filter((row) => row.admin_level === 2)
      .map((row) =>
        [row.provider_admin1_name, row.provider_admin2_name, row.operation, row.assessment_type, row.reporting_round, row.reference_period_start].join('|'),
      )
    expect(new Set(keys).size).toBe(6148)
  })
})

const mozambique: ListedPlace[] = [
  { iso3: 'MOZ', level: 1, code: 'MZ01', name: 'Cabo Delgado', parent: 'MOZ' },
  { iso3: 'MOZ', level: 1, code: 'MZ07', name: 'Nampula', parent: 'MOZ' },
  { iso3: 'MOZ', level: 2, code: 'MZ0103', name: 'Chiure', parent: 'MZ01' },
  { iso3: 'MOZ', level: 2, code: 'MZ0104', name: 'Cidade De Pemba', parent: 'MZ01' },
]
const context: HapiContext = { places: placeList(mozambique), withResponsePlan: new Set(['MOZ']), inGlobalOverview: new Set(), datasetId: '', resourceId: '' }
const rowFor = (rows: HapiRow[], code: string) => rows.find((row) => row.admin_level === 2 && row.admin2_code === code)
const district = (change: Partial<HdxRow>): HdxRow => ({ ...hdxRows([fixtureRound(13)]).find((row) => row.admin2Pcode === 'MZ0104')!, ...change })

describe('the checks before publication', () => {
  it('takes accents for the same name, and sums the reasons of a place', () => {
    const rows = hapiRows(hdxRows([fixtureRound(12)]), context)
    expect(rowFor(rows, 'MZ0103')).toMatchObject({
      population: 61534,
      warning: '',
      error: '',
      has_hrp: 'Y',
      in_gho: 'N',
      provider_admin2_name: 'Chiúre',
      admin2_name: 'Chiure',
    })
  })

  it('makes the population unknown when one part of it is', () => {
    expect(hapiRows([district({}), district({ displacementReason: 'Other reason', numPresentIdpInd: null })], context)[0]!.population).toBeNull()
  })

  it('finds a fact that stands twice, and refuses it with its place', () => {
    const rows = hapiRows([district({}), district({})], context)
    expect(rows[0]!.error).toBe('Duplicate row')
    expect(hapiRefusals(rows).errors).toEqual([{ code: 'publish.hapi-duplicate', facts: { rows: 1, places: ['Cabo Delgado Conflict 13 Cidade de Pemba'] } }])
    const { errors } = hapiRefusals(rows)
    expect(catalogueOf([exportSentences]).sentence(errors[0]!, 'en')).toContain('Cabo Delgado Conflict 13 Cidade de Pemba')
  })

  it('warns of a code that no list knows, of one too short, and of the name of another place', () => {
    const warning = (change: Partial<HdxRow>) => hapiRows([district(change)], context)[0]!.warning
    expect(warning({ admin2Pcode: 'MZ0199' })).toBe('PCode unknown MZ0199->MZ0104 (provider_adm2_name)')
    expect(warning({ admin2Pcode: 'MOZ0104' })).toBe('PCode length MOZ0104->MZ0104')
    expect(warning({ admin2Name: 'Chiúre' })).toBe('PCode mismatch MZ0104 != Chiúre')
  })

  it('measures likeness as the published method does', () => {
    // Indel ratio: "ouest" and "west" share "est", 6 of 9 letters.
    expect(nameLikeness('ouest', 'west')).toBeCloseTo(66.67, 2)
    expect(nameLikeness('cidade de pemba', 'de pemba cidade')).toBe(100)
  })
})
