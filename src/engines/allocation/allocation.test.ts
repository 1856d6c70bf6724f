import createHighs from 'highs'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../sampling/index.ts'
import { type AllocationOrder, allocate } from './index.ts'

const of = (needs: number[], weights = needs.map(() => 1)) => needs.map((need, i) => ({ to: `site ${i + 1}`, need, weight: weights[i]! }))
const given = (order: AllocationOrder) => allocate(order).lines.map((line) => line.given)

describe('too little for too many', () => {
  it('is shared by need in whole units: 100 on 137, 80, 44, 9 and 1,001 on 600, 900, 1,500', () => {
    expect(given({ demand: of([137, 80, 44, 9]), stock: 100, minimum: 0 })).toEqual([51, 30, 16, 3])
    expect(given({ demand: of([600, 900, 1500]), stock: 1001, minimum: 0 })).toEqual([200, 300, 501])
  })

  it('gives everybody the agreed minimum before the most urgent get the rest, and says why', () => {
    const plan = allocate({ demand: of([100, 100, 100], [1, 4, 2]), stock: 190, minimum: 0.4 })
    expect(plan.lines.map((line) => [line.given, line.why.code])).toEqual([
      [40, 'minimum'],
      [100, 'whole'],
      [50, 'weight'],
    ])
    expect(plan).toMatchObject({ left: 0, spread: [0.4, 1] })
    expect(given({ demand: of([10, 0]), stock: 50, minimum: 0.4 })).toEqual([10, 0])
    expect(allocate({ demand: of([10, 0]), stock: 50, minimum: 0.4 }).left).toBe(40)
    expect(allocate({ demand: of([5]), stock: 0, minimum: 0.4 }).lines[0]).toMatchObject({ given: 0, short: 5, why: { code: 'nothing' } })
  })

  it('never gives above need or stock, treats equals alike within a unit, and comes within a unit a line of the linear programme', async () => {
    const highs = await createHighs()
    const random = randomFrom('allocation')
    for (let turn = 0; turn < 60; turn++) {
      const demand = Array.from({ length: 2 + Math.floor(random() * 6) }, (_, i) => ({
        to: `s${i}`,
        need: Math.floor(random() * 200),
        weight: 1 + Math.floor(random() * 4),
      }))
      const stock = Math.floor(random() * 500)
      const plan = allocate({ demand, stock, minimum: 0.3 })
      const total = plan.lines.reduce((sum, line) => sum + line.given, 0)
      expect(total + plan.left).toBe(stock)
      for (const line of plan.lines) expect(line.given >= 0 && line.given <= line.need).toBe(true)
      for (const a of plan.lines.keys())
        for (const b of plan.lines.keys())
          if (demand[a]!.need === demand[b]!.need && demand[a]!.weight === demand[b]!.weight)
            expect(Math.abs(plan.lines[a]!.given - plan.lines[b]!.given)).toBeLessThanOrEqual(1)
      const needs = demand.reduce((sum, { need }) => sum + need, 0)
      if (needs === 0 || stock === 0) continue
      const floor = Math.min(0.3, stock / needs)
      const lp = `Maximize\n obj: ${demand.map(({ weight }, i) => `${weight} x${i}`).join(' + ')}\nSubject To\n c: ${demand.map((_, i) => `x${i}`).join(' + ')} <= ${stock}\nBounds\n${demand.map(({ need }, i) => ` ${floor * need} <= x${i} <= ${need}`).join('\n')}\nEnd`
      const bound = highs.solve(lp).ObjectiveValue
      const ours = plan.lines.reduce((sum, line, i) => sum + line.given * demand[i]!.weight, 0)
      expect(Math.abs(ours - bound)).toBeLessThanOrEqual(4 * demand.length)
    }
  })
})
