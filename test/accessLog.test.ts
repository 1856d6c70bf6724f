/** The access log: what was asked of which office for a round, what it answered, whether the team got there; days in order, and nothing of it outside the mission. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner } from '../src/kernel/index.ts'
import { fromText, wizardOf } from './support/importing.ts'
import { type Name, openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
let round: string
beforeAll(async () => {
  test = await openTestHouse()
  const rows = ['MZ010901', 'MZ010902'].map((pcode) => `${pcode},1,2023-01-20,10,50,Conflict`)
  await wizardOf(test).takeIn(fromText('ronda-1.csv', `pcode,round,reporting date,households,individuals,reason\n${rows.join('\n')}\n`), { operation: 'Um' })
  const db = asOwner(test.house.doors)
  round = (await db.one<{ id: string }>(sql`select id from displacement.round`))!.id
  await db.run(sql`update displacement.master_list_line l set access = 'inaccessible' from places.place p where p.id = l.place and p.pcode = 'MZ010902'`)
})
afterAll(() => test?.close())

const post = async (url: string, payload: object, who: Name = 'bento') => {
  const { status, body } = await test.ask(who, { method: 'POST', url: `/api/displacement/access${url}`, payload })
  const { id, refusals } = body as { id: string; refusals?: { code: string }[] }
  return { status, id, codes: (refusals ?? []).map(({ code }) => code) }
}
const seen = async (who: Name = 'celia') => {
  const { status, body } = await test.ask(who, { url: `/api/displacement/rounds/${round}/access` })
  return { status, ...(body as { districts: object[]; requests: object[]; waiting: number }) }
}
const asked = { place: 'MZ010902', askedOn: '2023-01-10', office: 'Administração de Metuge', purpose: 'Visita da ronda 1' }

it('tells of each district how many places can be reached, and of how many nobody said', async () => {
  const { districts, requests } = await seen()
  expect(districts).toMatchObject([{ pcode: 'MZ0109', accessible: 0, partly: 0, inaccessible: 1, unknown: 1 }])
  expect(requests).toEqual([])
})

it('keeps a request, its reply with the days that it took, and what came of it', async () => {
  expect((await post('', { ...asked, place: 'MZ999999' })).codes).toEqual(['access-log.place-unknown'])
  expect((await post('', { ...asked, askedOn: '2999-01-01' })).codes).toEqual(['access-log.in-the-future'])
  const { id } = await post('', { ...asked, round })
  expect(await seen()).toMatchObject({ waiting: 1, requests: [{ office: asked.office, placeName: 'Mieze', reply: 'waiting', days: null, outcome: null }] })
  expect((await post(`/${id}/reply`, { reply: 'granted' })).codes).toEqual(['access-log.reply-day'])
  expect((await post(`/${id}/reply`, { reply: 'refused', repliedOn: '2023-01-09' })).codes).toEqual(['access-log.before-asked'])
  expect((await post(`/${id}/reply`, { reply: 'refused', repliedOn: '2023-01-14', replyWords: 'Só depois do dia 20' })).status).toBe(200)
  expect((await post(`/${id}/outcome`, { outcome: 'not_reached', outcomeOn: '2023-01-01' })).codes).toEqual(['access-log.before-asked'])
  expect((await post(`/${id}/outcome`, { outcome: 'not_reached', outcomeOn: '2023-01-15' })).status).toBe(200)
  expect(await seen()).toMatchObject({ waiting: 0, requests: [{ reply: 'refused', days: 4, outcome: 'not_reached', outcomeOn: '2023-01-15' }] })
  // A lasting permit stands with every round.
  await post('', { ...asked, place: 'MZ01', purpose: 'Toda a província' })
  expect((await seen()).requests).toHaveLength(2)
})

it('stays inside the mission', async () => {
  for (const who of ['david', 'ana', 'noemia'] as const) expect((await seen(who)).status).toBe(403)
  expect((await post('', asked, 'elsa')).status).toBe(403)
  expect((await test.ask('david', { url: '/api/displacement/access-request' })).status).toBe(403)
})
