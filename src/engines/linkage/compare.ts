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

export type Packing = { patterns: number; pack: (a: number, b: number) => number; levelAt: (pattern: number, comparison: number) => number }

export function packing(compared: Compared[]): Packing {
  const steps: number[] = []
  let patterns = 1
  for (const { levels } of compared) {
    steps.push(patterns)
    patterns *= levels.length
  }
  return {
    patterns,
    pack: (a, b) => {
      let packed = 0
      for (let i = 0; i < compared.length; i++) packed += compared[i]!.levelOf(a, b) * steps[i]!
      return packed
    },
    levelAt: (pattern, i) => Math.floor(pattern / steps[i]!) % compared[i]!.levels.length,
  }
}
