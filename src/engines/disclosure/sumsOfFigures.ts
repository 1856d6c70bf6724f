/** The sums that hold between the figures of one release, so that what is withheld can be held against everything that is printed beside it. */
import type { Puzzle } from './puzzle.ts'
import type { Relation } from './table.ts'

/**
 * `key.area` is a code of the hierarchy; every further entry narrows the figure (reason, sex, origin). `sensitive` withholds whatever the size. `groups`: the
 * smallest groups of people that the figure counts, where other releases may count the same ones.
 */
export type FigureToPublish = { key: Record<string, string>; count: number | 'unknown'; sensitive?: boolean; groups?: readonly string[] }
/** Area code to the code of the area that contains it; null or absent at the top. */
export type AreaParents = Record<string, string | null>

export const isSensitive = ({ count, sensitive }: FigureToPublish, minimum: number): boolean =>
  typeof count === 'number' && (sensitive === true || (count > 0 && count < minimum))

/**
 * Every sum between the figures: an area and the areas inside it, a figure and each of its breakdowns. Unknown is not zero: where a part is unknown
 * the rest of the total is a hidden figure, unless the printed parts already make up the total, which a reader would notice.
 */
export function puzzleOf(figures: FigureToPublish[], parents: AreaParents, floor: 0 | 1): Puzzle {
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

export const idOf = (key: Record<string, string>) => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)))
