/** Real published rounds (IOM DTM through HDX, and figures printed in IOM DTM Mozambique reports): read from the shared folder, never copied here. */
import { existsSync, readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { sumCounts } from '../count.ts'
import { change, type PlaceInRound } from './change.ts'
import { percentOf } from './percent.ts'
import { type AreaTotal, checkTotals, missingRounds, reasonSet, sexesThatDisagree } from './totals.ts'

const shared = new URL('../../../../shared/data/dtm/', import.meta.url)
const apiFile = new URL('dtm-api/global-iom-dtm-from-api-admin-0-to-2.csv', shared)
const publishedFile = new URL('moz-published-rounds/published_figures.csv', shared)
const read = (file: URL): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data

const add = (sums: Map<string, number>, key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount)

describe.skipIf(!existsSync(apiFile))('rounds published through the DTM API (skipped when the shared data folder is missing)', () => {
  const rows = existsSync(apiFile) ? read(apiFile).slice(1) : []
  const level = (wanted: number) => rows.filter((row) => row.adminLevel === String(wanted))

  it('has 13,367 rows on three levels, in three countries, with 12 sets of reasons', () => {
    expect(rows.length).toBe(13367)
    expect([0, 1, 2].map((wanted) => level(wanted).length)).toEqual([303, 1686, 11378])
    expect(['AFG', 'HTI', 'TCD'].map((code) => rows.filter((row) => row.admin0Pcode === code).length)).toEqual([11377, 1733, 257])
    expect(rows.filter((row) => row.idpOriginAdmin1Name === 'Not available').length).toBe(11433)
    expect(new Set(rows.map((row) => reasonSet(row.displacementReason!))).size).toBe(12)
    expect(rows.filter((row) => row.displacementReason === 'conflict').length).toBe(340)
  })

  it('agrees at all three levels in all 103 rounds, when the assessment type is part of the key', () => {
    const keyOf = (row: Record<string, string>, type = true) =>
      [row.admin0Pcode, row.operation, type ? row.assessmentType : '', row.roundNumber, row.reportingDate].join('|')
    const rounds = new Map<string, Map<string, AreaTotal & { individuals: number }>>()
    for (const row of rows) {
      const round = rounds.get(keyOf(row)) ?? new Map()
      rounds.set(keyOf(row), round)
      const chain = [row.admin0Pcode!, row.admin1Pcode!, row.admin2Pcode!].slice(0, Number(row.adminLevel) + 1)
      const pcode = chain.join('/')
      const held = round.get(pcode) ?? { pcode, parent: chain.length > 1 ? chain.slice(0, -1).join('/') : null, individuals: 0 }
      round.set(pcode, { ...held, individuals: held.individuals + Number(row.numPresentIdpInd) })
    }
    expect(rounds.size).toBe(103)
    expect(new Set(rows.map((row) => keyOf(row, false))).size).toBe(97)
    for (const [key, areas] of rounds) expect([key, checkTotals([...areas.values()])]).toEqual([key, null])
  })

  it('finds the 7 rows in which women and men do not make the people', () => {
    const withSexes = rows.filter((row) => row.numberFemales !== '' && row.numberMales !== '')
    expect(withSexes.length).toBe(1484)
    const counts = withSexes.map((row) => ({
      individuals: Number(row.numPresentIdpInd),
      females: Number(row.numberFemales),
      males: Number(row.numberMales),
    }))
    expect(sexesThatDisagree(counts).length).toBe(7)
  })

  const districts = (operation: string, type: string, number: number): PlaceInRound[] => {
    const sums = new Map<string, number>()
    for (const row of level(2)) {
      if (row.operation === operation && row.assessmentType === type && row.roundNumber === String(number))
        add(sums, row.admin2Pcode!, Number(row.numPresentIdpInd))
    }
    return [...sums].map(([place, individuals]) => ({ place, individuals, households: 'unknown', fresh: true }))
  }

  it.each([
    ['Returns and displacement in Afghanistan', 'BA', 2, 3, { raw: 782975, places: 110, common: -49618, gained: 832804, lost: 211, before: 111, after: 180 }],
    ['Haiti Earthquake', 'SA', 31, 32, { raw: 2724, places: 8, common: -170, gained: 2894, lost: 0, before: 8, after: 9 }],
    ['Hurricane Matthew', 'SA', 7, 8, { raw: 380, places: 2, common: -190, gained: 693, lost: 123, before: 4, after: 3 }],
  ] as const)('%s: a rise of raw figures is a fall of the same places', (operation, type, from, to, expected) => {
    const [before, after] = [districts(operation, type, from), districts(operation, type, to)]
    expect([before.length, after.length]).toEqual([expected.before, expected.after])
    expect(change(before, after, { unit: 'individuals', lineage: new Map() })).toMatchObject({
      raw: expected.raw,
      common: { places: expected.places, change: expected.common },
      newlyCovered: { amount: expected.gained },
      noLongerCovered: { amount: expected.lost },
    })
  })

  it('accepts a round 0 and shows that round 4 is missing', () => {
    const all = [...new Set(level(0).flatMap((row) => (row.operation === 'Countrywide monitoring' ? [Number(row.roundNumber)] : [])))]
    expect(Math.min(...all)).toBe(0)
    expect(missingRounds(all)).toEqual([4])
  })
})

describe.skipIf(!existsSync(publishedFile))('rounds printed in the reports of Mozambique (skipped when the shared data folder is missing)', () => {
  const figures = existsSync(publishedFile) ? read(publishedFile).filter((row) => row.series === 'baseline-north') : []
  const values = (round: number, level: string, indicator = 'idp_individuals') =>
    figures.filter((row) => row.round === String(round) && row.level === level && row.indicator === indicator).map((row) => Number(row.value))

  it.each([
    [11, 697538],
    [12, 732227],
    [13, 744949],
  ])('round %i: the provinces sum to %i', (round, total) => {
    expect(values(round, 'admin0')).toEqual([total])
    expect(sumCounts(values(round, 'admin1'))).toBe(total)
  })

  it('gives the raw differences, which are all that published figures allow', () => {
    const raw = (from: number, to: number) => values(to, 'admin0')[0]! - values(from, 'admin0')[0]!
    expect([raw(11, 12), raw(12, 13), raw(15, 16)]).toEqual([34689, 12722, 162189])
    expect(percentOf(34689, 697538)).toBe(5)
    expect(percentOf(162189, 784319)).toBe(20.7)
    expect([11, 12, 15, 16].map((round) => values(round, 'admin0', 'localities_assessed')[0])).toEqual([154, 155, 208, 212])
  })
})
