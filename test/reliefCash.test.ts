/** A distribution of vouchers alone: planned, recorded by a tablet and on paper, counted and closed, while not one thing moves in any warehouse. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, verifyLedger } from '../src/kernel/index.ts'
import { frozen, giveGoods, joinedPhone, layGoods, layProject, lead, numberOf, opened, step, takeTablet } from './support/distributionDay.ts'
import { openTestHouse, type TestHouse } from './support/testHouse.ts'

const path = '/api/relief/distributions'
let test: TestHouse
beforeAll(async () => {
  test = await openTestHouse()
  await layGoods(test)
})
afterAll(() => test?.close())

const moved = async () => (await asOwner(test.house.doors).one<{ n: number }>(sql`select count(*)::int as n from ledger.move`))!.n
const join = async (id: string, device: string) => (await test.ask('noemia', { method: 'POST', url: `${path}/${id}/tablets`, payload: { device } })).body
type Day = {
  counts: { served: number; waiting: number; handed: { item: string; quantity: number }[] }
  tablets: { label: string; held: object[]; state: string }[]
}

it('is tracked from the list to the report', async () => {
  const before = await moved()
  const distribution = await frozen(test, 3, { modality: 'voucher', packages: [{ from: 1, lines: [{ item: 'VOUCHER', quantity: 2 }] }] as never })
  const { id } = distribution
  const phone = await joinedPhone(test, await layProject(test), 'Tablet V')
  for (const device of [phone.id, 'paper', 'paper']) expect(await join(id, device)).toMatchObject({ state: 'open' })
  await opened(test, id)
  const tablet = takeTablet(test, phone, distribution)
  const voucher = { line: 1, item: 'VOUCHER', quantity: 2, lots: [] }
  tablet.write({ household: numberOf(1), ...voucher })
  tablet.write({ household: numberOf(2), ...voucher })
  const { answers } = (await tablet.send()).body
  expect(answers.every(({ receipt }) => receipt !== undefined)).toBe(true)
  const signed = { receivedBy: 'head', acknowledgement: 'thumb_mark', at: '2026-11-19T09:00:00Z' }
  await lead(test, `${path}/${id}/paper`, { lines: [{ ...signed, household: numberOf(3), line: 1, quantity: 2, sheetLine: 1 }] })
  for (const device of [phone.id, 'paper']) await lead(test, `${path}/${id}/count`, { device, isLost: false, lines: [] })
  for (const name of ['close', 'reconcile']) await step(test, id, name)
  const day = await lead<Day>(test, `${path}/${id}`, {}, 'GET')
  expect(day.counts).toMatchObject({ served: 3, waiting: 0, handed: [{ item: 'VOUCHER', quantity: 6 }] })
  expect(day.tablets.map(({ held, state }) => [held, state])).toEqual([
    [[], 'counted'],
    [[], 'counted'],
  ])
  expect(await moved()).toBe(before)
  expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
})

it('gives a tablet that began without goods a shelf with its first goods, to which they go back', async () => {
  const { id } = await frozen(test, 2, { modality: 'mixed', day: '2026-11-21' })
  const phone = await joinedPhone(test, await layProject(test), 'Tablet M')
  await join(id, phone.id)
  await giveGoods(test, id, phone.id, 5)
  await opened(test, id)
  const lines = [
    { item: 'BLANKET', lot: 'L1', returned: 5, damaged: 0, counted: 0 },
    { item: 'TARPAULIN', lot: 'L1', returned: 5, damaged: 0, counted: 0 },
  ]
  expect(await lead(test, `${path}/${id}/count`, { device: phone.id, isLost: false, lines })).toEqual({ counted: 2 })
  expect(await verifyLedger(asOwner(test.house.doors))).toEqual([])
})

it('takes no tablet without goods where goods alone are given', async () => {
  const { id } = await frozen(test, 2, { day: '2026-11-22' })
  expect(await join(id, 'paper')).toMatchObject({ refusals: [{ code: 'relief.goods-only' }] })
})
