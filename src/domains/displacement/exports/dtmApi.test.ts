import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureRound } from '../reports/fixture.test-support.ts'
import { type DtmLevel, dtmCountryList, dtmEnvelope, dtmFailure, dtmOperationList, dtmRows } from './dtmApi.ts'
import { dtmQueryErrors, filterDtm } from './dtmFilter.ts'

const recorded = new URL('../../../../../shared/data/dtm/dtm-api/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, recorded), 'utf8'))
const rounds = [fixtureRound(13), fixtureRound(12)]

describe.skipIf(!existsSync(recorded))('the DTM API against its recorded answers (skipped where the folder shared/data/dtm is missing)', () => {
  const answers: [DtmLevel, string][] = [
    [0, 'displacement-admin0-admin0pcode-hti.json'],
    [1, 'displacement-admin1-admin0pcode-hti.json'],
    [2, 'displacement-admin2-admin0pcode-tcd.json'],
  ]

  it.each(answers)('has the same fields in the same order and of the same types at level %i', (level, file) => {
    const theirs = read(file)
    const ours = JSON.parse(JSON.stringify(dtmEnvelope(dtmRows(rounds, level))))
    expect(Object.keys(ours)).toEqual(Object.keys(theirs))
    const typesOf = (rows: Record<string, unknown>[], field: string) => new Set(rows.map((row) => (row[field] === null ? 'null' : typeof row[field])))
    for (const row of ours.result) expect(Object.keys(row)).toEqual(Object.keys(theirs.result[0]))
    for (const field of Object.keys(theirs.result[0])) {
      const known = new Set([...typesOf(theirs.result, field), ...(field.startsWith('num') ? ['null'] : [])])
      expect([...typesOf(ours.result, field)].filter((type) => !known.has(type))).toEqual([])
    }
  })

  it('lists countries and operations in the recorded shape', () => {
    const shape = (file: string) => Object.keys(read(file).result[0])
    expect(Object.keys(dtmCountryList(rounds)[0]!)).toEqual(shape('displacement-country-list.json'))
    expect(Object.keys(dtmOperationList(rounds)[0]!)).toEqual(shape('displacement-operation-list.json'))
  })

  it('gives back its own answer when the recorded rows are asked for one year', () => {
    const rows = read('displacement-admin1-admin0pcode-afg.json').result
    const found = filterDtm(rows, { Admin1Pcode: 'AF15', FromReportingDate: '2017-01-01', ToReportingDate: '2017-12-31' })
    expect(found).toEqual(
      rows.filter((row: { admin1Pcode: string; yearReportingDate: number }) => row.admin1Pcode === 'AF15' && row.yearReportingDate === 2017),
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('published rounds as the DTM API gives them', () => {
  it('sums to the published total at every level, for every round', () => {
    for (const level of [0, 1] as const) {
      const total = (round: number) => dtmRows(rounds, level).reduce((sum, row) => sum + (row.roundNumber === round ? (row.numPresentIdpInd ?? 0) : 0), 0)
      expect([total(12), total(13)]).toEqual([732227, 744949])
    }
  })

  it('gives an area without recorded reasons its figure, and an unknown figure as null', () => {
    const unknown = dtmRows(rounds, 2).filter((row) => row.admin2Pcode === 'MZ0110')
    expect(unknown).toHaveLength(2)
    expect(unknown[0]).toMatchObject({
      numPresentIdpInd: null,
      numberMales: null,
      displacementReason: 'No reason for displacement reported',
      admin1Name: 'Cabo Delgado',
    })
  })

  it('keeps the id of a fact when its figure is corrected or another round is published', () => {
    const corrected = fixtureRound(13)
    corrected.round.version = 2
    for (const cell of corrected.cells) cell.individuals = 'withheld'
    const idsOf13 = (rows: ReturnType<typeof dtmRows>) => rows.filter((row) => row.roundNumber === 13).map((row) => row.id)
    expect(idsOf13(dtmRows([corrected], 2))).toEqual(idsOf13(dtmRows(rounds, 2)))
    const ids = dtmRows(rounds, 2).map((row) => row.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('orders rounds by date, whatever order they were published in', () => {
    expect([...new Set(dtmRows(rounds, 0).map((row) => row.roundNumber))]).toEqual([12, 13])
  })
})

describe('the filters of the DTM API', () => {
  const rows = dtmRows(rounds, 2)
  const found = (query: Parameters<typeof filterDtm>[1]) => filterDtm(rows, query).length

  it('match names and codes without regard to case', () => {
    expect(found({ Operation: 'cabo delgado conflict', CountryName: 'MOZAMBIQUE', Admin0Pcode: 'moz' })).toBe(rows.length)
    expect(found({ Admin1Name: 'cabo delgado', Admin2Pcode: 'mz0104' })).toBe(6)
    expect(found({ Admin2Name: 'Cidade de Pemba', Admin1Pcode: 'MZ01' })).toBe(6)
    expect(found({ Admin2Pcode: 'MZ9999' })).toBe(0)
  })

  it('include both ends of dates and rounds', () => {
    const half = rows.length / 2
    expect(found({ FromReportingDate: '2021-09-23' })).toBe(half)
    expect(found({ ToReportingDate: '2021-04-30' })).toBe(half)
    expect(found({ FromRoundNumber: '12', ToRoundNumber: '12' })).toBe(half)
    expect(found({ FromRoundNumber: '14' })).toBe(0)
  })

  it('have no province to compare at country level', () => {
    expect(filterDtm(dtmRows(rounds, 0), { Admin1Name: 'Cabo Delgado' })).toEqual([])
  })

  it('take an empty filter as none, and name a wrong one', () => {
    expect(found({ Operation: '', FromRoundNumber: '' })).toBe(rows.length)
    expect(dtmQueryErrors({ FromReportingDate: '2021-09-23T00:00:00', ToRoundNumber: '0' })).toEqual([])
    expect(dtmQueryErrors({ FromReportingDate: 'yesterday', ToRoundNumber: '1.5' })).toHaveLength(2)
    expect(dtmFailure(['x'])).toEqual({ result: [], statusCode: 400, isSuccess: false, errorMessages: ['x'], totalRecordsCount: 0 })
  })
})
