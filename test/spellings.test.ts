/** Spellings for code lists across files: unsettled ones wait in the desk; a settled one is understood in the next file of its source, and only there. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner } from '../src/kernel/index.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test?.close())

type Spelling = { id: string; list: string; source: string; written: string; suggestions: string[]; state: string; code: string | null; times: number }
const spellings = async () => (await test.ask('bento', { method: 'GET', url: '/api/spellings' })).body as unknown as Spelling[]
const decide = (id: string, code: string | null, who: 'bento' | 'elsa' = 'bento') =>
  test.ask(who, { method: 'POST', url: `/api/spellings/${id}/decision`, payload: { code } })
const file = (round: number, ...reasons: string[]) =>
  fromText(
    `ronda-${round}.csv`,
    `pcode,round,reporting date,households,individuals,reason\n${reasons.map((reason, at) => `MZ01090${at + 1},${round},2023-0${round}-20,10,50,${reason}`).join('\n')}\n`,
  )
const reasonsOf = async (id: string) =>
  (
    await asOwner(test.house.doors).rows<{ reasons: string[] }>(sql`select reasons from displacement.presence_cell where import_id = ${id} order by place`)
  ).flatMap(({ reasons }) => reasons)

describe('a spelling that no code has', () => {
  it('is kept as written, and waits with what it is similar to', async () => {
    const { id } = await wizardOf(test).takeIn(file(1, 'Conflitto', 'CONFLITTO'), { operation: 'Um' })
    expect(new Set(await reasonsOf(id))).toEqual(new Set(['Conflitto', 'CONFLITTO']))
    expect(await spellings()).toMatchObject([
      { list: 'reason', source: 'Um', written: 'Conflitto', times: 2, state: 'waiting', code: null, suggestions: ['Conflict'] },
    ])
  })

  it('still waits in the next file: likeness alone settles nothing', async () => {
    const { id } = await wizardOf(test).takeIn(file(2, 'conflitto'), { operation: 'Um' })
    expect(await reasonsOf(id)).toEqual(['conflitto'])
    expect(await spellings()).toMatchObject([{ times: 3, state: 'waiting' }])
  })

  it('is mapped by a data officer to a code of its list, and by nobody else', async () => {
    const [waiting] = await spellings()
    expect((await decide(waiting!.id, 'Conflict', 'elsa')).status).toBe(403)
    expect((await decide(waiting!.id, 'Guerra')).text).toContain('spelling.code-unknown')
    expect((await decide(waiting!.id, 'Conflict')).status).toBe(200)
    const lines = await asOwner(test.house.doors).rows<{ deed: string; who: string }>(
      sql`select deed, who from kernel.audit where record = 'kernel.spelling' order by seq`,
    )
    expect(lines.map(({ deed }) => deed)).toEqual(['spelling.bring', 'spelling.accept'])
    expect(lines[1]!.who).toBe(test.people.bento.id)
  })

  it('is then understood in the next file of this source, and not in that of another', async () => {
    const same = await wizardOf(test).takeIn(file(3, 'CONFLITTO'), { operation: 'Um' })
    expect(await reasonsOf(same.id)).toEqual(['Conflict'])
    const other = await wizardOf(test).takeIn(file(4, 'Conflitto'), { operation: 'Dois' })
    expect(await reasonsOf(other.id)).toEqual(['Conflitto'])
    expect((await spellings()).map(({ source, state }) => [source, state])).toEqual([
      ['Dois', 'waiting'],
      ['Um', 'accepted'],
    ])
  })

  it('is not asked about again once it was refused', async () => {
    const waiting = (await spellings()).find(({ state }) => state === 'waiting')!
    expect((await decide(waiting.id, null)).body).toMatchObject({ state: 'refused', code: null })
    const { id } = await wizardOf(test).takeIn(file(5, 'Conflitto'), { operation: 'Dois' })
    expect(await reasonsOf(id)).toEqual(['Conflitto'])
    expect((await spellings()).filter(({ state }) => state === 'waiting')).toEqual([])
  })
})

describe('words for the other lists of a row', () => {
  const columns = 'pcode,round,reporting date,households,individuals,reason,location type,arrival period,status,status reason'
  const listed = (round: number) =>
    fromText(
      `listas-${round}.csv`,
      [
        columns,
        `MZ010901,${round},2024-0${round}-20,10,50,Conflict,Bairro de reassentamento,Há poucas semanas,Contado,`,
        `MZ010902,${round},2024-0${round}-20,10,50,Conflict,Comunidade de Acolhimento,Há menos de 3 meses,Avaliado,`,
        `MZ011601,${round},2024-0${round}-20,,,,,,Não avaliado,Ponte caída`,
        '',
      ].join('\n'),
    )
  type Taken = { setting: string | null; arrivalPeriod: string | null; sent: { unlisted?: Record<string, string> } }
  const taken = (id: string) =>
    asOwner(test.house.doors).rows<Taken>(sql`
      select c.setting, c.arrival_period, a.sent from displacement.presence_cell c join displacement.assessment a on a.id = c.assessment
      where c.import_id = ${id} order by a.line`)
  const waiting = async () => (await spellings()).filter(({ source, state }) => source === 'Listas' && state === 'waiting')

  it('known in either language are the code; the others are kept as written and wait, none is dropped', async () => {
    const { id } = await wizardOf(test).takeIn(listed(1), { operation: 'Listas' })
    expect(await taken(id)).toMatchObject([
      { setting: null, arrivalPeriod: 'Há poucas semanas', sent: { unlisted: { setting: 'Bairro de reassentamento', arrivalPeriod: 'Há poucas semanas' } } },
      { setting: 'host_community', arrivalPeriod: 'under_3_months' },
    ])
    expect((await waiting()).map(({ list, written }) => [list, written]).sort()).toEqual([
      ['arrivalPeriod', 'Há poucas semanas'],
      ['notAssessedReason', 'Ponte caída'],
      ['placeOutcome', 'Contado'],
      ['setting', 'Bairro de reassentamento'],
    ])
  })

  it('are understood in the next file of the source once somebody has said what they mean', async () => {
    const codes: Record<string, string> = { arrivalPeriod: 'under_3_months', notAssessedReason: 'road_cut', placeOutcome: 'assessed', setting: 'site' }
    for (const { id, list } of await waiting()) expect((await decide(id, codes[list]!)).status).toBe(200)
    const { id } = await wizardOf(test).takeIn(listed(2), { operation: 'Listas' })
    expect(await taken(id)).toMatchObject([
      { setting: 'site', arrivalPeriod: 'under_3_months' },
      { setting: 'host_community', arrivalPeriod: 'under_3_months' },
    ])
    expect((await taken(id))[0]!.sent.unlisted).toBeUndefined()
    const lines = await asOwner(test.house.doors).rows<{ outcome: string; reason: string | null }>(
      sql`select outcome, reason from displacement.master_list_line where import_id = ${id} order by outcome`,
    )
    expect(lines).toEqual([
      { outcome: 'assessed', reason: null },
      { outcome: 'assessed', reason: null },
      { outcome: 'not_assessed', reason: 'road_cut' },
    ])
    expect(await waiting()).toEqual([])
  })
})
