/**
 * Why two records look like one person, line by line, as a reviewer reads it: what was compared, how it agreed, how many bits that is, and how much of it comes
 * from the value being rare or common. The first line is the chance before anything is compared; `household` is what is taken away because the two could
 * be kin. The lines add up to the weight.
 */
import { type Model, priorBits } from './model.ts'
import { type Weigher, weigher } from './score.ts'
import type { Prepared } from './train.ts'

/** `level` is a word for the screen to translate; `frequencyBits` is the part of `bits` that rarity gave or took. */
export type Evidence = { comparison: string; level: string; bits: number; frequencyBits: number }

/** Rows as the engine counts them: in a link of two lists a row of the second list stands `border` further on. */
export const explain = (model: Model, prepared: Pick<Prepared, 'columns'>, a: number, b: number): Evidence[] => explainer(model, prepared)(a, b)

/** For many pairs of one list: what is known of the whole list is worked out once. */
export function explainer(model: Model, prepared: Pick<Prepared, 'columns'>): (a: number, b: number) => Evidence[] {
  const found = weigher(model, prepared.columns)
  return (a, b) => evidence(model, found, a, b)
}

export function evidence(model: Model, found: Weigher, a: number, b: number): Evidence[] {
  const lines: Evidence[] = [{ comparison: 'before', level: 'prior', bits: priorBits(model.prior), frequencyBits: 0 }]
  found.compared.forEach((one, i) => {
    const level = one.levelOf(a, b)
    const bits = level === 0 ? 0 : found.bitsAt(a, b, i, level)
    lines.push({ comparison: one.name, level: one.levels[level]!, bits, frequencyBits: level === 0 ? 0 : found.rarityAt(a, b, i, level) })
  })
  if (model.kinship > 0) {
    const sum = lines.reduce((all, { bits }) => all + bits, 0)
    lines.push({ comparison: 'household', level: 'kin', bits: found.weigh(a, b) - sum, frequencyBits: 0 })
  }
  return lines
}
