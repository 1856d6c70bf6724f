/** Goldens of the durable solutions specification, section 4. */
import { describe, expect, it } from 'vitest'
import { composite, criterionGap, firstPass, inspectionResult, modalityNote, printedShares, programmeProgress, shelterRungs, yearAfter } from './index.ts'

const weights = { foundation: 20, frame: 25, roof: 25, finished: 20, inspected: 10 }
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)

describe('building by stages', () => {
  it('ten houses, four inspected, three to the roof, two to the foundation, one not begun: 65 percent and none handed over', () => {
    const passed = { foundation: 9, frame: 7, roof: 7, finished: 4, inspected: 4 }
    const progress = programmeProgress({ houses: 10, handedOver: 0, passed }, weights)
    expect(progress.percent).toBeCloseTo(65, 10)
    expect(progress.handedOver).toBe(0)
  })

  it('no house to build is no percentage', () =>
    expect(
      programmeProgress({ houses: 0, handedOver: 0, passed: { foundation: 0, frame: 0, roof: 0, finished: 0, inspected: 0 } }, weights).percent,
    ).toBeNull())

  it('a vital item that nobody saw fails the stage; another one does not', () => {
    const seen = { code: 'bracing', vital: true, answer: 'pass' as const }
    expect(inspectionResult([seen, { code: 'straps', vital: true, answer: 'not_seen' }])).toEqual({ passed: false, failed: ['straps'] })
    expect(inspectionResult([seen, { code: 'paint', vital: false, answer: 'not_seen' }])).toEqual({ passed: true, failed: [] })
    expect(inspectionResult([{ code: 'paint', vital: false, answer: 'not_applicable' }]).passed).toBe(false)
    expect(inspectionResult([]).passed).toBe(false)
  })

  it('the rate of first passes is unknown before anybody looked', () => {
    expect(firstPass([]).rate).toBeNull()
    expect(firstPass([{ passed: true }, { passed: false }, { passed: true }, { passed: true }]).rate).toBe(0.75)
  })
})

describe('displaced people beside their hosts', () => {
  it('120 of 300 beside 210 of 300: 30 points less, between 37.3 and 22.2', () => {
    const found = criterionGap({ yes: 120, asked: 300 }, { yes: 210, asked: 300 })!
    expect(found.gap).toBeCloseTo(-0.3, 12)
    expect(found.interval.low).toBeCloseTo(-0.373, 3)
    expect(found.interval.high).toBeCloseTo(-0.222, 3)
  })

  it('without hosts there is no gap', () => {
    expect(criterionGap({ yes: 120, asked: 300 }, null)).toBeNull()
    expect(criterionGap({ yes: 120, asked: 300 }, { yes: 0, asked: 0 })).toBeNull()
  })

  it('a composite names its model, says what is unknown and shows how far its weights carry it', () => {
    const even = criterionGap({ yes: 150, asked: 300 }, { yes: 150, asked: 300 })
    const behind = criterionGap({ yes: 120, asked: 300 }, { yes: 210, asked: 300 })
    const model = { version: 'M1', weights: { safety: 1, living: 1, housing: 2 }, margin: 0.05, missing: 'left_out' as const }
    const found = composite({ safety: even, living: behind, housing: null }, model)
    expect(found).toMatchObject({ version: 'M1', value: 0.5, passed: ['safety'], unknown: ['housing'] })
    expect(found.band!.low).toBeCloseTo(0.4, 12)
    expect(found.band!.high).toBeCloseTo(0.6, 12)
    expect(composite({ safety: even, living: behind, housing: null }, { ...model, missing: 'not_passed' }).value).toBe(0.25)
    expect(composite({}, model)).toMatchObject({ value: null, band: null })
  })
})

describe('shares', () => {
  it('the shelter ladder of April 2020 sums to the whole', () => {
    expect(printedShares(shelterRungs, { emergency: 89, transitional: 9, permanent: 2, unknown: 0 })).toEqual({
      ...{ emergency: 89, transitional: 9, permanent: 2, unknown: 0 },
    })
    const thirds = printedShares(['a', 'b', 'c'], { a: 1, b: 1, c: 1 })!
    expect(thirds.a + thirds.b + thirds.c).toBeCloseTo(100, 10)
    expect(printedShares(['a'], { a: 0 })).toBeNull()
  })

  it('a year after: who was not found is a share of its own, and an unknown conflict sustains nothing', () => {
    const found = yearAfter(10, [
      ...times(4, { outcome: 'sound' as const, tenureConflict: false }),
      { outcome: 'sound', tenureConflict: null },
      { outcome: 'damaged', tenureConflict: false },
      { outcome: 'not_found', tenureConflict: null },
    ])
    expect(found).toMatchObject({ due: 10, checked: 7, sustained: 4 })
    expect(Object.values(found.shares!).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 10)
    expect(found.shares!.not_found).toBeCloseTo(14.3, 10)
  })
})

describe('cash, vouchers or goods', () => {
  const known = { shopsAble: 6, shopsNeeded: 4, priceRise: 3, roadOpen: true, cashRisk: 'low' as const }
  it('what nobody knows is asked for, not assumed', () => {
    expect(modalityNote({ ...known, priceRise: null }, 10)).toEqual({ proposed: 'not_decidable', ask: ['priceRise'], because: [] })
  })
  it('proposes goods where a rule fails and says which', () => {
    expect(modalityNote(known, 10).proposed).toBe('cash_or_voucher')
    expect(modalityNote({ ...known, priceRise: 12, roadOpen: false }, 10)).toEqual({ proposed: 'in_kind', ask: [], because: ['priceRise', 'roadOpen'] })
  })
})
