import { describe, expect, it } from 'vitest'
import { checkPoint } from './checkPoint.ts'

const mozambique = [30, -27, 41, -10] as const
const codes = (lon: string | number | null, lat: string | number | null) => checkPoint(lon, lat, mozambique).findings.map(({ code }) => code)

describe('a point as it was written', () => {
  it('takes a good point as it is, and a decimal comma with a remark', () => {
    expect(checkPoint('40.4539', '-13.1075', mozambique)).toEqual({ point: [40.4539, -13.1075], findings: [] })
    expect(checkPoint('40,4539', '-13,1075', mozambique)).toMatchObject({ point: [40.4539, -13.1075], findings: [{ code: 'places.point-decimal-comma' }] })
  })
  it('suggests and never applies an exchange, a lost minus or degrees and minutes', () => {
    expect(checkPoint(-13.1, 40.45, mozambique)).toMatchObject({
      point: null,
      findings: [{ code: 'places.point-swapped', facts: { suggestion: [40.45, -13.1] } }],
    })
    expect(checkPoint(40.45, 13.1, mozambique)).toMatchObject({
      point: null,
      findings: [{ code: 'places.point-sign-lost', facts: { suggestion: [40.45, -13.1] } }],
    })
    const written = checkPoint(`40° 27' 14" E`, "13º06.45'S", mozambique)
    expect(written).toMatchObject({ point: null, findings: [{ code: 'places.point-degrees-minutes' }] })
    const [lon, lat] = written.findings[0]!.facts.suggestion!
    expect(lon).toBeCloseTo(40.453889, 6)
    expect(lat).toBeCloseTo(-13.1075, 6)
  })
  it('names 0,0, silence, nonsense and another country', () => {
    expect(codes(0, 0)).toEqual(['places.point-zero'])
    expect(codes('', '-13')).toEqual(['places.point-missing'])
    expect(codes(null, null)).toEqual(['places.point-missing'])
    expect(codes('n/a', '-13')).toEqual(['places.point-unreadable'])
    expect(codes(Number.NaN, -13)).toEqual(['places.point-unreadable'])
    expect(codes("40° 75'", "-13° 10'")).toEqual(['places.point-unreadable'])
    expect(codes(2.35, 48.85)).toEqual(['places.point-outside-country'])
  })
})
