/**
 * A country that brings its own places: South Sudan, baseline round 11. One figure at every level, what is carried forward beside it, and everything that a
 * publication gives: map, report, files, DTM API. Figures expected: 2,017,236 displaced people in 369,545 households; credit of the data: IOM DTM, CC BY.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishFromPaper } from '../src/domains/displacement/index.ts'
import { asOwner, isRefused } from '../src/kernel/index.ts'
import { fromData, hasData, rowCounts, type Summary, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const path = 'dtm/hdx-baselines/iom_dtm_dtm_south_sudan_baseline_assessment_round_11.xlsx'
const operation = 'South Sudan Crisis'
const pdftotext = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].find(existsSync)

type DtmRow = { admin1Pcode?: string; admin2Pcode?: string; numPresentIdpInd: number }

describe.skipIf(!hasData(path))('South Sudan round 11 (needs the shared data folder)', () => {
  let test: TestHouse
  let summary: Summary
  let round: string
  beforeAll(async () => {
    test = await openTestHouse({ country: 'south-sudan' })
  })
  afterAll(() => test?.close())

  it('imports once, with 3,931 places of its own', async () => {
    const wizard = wizardOf(test)
    const taken = await wizard.takeIn(fromData(path), { operation, licence: 'CC BY', credit: 'IOM DTM' })
    summary = taken.summary
    expect(summary).toMatchObject({ imported: 3335, newPlaces: 3931 })
    round = summary.rounds[0]!.id
    const counts = await rowCounts(test)
    expect((await wizard.takeIn(fromData(path), { operation })).summary.imported).toBe(0)
    expect(await rowCounts(test)).toEqual(counts)
  })

  it('gives the same people and households by location, payam, county and state', async () => {
    const sums = await asOwner(test.house.doors).rows<{ level: number; areas: number; households: number; individuals: number }>(sql`
      with recursive up as (
        select c.id as cell, p.id as place, p.level, p.parent from displacement.presence_cell c join places.place p on p.id = c.place where c.round = ${round} and c.population_group = 'IDP'
        union all select up.cell, p.id, p.level, p.parent from up join places.place p on p.id = up.parent)
      select up.level, count(distinct up.place) as areas, sum(c.households) as households, sum(c.individuals) as individuals
      from up join displacement.presence_cell c on c.id = up.cell group by up.level order by up.level`)
    expect(sums.map(({ level, households, individuals }) => [level, households, individuals])).toEqual([
      ...[0, 1, 2, 3].map((level) => [level, 369_545, 2_017_236]),
      // The locations themselves: those in the host community, and displacement sites.
      [4, 290_176, 1_576_937],
      [5, 79_369, 440_299],
    ])
    expect(sums.slice(1, 4).map(({ areas }) => areas)).toEqual([10, 78, expect.any(Number)])
    const { body } = await test.ask('bento', { url: `/api/displacement/workbench/${round}` })
    const board = body as { totals: { individuals: number }; districts: { individuals: number }[]; counts: { expected: number; carriedForward: number } }
    expect(board.totals.individuals).toBe(2_017_236)
    expect(board.districts.reduce((sum, { individuals }) => sum + individuals, 0)).toBe(2_017_236)
    expect(board.counts).toMatchObject({ expected: 3335, carriedForward: 259 })
  })

  it('publishes on a signed paper, and shows what was carried forward apart', async () => {
    const published = await publishFromPaper(
      test.house,
      { ...test.actor('celia'), roles: ['dataOfficer', 'governmentReviewer', 'reportOfficer'], userId: null },
      round,
      {
        office: 'RRC',
        decidedOn: '2021-12-01',
        note: 'As in the published workbook',
      },
    )
    if (isRefused(published)) throw new Error(JSON.stringify(published.refused))
    const { body } = await test.ask('public', { url: `/files/${published.slug}/1/${(await filesOf('json'))[0]}` })
    const country = (body as { areas: { level: number; individuals: number; carriedIndividuals: number; carriedForward: number; pcode: string }[] }).areas.find(
      ({ level }) => level === 0,
    )
    expect(country).toMatchObject({ pcode: 'SSD', individuals: 2_017_236, carriedForward: 259, carriedIndividuals: 87_980 })
  })

  const filesOf = async (format: string) =>
    (
      await asOwner(test.house.doors).rows<{ name: string }>(sql`
        select file->>'name' as name from kernel.product, jsonb_array_elements(files) as file where file->>'format' = ${format}`)
    ).map(({ name }) => name)
  const slug = async () => (await asOwner(test.house.doors).one<{ slug: string }>(sql`select slug from kernel.product`))!.slug

  it('draws a schematic map from its own locations, on page and as GeoJSON', async () => {
    const page = await test.ask('public', { url: `/en/publications/${await slug()}` })
    expect(page.status).toBe(200)
    expect(page.text).toContain('2,017,236')
    expect(page.text).toMatch(/87,980/)
    expect(page.text).toContain('<svg')
    expect(page.text.toLowerCase()).toContain('schematic')
    const geo = await test.ask('public', { url: `/files/${await slug()}/1/${(await filesOf('geojson'))[0]}` })
    const { features } = JSON.parse(geo.text) as { features: { geometry: unknown; properties: { level: number } }[] }
    const counties = features.filter(({ properties }) => properties.level === 2)
    expect(counties.filter(({ geometry }) => geometry !== null)).toHaveLength(counties.length)
  })

  it('answers the DTM API with its states and counties', async () => {
    for (const level of [0, 1, 2]) {
      const { body } = await test.ask('public', { url: `/dtm/v3/displacement/admin${level}` })
      const { result } = body as { result: DtmRow[] }
      expect(result.reduce((sum, { numPresentIdpInd }) => sum + numPresentIdpInd, 0)).toBe(2_017_236)
      if (level > 0) expect(new Set(result.map((row) => row[`admin${level as 1 | 2}Pcode`])).size).toBe(level === 1 ? 10 : 78)
    }
  })

  it.skipIf(!pdftotext)('prints the figures in a report (needs pdftotext)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'capulana-report-'))
    const name = (await filesOf('pdf')).find((each) => each.endsWith('-en.pdf'))!
    const bytes = (await test.server.inject({ url: `/files/${await slug()}/1/${name}` })).rawPayload
    await writeFile(join(folder, 'report.pdf'), bytes)
    const text = execFileSync(pdftotext!, [join(folder, 'report.pdf'), '-'], { encoding: 'utf8' })
    await rm(folder, { recursive: true })
    for (const figure of ['2,017,236', '369,545', '87,980']) expect(text).toContain(figure)
  })
})
