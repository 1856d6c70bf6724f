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
