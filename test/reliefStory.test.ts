/** The invented goods and houses of the demonstration mission: they obey the rules of real ones, say that they are invented, and leave no trace when they are removed. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReliefStory } from '../src/domains/relief/index.ts'
import { loadSolutionsStory } from '../src/domains/solutions/index.ts'
import { asOwner, verifyLedger } from '../src/kernel/index.ts'
import { enrol } from './support/secondFactor.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
  const { house, actor } = test
  await loadReliefStory(house, { keeper: actor('paulo'), pipeline: actor('rita'), coordinator: actor('noemia'), partner: actor('david') })
  await loadSolutionsStory(house)
  await enrol(house, test.people.tomas.id)
})
afterAll(() => test?.close())

const get = async <T>(who: 'rita' | 'tomas', url: string) => (await test.ask(who, { method: 'GET', url })).body as T

describe('the demonstration of relief', () => {
  it('shows two stores, a kit, a waybill 14 short, a request approved in part and a distribution done', async () => {
    const { warehouses, kits } = await get<{ warehouses: { name: string }[]; kits: { kits: number; limitedBy: string[] }[] }>('rita', '/api/relief/stock')
    expect(warehouses.map(({ name }) => name)).toEqual(['Armazém de Montepuez (demonstração)', 'Armazém de Pemba (demonstração)'])
    expect(kits).toMatchObject([{ kits: 128, limitedBy: ['HSHETARPW406'] }])
    const { waybills } = await get<{ waybills: { discrepancies: object[] }[] }>('rita', '/api/relief/waybills')
    expect(waybills.flatMap(({ discrepancies }) => discrepancies)).toMatchObject([{ kind: 'short', quantity: 14, state: 'explained' }])
    const { requests, clocks } = await get<{ requests: object[]; clocks: { name: string; medianHours: number | null; open: number }[] }>(
      'rita',
      '/api/relief/requests',
    )
    // By when the goods left and came, not by when it was typed.
    expect(clocks.map(({ name, medianHours, open }) => [name, medianHours, open])).toEqual([
      ['decision', 24, 0],
      ['dispatch', 216, 0],
      ['receipt', 24, 0],
      ['report', null, 1],
    ])
    expect(requests).toMatchObject([{ state: 'received', lines: [{ asked: 200, approved: 154 }] }])
    const { distributions } = await get<{ distributions: { state: string; name: string }[] }>('rita', '/api/relief/distributions')
    expect(distributions).toMatchObject([{ state: 'reported', name: 'Mantas em Mieze (demonstração)' }])
    const { houses, programmes } = await get<{ houses: { state: string }[]; programmes: { progress: number }[] }>('tomas', '/api/solutions/houses')
    expect(programmes).toHaveLength(1)
    expect(new Set(houses.map(({ state }) => state)).size).toBe(9)
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })

  it('goes without a trace, and leaves the papers of a real store alone', async () => {
    const post = (url: string, payload: object) => test.ask('rita', { method: 'POST', url: `/api/relief/${url}`, payload })
    await post('warehouses', { code: 'REAL', name: 'Armazém real', place: 'MZ0104' })
    await post('warehouses/REAL/shelves', { name: 'A1' })
    await post('warehouses/REAL/papers/receive', { source: 'opening', lines: [{ item: 'HSHEBLANCLT2', quantity: 7, shelf: 'REAL/A1' }] })
    for (const statement of test.house.domains.flatMap(({ demonstrationGone = [] }) => demonstrationGone)) await asOwner(test.house.doors).run(statement)
    const { warehouses, items } = await get<{ warehouses: { code: string }[]; items: { code: string; usable: number }[] }>('rita', '/api/relief/stock')
    expect(warehouses.map(({ code }) => code)).toEqual(['REAL'])
    expect(items.map(({ code, usable }) => [code, usable])).toEqual([['HSHEBLANCLT2', 7]])
    const left = await asOwner(test.house.doors).one<{ n: number }>(sql`
      select ((select count(*) from relief.request) + (select count(*) from relief.distribution) + (select count(*) from solutions.house)
        + (select count(*) from solutions.locality_selection) + (select count(*) from relief.pipeline_line))::int as n`)
    expect(left!.n).toBe(0)
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })
})
