import { describe, expect, it } from 'vitest'
import { gapOf, stillHolds } from './gapOf.ts'

describe('the gap of a place', () => {
  it('is 82 where 582 households are present, 410 were reached and 90 are served by what is on its way', () => {
    expect(gapOf({ present: 582, reached: 410, onTheWay: 90 })).toEqual({ gap: 82, over: 0 })
  })
  it('is nothing with 10 over where 400 are left, and unknown where nobody knows how many there are', () => {
    expect(gapOf({ present: 400, reached: 410, onTheWay: 90 })).toEqual({ gap: 0, over: 10 })
    expect(gapOf({ present: 'unknown', reached: 410, onTheWay: 90 })).toEqual({ gap: 'unknown', over: 0 })
    expect(gapOf({ present: 'withheld', reached: 0, onTheWay: 0 })).toEqual({ gap: 'unknown', over: 0 })
  })
  it('holds a count against its age', () => {
    expect([stillHolds(582, 180, 180), stillHolds(582, 181, 180), stillHolds('withheld', 1, 180)]).toEqual([582, 'unknown', 'unknown'])
  })
})
