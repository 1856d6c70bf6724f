import { describe, expect, it } from 'vitest'
import { boardOf, boardRow } from './board.ts'
import type { Supply } from './supplyNow.ts'
import { mondays, weekOf } from './weeksAhead.ts'

const today = '2026-11-25'
const weeks = mondays(today)
const coming = (week: number, quantity: number, isConfirmed: boolean) => ({
  ...{ item: 'TARP', quantity, day: weeks[week - 1]!, earliest: weeks[week - 1]!, latest: weeks[week - 1]!, confidence: isConfirmed ? 100 : 50, isConfirmed },
})
const waiting = (week: number, quantity: number) => ({
  ...{ request: `r${week}`, name: `2026/${week}`, organisation: 'Oxfam', place: 'MZ0109', neededBy: weeks[week - 1]!, item: 'TARP', quantity },
})
const golden = (more: Partial<Supply> = {}): Supply => ({
  safety: new Map(),
  onHand: [{ warehouse: 'w', item: 'TARP', quantity: 1000 }],
  coming: [coming(3, 800, true)],
  releases: [{ id: 'a', warehouse: 'w', name: 'PEM 2026/1', request: null, lines: [{ item: 'TARP', quantity: 400 }] }],
  waiting: [waiting(2, 500), waiting(3, 300), waiting(4, 700), waiting(5, 200)],
  ...more,
})
const row = (supply: Supply) => boardRow(supply, 'TARP', { today, issues: [] })

describe('the board of the pipeline', () => {
  it('runs out in week 4 on 1,000 with 800 coming in week 3, and names the week', () => {
    const { weeks: stock, firstWeekWithout, promise, promised } = row(golden())
    expect(stock.slice(0, 5)).toEqual([600, 100, 600, -100, -300])
    expect([firstWeekWithout, promise, promised]).toEqual([4, 0, 400])
  })

  it('keeps what is not confirmed in a second line', () => {
    const { weeks: stock, withUnconfirmed, firstWeekWithUnconfirmed } = row(golden({ coming: [coming(3, 800, true), coming(4, 500, false)] }))
    expect(stock.slice(0, 5)).toEqual([600, 100, 600, -100, -300])
    expect([withUnconfirmed.slice(0, 5), firstWeekWithUnconfirmed]).toEqual([[600, 100, 600, 400, 200], null])
  })

  it('draws the chance of running out from the three dates, the same for all who look on one day', () => {
    const arrival = { ...coming(3, 800, true), latest: weeks[5]! }
    const supply = golden({ coming: [arrival], waiting: [waiting(5, 650)], releases: [] })
    const { forecast } = row(supply)
    // It arrives in week 3, 4, 5 or 6: without it 350 are left in week 5, so nobody runs out.
    expect(forecast.map(({ without }) => without).every((chance) => chance === 0)).toBe(true)
    const short = row(golden({ coming: [arrival], waiting: [waiting(5, 1100)], releases: [] })).forecast
    expect(short[4]!.without).toBeGreaterThan(0.2)
    expect(short[4]!.without).toBeLessThan(0.3)
    expect(row(supply).forecast).toEqual(forecast)
  })

  it('gives no months of cover where nothing was issued, and counts what is late into this week', () => {
    expect(row(golden()).monthsOfCover).toBeNull()
    expect(boardRow(golden(), 'TARP', { today, issues: [100, 200, 300] }).monthsOfCover).toBe(5)
    expect([weekOf('2026-11-01', today), weekOf('2026-11-30', today), weekOf('2028-01-01', today)]).toEqual([1, 2, 13])
    expect(row(golden({ coming: [{ ...coming(1, 60, true), day: '2026-10-01' }] })).weeks[0]).toBe(660)
  })

  it('keeps the safety stock back from every promise, and never promises less than nothing', () => {
    const kept = (quantity: number) => row(golden({ waiting: [], safety: new Map([['TARP', quantity]]) }))
    expect([row(golden({ waiting: [] })).promise, kept(150).promise, kept(150).safetyStock, kept(5000).promise]).toEqual([600, 450, 150, 0])
  })

  it('puts first what runs out first', () => {
    const more = [...golden().onHand, { warehouse: 'w', item: 'BLANKET', quantity: 5 }]
    expect(boardOf(golden({ onHand: more }), today, new Map()).map(({ item }) => item)).toEqual(['TARP', 'BLANKET'])
  })
})
