/** The DTM table published on HDX, read through the real reader: rows, rounds, levels, sexes, reasons, and changes between rounds. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTabular } from '../../../kernel/import/readFile.ts'
import type { TabularFile } from '../../../kernel/import/table.ts'
import { interpret, settle } from './interpret.ts'
import type { Proposal } from './proposal.ts'
import { mozambique } from './testContext.ts'

const name = 'global-iom-dtm-from-api-admin-0-to-2.csv'
const path = fileURLToPath(new URL(`../../../../../shared/data/dtm/dtm-api/${name}`, import.meta.url))
const noPlaces = { byCode: () => null, byName: () => [], suggest: () => [], children: () => [] }
const everyCountry = { ...mozambique, gazetteer: noPlaces, country: null }

describe.skipIf(!existsSync(path))('the DTM table of HDX (skipped when the folder shared/data is missing)', () => {
  let file: TabularFile
  let proposal: Proposal
  const change = (operation: string, from: number, to: number) => {
    const figures = (number: number) => {
      const { key } = proposal.rounds.find((round) => round.operation === operation && round.number === number)!
      const byPlace = new Map<string, number>()
      for (const one of proposal.assessments)
        if (one.roundKey === key) byPlace.set(one.placeKey, (byPlace.get(one.placeKey) ?? 0) + (one.individuals as number))
      return byPlace
    }
    const [a, b] = [figures(from), figures(to)]
    const sum = (all: number[]) => all.reduce((total, one) => total + one, 0)
    const common = [...a.keys()].filter((place) => b.has(place))
    return {
      places: [a.size, common.length, b.size],
      common: sum(common.map((place) => b.get(place)! - a.get(place)!)),
      newly: sum([...b].filter(([place]) => !a.has(place)).map(([, count]) => count)),
      lost: sum([...a].filter(([place]) => !b.has(place)).map(([, count]) => count)),
    }
  }

  beforeAll(async () => {
    const read = await readTabular({ name, path })
    if ('code' in read) throw new Error(read.code)
    file = read
    proposal = interpret(file, everyCountry)
  })

  it('reads every row below the HXL row, and takes the districts as the facts', () => {
    expect([proposal.shape, proposal.rowsRead, proposal.inScope, proposal.assessments.length, proposal.quarantined]).toEqual([
      'dtm-api-table',
      13_367,
      13_367,
      11_378,
      [],
    ])
    expect(file.sheets[0]!.hxlLine).toBe(2)
    const rows = (country: string) => file.sheets[0]!.rows.filter(({ cells }) => cells[3] === country).length
    expect(['AFG', 'HTI', 'TCD'].map(rows)).toEqual([11_377, 1_733, 257])
  })

  it('folds the reasons to twelve sets, and knows when an origin is not', () => {
    expect(new Set(proposal.assessments.map(({ reasons }) => reasons.join('; '))).size).toBe(12)
    expect(file.sheets[0]!.rows.filter(({ cells }) => cells[17] === 'Not available').length).toBe(11_433)
    expect(proposal.assessments.every(({ origin }) => origin?.name !== 'Not available')).toBe(true)
  })

  it('finds 103 rounds whose levels agree, the assessment type being part of the key', () => {
    expect(proposal.rounds.length).toBe(103)
    expect(proposal.findings.find(({ code }) => code === 'import.levels-compared')?.facts).toEqual({ rounds: 103, differing: 0 })
    expect(new Set(proposal.rounds.map(({ country, operation, number, reportingDate }) => [country, operation, number, reportingDate].join('|'))).size).toBe(97)
  })

  it('names the seven rows whose women and men do not make the whole', () => {
    expect(proposal.findings.filter(({ code }) => code === 'import.sexes-differ').length).toBe(7)
    expect(file.sheets[0]!.rows.filter(({ cells }) => cells[15] && cells[16]).length).toBe(1_484)
  })

  it('shows a missing round number and takes round 0', () => {
    const rounds = proposal.rounds.filter(({ operation }) => operation === 'Countrywide monitoring').map(({ number }) => number)
    expect([...new Set(rounds)].sort((a, b) => a! - b!)).toEqual([0, 1, 2, 3, 5, 6, 7, 8, 9, 10])
    const gaps = proposal.findings.filter(({ code, facts }) => code === 'import.round-gap' && facts.operation === 'Countrywide monitoring')
    expect(gaps).toMatchObject([
      { severity: 'note', facts: { assessmentType: 'SA', missing: [1] } },
      { severity: 'note', facts: { assessmentType: 'BA', missing: [4] } },
    ])
  })

  it('yields the changes measured by hand', () => {
    expect(change('Returns and displacement in Afghanistan', 2, 3)).toEqual({ places: [111, 110, 180], common: -49_618, newly: 832_804, lost: 211 })
    expect(change('Haiti Earthquake', 31, 32)).toMatchObject({ places: [8, 8, 9], common: -170, newly: 2_894, lost: 0 })
    expect(change('Hurricane Matthew', 7, 8)).toMatchObject({ common: -190, newly: 693, lost: 123 })
  })

  it('gives each country places of its own, districts under provinces under the country', () => {
    expect(proposal.places.filter(({ level }) => level === 0).map(({ key }) => key)).toEqual(['AFG', 'TCD', 'HTI'])
    const district = proposal.places.find(({ level }) => level === 2)!
    const province = proposal.places.find(({ key }) => key === district.parent)!
    expect([province.level, province.parent]).toEqual([1, province.country])
  })

  it('sets other countries aside when one is asked for, and refuses when none of the rows is its own', () => {
    const chad = interpret(file, { ...everyCountry, country: { iso2: 'TD', iso3: 'TCD', names: ['Chad'] } })
    expect([chad.inScope, chad.outOfScope.map(({ reason, lines }) => [reason, lines.length])]).toEqual([
      257,
      [
        ['AFG', 11_377],
        ['HTI', 1_733],
      ],
    ])
    const refused = interpret(file, mozambique)
    expect(refused.refusals.map(({ code }) => code)).toEqual(['import.other-country'])
    expect(settle(refused, mozambique).assessments).toEqual([])
  })

  it('sees a level that no longer agrees', () => {
    const changed = structuredClone(file)
    changed.sheets[0]!.rows[0]!.cells[9] = '179957'
    expect(interpret(changed, everyCountry).findings.filter(({ code }) => code === 'import.levels-disagree').length).toBe(1)
  })
})
