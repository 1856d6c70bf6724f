import { describe, expect, it } from 'vitest'
import { type Risk, risk } from './index.ts'
import { recordRisk } from './risk.ts'

/** The integral of the definition by Simpson's rule, as an independent answer. */
function byIntegral(f: number, p: number): number {
  const steps = 20_000
  const at = (y: number) => (y ** (f - 1) * p ** f) / (1 - (1 - p) * y) ** f
  let sum = at(0) + at(1)
  for (let i = 1; i < steps; i++) sum += at(i / steps) * (i % 2 ? 4 : 2)
  return sum / steps / 3
}

describe('risk of a record (Benedetti and Franconi 1998)', () => {
  it.each([
    [1, 0.2558428],
    [2, 0.0826841],
    [3, 0.0463684],
  ])('with p = .1 and f = %i is %f (golden values of the specification)', (f, expected) => {
    expect(recordRisk(f, 0.1)).toBeCloseTo(expected, 7)
  })
  it.each([
    [1, 0.3],
    [4, 0.3],
    [1, 0.7],
    [2, 0.7],
    [5, 0.9],
    [40, 0.95],
    [12, 0.5],
  ])('agrees with the integral of the definition for f = %i, p = %f', (f, p) => {
    expect(recordRisk(f, p)).toBeCloseTo(byIntegral(f, p), 8)
  })
  it('falls as more people share the key, and never leaves 0 to 1', () => {
    for (const p of [0.001, 0.1, 0.49, 0.51, 0.99, 1]) {
      for (let f = 1; f < 200; f++) {
        expect(recordRisk(f, p)).toBeGreaterThan(0)
        expect(recordRisk(f, p)).toBeLessThanOrEqual(1)
        expect(recordRisk(f + 1, p)).toBeLessThan(recordRisk(f, p))
      }
    }
  })
})

describe('risk of a file', () => {
  const rows = [
    { sex: 'f', district: 'Pemba', need: 'food' },
    { sex: 'f', district: 'Pemba', need: 'shelter' },
    { sex: 'm', district: 'Pemba', need: 'food' },
    { sex: 'm', district: 'Metuge', need: 'food' },
  ]
  it('without weights is one over the size of the group', () => {
    const { perRecord, global, kAnonymity, lDiversity } = risk(rows, ['sex', 'district'], { sensitive: 'need' }) as Risk
    expect({ perRecord, global, kAnonymity, lDiversity }).toEqual({ perRecord: [0.5, 0.5, 1, 1], global: 0.75, kAnonymity: 1, lDiversity: 1 })
  })
  it('with weights counts the people whom each record stands for', () => {
    const { perRecord, lDiversity } = risk(rows, ['sex', 'district'], { weights: [10, 10, 10, 10] }) as Risk
    expect(perRecord[0]).toBeCloseTo(0.0826841, 7)
    expect(perRecord[2]).toBeCloseTo(0.2558428, 7)
    expect(lDiversity).toBeNull()
  })
  it('refuses an empty file and weights that do not fit', () => {
    expect(risk([], ['sex'])).toEqual({ code: 'disclosure.no-records', facts: { rows: 0, weights: null } })
    expect(risk(rows, ['sex'], { weights: [1, 2] })).toMatchObject({ code: 'disclosure.weights-do-not-fit' })
    expect(risk(rows, ['sex'], { weights: [1, 2, 0, 1] })).toMatchObject({ code: 'disclosure.weights-do-not-fit' })
  })
})
