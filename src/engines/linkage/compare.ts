/** Every comparison of a plan on a table, and the vector of levels of two rows packed in one number. */
import type { Compared } from './compared.ts'
import { comparedAges, comparedDates } from './dates.ts'
import { comparedNames } from './names.ts'
import type { Comparison } from './plan.ts'
import type { Shares } from './shares.ts'
import type { Columns } from './table.ts'
import { comparedCodes, comparedPhones, comparedTexts } from './texts.ts'

export const compare = (columns: Columns, comparisons: Comparison[], shares: Shares): Compared[] =>
  comparisons.map((comparison) => compareBy(columns, comparison, shares))

function compareBy(columns: Columns, comparison: Comparison, shares: Shares): Compared {
  switch (comparison.kind) {
    case 'names':
      return comparedNames(columns, shares, comparison)
    case 'text':
      return comparedTexts(columns, shares, comparison)
    case 'code':
      return comparedCodes(columns, shares, comparison)
    case 'date':
      return comparedDates(columns, shares, comparison)
    case 'phone':
      return comparedPhones(columns, shares, comparison)
    case 'age':
      return comparedAges(columns, shares, comparison)
  }
}

type Packing = { pack: (a: number, b: number) => number; levelAt: (pattern: number, comparison: number) => number }

/** `used`: which comparisons count; the others stand at level 0, not known. */
export function packing(compared: Compared[], used: readonly boolean[]): Packing {
  const counted = compared.map((one, i) => ({ ...one, i })).filter(({ i }) => used[i])
  const steps: number[] = compared.map(() => 0)
  let patterns = 1
  for (const { i, levels } of counted) {
    steps[i] = patterns
    patterns *= levels.length
  }
  return {
    pack: (a, b) => {
      let packed = 0
      for (const { i, levelOf } of counted) packed += levelOf(a, b) * steps[i]!
      return packed
    },
    levelAt: (pattern, i) => (steps[i] === 0 ? 0 : Math.floor(pattern / steps[i]!) % compared[i]!.levels.length),
  }
}
