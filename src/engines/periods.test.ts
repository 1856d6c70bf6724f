import { describe, expect, it } from 'vitest'
import { lastDay, startOf } from './periods.ts'

describe('weeks and months', () => {
  it('begin on Monday and on the first, across the year and in a leap February', () => {
    expect([startOf('week', '2024-11-17'), startOf('week', '2024-11-11'), startOf('week', '2025-01-01')]).toEqual(['2024-11-11', '2024-11-11', '2024-12-30'])
    expect(startOf('month', '2024-02-29')).toBe('2024-02-01')
  })

  it('end on Sunday and on the last day', () => {
    expect([lastDay('week', '2024-12-30'), lastDay('month', '2024-02-01'), lastDay('month', '2024-12-01')]).toEqual(['2025-01-05', '2024-02-29', '2024-12-31'])
  })
})
