/**
 * How many people activities reached, without counting a person twice: figures of one sector in one place overlap until somebody says that they do not, and
 * the largest sector of a place stands for the place. The answer is a range with its rule, and not a count of people. Rule: guidance of CARE and OCHA (between
 * sectors in one area take the highest, add only where apart); strategy: focus area 11, key results 3 and 5.
 */
import type { ReachEnds, ReachFigure, ReachRow, ReachRules } from './shapes.ts'

type Summing = 'overlapping' | 'as declared' | 'apart'

const largest = (figures: readonly number[]) => figures.reduce((most, figure) => Math.max(most, figure), 0)
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

type Part = { people: number; apartAs: string | null }

/**
 * What one organisation reached with one type of activity in one place and period. New people add; a cumulative or repeated figure contains the earlier ones.
 * A figure that does not say which it is could be either: at the lower end it overlaps, at the upper end it is apart.
 */
function partsOf(rows: readonly ReachRow[], summing: Summing): Part[] {
  const parts: Part[] = []
  const alike = grouped(rows, ({ organisation, type, period, disjointWith }) => JSON.stringify([organisation, type, period, disjointWith]))
  for (const same of alike.values()) {
    const of = (kind: ReachRow['kind']) => same.filter((row) => row.kind === kind).map(({ people }) => people!)
    const apartAs = same[0]!.disjointWith
    const unstated = of(null)
    const repeated = [...of('cumulative'), ...of('repeat'), ...(summing === 'apart' ? [] : unstated)]
    const people = Math.max(largest(repeated), sum(of('new')))
    if (repeated.length > 0 || of('new').length > 0) parts.push({ people, apartAs })
    if (summing === 'apart') for (const figure of unstated) parts.push({ people: figure, apartAs })
  }
  return parts
}

function ofSector(rows: readonly ReachRow[], summing: Summing): number {
  const parts = partsOf(rows, summing)
  if (summing === 'apart') return sum(parts.map(({ people }) => people))
  if (summing === 'overlapping') return largest(parts.map(({ people }) => people))
  const declared = grouped(
    parts.filter(({ apartAs }) => apartAs !== null),
    ({ apartAs }) => apartAs!,
  )
  const alone = parts.filter(({ apartAs }) => apartAs === null).map(({ people }) => people)
  return largest([...alone, ...[...declared.values()].map((group) => sum(group.map(({ people }) => people)))])
}

const ofPlace = (rows: readonly ReachRow[], summing: Summing): number =>
  largest([...grouped(rows, ({ sector }) => sector).values()].map((sector) => ofSector(sector, summing)))

/** A row of a district already holds its posts: the larger of the district's own figure and the sum of what lies inside counts. */
function upTheTree(own: ReadonlyMap<string, number>, parentOf: ReachRules['parentOf']): Map<string, number> {
  const inside = new Map<string, string[]>()
  for (const place of own.keys()) {
    const above = nearestAbove(place, own, parentOf)
    if (above !== null) inside.set(above, [...(inside.get(above) ?? []), place])
  }
  const figureOf = (place: string): number => Math.max(own.get(place)!, sum((inside.get(place) ?? []).map(figureOf)))
  const tops = [...own.keys()].filter((place) => nearestAbove(place, own, parentOf) === null)
  return new Map(tops.map((place) => [place, figureOf(place)]))
}

function nearestAbove(place: string, known: ReadonlyMap<string, number>, parentOf: ReachRules['parentOf']): string | null {
  for (let above = parentOf(place); above !== null; above = parentOf(above)) if (known.has(above)) return above
  return null
}

/** The range of one set of rows; rows without a number are counted as unknown and add nothing. */
export function reachOf(rows: readonly ReachRow[], { parentOf, populationOf, distinctIn }: ReachRules): ReachFigure {
  const known = rows.filter(({ people }) => people !== null)
  const places = grouped(known, ({ place }) => place)
  const distinct = new Map([...places].map(([place, inPlace]) => [place, inPlace.every(({ exact }) => exact) ? distinctIn(place) : null]))
  const endOf = (summing: Summing) =>
    upTheTree(new Map([...places].map(([place, inPlace]) => [place, distinct.get(place) ?? ofPlace(inPlace, summing)])), parentOf)
  const [lower, declared, upper] = [endOf('overlapping'), endOf('as declared'), endOf('apart')]
  const perPlace = [...lower.keys()].map((place): ReachEnds & { place: string } => {
    const population = populationOf(place)
    const ends = { lower: lower.get(place)!, declared: declared.get(place)!, upper: upper.get(place)! }
    const abovePopulation = population !== null && ends.upper > population
    return { place, ...ends, capped: abovePopulation ? population : ends.upper, population, abovePopulation }
  })
  const total = (end: 'lower' | 'declared' | 'upper' | 'capped') => sum(perPlace.map((one) => one[end]))
  return {
    ...{ lower: total('lower'), declared: total('declared'), upper: total('upper'), capped: total('capped') },
    exact: known.length > 0 && [...distinct.values()].every((people) => people !== null),
    flagged: perPlace.filter(({ abovePopulation }) => abovePopulation).map(({ place }) => place),
    withoutPopulation: perPlace.filter(({ population }) => population === null).map(({ place }) => place),
    unknown: rows.length - known.length,
    known: known.length,
    perPlace,
  }
}
