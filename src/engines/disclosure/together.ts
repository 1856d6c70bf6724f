/**
 * Several releases solved together: what one withholds another may give away, when both count the same people. A place that could not be visited is carried
 * forward, so last month's figure stands in this month's; a new edition repeats most of the edition before; the terms of a change are sums of their own.
 * Everything becomes one system of sums over the smallest groups of people, for suppression and audit alike.
 * Source: Hundepool et al. 2012, section 5.2 (linked tables).
 */
import type { Count } from '../count.ts'
import { recoverableCells } from './audit.ts'
import type { Puzzle } from './puzzle.ts'
import { type AreaParents, type FigureToPublish, isSensitive, puzzleOf } from './sumsOfFigures.ts'

/** `printed`: as the world read it; null where the release did not give this figure at all. */
export type ReleasedFigure = FigureToPublish & { printed: Count | null }
/** A printed number that adds some groups and takes others away, as the people in places that one round reached and the next did not. */
export type PrintedTerm = { value: number; plus: readonly string[]; minus: readonly string[]; of: 'earlier' | 'next' }
export type Beside = {
  earlier: readonly (readonly ReleasedFigure[])[]
  /** How many people each group holds; a group that two releases count has one name. */
  sizes: ReadonlyMap<string, number>
  terms: readonly PrintedTerm[]
}

export const nothingBeside: Beside = { earlier: [], sizes: new Map(), terms: [] }

/** The cells of the coming release are the first ones, in its order. `secrets`: the small figures of all releases, as far as they are not out already. */
export type Together = { puzzle: Puzzle; secrets: Map<number, FigureToPublish> }

/** `hidesZero`: a figure that is withheld in the coming release is empty, so that nobody may take withheld for inhabited. */
export async function together(
  next: readonly FigureToPublish[],
  { earlier, sizes, terms }: Beside,
  parents: AreaParents,
  minimum: number,
  hidesZero: boolean,
): Promise<Together> {
  const floor = hidesZero || earlier.flat().some(({ count, printed }) => printed === 'withheld' && count === 0) ? 0 : 1
  const puzzle: Puzzle = { values: [], relations: [], floor, whole: true, hidden: new Set() }
  const sums: Sum[] = []
  const small = new Map<number, FigureToPublish>()
  for (const [release, figures] of [next, ...earlier].entries()) {
    const offset = append(puzzle, puzzleOf([...figures], parents, floor))
    for (const [at, figure] of figures.entries()) {
      const cell = offset + at
      if (figure.groups && typeof figure.count === 'number') sums.push({ release, cell, value: figure.count, groups: figure.groups })
      const before = release === 0 ? null : (figure as ReleasedFigure)
      if (before && typeof before.printed !== 'number') puzzle.hidden.add(cell)
      if (before?.printed !== null && typeof before?.printed !== 'number' && isSensitive(figure, minimum)) small.set(cell, figure)
    }
  }
  const toCome = [...next.keys(), ...linkGroups(puzzle, sums, sizes, terms)]
  return { puzzle, secrets: await stillSecret(puzzle, toCome, small) }
}

/** What earlier releases give away among themselves is out and cannot be taken back; it must not stand in the way of everything that follows. */
async function stillSecret(puzzle: Puzzle, toCome: number[], small: Map<number, FigureToPublish>): Promise<Map<number, FigureToPublish>> {
  if (small.size === 0) return small
  const alone = { ...puzzle, hidden: new Set([...puzzle.hidden, ...toCome]) }
  const out = new Set(await recoverableCells(alone, new Set(), small.keys()))
  return new Map([...small].filter(([cell]) => !out.has(cell)))
}

/** The cells of one release behind those that are there; answers where they begin. */
function append(to: Puzzle, { values, relations, hidden }: Puzzle): number {
  const offset = to.values.length
  to.values.push(...values)
  for (const { total, parts } of relations) to.relations.push({ total: total + offset, parts: parts.map((part) => part + offset) })
  for (const cell of hidden) to.hidden.add(cell + offset)
  return offset
}

type Sum = { release: number; cell: number; value: number; groups: readonly string[] }

/**
 * One hidden cell for all groups that stand in the same sums, as nothing printed tells them apart; sums whose groups no other release counts bind nothing.
 * Answers the cells of terms that are not out yet.
 */
function linkGroups(puzzle: Puzzle, sums: Sum[], sizes: ReadonlyMap<string, number>, terms: readonly PrintedTerm[]): number[] {
  const toCome: number[] = []
  const sizeOf = (groups: readonly string[]) => groups.reduce((sum, group) => sum + (sizes.get(group) ?? 0), 0)
  const fix = (value: number) => puzzle.values.push(value) - 1
  const hide = (people: number) => {
    // The floor of 1 is about printed zeros; a group may well be empty, so it gets that much more room.
    const cell = fix(people + puzzle.floor)
    puzzle.hidden.add(cell)
    return cell
  }
  for (const [at, { value, plus, minus, of: whose }] of terms.entries()) {
    const release = -1 - at
    const printed = fix(Math.abs(value))
    if (whose === 'next') toCome.push(printed)
    const of = (groups: readonly string[], cell: number): Sum => ({ release, cell, value: sizeOf(groups), groups })
    if (minus.length === 0) {
      sums.push(of(plus, printed))
      continue
    }
    const [more, less] = (value >= 0 ? [plus, minus] : [minus, plus]).map((groups) => of(groups, hide(sizeOf(groups)))) as [Sum, Sum]
    sums.push(more, less)
    puzzle.relations.push({ total: more.cell, parts: [less.cell, printed] })
  }
  const linked = alikeGroups(sums, sizes)
  const binds = new Set(linked.filter(({ at }) => new Set(at.map((sum) => sums[sum]!.release)).size > 1).flatMap(({ at }) => at))
  const parts = sums.map((): number[] => [])
  for (const { at, people } of linked) {
    if (!at.some((sum) => binds.has(sum))) continue
    const cell = hide(people)
    for (const sum of at) parts[sum]!.push(cell)
  }
  for (const at of binds) {
    const { cell, value, groups } = sums[at]!
    const rest = value - sizeOf(groups)
    puzzle.relations.push({ total: cell, parts: rest > 0 ? [...parts[at]!, hide(rest)] : parts[at]! })
  }
  return toCome
}

/** The groups that stand in exactly the same sums, added up. */
function alikeGroups(sums: readonly Sum[], sizes: ReadonlyMap<string, number>): { at: number[]; people: number }[] {
  const sumsOfGroup = new Map<string, number[]>()
  for (const [at, { groups }] of sums.entries())
    for (const group of groups) {
      const known = sumsOfGroup.get(group)
      if (known) known.push(at)
      else sumsOfGroup.set(group, [at])
    }
  const alike = new Map<string, { at: number[]; people: number }>()
  for (const [group, at] of sumsOfGroup) {
    const known = alike.get(at.join()) ?? { at, people: 0 }
    known.people += sizes.get(group) ?? 0
    alike.set(at.join(), known)
  }
  return [...alike.values()]
}
