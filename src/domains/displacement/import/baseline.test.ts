/** The South Sudan baseline workbook of round 11 (IOM DTM, CC BY), read through the real reader, against every figure published in it. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { interpret, settle } from './interpret.ts'
import type { Proposal } from './proposal.ts'
import { mozambique } from './testContext.ts'

const name = 'iom_dtm_dtm_south_sudan_baseline_assessment_round_11.xlsx'
const path = fileURLToPath(new URL(`../../../../../shared/data/dtm/hdx-baselines/${name}`, import.meta.url))
const noPlaces = { byCode: () => null, byName: () => [], suggest: () => [], children: () => [] }
const southSudan = { ...mozambique, gazetteer: noPlaces, country: { iso2: 'SS', iso3: 'SSD', names: ['South Sudan'] } }

describe.skipIf(!existsSync(path))('the South Sudan baseline workbook (skipped when the folder shared/data is missing)', () => {
  let file: TabularFile
  let proposal: Proposal
  const people = (outcomes: (one: Proposal['assessments'][number]) => boolean) =>
    proposal.assessments.filter(outcomes).reduce((sum, { individuals }) => sum + (individuals as number), 0)

  beforeAll(async () => {
    const read = await readTabular({ name, path })
    if ('code' in read) throw new Error(read.code)
    file = read
    proposal = interpret(file, southSudan)
  })

  it('reads the round, its months and its totals', () => {
    expect(proposal.shape).toBe('baseline-workbook')
    expect(proposal.rounds).toMatchObject([
      { country: 'SSD', number: 11, assessmentType: 'BA', from: '2021-07-01', to: '2021-09-30', places: 3335, households: 369_545, individuals: 2_017_236 },
    ])
    expect(proposal.assessments.reduce((sum, { returnees }) => sum + (returnees as number), 0)).toBe(1_782_803)
    expect((2_017_236 / 369_545).toFixed(2)).toBe('5.46')
    expect(proposal.refusals).toEqual([])
  })

  it('brings its own places, each under its parent and with its point', () => {
    const level = (wanted: number) => proposal.places.filter((place) => place.level === wanted)
    expect([level(1).length, level(2).length, level(3).length]).toEqual([10, 78, 508])
    expect(level(3)[0]).toMatchObject({ key: 'SS010101', name: 'Bungu', parent: 'SS0101' })
    const locations = proposal.places.filter((place) => place.level === null)
    expect([locations.length, locations.filter(({ kind }) => kind === 'site').length, locations.filter(({ point }) => point === null).length]).toEqual([
      3335, 152, 0,
    ])
  })

  it('tells people in sites from people in host communities', () => {
    expect([people(({ setting }) => setting === 'host_community'), people(({ setting }) => setting === 'site')]).toEqual([1_576_937, 440_299])
  })

  it('keeps carried figures apart, by the round they come from', () => {
    const carried = proposal.assessments.filter(({ outcome }) => outcome === 'carried_forward')
    expect([10, 9, 8].map((round) => carried.filter(({ sourceRound }) => sourceRound === round).length)).toEqual([229, 25, 5])
    expect(proposal.rounds[0]!.carriedForward).toEqual({ places: 259, individuals: 87_980 })
    expect(people(({ outcome }) => outcome !== 'carried_forward')).toBe(1_929_256)
  })

  it('folds the spelling of the status, and finds nobody in a closed place', () => {
    expect(proposal.assessments.filter(({ placeOpen }) => placeOpen === true).length).toBe(3166)
    expect(proposal.assessments.filter(({ placeOpen }) => placeOpen === false).length).toBe(169)
    expect(proposal.findings.filter(({ code }) => code === 'import.closed-with-people')).toEqual([])
  })

  it('agrees with every sum that the other sheets print', () => {
    const compared = proposal.findings.filter(({ code }) => code === 'import.subtotals-compared')
    expect(compared.map(({ facts }) => [facts.areas, facts.differing])).toEqual([
      [10, 0],
      [78, 0],
      [508, 0],
      [78, 0],
    ])
    expect(proposal.findings.filter(({ code }) => code === 'import.sheet-sum-differs')).toEqual([])
  })

  it('names the sheet, line and place of a subtotal that differs', () => {
    const changed = structuredClone(file)
    changed.sheets[2]!.rows[0]!.cells[7] = 142_241
    const finding = interpret(changed, southSudan).findings.find(({ code }) => code === 'import.sheet-sum-differs')
    expect(finding).toMatchObject({ sheet: 'MT R11 County summary', line: 2, facts: { place: 'SS0101', written: '142241', computed: 142_242 } })
  })

  it('reports 19 broken formulas on the note sheet and goes on', () => {
    expect(proposal.findings.find(({ code }) => code === 'import.formula-errors-aside')).toMatchObject({
      severity: 'note',
      facts: { sheet: 'Note', count: 19, errors: ['#REF!'] },
    })
    expect(proposal.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is refused whole when it comes as a file of Mozambique, and nothing is left to write', () => {
    const refused = interpret(file, mozambique)
    expect(refused.refusals).toEqual([{ code: 'import.other-country', facts: { expected: 'Mozambique', found: ['SS'] } }])
    expect(settle(refused, mozambique)).toMatchObject({ rounds: [], assessments: [], places: [] })
  })
})
