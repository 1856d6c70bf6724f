/**
 * The door for publication: figures by area, by area and reason, by area and sex, and so on, at every level of a country, made safe to print together and
 * beside what was published before. What is small is withheld, and with it whatever would let a reader subtract his way back. Strategy: focus area 15,
 * activity C; guard rail of every public figure. Method: secondary suppression (suppress.ts) over all sums that hold between the figures, of earlier releases
 * too (together.ts); proof by linear programming (audit.ts).
 */
import type { Count } from '../count.ts'
import { recoverableCells } from './audit.ts'
import type { DisclosureRefusal } from './puzzle.ts'
import { type AreaParents, type FigureToPublish, isSensitive } from './sumsOfFigures.ts'
import { secondaries } from './suppress.ts'
import { type Beside, nothingBeside, together } from './together.ts'

export type PublishedFigure = { key: Record<string, string>; count: Count }

/** The same figures in the same order, with `withheld` where printing would single somebody out. Zeros are printed, and that is reckoned with. */
export async function withhold(
  figures: FigureToPublish[],
  parents: AreaParents,
  minimum: number,
  beside: Beside = nothingBeside,
): Promise<PublishedFigure[] | DisclosureRefusal> {
  const sensitive = new Set([...figures.keys()].filter((i) => isSensitive(figures[i]!, minimum)))
  const hidesZero = [...sensitive].some((i) => figures[i]!.count === 0)
  const { puzzle, secrets } = await together(figures, beside, parents, minimum, hidesZero)
  const printable = (i: number) => i < figures.length && typeof figures[i]!.count === 'number'
  const secondary = await secondaries(puzzle, new Set(secrets.keys()), printable, 0)
  if (!(secondary instanceof Set)) return secondary
  return figures.map(({ key, count }, i) => ({ key, count: sensitive.has(i) || secondary.has(i) ? 'withheld' : count }))
}

/** A figure that could be computed exactly; `earlier`: one that an earlier release withheld and the coming one would give away. */
export type Recoverable = { key: Record<string, string>; count: number; earlier?: true }

/** Figures that must not be printed and yet stand open, or could be computed exactly, in what is about to be published. Empty means: may be published. */
export async function auditPublication(
  figures: FigureToPublish[],
  published: PublishedFigure[],
  parents: AreaParents,
  minimum: number,
  beside: Beside = nothingBeside,
): Promise<Recoverable[]> {
  const isWithheld = (i: number) => published[i]?.count === 'withheld'
  const withheld = new Set([...figures.keys()].filter(isWithheld))
  const small = [...figures.keys()].filter((i) => isSensitive(figures[i]!, minimum))
  const hidesZero = [...withheld].some((i) => figures[i]!.count === 0)
  const { puzzle, secrets } = await together(figures, beside, parents, minimum, hidesZero)
  const open = small.filter((i) => !isWithheld(i))
  const computed = await recoverableCells(
    puzzle,
    withheld,
    [...secrets.keys()].filter((cell) => cell >= figures.length || isWithheld(cell)),
  )
  return [...open, ...computed].map((cell) => {
    const { key, count } = figures[cell] ?? secrets.get(cell)!
    return { key, count: Number(count), ...(cell >= figures.length && { earlier: true as const }) }
  })
}
