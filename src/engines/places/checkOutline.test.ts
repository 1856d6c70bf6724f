import { describe, expect, it } from 'vitest'
import { checkOutline } from './checkOutline.ts'

const polygon = (...ring: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [ring] })
const square = polygon([40, -13], [41, -13], [41, -12], [40, -12], [40, -13])
const codes = (...given: Parameters<typeof checkOutline>) => checkOutline(...given).map(({ code }) => code)

describe('an outline for one area', () => {
  it('stands when it is closed, crosses nothing and lies inside, a little over the edge included', () => {
    expect(checkOutline(polygon([40.1, -12.9], [40.9, -12.9], [40.9, -12.1], [40.1, -12.9]), square, 2)).toEqual([])
    expect(checkOutline(polygon([39.99, -12.9], [40.9, -12.9], [40.9, -12.1], [39.99, -12.9]), square, 2)).toEqual([])
  })

  it('is refused open, empty or outside the degrees of the earth', () => {
    expect(codes(polygon([40, -13], [41, -13], [41, -12], [40, -12]), null, 2)).toEqual(['places.outline-open'])
    expect(codes({ type: 'Polygon', coordinates: [] }, null, 2)).toEqual(['places.outline-empty'])
    expect(codes(polygon([640_000, 8_570_000], [641_000, 8_570_000], [641_000, 8_571_000], [640_000, 8_570_000]), null, 2)).toEqual(['places.outline-degrees'])
  })

  it('is refused when it crosses itself, with the place of it, and when a corner lies far outside', () => {
    expect(checkOutline(polygon([40, -13], [41, -12], [41, -13], [40, -12], [40, -13]), null, 2)).toMatchObject([{ code: 'places.outline-crosses' }])
    expect(checkOutline(polygon([40.1, -12.9], [42, -12.9], [40.9, -12.1], [40.1, -12.9]), square, 2)).toEqual([
      { code: 'places.outline-outside', facts: { n: 1, lon: 42, lat: -12.9, km: 2 } },
    ])
  })

  it('with thousands of corners is judged like one with few', () => {
    const round = Array.from({ length: 4000 }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / 4000
      return [40.5 + 0.3 * Math.cos(angle), -12.5 + 0.3 * Math.sin(angle)]
    })
    expect(checkOutline(polygon(...round, round[0]!), square, 2)).toEqual([])
    const spiked = [...round.slice(0, 2000), [40.9, -12.5] as [number, number], ...round.slice(2000)]
    expect(codes(polygon(...spiked, spiked[0]!), square, 2)).toEqual(['places.outline-crosses'])
  })
})
