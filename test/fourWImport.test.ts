/**
 * The Mozambican 4W of 2019 through the wizard: what the import finds is held against a count of the workbook's own XML, one answer repairs the district that ended, and
 * the whole can be taken back.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, isRefused, previewImport } from '../src/kernel/index.ts'
import { dataPath, fromData, fromText, hasData, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'
import { countCoverage, countRows, rawRows } from './support/workbookCount.ts'

const path = 'coordination/3w/whowhatwhere_20190731_ocha_moz_response_tracking_matrix_consolidated_20190909.xlsx'
const target = { kind: 'fourW' }
const alias = { MZ0117: 'MZ0109', MZ011701: 'MZ010902' }
const answers = { 'coordination.place-not-found/MZ0117': 'use|MZ0109' }

const tables = [
  'coordination.activity',
  'coordination.activity_comment',
  'coordination.activity_change',
  'organisations.organisation',
  'organisations.alias',
  'places.alias',
]

describe.skipIf(!hasData(path))('the 4W of 2019 through the wizard (needs the shared data folder)', () => {
  let test: TestHouse
  let id: string
  const raw = hasData(path) ? rawRows(dataPath(path)) : []
  const owner = () => asOwner(test.house.doors)
  const wizard = () => wizardOf(test, 'noemia')
  const stand = async () => {
    const held: Record<string, string> = {}
    for (const table of tables) {
      const rows = await owner().rows<{ row: unknown }>(sql`select to_jsonb(t) as row from ${sql.raw(table)} t order by id`)
      held[table] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16)}`
    }
    return held
  }
  const look = async (of: string) => {
    const shown = await previewImport(test.house, test.actor('noemia'), of)
    if (isRefused(shown)) throw new Error(JSON.stringify(shown))
    const counts = new Map<string, number>()
    for (const { code, column } of shown.preview.findings) for (const key of [code, `${code} ${column}`]) counts.set(key, (counts.get(key) ?? 0) + 1)
    return { preview: shown.preview, count: (code: string, column?: string) => counts.get(column ? `${code} ${column}` : code) ?? 0 }
  }
  const api = async <T>(url: string): Promise<T> => (await test.ask('noemia', { url })).body as T

  beforeAll(async () => {
    test = await openTestHouse({ bytesInRequest: 1_000_000_000, rowsInRequest: 100_000 } as never)
    const handed = await wizard().handIn(fromData(path), target)
    if (!handed.body.import) throw new Error(handed.text)
    id = handed.body.import.id
  })
  afterAll(() => test?.close())

  it('finds what a count of the XML finds, and writes nothing', async () => {
    const before = await stand()
    const inForce = new Set((await owner().rows<{ pcode: string }>(sql`select pcode from places.place where valid_to is null`)).map(({ pcode }) => pcode))
    const counted = countRows(raw, inForce)
    expect(counted).toMatchObject({
      ...{ activities: 8391, unknown: 893, notNumbers: 8, fractional: 99, sumOfWhole: 12_660_122, bothFigures: 5117, derived: 4976, householdsFractional: 877 },
      ...{ plannedButReached: 138, endsBefore: 83, startsFar: 77, statusSpellings: 7, statusBlank: 177, surplus: 648, equalGroups: 354 },
      ...{ spellings: 299, organisations: 282, twoKinds: 5, comments: 1936 },
      province: { filled: 8308, codes: {} },
      district: { filled: 8230, codes: { MZ0117: 42 } },
      post: { filled: 5091, codes: { MZ011701: 33, '#N/A': 4 } },
    })
    const { preview, count } = await look(id)
    expect(preview.rows).toBe(counted.activities)
    expect(count('coordination.place-not-found', 'Admin2CODE')).toBe(42)
    expect(count('coordination.place-not-found', 'Admin3CODE')).toBe(37)
    expect(count('coordination.people-unknown') + count('coordination.figure-not-number', reachedPeople)).toBe(counted.unknown)
    expect(count('coordination.figure-not-number', reachedPeople)).toBe(counted.notNumbers)
    expect(count('coordination.people-fractional', reachedPeople)).toBe(counted.fractional)
    expect(count('coordination.people-derived')).toBe(counted.derived)
    expect(count('coordination.households-fractional', reachedHouseholds)).toBe(counted.householdsFractional)
    expect(count('coordination.planned-but-reached')).toBe(counted.plannedButReached)
    // Two more among the dates that are written as text: 6-19-2019 and 5/14/2019 can be one day only.
    const readAsText = new Set(preview.findings.flatMap(({ code, line }) => (code === 'coordination.date-as-text' ? [line] : [])))
    const endsBefore = preview.findings.filter(({ code }) => code === 'coordination.end-before-start')
    expect(endsBefore.filter(({ line }) => !readAsText.has(line))).toHaveLength(counted.endsBefore)
    expect(endsBefore.flatMap(({ line }) => (readAsText.has(line) ? [line] : []))).toEqual([7491, 7587])
    expect(count('coordination.date-far')).toBe(counted.startsFar)
    expect(count('coordination.status-blank')).toBe(counted.statusBlank)
    expect(count('coordination.rows-equal')).toBe(counted.surplus)
    expect(count('coordination.organisation-two-kinds')).toBe(counted.twoKinds)
    const facts = (code: string) => preview.findings.find((finding) => finding.code === code)!.facts
    expect(facts('coordination.organisation-spellings')).toEqual({ written: counted.spellings, organisations: counted.organisations })
    expect(facts('coordination.status-spellings')).toMatchObject({ n: counted.statusSpellings })
    expect(facts('coordination.rows-equal')).toEqual({ groups: counted.equalGroups })
    expect(facts('coordination.comments-held')).toEqual({ count: counted.comments })
    expect(await stand()).toEqual(before)
  })

  it('says each finding and its question in both languages', async () => {
    const { body } = await wizard().look(id)
    for (const { sentence } of [...body.preview.findings, ...body.preview.questions])
      expect(`${sentence.pt}${sentence.en}`).not.toMatch(/undefined|NaN|\{\w+#?\}/)
    expect(body.preview.questions.map(({ items }) => items.map((item) => item.id))).toEqual([['MZ0117']])
  })

  it('needs one answer for the district that ended: the four #N/A are left', async () => {
    await wizard().choose(id, { answers })
    const { preview, count } = await look(id)
    expect(count('coordination.place-not-found')).toBe(4)
    expect(preview.findings.filter(({ code }) => code === 'coordination.place-not-found').map(({ line, facts }) => [line, facts.code])).toEqual(
      [4756, 4813, 6075, 6090].map((line) => [line, '#N/A']),
    )
    expect(count('coordination.place-former', 'Admin2CODE')).toBe(42)
    expect(count('coordination.place-former', 'Admin3CODE')).toBe(33)
    expect(count('coordination.district-changed')).toBe(9)
    expect([preview.inScope, preview.quarantined]).toEqual([8387, 4])
  })

  it('writes all of it, and coverage and reach are those of the independent count', async () => {
    const before = await stand()
    const { body } = await wizard().confirm(id)
    expect(body).toMatchObject({ summary: { imported: 8387, known: 0 } })
    const population = new Map(
      readFileSync(dataPath('places/population_MOZ.csv'), 'utf8')
        .split(/\r?\n/)
        .flatMap((line): [string, number][] => {
          const [, level, pcode, , people] = line.split(',')
          return level === '2' ? [[pcode!, Number(people)]] : []
        }),
    )
    await owner().run(sql`
      insert into coordination.place_figure (scope, place, figure, people, as_of, source)
      select p.pcode, p.id, 'population', r.people, '2026-11-23', 'Read by a test' from jsonb_to_recordset(${JSON.stringify([...population].map(([pcode, people]) => ({ pcode, people })))}::jsonb)
        as r(pcode text, people int) join places.place p on p.pcode = r.pcode`)
    const counted = countCoverage(raw, alias, population)
    expect(counted).toMatchObject({
      cells: 234,
      districts: 88,
      active: 212,
      mostOrganisations: 27,
      withNumber: 60,
      lower: 1_553_752,
      upper: 7_162_938,
      capped: 4_072_824,
      flagged: 13,
    })

    type Presence = { cells: { place: string; sector: string; organisations: string[] }[] }
    const { cells } = await api<Presence>('/api/coordination/presence')
    expect([cells.length, new Set(cells.map(({ place }) => place)).size]).toEqual([counted.cells, counted.districts])
    expect((await api<Presence>('/api/coordination/presence?status=active')).cells).toHaveLength(counted.active)
    const perSector = Object.fromEntries(
      [...new Set(cells.map(({ sector }) => sector))].map((sector) => [sector, cells.filter((cell) => cell.sector === sector).length]),
    )
    expect(Object.values(perSector).toSorted()).toEqual(Object.values(counted.bySector).toSorted())
    expect(perSector).toMatchObject({ health: 80, food_security: 45, wash: 40, nutrition: 24, education: 17, protection: 15, shelter: 9, cccm: 4 })
    expect(Math.max(...cells.map(({ organisations }) => organisations.length))).toBe(counted.mostOrganisations)

    type Reach = { reach: { lower: number; upper: number; capped: number; flagged: string[]; perPlace: unknown[] }; rule: { en: string } }
    const { reach, rule } = await api<Reach>('/api/coordination/reach')
    expect([reach.lower, reach.upper, reach.capped]).toEqual([counted.lower, counted.upper, counted.capped])
    expect([reach.flagged.length, reach.perPlace.length]).toEqual([counted.flagged, counted.withNumber])
    expect(rule.en).toContain('not a count of people')
    // The total opens to its rows.
    const opened = await api<{ total: number; rows: { people: number }[] }>('/api/coordination/activities?district=MZ0913&sector=wash&limit=1000')
    expect(opened.total).toBe(raw.filter(({ cells: row }) => row.P === 'MZ0913' && /^Água/.test(String(row.H))).length)

    const again = await wizard().handIn(fromData(path), target)
    expect(again.body.earlier?.id).toBe(id)
    const { preview } = await look(again.body.import.id)
    expect(preview.details).toMatchObject({ new: 0, changed: 0, gone: 0, known: 8387 })
    const written = await stand()
    const { body: second } = await wizard().confirm(again.body.import.id)
    expect(second.summary).toMatchObject({ imported: 0, changed: 0, known: 8387 })
    expect(await stand()).toEqual(written)

    // What stands is given out as a workbook, and is known row by row when it comes back.
    const { bytes } = await test.ask('noemia', { url: '/api/coordination/workbook?lang=pt' })
    const back = await wizard().handIn({ name: 'back.xlsx', bytes }, target)
    expect((await look(back.body.import.id)).preview.details).toMatchObject({ new: 0, changed: 0, gone: 0, known: 8387 })

    const undone = await wizard().takeBack(id)
    expect(undone.status).toBe(200)
    expect(await stand()).toEqual(before)
  })

  it('shows what a later version brings: new, changed, no longer told', async () => {
    const head = '#activity+code,#org,#sector,#adm2+code,#reached,#status'
    const month = (rows: string[], more = '') => fromText('4w.csv', [`${head}${more}`, ...rows].join('\n'))
    await wizard().takeIn(month(['A1,Oxfam,WASH,MZ0109,100,ongoing', 'A2,Oxfam,WASH,MZ0103,50,ongoing', 'A3,OXFAM,Saúde,MZ0103,,planned']), target)
    const before = await stand()
    const { body } = await wizard().handIn(
      month(
        ['A1,Oxfam,WASH,MZ0109,180,ongoing,100,90,guessed', 'A2,Oxfam,WASH,MZ0103,50,ongoing,,,', 'A4,Oxfam,WASH,MZ0101,5,ongoing,3,,Contado'],
        ',#reached+f+adults,#reached +Adults +m,#reached+method',
      ),
      target,
    )
    const { preview, count } = await look(body.import.id)
    // 100 women and 90 men are not part of 180 people.
    expect([count('coordination.parts-above-total'), count('coordination.evidence-unknown')]).toEqual([1, 1])
    expect(preview.details).toMatchObject({ new: 1, changed: 1, known: 1, gone: 1 })
    await wizard().confirm(body.import.id)
    type Rows = { rows: { place: string; people: number | null; status: string; evidence: string | null; who: { women: number | null } }[] }
    const { rows } = await api<Rows>('/api/coordination/activities')
    expect(rows.map(({ place, people, status, who, evidence }) => [place, people, status, who.women, evidence])).toEqual([
      ['MZ0109', 180, 'ongoing', null, null],
      ['MZ0103', 50, 'ongoing', null, null],
      ['MZ0103', null, 'planned', null, null],
      ['MZ0101', 5, 'ongoing', 3, 'counted'],
    ])
    await wizard().takeBack(body.import.id)
    expect(await stand()).toEqual(before)
  })

  it("is no data officer's to see, nor a round the coordination's", async () => {
    expect((await wizardOf(test, 'bento').look(id)).body).toMatchObject({ refusals: [{ code: 'import.not-found' }] })
    expect((await wizardOf(test, 'bento').handIn(fromText('4w.csv', 'a,b\n1,2'), target)).status).toBe(403)
    expect((await wizard().handIn(fromText('round.csv', 'a,b\n1,2'), {})).status).toBe(403)
  })
})

const figures = 'Nb of Beneficiaries assisted | Número de beneficiários assistidos'
const [reachedHouseholds, reachedPeople] = [`${figures} (3)`, `${figures} (4)`]
