import { describe, expect, it } from 'vitest'
import { decimalMarks, parseInteger, parseNumber } from './numbers.ts'

describe('the decimal mark', () => {
  it('is proven by the figures of a column together', () => {
    expect(decimalMarks(['12.500,75', '1.234'])).toMatchObject({ comma: 1, ambiguous: 1, mark: ',' })
    expect(decimalMarks(['1,234.5', '1,234'])).toMatchObject({ point: 1, ambiguous: 1, mark: '.' })
    expect(decimalMarks(['1.234', '567'])).toMatchObject({ ambiguous: 1, mark: 'undecided' })
    expect(decimalMarks(['1,5', '1.5']).mark).toBe('undecided')
    expect(decimalMarks(['12', 'x', null, 4.5]).mark).toBe('not-needed')
  })
})

describe('one figure', () => {
  it.each([
    ['12.500,75', 12_500.75],
    ['1,234,567.5', 1_234_567.5],
    ['1.234.567', 1_234_567],
    ['12 500,75', 12_500.75],
    ['12\u00a0500', 12_500],
    ["12'500", 12_500],
    ['1 234.567', 1_234.567],
    ['0,125', 0.125],
    ['-12.9731', -12.9731],
    ['−5', -5],
    ['(5)', -5],
    ['+7', 7],
    ['.5', 0.5],
    ['0012', 12],
    [18.25, 18.25],
  ])('%s is %d whatever the column', (value, number) => {
    expect(parseNumber(value, 'undecided')).toBe(number)
  })

  it('follows the mark of its column', () => {
    expect(parseNumber('1.234', ',')).toBe(1234)
    expect(parseNumber('1.234', '.')).toBe(1.234)
    expect(parseNumber('1,234', '.')).toBe(1234)
    expect(parseInteger('12.500', ',')).toBe(12_500)
  })

  it.each([
    ['1.234', 'undecided', 'import.number-undecided'],
    ['1,234', 'not-needed', 'import.number-undecided'],
    ['12,5', '.', 'import.number-against-mark'],
    ['12.500,75', '.', 'import.number-against-mark'],
    ['21 Kits', ',', 'import.not-a-number'],
    ['12 5', ',', 'import.not-a-number'],
    ['1.23.456', ',', 'import.not-a-number'],
    ['1,234,5', '.', 'import.not-a-number'],
    ['-', ',', 'import.not-a-number'],
    ['14.7%', '.', 'import.not-a-number'],
    ['NaN', '.', 'import.not-a-number'],
    ['1e5', '.', 'import.not-a-number'],
    [true, '.', 'import.not-a-number'],
    [{ error: '#VALUE!' }, '.', 'import.not-a-number'],
  ] as const)('%s (%s) is refused as %s', (value, mark, code) => {
    expect(parseNumber(value, mark)).toMatchObject({ code })
  })

  it('is unknown, not zero, when the cell is empty; and refused when people come in fractions', () => {
    expect(parseInteger(null, ',')).toBeNull()
    expect(parseInteger('12,5', ',')).toMatchObject({ code: 'import.not-a-whole-number', facts: { value: '12,5' } })
  })
})
