/**
 * The most that agreement of two rows can be worth, found without reading a text of theirs: most pairs of a block are strangers, and a pair that cannot reach the
 * threshold is dropped before its evidence is worked out. Never below the evidence itself, so that no pair is lost by it; linkage.test.ts holds one against the other.
 */
import type { Compared, LevelOfTwo, OneColumn } from './compared.ts'
import { nothing } from './dictionary.ts'
import type { Columns } from './table.ts'

/** As the weigher adds them up; `i` is the comparison. */
type Asked = {
  compared: Compared[]
  bitsAt: (a: number, b: number, i: number, level: number) => number
  bitsAtShare: (i: number, level: number, share: number) => number
  /** What agreement must be worth. */
  least: number
}
/** `same`: by number, bits of two rows that both have this value. `others`: by level, bits of two rows with different values, or `unlike` of any. */
type Quick = { at: number; same: Float64Array; unlike: number; others: Float64Array; levelOfTwo: LevelOfTwo | null }
/** What takes reading; `most`: the bound that the numbers of two columns give. */
type Whole = { i: number; levelOf: Compared['levelOf']; at: [number, number]; most: (a1: number, a2: number, b1: number, b2: number) => number }

const unbounded = () => Number.POSITIVE_INFINITY

export function mayReach({ codes, width }: Columns, { compared, bitsAt, bitsAtShare, least }: Asked): (a: number, b: number) => boolean {
  const quick: Quick[] = []
  const whole: Whole[] = []
  compared.forEach(({ single, two, levelOf, levels }, i) => {
    const worth = (level: number, share: number) => bitsAtShare(i, level, share)
    if (single) quick.push(quickOf(single(), levels.length, worth))
    else whole.push({ i, levelOf, at: two?.at ?? [0, 0], most: two?.most(worth) ?? unbounded })
  })
  return (a, b) => {
    const ofA = a * width
    const ofB = b * width
    let bits = 0
    for (let k = 0; k < quick.length; k++) {
      const { at, same, unlike, others, levelOfTwo } = quick[k]!
      const one = codes[ofA + at]!
      const other = codes[ofB + at]!
      if (one === nothing || other === nothing) continue
      bits += one === other ? same[one]! : levelOfTwo === null ? unlike : others[levelOfTwo(one, other)]!
    }
    let rest = bits
    for (let k = 0; k < whole.length; k++) {
      const { at, most } = whole[k]!
      rest += most(codes[ofA + at[0]]!, codes[ofA + at[1]]!, codes[ofB + at[0]]!, codes[ofB + at[1]]!)
    }
    if (rest < least) return false
    for (let k = 0; k < whole.length; k++) {
      const { levelOf, i } = whole[k]!
      const level = levelOf(a, b)
      if (level !== 0) bits += bitsAt(a, b, i, level)
    }
    return bits >= least
  }
}

function quickOf(
  { at, values, shareOf, isRare, levelOfOne, unlike, unread }: OneColumn,
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
  if (unread.length > 0) others[unread.at(-1)!] = Math.max(...unread.map((level) => others[level]!))
  return typeof unlike === 'number' ? { at, same, others, unlike: others[unlike]!, levelOfTwo: null } : { at, same, others, unlike: 0, levelOfTwo: unlike }
}
