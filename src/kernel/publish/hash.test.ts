import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash, sha256 } from './hash.ts'

describe('the printed hash', () => {
  it('does not depend on the order in which keys were written', () => {
    expect(canonicalJson({ b: 1, a: { d: [1, 2], c: 'é' } })).toBe('{"a":{"c":"é","d":[1,2]},"b":1}')
    expect(contentHash({ x: 1, y: 2 })).toBe(contentHash({ y: 2, x: 1 }))
  })

  it('is the SHA-256 that any other program computes from the same text', () => {
    // FIPS 180-2, appendix B.1
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('sorts keys by code unit and writes numbers as RFC 8785 does', () => {
    // RFC 8785, section 3.2.3: keys in order of their UTF-16 code units; 3.2.2: ECMAScript number form
    expect(canonicalJson({ '€': 1, '\r': 2, '1': 3, ö: 4, '\ufb33': 5, '\u{1f600}': 6 })).toBe('{"\\r":2,"1":3,"ö":4,"€":1,"\u{1f600}":6,"\ufb33":5}')
    expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27])).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]')
  })

  it('keeps what JSON keeps, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('refuses a number that JSON would turn into null', () => {
    expect(() => canonicalJson({ people: Number.NaN })).toThrow(/cannot hold/)
  })
})
