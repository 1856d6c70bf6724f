/**
 * The door for publication: figures by area, by area and reason, by area and sex, and so on, at every level of a country, made safe to print together.
 * What is small is withheld, and with it whatever would let a reader subtract his way back. Strategy: focus area 15, activity C; guard rail of every
 * public figure. Method: secondary suppression (suppress.ts) over all sums that hold between the figures; proof by linear programming (audit.ts).
 */
import type { Count } from '../count.ts'
import { recoverableCells } from './audit.ts'
import type { DisclosureRefusal, Puzzle } from './puzzle.ts'
import { secondaries } from './suppress.ts'
import type { Relation } from './table.ts'

/** `key.area` is a code of the hierarchy; every further entry narrows the figure (reason, sex, origin). `sensitive` withholds whatever the size. */
export type FigureToPublish = { key: Record<string, string>; count: number | 'unknown'; sensitive?: boolean }
export type PublishedFigure = { key: Record<string, string>; count: Count }
/** Area code to the code of the area that contains it; null or absent at the top. */
export type AreaParents = Record<string, string | null>

/** The same figures in the same order, with `withheld` where printing would single somebody out. Zeros are printed, and that is reckoned with. */
export async function withhold(figures: FigureToPublish[], parents: AreaParents, minimum: number): Promise<PublishedFigure[] | DisclosureRefusal> {
  const sensitive = new Set<number>()
  figures.forEach(({ count, sensitive: always }, i) => {
    if (typeof count === 'number' && (always || (count > 0 && count < minimum))) sensitive.add(i)
  })
  const puzzle = puzzleOf(figures, parents, [...sensitive].some((i) => figures[i]!.count === 0) ? 0 : 1)
  const printable = (i: number) => i < figures.length && typeof figures[i]!.count === 'number'
  const secondary = await secondaries(puzzle, sensitive, printable, 0)
  if (!(secondary instanceof Set)) return secondary
  return figures.map(({ key, count }, i) => ({ key, count: sensitive.has(i) || secondary.has(i) ? 'withheld' : count }))
}

export type Recoverable = { key: Record<string, string>; count: number }

/** Figures that must not be printed and yet stand open, or could be computed exactly, in what is about to be published. Empty means: may be published. */
export async function auditPublication(
  figures: FigureToPublish[],
  published: PublishedFigure[],
  parents: AreaParents,
  minimum: number,
): Promise<Recoverable[]> {
  const isWithheld = (i: number) => published[i]?.count === 'withheld'
  const withheld = new Set([...figures.keys()].filter(isWithheld))
  const small = [...figures.keys()].filter((i) => {
    const { count, sensitive } = figures[i]!
    return typeof count === 'number' && (sensitive || (count > 0 && count < minimum))
  })
  const hidesZero = [...withheld].some((i) => figures[i]!.count === 0)
  const puzzle = puzzleOf(figures, parents, hidesZero ? 0 : 1)
  const computed = await recoverableCells(puzzle, withheld, small.filter(isWithheld))
  return [...small.filter((i) => !isWithheld(i)), ...computed].map((i) => ({ key: figures[i]!.key, count: Number(figures[i]!.count) }))
}

/**
 * Every sum between the figures: an area and the areas inside it, a figure and each of its breakdowns. Unknown is not zero: where a part is unknown
 * the rest of the total is a hidden figure, unless the printed parts already make up the total, which a reader would notice.
 */
function puzzleOf(figures: FigureToPublish[], parents: AreaParents, floor: 0 | 1): Puzzle {
  const values = figures.map(({ count }) => (count === 'unknown' ? 0 : count))
  const hidden = new Set<number>()
  const relations: Relation[] = []
  const position = new Map(figures.map(({ key }, i) => [idOf(key), i]))
  const groups = new Map<string, { total: number; parts: number[] }>()
  figures.forEach(({ key }, part) => {
    for (const [name, totalKey] of totalsOf(key, parents)) {
      const total = position.get(idOf(totalKey))
      if (total === undefined) continue
      const id = `${name}|${total}`
      const group = groups.get(id) ?? { total, parts: [] }
      group.parts.push(part)
      groups.set(id, group)
    }
  })
  for (const { total, parts } of groups.values()) {
    if (figures[total]!.count === 'unknown') continue
    const known = parts.filter((part) => figures[part]!.count !== 'unknown')
    const rest = values[total]! - known.reduce((sum, part) => sum + values[part]!, 0)
    if (rest < 0) continue
    if (rest > 0) {
      // The floor of 1 is about printed zeros; a rest may well be empty, so it gets that much more room.
      hidden.add(values.length)
      known.push(values.length)
      values.push(rest + floor)
    }
    relations.push({ total, parts: known })
  }
  return { values, relations, floor, whole: true, hidden }
}

/** The keys of which this figure is a part: the area above with the same narrowing, and every figure of the area that is narrowed less. */
function totalsOf(key: Record<string, string>, parents: AreaParents): [string, Record<string, string>][] {
  const { area, ...narrowing } = key
  const names = Object.keys(narrowing).sort()
  const totals: [string, Record<string, string>][] = []
  const above = area === undefined ? null : parents[area]
  if (above) totals.push(['area', { ...narrowing, area: above }])
  for (let kept = 0; kept < 2 ** names.length - 1; kept++) {
    const fewer = Object.fromEntries(names.filter((_, i) => kept & (1 << i)).map((name) => [name, narrowing[name]!]))
    totals.push([names.join(), area === undefined ? fewer : { ...fewer, area }])
  }
  return totals
}

const idOf = (key: Record<string, string>) => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)))
