/** Typed text to the form's own way of writing a number; null for nothing, `wrong` for what is no number. */
export function readNumber(typed: string, isWhole: boolean): string | null | 'wrong' {
  const bare = typed.replace(/[\s\u00a0\u202f']/g, '').replace('−', '-')
  if (bare === '') return null
  if (isWhole) return /^-?\d{1,9}$/.test(bare) ? String(Number(bare)) : 'wrong'
  // One mark is the decimal one, whichever it is; two different ones mean thousands and decimals.
  const [points, commas] = [bare.split('.').length - 1, bare.split(',').length - 1]
  const decimal = bare.lastIndexOf(',') > bare.lastIndexOf('.') ? ',' : '.'
  if (points > 1 && commas > 1) return 'wrong'
  const plain = points > 0 && commas > 0 ? bare.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.') : bare.replace(',', '.')
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? plain.replace(/^(-?)\./, '$10.').replace(/\.$/, '') : 'wrong'
}
