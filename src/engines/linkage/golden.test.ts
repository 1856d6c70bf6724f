import { describe, expect, it } from 'vitest'
import { jaro, jaroWinkler } from '../places/similarity.ts'
import { ageLevel, ageLevels, dateLevel, dateLevels } from './dates.ts'
import { noTexts, numberOf } from './interned.ts'
import { bitsOf, posterior, priorBits } from './model.ts'
import { isOneSlip } from './texts.ts'

describe('published examples', () => {
  it.each([
    ['MARTHA', 'MARHTA', 0.944444, 0.961111],
    ['DWAYNE', 'DUANE', 0.822222, 0.84],
    ['DIXON', 'DICKSONX', 0.766667, 0.813333],
  ])('Winkler 1990: %s and %s', (one, other, plain, withPrefix) => {
    expect(jaro(one, other)).toBeCloseTo(plain, 6)
    expect(jaroWinkler(one, other)).toBeCloseTo(withPrefix, 6)
    expect(jaroWinkler(other, one)).toBeCloseTo(withPrefix, 6)
  })

  it('Fellegi and Sunter 1969: m .9 and u .01 give 6.491853 bits for agreement and -3.307429 against', () => {
    expect(bitsOf(0.9, 0.01)).toBeCloseTo(6.491853, 6)
    expect(bitsOf(0.1, 0.99)).toBeCloseTo(-3.307429, 6)
  })

  it('a prior of one in 5000 is -12.287424 bits, and two agreements then give a chance of 8100 in 13099', () => {
    expect(priorBits(1 / 5000)).toBeCloseTo(-12.287424, 6)
    expect(posterior(priorBits(1 / 5000) + 2 * bitsOf(0.9, 0.01))).toBeCloseTo(8100 / 13099, 12)
  })
})

describe('dates of birth', () => {
  it.each([
    [19850307, 19850307, 'same'],
    [19850307, 19850703, 'day-month-swapped'],
    [19850307, 19850308, 'one-digit'],
    [19850307, 19850370, 'one-digit'],
    [19850307, 19850101, 'one-year-only'],
    [19850101, 19850000, 'both-year-only'],
    [19850101, 19870512, 'year-only-near'],
    [19850101, 19800101, 'year-only-far'],
    [19850307, 19841120, 'near-year'],
    [19850307, 19631120, 'differs'],
  ])('%i and %i: %s', (one, other, level) => {
    expect(dateLevels[dateLevel(one, other) - 1]).toBe(level)
    expect(dateLevels[dateLevel(other, one) - 1]).toBe(level)
  })

  it.each([
    [34, 34, 'same'],
    [34, 35, 'near'],
    [62, 64, 'near'],
    [34, 38, 'differs'],
    [27, 30, 'heaped'],
    [36, 40, 'heaped'],
    [32, 35, 'heaped'],
    [3, 5, 'differs'],
  ])('ages %i and %i: %s', (one, other, level) => {
    expect(ageLevels[ageLevel(one, other) - 1]).toBe(level)
    expect(ageLevels[ageLevel(other, one) - 1]).toBe(level)
  })

  const slip = (one: string, other: string) => {
    const texts = noTexts()
    return isOneSlip(texts, numberOf(texts, one), numberOf(texts, other))
  }
  it('a phone with one wrong digit or two exchanged is a slip, with two wrong digits another phone', () => {
    expect(slip('841234567', '841234568')).toBe(true)
    expect(slip('841234567', '841234576')).toBe(true)
    expect(slip('841234567', '841234675')).toBe(false)
    expect(slip('841234567', '851234568')).toBe(false)
    expect(slip('841234567', '84123456')).toBe(false)
  })
})
