/**
 * A whole country at once: a synthetic round of every administrative post, five localities each, raked to the published province figures. It goes through the
 * importer, the review and the publication, and prints exactly the published figures. Then small counts, and the replay of corrections.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { basisInPack } from '../src/domains/displacement/demonstration/basis.ts'
import { nationalRound } from '../src/domains/displacement/demonstration/nationalRound.ts'
import { csvOf } from '../src/domains/displacement/demonstration/template.ts'
import { publishFromPaper } from '../src/domains/displacement/index.ts'
import { asOwner, isRefused } from '../src/kernel/index.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const operation = 'Cabo Delgado Conflict'
const columns = { siteCode: 'place_code', siteName: 'place_name', adm3Code: 'posto_code', statusReason: 'reason_not_assessed', originCode: 'origin_code' }

const publish = async (test: TestHouse, round: string) => {
  const actor = { ...test.actor('celia'), userId: null, roles: ['dataOfficer' as const, 'governmentReviewer' as const, 'reportOfficer' as const] }
  const paper = { office: 'INGD', decidedOn: '2023-02-01', note: 'Confirmado', licence: 'CC BY 4.0', credit: 'INGD e OIM' }
  const published = await publishFromPaper(test.house, actor, round, paper)
  if (isRefused(published)) throw new Error(JSON.stringify(published.refused))
  return published.slug!
}

describe('a full national round', () => {
  let test: TestHouse
  beforeAll(async () => {
    test = await openTestHouse()
  })
  afterAll(() => test?.close())

  it('prints exactly the published province figures', async () => {
    const basis = await basisInPack(test.house.pack.folder)
    if (!basis || 'code' in basis) throw new Error('no published figures in the pack')
    const made = nationalRound(basis, test.house.pack.places, { seed: 7, round: 13 })
    if ('code' in made) throw new Error(made.code)
    const { published, rows } = made
    const wizard = wizardOf(test)
    const target = { operation, round: '13', from: published.collectedFrom, to: published.collectedTo, assessmentType: 'BA', cause: 'conflict' }
    const { body } = await wizard.handIn(fromText('nacional.csv', csvOf(rows)), target)
    await wizard.choose(body.import.id, { columns })
    const done = await wizard.confirm(body.import.id)
    if (!done.body.summary) throw new Error(done.text.slice(0, 500))
    expect(done.body.summary.imported).toBe(411 * 5)
    await publish(test, done.body.summary.rounds[0]!.id)
    const figures = async (level: number) =>
      ((await test.ask('public', { url: `/dtm/v3/displacement/admin${level}` })).body as { result: { admin1Pcode: string; numPresentIdpInd: number }[] }).result
    const byProvince = new Map<string, number>()
    for (const row of await figures(1)) byProvince.set(row.admin1Pcode, (byProvince.get(row.admin1Pcode) ?? 0) + (row.numPresentIdpInd ?? 0))
    for (const { pcode, individuals } of published.provinces) expect([pcode, byProvince.get(pcode)]).toEqual([pcode, individuals])
    const sum = (await figures(0)).reduce((total, { numPresentIdpInd }) => total + numPresentIdpInd, 0)
    expect(sum).toBe(published.individuals)
    expect([...byProvince.values()].reduce((total, each) => total + each, 0)).toBe(published.individuals)
  })
})

describe('small counts and corrections', () => {
  let test: TestHouse
  let slugs: string[]
  let rounds: string[]
  const head = 'pcode,place,households,individuals,females,males,reason\n'
  /** Impiri's district is large; in Metuge live three people, of whom two came for another reason. */
  const first = `${head}MZ010201,,100,500,260,240,Conflict\nMZ010202,,80,400,200,200,Conflict\nMZ010901,,1,3,2,1,Conflict\nMZ0103,,50,250,130,120,Conflict\n`
  const second = `${head}MZ010201,,110,550,280,270,Conflict\nMZ010202,,80,410,205,205,Conflict\nMZ010901,,2,7,4,3,Conflict\nMZ0103,,52,260,130,130,Conflict\n`
  beforeAll(async () => {
    test = await openTestHouse()
    const wizard = wizardOf(test)
    const taken = []
    for (const [number, rows] of [first, second].entries())
      taken.push(
        await wizard.takeIn(fromText(`pequena-${number + 1}.csv`, rows), {
          operation,
          round: String(number + 1),
          from: `2023-0${number + 1}-01`,
          to: `2023-0${number + 1}-10`,
          assessmentType: 'BA',
        }),
      )
    rounds = taken.map(({ summary }) => summary.rounds[0]!.id)
    slugs = [await publish(test, rounds[0]!)]
  })
  afterAll(() => test?.close())

  const fileOf = async (slug: string, format: string) => {
    const file = await asOwner(test.house.doors).one<{ name: string }>(sql`
      select file->>'name' as name from kernel.product, jsonb_array_elements(files) as file where slug = ${slug} and file->>'format' = ${format} limit 1`)
    return (await test.ask('public', { url: `/files/${slug}/1/${file!.name}` })).text
  }
  type Area = { pcode: string; individuals: unknown; households: unknown; females: unknown; males: unknown; parent: string | null; level: number }
  type Published = { areas: Area[]; cells: Area[]; change: { byArea: { pcode: string }[] } | null }

  it('withholds a district of three people, its households, its sexes and its facts, and another beside it so that none can be subtracted', async () => {
    const { areas, cells } = JSON.parse(await fileOf(slugs[0]!, 'json')) as Published
    const metuge = areas.find(({ pcode }) => pcode === 'MZ0109')!
    expect([metuge.individuals, metuge.households, metuge.females, metuge.males]).toEqual(['withheld', 'withheld', 'withheld', 'withheld'])
    const districts = areas.filter(({ level, parent }) => level === 2 && parent === 'MZ01')
    expect(districts.filter(({ individuals }) => individuals === 'withheld').length).toBeGreaterThanOrEqual(2)
    // The province is printed: with one district alone withheld, its figure would follow by subtraction.
    expect(areas.find(({ pcode }) => pcode === 'MZ01')!.individuals).toBe(1153)
    for (const cell of cells.filter(({ pcode }) => pcode === 'MZ0109')) expect(cell.individuals).toBe('withheld')
  })

  it('shows it nowhere: not in GeoJSON, CSV, API or page', async () => {
    const geo = JSON.parse(await fileOf(slugs[0]!, 'geojson')) as { features: { properties: Record<string, unknown> }[] }
    expect(geo.features.find(({ properties }) => properties.pcode === 'MZ0109')!.properties).toMatchObject({
      individuals: null,
      individualsStatus: 'withheld',
      households: null,
      females: null,
    })
    const csv = (await fileOf(slugs[0]!, 'csv')).split('\r\n').filter((line) => line.includes('MZ0109'))
    expect(csv.length).toBeGreaterThan(0)
    for (const line of csv) expect(line).toContain(',2,,')
    const { body } = await test.ask('public', { url: '/dtm/v3/displacement/admin2?Admin2Pcode=MZ0109' })
    for (const row of (body as { result: Record<string, unknown>[] }).result)
      expect([row.numPresentIdpInd, row.numberFemales, row.numberMales]).toEqual([null, null, null])
    const page = (await test.ask('public', { url: `/pt/publications/${slugs[0]}` })).text
    const row = /<tr[^>]*>(?:(?!<\/tr>).)*Metuge(?:(?!<\/tr>).)*<\/tr>/s.exec(page)?.[0] ?? ''
    expect(row).not.toBe('')
    expect(row.replace(/<[^>]+>/g, ' ')).not.toMatch(/\b3\b/)
  })

  it('does not give it back as a change in the next round', async () => {
    slugs.push(await publish(test, rounds[1]!))
    const next = JSON.parse(await fileOf(slugs[1]!, 'json')) as Published
    const hiddenBefore = (JSON.parse(await fileOf(slugs[0]!, 'json')) as Published).areas
      .filter(({ individuals }) => individuals === 'withheld')
      .map(({ pcode }) => pcode)
    expect(hiddenBefore).toContain('MZ0109')
    // Seven people may be printed now; their change since three may not, because three would follow.
    expect(next.areas.find(({ pcode }) => pcode === 'MZ0109')!.individuals).toBe(7)
    for (const pcode of hiddenBefore) expect(next.change!.byArea.map((area) => area.pcode)).not.toContain(pcode)
  })

  it('replays: what was sent, with the corrections over it in their order, is exactly what stands', async () => {
    const db = asOwner(test.house.doors)
    const { summary } = await wizardOf(test).takeIn(fromText('terceira.csv', second.replaceAll('550', '560')), {
      operation,
      round: '3',
      from: '2023-03-01',
      to: '2023-03-10',
      assessmentType: 'BA',
    })
    const round = summary.rounds[0]!.id
    const cells = await db.rows<{ id: string }>(sql`select id from displacement.presence_cell where round = ${round} order by id`)
    for (const [at, [field, after]] of [
      ['individuals', 600],
      ['households', 120],
      ['individuals', 610],
      ['females', null],
    ].entries() as IterableIterator<[number, [string, number | null]]>) {
      const payload = { field, after, reason: 'typing_error', note: `Chamada ${at + 1}` }
      const { status } = await test.ask('bento', { method: 'POST', url: `/api/displacement/cells/${cells[at % 2]!.id}/correct`, payload })
      expect(status).toBe(200)
    }
    expect(await replay(db, round)).toEqual(await standing(db, round))
  })
})

type Figures = { cell: string; households: number | null; individuals: number | null; females: number | null; males: number | null }
const fields = ['households', 'individuals', 'females', 'males'] as const

const standing = (db: ReturnType<typeof asOwner>, round: string) =>
  db.rows<Figures>(
    sql`select id as cell, households, individuals, females, males from displacement.presence_cell where round = ${round} and population_group = 'IDP' order by id`,
  )

/** From the rows as sent and the cleaning log alone. */
async function replay(db: ReturnType<typeof asOwner>, round: string): Promise<Figures[]> {
  const sent = await db.rows<{ cell: string; sent: Record<string, number | 'unknown'> }>(sql`
    select c.id as cell, a.sent from displacement.presence_cell c join displacement.assessment a on a.id = c.assessment
    where c.round = ${round} and c.population_group = 'IDP' order by c.id`)
  const log = await db.rows<{ cell: string; field: (typeof fields)[number]; before: number | null; after: number | null }>(sql`
    select cell, field, before, after from displacement.correction where round = ${round} order by recorded_at, id`)
  const figures = new Map(
    sent.map((row) => [
      row.cell,
      { cell: row.cell, ...Object.fromEntries(fields.map((name) => [name, typeof row.sent[name] === 'number' ? row.sent[name] : null])) } as Figures,
    ]),
  )
  for (const { cell, field, before, after } of log) {
    const figure = figures.get(cell)!
    if (figure[field] !== before) throw new Error(`${cell} ${field}: the log says ${before} stood there, the replay has ${figure[field]}`)
    figure[field] = after
  }
  return [...figures.values()]
}
