/**
 * The invented goods and houses of the demonstration mission: they obey the rules of real ones, say that they are invented, and leave no trace when they are removed.
 * And the published catalogue that their items come from.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadReliefStory } from '../src/domains/relief/index.ts'
import { type CatalogueTaken, importCatalogue } from '../src/domains/relief/things/catalogue.ts'
import { loadSolutionsStory } from '../src/domains/solutions/index.ts'
import { asOwner, verifyLedger } from '../src/kernel/index.ts'
import { fromData, fromText, hasData } from './support/importing.ts'
import { enrol } from './support/secondFactor.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

let test: TestHouse
const catalogues = 'refs/relief-items-sahana'
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
    expect(kits).toMatchObject([{ kits: 128, limitedBy: [{ pt: 'Lona de plástico tecida 4 × 6 m' }] }])
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
    await post('warehouses/REAL/papers/receive', { source: 'opening', lines: [{ item: 'DEMO-BAMBU', quantity: 7, shelf: 'REAL/A1' }] })
    for (const statement of test.house.domains.flatMap(({ demonstrationGone = [] }) => demonstrationGone)) await asOwner(test.house.doors).run(statement)
    const { warehouses, items } = await get<{ warehouses: { code: string }[]; items: { code: string; notUsable: number }[] }>('rita', '/api/relief/stock')
    expect(warehouses.map(({ code }) => code)).toEqual(['REAL'])
    expect(items.map(({ code, notUsable }) => [code, notUsable])).toEqual([['DEMO-BAMBU', 7]])
    const left = await asOwner(test.house.doors).one<{ n: number }>(sql`
      select ((select count(*) from relief.request) + (select count(*) from relief.distribution) + (select count(*) from solutions.house)
        + (select count(*) from solutions.locality_selection) + (select count(*) from relief.pipeline_line))::int as n`)
    expect(left!.n).toBe(0)
    expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
  })
})

describe('the public catalogue of items', () => {
  const take = async (file: { name: string; bytes: Uint8Array }) =>
    (await importCatalogue(test.house, test.actor('rita'), { name: file.name, bytes: Buffer.from(file.bytes) })) as CatalogueTaken

  it('comes in with zero as unknown, and tells each line that it cannot read', async () => {
    const lines = [
      'Item Name,Item Code,Unit of Measure,Weight,Volume',
      'Rede,REDE-2,piece,0.444,0',
      'Caixa,CX-1,pallet,1,1',
      'Sem código,,piece,1,1',
      'Rede,REDE-2,piece,1,1',
    ]
    const taken = await take(fromText('lista.csv', lines.join('\n')))
    expect(taken).toMatchObject({ rows: 4, new: 1, weightUnknown: 0, volumeUnknown: 1 })
    expect(taken.quarantined.map(({ line, why }) => [line, why])).toEqual([
      [3, 'unit-unknown'],
      [4, 'no-code'],
      [5, 'twice'],
    ])
    expect(await take(fromText('nada.csv', 'a,b\n1,2'))).toMatchObject({ refused: [{ code: 'relief.no-catalogue' }] })
  })

  it.skipIf(!hasData(catalogues))('takes the two published lists, and the second fills what the first did not know', async () => {
    const large = await take(fromData(`${catalogues}/IFRC_supply_item_eic.csv`))
    expect([large.rows, large.new, large.quarantined.length]).toEqual([2467, 2467, 0])
    const small = await take(fromData(`${catalogues}/RMS_supply_catalog_item.csv`))
    // Five of its lines have no code at all.
    expect(small).toMatchObject({ rows: 24, new: 4, known: 15 })
    expect(small.quarantined.map(({ why }) => why)).toEqual(['no-code', 'no-code', 'no-code', 'no-code', 'no-code'])
    const blanket = await get<{ rows: { weightKg: number; volumeM3: number }[] }>('rita', '/api/relief/item?code=HSHEBLANCLT2')
    expect(blanket.rows).toMatchObject([{ weightKg: 0.68, volumeM3: 0.0015333333333333 }])
    // Its name holds an inch mark inside quotes, which cuts no cell.
    expect((await get<{ rows: { weightKg: number }[] }>('rita', '/api/relief/item?code=KWATPUMEDR02')).rows).toMatchObject([{ weightKg: 200 }])
  })
})
