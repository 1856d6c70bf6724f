/** Numbers as people write them; a wrong one is told, never taken for zero. */
import { expect, it } from 'vitest'
import { readNumber } from './readNumber.ts'

it('takes a comma or a point for the decimal mark, and blanks or the other mark between thousands', () => {
  for (const [typed, read] of [
    ['12,5', '12.5'],
    ['12.5', '12.5'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1 234', '1234'],
    ['-0,5', '-0.5'],
    [',5', '0.5'],
    ['7,', '7'],
  ])
    expect(readNumber(typed!, false)).toBe(read)
})

it('keeps nothing as nothing', () => expect(readNumber('  ', true)).toBeNull())

it('tells what is no number, and what is no whole number', () => {
  for (const typed of ['doze', '1.2.3,4,5', '--1', '1e5']) expect(readNumber(typed, false)).toBe('wrong')
  for (const typed of ['1,5', '12345678901', 'x']) expect(readNumber(typed, true)).toBe('wrong')
  expect(readNumber('0012', true)).toBe('12')
})
