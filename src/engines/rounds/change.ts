/**
 * What changed between two rounds, so that new coverage never looks like new displacement. Places are followed by identity through their lineage, never by
 * raw code: B − A = Σ common (b − a) + Σ newly covered b − Σ no longer covered a, with places whose figure was carried forward apart.
 * Strategy: focus area 15, key result 1.
 */
import { type Count, isKnown } from '../count.ts'
import { groundOf, type Lineage } from './lineage.ts'
import { percentOf } from './percent.ts'

export type Unit = 'individuals' | 'households'

/** The three terms of a change, apart: new coverage is not new displacement. */
export type ChangeTerms = {
  unit: Unit
  raw: number
  common: { places: number; from: number; change: number }
  newlyCovered: { places: number; amount: number }
  noLongerCovered: { places: number; amount: number }
  carriedForward: { places: number; change: number }
  /** Percent over the common base only, one decimal; null when that base is zero. */
  percentOfCommonBase: number | null
}

/** One place with a figure in a round. `fresh` is false when the figure was carried forward from an earlier round. */
export type PlaceInRound = { place: string; households: Count; individuals: Count; fresh: boolean }

export type ChangeRefusal =
  /** Some places have no trustworthy figure in this unit; `offer` is the other unit when every place has it. */
  { code: 'change.figure-unknown'; facts: { unit: Unit; places: string[]; offer: Unit | null } } | { code: 'change.place-twice'; facts: { places: string[] } }

export type ChangeOptions = { unit: Unit; lineage: Lineage }

/** `places` counts identities: a place and all that it became are one. */
export function change(before: readonly PlaceInRound[], after: readonly PlaceInRound[], options: ChangeOptions): ChangeTerms | ChangeRefusal {
  const refusal = refusalOf(before, after, options.unit)
  if (refusal) return refusal
  const terms = noChange(options.unit)
  for (const pair of pairs(before, after, options)) add(terms, pair)
  return withPercent(terms)
}

/**
 * The same by area; the terms of all entries sum to those of `change`. `area` is null for places that became places of several areas: their change
 * belongs to none of these areas alone. A place that moved whole to another area counts where it is now.
 */
export function changeByArea(
  before: readonly PlaceInRound[],
  after: readonly PlaceInRound[],
  { areaOf, ...options }: ChangeOptions & { areaOf: (place: string) => string | null },
): { area: string | null; terms: ChangeTerms }[] | ChangeRefusal {
  const refusal = refusalOf(before, after, options.unit)
  if (refusal) return refusal
  const byArea = new Map<string | null, ChangeTerms>()
  for (const pair of pairs(before, after, options)) {
    const areas = new Set((pair.after?.places ?? pair.before!.places).map(areaOf))
    const area = areas.size === 1 ? [...areas][0]! : null
    const terms = byArea.get(area) ?? noChange(options.unit)
    byArea.set(area, terms)
    add(terms, pair)
  }
  return [...byArea].map(([area, terms]) => ({ area, terms: withPercent(terms) }))
}

type Side = { amount: number; fresh: boolean; places: string[]; ground: Set<string> | null }
type Pair = { before?: Side; after?: Side }

/** Both rounds side by side, one entry per identity; most places have no lineage and are matched by a single look-up. */
function pairs(before: readonly PlaceInRound[], after: readonly PlaceInRound[], { unit, lineage }: ChangeOptions): Iterable<Pair> {
  const { component, pieces } = groundOf(lineage)
  const found = new Map<string, Pair>()
  for (const side of ['before', 'after'] as const) {
    for (const row of side === 'before' ? before : after) {
      const key = component(row.place)
      let pair = found.get(key)
      if (!pair) found.set(key, (pair = {}))
      const own = pieces(row.place, side)
      const held = pair[side]
      if (!held) {
        pair[side] = { amount: row[unit] as number, fresh: row.fresh, places: [row.place], ground: own && new Set(own) }
        continue
      }
      held.amount += row[unit] as number
      held.fresh &&= row.fresh
      held.places.push(row.place)
      for (const piece of own ?? []) held.ground!.add(piece)
    }
  }
  return found.values()
}

/** Only part of what a place became was visited: the whole and its part are not like for like. */
const samePieces = (one: Set<string> | null, other: Set<string> | null): boolean =>
  one === other || (one !== null && other !== null && one.size === other.size && [...one].every((piece) => other.has(piece)))

const noChange = (unit: Unit): ChangeTerms => ({
  unit,
  raw: 0,
  common: { places: 0, from: 0, change: 0 },
  newlyCovered: { places: 0, amount: 0 },
  noLongerCovered: { places: 0, amount: 0 },
  carriedForward: { places: 0, change: 0 },
  percentOfCommonBase: null,
})

type TermOf = 'carried' | 'common' | 'apart'

function termOf({ before, after }: Pair): TermOf {
  if (before?.fresh === false || after?.fresh === false) return 'carried'
  return before && after && samePieces(before.ground, after.ground) ? 'common' : 'apart'
}

/** Which places stand behind each term, so that the terms can be held against everything else that is printed. Units need not be known. */
export function placesByTerm(
  before: readonly PlaceInRound[],
  after: readonly PlaceInRound[],
  options: ChangeOptions,
): { term: TermOf; before: string[]; after: string[] }[] {
  return [...pairs(before, after, options)].map((pair) => ({ term: termOf(pair), before: pair.before?.places ?? [], after: pair.after?.places ?? [] }))
}

function add(terms: ChangeTerms, pair: Pair): void {
  const { before, after } = pair
  const difference = (after?.amount ?? 0) - (before?.amount ?? 0)
  const term = termOf(pair)
  terms.raw += difference
  if (term === 'carried') {
    terms.carriedForward.places++
    terms.carriedForward.change += difference
  } else if (term === 'common') {
    terms.common.places++
    terms.common.from += before!.amount
    terms.common.change += difference
  } else {
    if (after) {
      terms.newlyCovered.places++
      terms.newlyCovered.amount += after.amount
    }
    if (before) {
      terms.noLongerCovered.places++
      terms.noLongerCovered.amount += before.amount
    }
  }
}

function withPercent(terms: ChangeTerms): ChangeTerms {
  terms.percentOfCommonBase = percentOf(terms.common.change, terms.common.from)
  return terms
}

function refusalOf(before: readonly PlaceInRound[], after: readonly PlaceInRound[], unit: Unit): ChangeRefusal | null {
  const twice = [...repeated(before), ...repeated(after)]
  if (twice.length > 0) return { code: 'change.place-twice', facts: { places: twice } }
  const places = unknownIn(before, after, unit)
  if (places.length === 0) return null
  const other = unit === 'individuals' ? 'households' : 'individuals'
  return { code: 'change.figure-unknown', facts: { unit, places, offer: unknownIn(before, after, other).length === 0 ? other : null } }
}

function unknownIn(before: readonly PlaceInRound[], after: readonly PlaceInRound[], unit: Unit): string[] {
  const places = new Set<string>()
  for (const round of [before, after]) for (const row of round) if (!isKnown(row[unit])) places.add(row.place)
  return [...places]
}

function repeated(round: readonly PlaceInRound[]): string[] {
  const seen = new Set<string>()
  return round.filter(({ place }) => seen.size === seen.add(place).size).map(({ place }) => place)
}
