import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuse, type Minutiae, minutiaeRefusals, noMatcher, parseIso19794_2, qualityOf } from './index.ts'
import { big, template, type Written } from './template.fixture.ts'

const points = (count: number): Written =>
  Array.from({ length: count }, (_, i) => ({ x: 10 + i, y: 20 + i, angle: i, quality: 60, type: 'bifurcation' as const }))
const whole = () => template([points(14)])
const codeOf = (bytes: Uint8Array) => {
  const read = parseIso19794_2(bytes)
  return 'refused' in read ? read.refused.code : 'read'
}
const changed = (at: number, ...values: number[]) => {
  const bytes = whole()
  bytes.set(values, at)
  return bytes
}
const withLength = (bytes: Uint8Array) => {
  bytes.set(big(bytes.length, 4), 8)
  return bytes
}

describe('a fingerprint template (ISO/IEC 19794-2:2005)', () => {
  it('is read view by view, point by point', () => {
    const read = parseIso19794_2(
      template(
        [
          [
            { type: 'ending', x: 299, y: 399, angle: 255, quality: 100 },
            { type: 'other', x: 7 },
          ],
          [],
        ],
        { extended: [0, 9, 0, 4] },
      ),
    )
    expect(read).toEqual({
      width: 300,
      height: 400,
      perCentimetreX: 197,
      perCentimetreY: 197,
      views: [
        {
          finger: 1,
          view: 0,
          impression: 0,
          quality: 80,
          minutiae: [
            { type: 'ending', x: 299, y: 399, angle: 255, quality: 100 },
            { type: 'other', x: 7, y: 0, angle: 0, quality: null },
          ],
        },
        { finger: 2, view: 1, impression: 0, quality: 80, minutiae: [] },
      ],
    })
  })

  it('is refused with a wrong beginning, another version, or a length that is not its own', () => {
    expect(codeOf(new Uint8Array())).toBe('biometrics.not-a-template')
    expect(codeOf(Buffer.from('%PDF-1.7 and more than twenty-four bytes'))).toBe('biometrics.not-a-template')
    expect(codeOf(changed(0, 0x46, 0x49, 0x52, 0))).toBe('biometrics.not-a-template')
    expect(codeOf(changed(4, 0x30, 0x33, 0x30, 0))).toBe('biometrics.version')
    expect(codeOf(changed(8, 0, 0, 0, 50))).toBe('biometrics.length')
    expect(codeOf(changed(8, 255, 255, 255, 255))).toBe('biometrics.length')
    expect(codeOf(Uint8Array.from([...whole(), 0]))).toBe('biometrics.length')
    expect(codeOf(withLength(Uint8Array.from([...whole(), 0])))).toBe('biometrics.length')
  })

  it('is refused when it was cut by one, two or three bytes, or anywhere, whether or not its length was mended', () => {
    const whole = template([points(9), points(3)], { extended: [1, 2, 3] })
    expect(codeOf(whole)).toBe('read')
    for (let cut = 1; cut <= whole.length; cut++) {
      expect(codeOf(whole.slice(0, -cut)), `cut by ${cut}`).toMatch(/length|not-a-template/)
      if (whole.length - cut >= 12) expect(codeOf(withLength(whole.slice(0, -cut))), `cut by ${cut}, length mended`).toMatch(/cut|not-a-template/)
    }
  })

  it('never reads beyond its own end, whatever lies behind it in memory', () => {
    const whole = template([points(9)])
    const memory = new Uint8Array(whole.length + 600).fill(0x11)
    memory.set(whole, 100)
    const inside = memory.subarray(100, 100 + whole.length)
    expect(codeOf(inside)).toBe('read')
    // More points than there are bytes; they would be found in what lies behind.
    inside[27] = 40
    expect(codeOf(inside)).toBe('biometrics.cut')
    inside[27] = 9
    inside.set([1, 0], whole.length - 2)
    expect(codeOf(inside)).toBe('biometrics.cut')
  })

  it('is refused with a point outside the picture, an unknown kind of point, an unknown finger, or no view', () => {
    expect(codeOf(template([[{ x: 300 }]]))).toBe('biometrics.value')
    expect(codeOf(template([[{ y: 400 }]]))).toBe('biometrics.value')
    expect(codeOf(changed(28, 0xc0))).toBe('biometrics.value')
    expect(codeOf(changed(24, 11))).toBe('biometrics.value')
    expect(codeOf(changed(22, 0))).toBe('biometrics.value')
    expect(codeOf(changed(18, 0, 0))).toBe('biometrics.value')
    expect(codeOf(changed(22, 2))).toBe('biometrics.cut')
  })

  it('is read or refused, never thrown at, with any bytes changed', () => {
    const whole = template([points(9), points(3)])
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = whole.slice()
        for (const [at, value] of changes) bytes[at] = value
        expect(['read', ...minutiaeRefusals]).toContain(codeOf(bytes))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the word of a finger', () => {
  const read = (view: Written, quality?: number) => parseIso19794_2(template([view], { quality })) as Minutiae

  it('is as good as the best view, and says when a print is too weak to compare', () => {
    expect(qualityOf(read(points(14), 80))).toEqual({ score: 80, minutiae: 14, verdict: 'usable' })
    expect(qualityOf(read(points(14), 0))).toEqual({ score: null, minutiae: 14, verdict: 'usable' })
    expect(qualityOf(read(points(14), 39)).verdict).toBe('weak')
    expect(qualityOf(read(points(11), 80)).verdict).toBe('weak')
    expect(qualityOf(read(points(5), 100)).verdict).toBe('unusable')
    expect(qualityOf(parseIso19794_2(template([points(2), points(14)])) as Minutiae).verdict).toBe('usable')
    expect(qualityOf({ views: [] }).verdict).toBe('unusable')
  })

  it('adds to what the names say, is silent where no print was taken, and never outweighs one false match in a hundred', () => {
    expect(fuse(3, [])).toBe(3)
    expect(fuse(3, [null, null])).toBe(3)
    expect(fuse(3, [2])).toBe(5)
    expect(fuse(3, [2, null, 4])).toBe(7)
    expect(fuse(3, [2, -4])).toBe(-1)
    expect(fuse(-12, [60])).toBeCloseTo(-12 + 6.643856, 6)
    expect(fuse(12, [-60])).toBeCloseTo(12 - 6.643856, 6)
    expect(fuse(1, [Number.NaN, Number.POSITIVE_INFINITY])).toBe(1)
  })

  it('decides nothing while no provider is switched on', async () => {
    const print = read(points(14))
    expect(await noMatcher.verify(print, [print])).toEqual({ score: 0, threshold: 0, decision: 'unsure', bits: null })
    expect(noMatcher.quality(print).verdict).toBe('usable')
  })
})
