/**
 * The number on a household's card, with a last digit that catches a slip of the pen: every single wrong digit and every exchange of two neighbours.
 * Method: Damm 2004, a totally anti-symmetric quasigroup of order ten.
 */
const table = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const

const remainder = (digits: string): number => [...digits].reduce((row, digit) => table[row]![Number(digit)]!, 0)

/** Nine digits, the last of them the check. */
export function householdNumber(counted: number): string {
  const digits = String(counted).padStart(8, '0')
  return `${digits}${remainder(digits)}`
}

/** As people write it: with blanks or hyphens. Null: no household has this number. */
export function readHouseholdNumber(written: string): string | null {
  const digits = written.replace(/[\s-]/g, '')
  return /^\d{9}$/.test(digits) && remainder(digits) === 0 ? digits : null
}
