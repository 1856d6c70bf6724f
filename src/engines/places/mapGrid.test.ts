import { describe, expect, it } from 'vitest'
import { columnName, mapGrid, roundUp, squareOf } from './mapGrid.ts'
import { toUtm, utmZone } from './utm.ts'

describe('metres of a printed map', () => {
  it('are those of a published example, north of the equator and, mirrored, south of it', () => {
    // Documentation of GeographicLib's GeoConvert: 33.3 N 44.4 E is 38n 444140.54 3684706.36.
    expect(utmZone(44.4, 33.3)).toEqual({ number: 38, south: false })
    const [east, north] = toUtm(utmZone(44.4, 33.3), 44.4, 33.3)
    expect(east).toBeCloseTo(444_140.54, 2)
    expect(north).toBeCloseTo(3_684_706.36, 2)
    const [same, mirrored] = toUtm(utmZone(44.4, -33.3), 44.4, -33.3)
    expect([same, 10_000_000 - mirrored]).toEqual([expect.closeTo(east, 6), expect.closeTo(north, 6)])
  })

  it('put the middle of a zone at 500,000 m and the equator at 10,000,000 m', () => {
    expect(utmZone(40.5, -12.9)).toEqual({ number: 37, south: true })
    expect(toUtm({ number: 37, south: true }, 39, 0)).toEqual([500_000, 10_000_000])
  })
})

describe('the grid of a printed map', () => {
  const grid = mapGrid([601_000, 8_562_000, 678_000, 8_659_000], 10)

  it('has round squares, letters from west and numbers from north', () => {
    expect([grid.squareMetres, grid.columns, grid.rows]).toEqual([10_000, 8, 10])
    expect(squareOf(grid, [601_000, 8_659_000])).toBe('A1')
    expect(squareOf(grid, [609_999, 8_650_000])).toBe('A1')
    expect(squareOf(grid, [610_000, 8_649_999])).toBe('B2')
    expect(squareOf(grid, [678_000, 8_562_000])).toBe('H10')
    expect(squareOf(grid, [600_999, 8_600_000])).toBeNull()
  })

  it('goes on after Z, and rounds scales up', () => {
    expect([columnName(25), columnName(26), columnName(27)]).toEqual(['Z', 'AA', 'AB'])
    expect([roundUp(183_000), roundUp(250_000), roundUp(9.1)]).toEqual([200_000, 250_000, 10])
  })
})
