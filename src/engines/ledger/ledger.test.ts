import { describe, expect, it } from 'vitest'
import { randomFrom } from '../sampling/index.ts'
import {
  balance,
  countDifference,
  firstWeekWithout,
  forecast,
  kitsAvailable,
  loadOf,
  lossRate,
  type Move,
  missingFor,
  monthsOfCover,
  pickLots,
  project,
  promise,
  shortfall,
} from './index.ts'

const shelf = { account: 'bin', item: 'tarpaulin', lot: 'A' }
const move = (from: string, to: string, quantity: number, day: string, recorded = day): Move => ({
  item: 'tarpaulin',
  lot: 'A',
  from,
  to,
  quantity,
  effectiveAt: day,
  recordedAt: recorded,
})

describe('a balance', () => {
  it('is the sum of moves: +500 -320 +14 -6 +2 = 190', () => {
    const moves = [
      move('supplier', 'bin', 500, '1'),
      move('bin', 'out', 320, '2'),
      move('back', 'bin', 14, '3'),
      move('bin', 'lost', 6, '4'),
      move('adjustment', 'bin', 2, '5'),
    ]
    expect(balance(moves, shelf)).toBe(190)
    expect(balance(moves.toReversed(), shelf)).toBe(190)
    expect(balance(moves, { ...shelf, lot: 'B' })).toBe(0)
  })

  it('comes back after a reversal, with all four lines: 500 in, 120 out, the 120 back, 80 out = 420', () => {
    const moves = [move('supplier', 'bin', 500, '1'), move('bin', 'out', 120, '2'), move('out', 'bin', 120, '3'), move('bin', 'out', 80, '4')]
    expect(balance(moves, shelf)).toBe(420)
  })

  it('is told as it was known at an earlier moment', () => {
    const moves = [move('supplier', 'bin', 500, '1'), move('bin', 'out', 100, '2', '9')]
    expect([balance(moves, shelf, '5', '5'), balance(moves, shelf, '5', '9')]).toEqual([500, 400])
  })

  it('falls below zero on the day before the receipt, and that day is named', () => {
    const moves = [move('supplier', 'bin', 500, '2021-03-03'), move('bin', 'out', 200, '2021-03-02')]
    expect(shortfall(moves, shelf)).toEqual({ at: '2021-03-02', have: -200, deepest: -200 })
    expect(shortfall([move('supplier', 'bin', 100, '1'), move('bin', 'x', 80, '2'), move('bin', 'y', 80, '2')], shelf)).toEqual({
      at: '2',
      have: -60,
      deepest: -60,
    })
    expect(shortfall([move('supplier', 'bin', 5, '1'), move('bin', 'x', 5, '1')], shelf)).toBeNull()
  })

  it('is compared with a count at the moment of counting: 1,000, 100 issued, 900 counted is no difference', () => {
    const moves = [move('supplier', 'bin', 1000, '1'), move('bin', 'out', 100, '3'), move('bin', 'out', 50, '8')]
    expect(countDifference(900, moves, shelf, '5')).toBe(0)
    expect(countDifference(900, moves, shelf, '2')).toBe(-100)
  })
})

describe('kits and loads', () => {
  // Family kit of the Sahana RMS catalogue, relief specification 4.4.
  const parts = { tarpaulin: 2, tools: 1, cleaning: 1, kitchen: 1, jerrycan: 5, bucket: 2, blanket: 3, net: 3 }
  const stock = { tarpaulin: 410, tools: 250, cleaning: 260, kitchen: 231, jerrycan: 1148, bucket: 470, blanket: 690, net: 700 }

  it('stand by the scarcest part: 205 family kits, limited by tarpaulins', () => {
    expect(kitsAvailable(parts, stock)).toEqual({ kits: 205, limitedBy: ['tarpaulin'] })
    expect(missingFor(240, parts, stock)).toEqual({ tarpaulin: 70, kitchen: 9, jerrycan: 52, bucket: 10, blanket: 30, net: 20 })
    expect(kitsAvailable({}, stock)).toEqual({ kits: 0, limitedBy: [] })
  })

  it('weigh at least what is known: 780.0 kg, 2.248 m³', () => {
    const lines = [
      { quantity: 690, weight: 0.68, volume: 0.0015333333333333 },
      { quantity: 700, weight: 0.444, volume: 0.0017 },
      { quantity: 3, weight: null, volume: null },
      { quantity: 5, weight: null, volume: 0 },
    ]
    const { kilograms, cubicMetres } = loadOf(lines)
    expect([kilograms.atLeast.toFixed(1), kilograms.unknown]).toEqual(['780.0', 2])
    expect([cubicMetres.atLeast.toFixed(3), cubicMetres.unknown]).toEqual(['2.248', 1])
  })

  it('take what expires first and never what has expired', () => {
    const lots = [
      { lot: 'old', available: 40, usableUntil: '2021-02-28', arrivedAt: '1' },
      { lot: 'late', available: 50, usableUntil: '2021-12-01', arrivedAt: '1' },
      { lot: 'soon', available: 30, usableUntil: '2021-04-01', arrivedAt: '3' },
      { lot: 'ever', available: 20, usableUntil: null, arrivedAt: '0' },
    ]
    expect(pickLots(lots, 70, '2021-03-01')).toEqual({
      picked: [
        { lot: 'soon', quantity: 30 },
        { lot: 'late', quantity: 40 },
      ],
      short: 0,
    })
    expect(pickLots(lots, 120, '2021-03-01')).toMatchObject({ short: 20 })
    expect(pickLots(lots, 30, '2021-04-01').picked).toEqual([{ lot: 'soon', quantity: 30 }])
  })
})

describe('the weeks to come', () => {
  const releases = [400, 500, 300, 700, 200]

  it('show the first week without stock, and what an unconfirmed arrival would change, apart', () => {
    const confirmed = project({ onHand: 1000, arrivals: [0, 0, 800], releases })
    expect(confirmed).toEqual([600, 100, 600, -100, -300])
    expect(firstWeekWithout(confirmed)).toBe(4)
    expect(project({ onHand: 1000, arrivals: [0, 0, 800, 500], releases })).toEqual([600, 100, 600, 400, 200])
    expect([promise(1000, confirmed), promise(1000, [600, 100, 600], 30), promise(50, [90])]).toEqual([0, 70, 50])
    expect(project({ onHand: 1000, arrivals: [0, 0, 0, 0, 400], releases: Array(6).fill(150) })).toEqual([850, 700, 550, 400, 650, 500])
  })

  it('give the chance of running out: a quarter in week 5 when the arrival is equally likely in weeks 3 to 6', () => {
    const order = { onHand: 400, releases: Array(6).fill(100), arrivals: [{ quantity: 400, chances: { 3: 0.25, 4: 0.25, 5: 0.25, 6: 0.25 } }], draws: 20_000 }
    const weeks = forecast({ ...order, random: randomFrom('pemba') })
    expect(weeks[3]!.without).toBe(0)
    expect(weeks[4]!.without).toBeGreaterThan(0.24)
    expect(weeks[4]!.without).toBeLessThan(0.26)
    expect(forecast({ ...order, random: randomFrom('pemba') })).toEqual(weeks)
    const certain = forecast({ ...order, arrivals: [{ quantity: 400, chances: { 5: 1 } }], random: randomFrom('x') })
    expect(certain.map(({ p10, p50, p90 }) => [p10, p50, p90])).toEqual(
      project({ onHand: 400, arrivals: [0, 0, 0, 0, 400], releases: Array(6).fill(100) }).map((held) => [held, held, held]),
    )
  })

  it('have no cover where nothing was issued, and no loss rate where nothing was handled', () => {
    expect([monthsOfCover(600, [100, 200, 300]), monthsOfCover(600, [0, 0]), monthsOfCover(600, [])]).toEqual([3, null, null])
    expect([lossRate(3, 2, 500), lossRate(0, 0, 0)]).toEqual([0.01, null])
  })
})
