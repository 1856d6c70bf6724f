/**
 * The most that agreement of two rows can be worth, found without reading a text of theirs: most pairs of a block are strangers, and a pair that cannot reach the
 * threshold is dropped before its evidence is worked out. Never below the evidence itself, so that no pair is lost by it; linkage.test.ts holds one against the other.
 */
import type { Compared, OneColumn } from './compared.ts'
import { nothing } from './dictionary.ts'
import type { Columns } from './table.ts'

/** As the weigher adds them up; `i` is the comparison. */
type Asked = {
  compared: Compared[]
  bitsAt: (a: number, b: number, i: number, level: number) => number
  bitsAtShare: (i: number, level: number, share: number) => number
}
/** `same`: by number, bits of two rows that both have this value. `others`: by level, bits of two rows with different values. */
type Quick = { at: number; same: Float64Array; others: Float64Array; levelOfTwo: (one: number, other: number) => number }

export function mostBits({ codes, width }: Columns, { compared, bitsAt, bitsAtShare }: Asked): (a: number, b: number) => number {
  const quick: Quick[] = []
  const whole: { levelOf: Compared['levelOf']; i: number }[] = []
  compared.forEach(({ single, levelOf, levels }, i) => {
    if (single) quick.push(quickOf(single, levels.length, (level, share) => bitsAtShare(i, level, share)))
    else whole.push({ levelOf, i })
  })
  return (a, b) => {
    const [ofA, ofB] = [a * width, b * width]
    let bits = 0
    for (let k = 0; k < quick.length; k++) {
      const { at, same, others, levelOfTwo } = quick[k]!
      const one = codes[ofA + at]!
      const other = codes[ofB + at]!
      if (one === nothing || other === nothing) continue
      bits += one === other ? same[one]! : others[levelOfTwo(one, other)]!
    }
    for (let k = 0; k < whole.length; k++) {
      const { levelOf, i } = whole[k]!
      const level = levelOf(a, b)
      if (level !== 0) bits += bitsAt(a, b, i, level)
    }
    return bits
  }
}

function quickOf(
  { at, values, shareOf, isRare, levelOfOne, levelOfTwo, unread }: OneColumn,
  levels: number,
  bitsAt: (level: number, share: number) => number,
): Quick {
  const same = new Float64Array(values)
  let most = Number.NEGATIVE_INFINITY
  for (let value = 0; value < values; value++) {
    const level = levelOfOne(value)
    same[value] = bitsAt(level, isRare[level] ? shareOf(value) : 1)
    most = Math.max(most, same[value]!)
  }
  const others = Float64Array.from({ length: levels }, (_, level) => (isRare[level] ? most : bitsAt(level, 1)))
  // Where the level takes reading, whichever may be found is taken to be the one that is worth most.
  if (unread.length > 0) others[unread[0]!] = Math.max(...unread.map((level) => others[level]!))
  return { at, same, others, levelOfTwo }
}
