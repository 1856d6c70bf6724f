/** The demonstration against the published figures: every printed total comes out, whatever the seed, and what is invented says so. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { apportion } from './apportion.ts'
import { type Basis, basisInPack, readBasis } from './basis.ts'
import type { KnownPlace } from './localities.ts'
import { nationalRound } from './nationalRound.ts'
import { type DemonstrationRound, northernRounds } from './northernRounds.ts'
import { demonstrationPeople } from './people.ts'
import { demonstrationSentences } from './sentences.ts'
import { ageColumns, csvOf, type TemplateRow } from './template.ts'

const packFolder = fileURLToPath(new URL('../../../../country/mozambique', import.meta.url))
const places: KnownPlace[] = JSON.parse(readFileSync(`${packFolder}/places/places.json`, 'utf8')).places
const basis = (await basisInPack(packFolder)) as Basis
const rounds = (seed = 2021) => northernRounds(basis, places, seed) as DemonstrationRound[]
const round = (number: number) => rounds().find(({ published }) => published.number === number)!

const people = (rows: TemplateRow[]) => rows.reduce((sum, row) => sum + (row.individuals ?? 0), 0)
const families = (rows: TemplateRow[]) => rows.reduce((sum, row) => sum + (row.households ?? 0), 0)
const inside = (rows: TemplateRow[], pcode: string) => rows.filter(({ posto_code }) => posto_code.startsWith(pcode))
const withStatus = (rows: TemplateRow[], status: string) => rows.filter((row) => row.status === status)

describe.each([1, 2021, 987654])('the three northern rounds from seed %i', (seed) => {
  it.each(rounds(seed))('give every published figure of round $published.number exactly', ({ published, rows }) => {
    expect(people(rows)).toBe(published.individuals)
    for (const { pcode, name, individuals } of [...published.provinces, ...published.districts])
      expect([name, people(inside(rows, pcode))]).toEqual([name, individuals])
    if (published.households !== null) expect(families(rows)).toBe(published.households)
    if (published.localitiesAssessed !== null) expect(withStatus(rows, 'assessed')).toHaveLength(published.localitiesAssessed)
  })

  it('hold figures that can be: 1.5 to 10 people a household, women and men together the whole', () => {
    for (const row of rounds(seed).flatMap(({ rows }) => rows)) {
      if (!row.individuals) continue
      expect(row.individuals / row.households!).toBeGreaterThan(1.5)
      expect(row.individuals / row.households!).toBeLessThan(10)
      expect(row.females! + row.males!).toBe(row.individuals)
    }
  })
})

describe('the three northern rounds', () => {
  it('carry an invented sample of ages in some of the places, never more of a sex than the place has', () => {
    const sum = (row: TemplateRow, sex: string) => ageColumns.reduce((all, column) => (column.startsWith(sex) ? all + row[column]! : all), 0)
    for (const { rows } of rounds()) {
      const sampled = rows.filter(({ females_0_4 }) => females_0_4 !== null)
      expect(sampled.length).toBeGreaterThan(20)
      expect(sampled.length).toBeLessThan(rows.length / 2)
      for (const row of sampled) {
        expect(row.status).toBe('assessed')
        expect([sum(row, 'females') <= row.females!, sum(row, 'males') <= row.males!]).toEqual([true, true])
      }
    }
  })

  it('total 697,538, 732,227 and 744,949 people and 150,335 and 155,494 households', () => {
    expect(rounds().map(({ rows }) => people(rows))).toEqual([697538, 732227, 744949])
    expect([families(round(11).rows), families(round(12).rows)]).toEqual([150335, 155494])
  })

  it('are the same on every run with one seed, and others with another', () => {
    expect(JSON.stringify(rounds(7))).toBe(JSON.stringify(rounds(7)))
    expect(JSON.stringify(rounds(7))).not.toBe(JSON.stringify(rounds(8)))
  })

  it('stand on administrative posts that exist today, each locality once a round', () => {
    const postos = new Set(places.filter(({ level, validTo }) => level === 3 && !validTo).map(({ pcode }) => pcode))
    for (const { rows } of rounds()) {
      expect(rows.filter(({ posto_code }) => !postos.has(posto_code))).toEqual([])
      expect(new Set(rows.map(({ place_code }) => place_code)).size).toBe(rows.length)
    }
  })

  it('call every locality illustrative', () => {
    for (const { place_name, place_code } of rounds().flatMap(({ rows }) => rows))
      expect([place_name, place_code].join(' ')).toMatch(/ – localidade ilustrativa \d+ MZ\d{6}-DEMO\d{2}$/)
  })

  it('give each place an outcome, with a reason where nobody went; nobody counted is unknown, not zero', () => {
    for (const row of rounds().flatMap(({ rows }) => rows)) {
      if (row.status === 'not_assessed') expect([row.households, row.individuals, row.females, row.males]).toEqual([null, null, null, null])
      if (row.status !== 'assessed' && row.status !== 'empty') expect(row.reason_not_assessed).not.toBeNull()
    }
    expect(withStatus(round(11).rows, 'not_assessed')).toHaveLength(9)
    expect(withStatus(round(13).rows, 'closed').map(({ individuals }) => individuals)).toEqual([0])
  })

  it('repeat the figure of the source round where a place is carried forward', () => {
    const carried = rounds().flatMap(({ rows }) => withStatus(rows, 'carried_forward'))
    expect(carried.map(({ round: number, source_round }) => [number, source_round])).toEqual([
      [12, 11],
      [12, 11],
      [13, 12],
      [13, 12],
    ])
    for (const row of carried) {
      const source = round(row.source_round!).rows.find(({ place_code }) => place_code === row.place_code)!
      expect([source.status, source.individuals, source.households]).toEqual(['assessed', row.individuals, row.households])
    }
  })

  it('keep every unnamed district of Cabo Delgado below the smallest of the five that were named', () => {
    for (const { published, rows } of rounds().slice(0, 2)) {
      const named = published.districts.map(({ pcode }) => pcode)
      const smallest = Math.min(...published.districts.map(({ individuals }) => individuals))
      for (const { pcode } of places.filter(({ parent }) => parent === 'MZ01'))
        if (!named.includes(pcode)) expect(people(inside(rows, pcode))).toBeLessThan(smallest)
    }
  })

  it('use only codes of the pack', () => {
    const codes = (list: string) => JSON.parse(readFileSync(`${packFolder}/codelists/${list}.json`, 'utf8')).codes.map(({ code }: { code: string }) => code)
    const used = (column: keyof TemplateRow) => [...new Set(rounds().flatMap(({ rows }) => rows.map((row) => row[column])))].filter((value) => value !== null)
    const lists = {
      status: 'placeOutcome',
      reason_not_assessed: 'notAssessedReason',
      displacement_reason: 'reason',
      setting: 'setting',
      method: 'method',
    } as const
    for (const [column, list] of Object.entries(lists)) expect(codes(list)).toEqual(expect.arrayContaining(used(column as keyof TemplateRow)))
  })

  it('are read back from their CSV text as they were, empty cells staying empty', () => {
    const { rows } = round(12)
    const read = Papa.parse<Record<string, string>>(csvOf(rows), { header: true }).data
    expect(read).toHaveLength(rows.length)
    expect(read.map((row) => row.individuals)).toEqual(rows.map((row) => (row.individuals === null ? '' : String(row.individuals))))
    expect(Object.keys(read[0]!).slice(0, 8)).toEqual([
      'place_code',
      'place_name',
      'posto_code',
      'round',
      'reporting_date',
      'status',
      'source_round',
      'reason_not_assessed',
    ])
  })
})

describe('a demonstration that cannot be made is refused', () => {
  it('in words of both languages', () => {
    const texts = ['basis', 'mission', 'nationalRound', 'northernRounds'].map((file) => readFileSync(new URL(`./${file}.ts`, import.meta.url), 'utf8')).join('')
    const codes = texts.match(/refuse\('[a-z.-]+'/g)!.map((code) => code.slice(8, -1))
    expect([...new Set(codes)].sort()).toEqual(Object.keys(demonstrationSentences).sort())
  })

  it('when the place list lacks a district', () => {
    const refusal = northernRounds(
      basis,
      places.filter(({ pcode }) => pcode !== 'MZ0112'),
      1,
    )
    expect(refusal).toEqual({ code: 'demonstration.place-unknown', facts: { pcodes: ['MZ0112'] } })
  })

  it('when the published parts do not give the total', () => {
    const wrong = structuredClone(basis)
    wrong.published.rounds[0]!.individuals += 1
    expect(northernRounds(wrong, places, 1)).toMatchObject({ code: 'demonstration.figures-disagree', facts: { round: 11 } })
  })

  it('when a file does not have the agreed shape', () => {
    expect(readBasis({ published: {}, illustrative: {} })).toMatchObject({ code: 'demonstration.unreadable', facts: { file: 'published-figures.json' } })
  })

  it('and a pack without one simply has none', async () => {
    expect(await basisInPack(fileURLToPath(new URL('../../../../country/south-sudan', import.meta.url)))).toBeNull()
  })
})

describe('the synthetic national round', () => {
  const national = nationalRound(basis, places, { seed: 5, round: 13 }) as DemonstrationRound

  it('has five localities in each of the 411 posts and gives the published province figures of round 13', () => {
    expect(national.rows).toHaveLength(2055)
    expect(new Set(national.rows.map(({ posto_code }) => posto_code)).size).toBe(411)
    expect(national.published.provinces.map(({ pcode }) => people(inside(national.rows, pcode)))).toEqual([642404, 99448, 1221, 1602, 164, 110])
    expect(people(national.rows)).toBe(744949)
  })

  it('has plausible households everywhere and no place without an outcome', () => {
    for (const { status, individuals, households } of national.rows) {
      if (status === 'empty') expect([individuals, households]).toEqual([0, 0])
      else expect(individuals! / households!).toBeGreaterThan(1.5)
    }
  })

  it('is refused for a round that was not published', () => {
    expect(nationalRound(basis, places, { seed: 5, round: 14 })).toEqual({ code: 'demonstration.round-unknown', facts: { round: 14 } })
  })
})

describe('shares', () => {
  it('sum to the whole where plain rounding would not: 1,007 over 9, 14, 52, 61, 88, 104, 11, 13', () => {
    expect(apportion(1007, [9, 14, 52, 61, 88, 104, 11, 13])).toEqual([26, 40, 149, 174, 252, 298, 31, 37])
    expect(apportion(1001, [1, 1, 1])).toEqual([334, 334, 333])
    expect(apportion(10, [0, 0])).toEqual([0, 0])
  })
})

describe('the people of the demonstration', () => {
  it('say that they are invented, and two different data officers can clean and review', () => {
    expect(demonstrationPeople.every(({ name, demonstration, email }) => name.endsWith('(demonstração)') && demonstration && email.endsWith('.example'))).toBe(
      true,
    )
    expect(demonstrationPeople.filter(({ roles }) => roles.includes('dataOfficer'))).toHaveLength(2)
  })
})

const list = new URL('../../../../../shared/data/dtm/moz-published-rounds/published_figures.csv', import.meta.url)
const skipped = existsSync(list) ? '' : ' (SKIPPED: the folder shared/data/dtm is missing)'
describe.skipIf(skipped !== '')(`the published figures in the pack${skipped}`, () => {
  it('are those of the collected list, every one, with its source', () => {
    const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
    const lines = Papa.parse<Record<string, string>>(readFileSync(list, 'utf8'), { header: true }).data.filter(({ series }) => series === 'baseline-north')
    for (const { number, source, individuals, households, localitiesAssessed, provinces, districts } of basis.published.rounds) {
      const printed = lines.filter((line) => line.round === String(number))
      const of = (level: string, indicator: string) => printed.filter((line) => line.level === level && line.indicator === indicator)
      const figures = (level: string) => of(level, 'idp_individuals').map(({ place, value }) => [place, Number(value)])
      expect(source).toBe(printed.find((line) => line.source !== 'same')!.source)
      expect([individuals, households, localitiesAssessed]).toEqual(
        ['idp_individuals', 'idp_households', 'localities_assessed'].map((indicator) =>
          of('admin0', indicator)[0] ? Number(of('admin0', indicator)[0]!.value) : null,
        ),
      )
      expect(provinces.map((area) => [fold(area.name), area.individuals])).toEqual(figures('admin1'))
      expect(districts.map((area) => [fold(area.name), area.individuals])).toEqual(figures('admin2'))
    }
  })
})
