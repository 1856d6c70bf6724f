/**
 * How the people asked were chosen: in which stages, from which strata, out of how many. Prepared once, because every estimate of a survey needs it.
 * A figure without its design is a guess about the few who were asked, not about the population.
 * Source: Särndal, Swensson and Wretman 1992, chapters 3 and 4.
 */
import type { Adjustment } from './adjustment.ts'
import { isAnswer, largest } from './columns.ts'

export type Label = string | number | null
export type Labels = readonly Label[]

/** One step of drawing, written row by row as in the survey's file. */
export type Stage = {
  /** The cluster or household of each row; without it each row is a unit of its own. */
  units?: Labels
  strata?: Labels
  /** Units that the row's stratum has in the population; without it the stage counts as drawn with replacement, which is the safe side. */
  population?: ArrayLike<number>
  /** Chance of the row's unit when units were drawn by size. */
  chances?: ArrayLike<number>
}

export type DesignPlan = {
  rows: number
  stages: readonly Stage[]
  /** Without weights each row counts for one over its chance. */
  weights?: ArrayLike<number>
  /** What a stratum with one single unit does: refuse, or measure its distance from the mean of all units. */
  lonely?: 'refuse' | 'grand-mean'
  /** How unequal chances enter the variance: Brewer 2002, or the joint chances of Hartley and Rao 1962. */
  unequal?: 'brewer' | 'hartley-rao'
}

/** One stage, by number: rows to units, units to strata, strata to the unit of the stage above. */
export type Level = {
  unitOf: Int32Array
  units: number
  stratumOf: Int32Array
  strata: number
  /** Chance of each unit within its stage; 0 where drawn as if with replacement. */
  chance: Float64Array
  unitsIn: Float64Array
  /** Product of the chances of the units above: what this stage's part weighs in the whole. */
  above: Float64Array
  joint: boolean
}

export type Design = {
  rows: number
  levels: Level[]
  weights: Float64Array
  /** Clusters minus strata of the first stage. */
  df: number
  /** Set when weights were fitted to known totals. */
  adjustment: Adjustment | null
}

export type DesignRefusal =
  | { code: 'sampling.no-rows'; facts: { rows: number } }
  | { code: 'sampling.column-length'; facts: { rows: number; found: number } }
  | { code: 'sampling.unit-unknown'; facts: { stage: number; row: number } }
  | { code: 'sampling.population-unusable'; facts: { stage: number; stratum: string } }
  | { code: 'sampling.weight-unusable'; facts: { row: number } }
  | { code: 'sampling.weights-needed'; facts: { stage: number } }
  | { code: 'sampling.lonely-stratum'; facts: { stage: number; strata: string[] } }

export function surveyDesign(plan: DesignPlan): Design | DesignRefusal {
  const { rows, stages, weights } = plan
  if (!(rows > 0) || stages.length === 0) return { code: 'sampling.no-rows', facts: { rows } }
  for (const column of [weights, ...stages.flatMap(({ units, strata, population, chances }) => [units, strata, population, chances])]) {
    if (column && column.length !== rows) return { code: 'sampling.column-length', facts: { rows, found: column.length } }
  }
  const levels: Level[] = []
  for (const [s, stage] of stages.entries()) {
    const level = levelOf(stage, s, levels.at(-1) ?? null, plan)
    if ('code' in level) return level
    levels.push(level)
  }
  const own = weights ? Float64Array.from(weights) : weightsFromChances(levels, rows)
  if ('code' in own) return own
  const unusable = own.findIndex((weight) => !(weight === 0 || (weight >= 1 / largest && weight <= largest)))
  if (unusable >= 0) return { code: 'sampling.weight-unusable', facts: { row: unusable } }
  return { rows, levels, weights: own, df: levels[0]!.units - levels[0]!.strata, adjustment: null }
}

function levelOf(stage: Stage, s: number, parent: Level | null, { rows, lonely, unequal }: DesignPlan): Level | DesignRefusal {
  const stratumOfRow = new Int32Array(rows)
  const unitOf = new Int32Array(rows)
  const strata = numbering()
  const units = numbering()
  const names: string[] = []
  const parentOf: number[] = []
  const stratumOf: number[] = []
  for (let row = 0; row < rows; row++) {
    const stratum = stage.strata ? stage.strata[row]! : 'all'
    const unit = stage.units ? stage.units[row]! : row
    if (!isAnswer(stratum) || !isAnswer(unit)) return { code: 'sampling.unit-unknown', facts: { stage: s + 1, row } }
    const inside = parent ? parent.unitOf[row]! : 0
    const h = (stratumOfRow[row] = strata.of(inside, stratum))
    names[h] = String(stratum)
    parentOf[h] = inside
    // The same cluster number in two strata is two clusters.
    const i = (unitOf[row] = units.of(h, unit))
    stratumOf[i] = h
  }
  const unitsIn = new Float64Array(strata.count())
  for (const h of stratumOf) unitsIn[h]!++
  const chance = chancesOf(stage, { unitOf, stratumOfRow, unitsIn, units: units.count() })
  if (typeof chance === 'number') return { code: 'sampling.population-unusable', facts: { stage: s + 1, stratum: names[chance]! } }
  const above = Float64Array.from(parentOf, (unit) => (parent ? parent.chance[unit]! * parent.above[parent.stratumOf[unit]!]! : 1))
  const alone = stratumOf.filter((h, i) => unitsIn[h] === 1 && chance[i]! < 1 && above[h]! > 0)
  if (alone.length > 0 && lonely !== 'grand-mean') {
    return { code: 'sampling.lonely-stratum', facts: { stage: s + 1, strata: [...new Set(alone.map((h) => names[h]!))] } }
  }
  const joint = stage.chances !== undefined && unequal === 'hartley-rao'
  return { unitOf, units: units.count(), stratumOf: Int32Array.from(stratumOf), strata: strata.count(), chance, unitsIn, above, joint }
}

type Numbered = { unitOf: Int32Array; stratumOfRow: Int32Array; unitsIn: Float64Array; units: number }

/** The chance of each unit, or the number of the stratum whose population cannot be: differing from row to row, or less than what was drawn. */
function chancesOf({ population, chances }: Stage, { unitOf, stratumOfRow, unitsIn, units }: Numbered): Float64Array | number {
  const chance = new Float64Array(units)
  const first = new Float64Array(unitsIn.length).fill(-1)
  for (let row = 0; row < unitOf.length; row++) {
    const h = stratumOfRow[row]!
    if (chances) {
      const held = chance[unitOf[row]!]!
      if (!(chances[row]! > 0 && chances[row]! <= 1) || (held > 0 && held !== chances[row])) return h
      chance[unitOf[row]!] = chances[row]!
    } else if (population) {
      if (!(population[row]! >= unitsIn[h]!) || (first[h]! >= 0 && first[h] !== population[row])) return h
      first[h] = population[row]!
      chance[unitOf[row]!] = unitsIn[h]! / population[row]!
    }
  }
  return chance
}

function weightsFromChances(levels: Level[], rows: number): Float64Array | DesignRefusal {
  const silent = levels.findIndex(({ chance }) => chance.some((one) => one === 0))
  if (silent >= 0) return { code: 'sampling.weights-needed', facts: { stage: silent + 1 } }
  return Float64Array.from({ length: rows }, (_, row) => levels.reduce((weight, { chance, unitOf }) => weight / chance[unitOf[row]!]!, 1))
}

/** Gives each pair of a number and a label a number of its own, in the order in which they come. */
function numbering() {
  const known = new Map<number, Map<Label, number>>()
  let next = 0
  return {
    of(group: number, label: Label): number {
      let inside = known.get(group)
      if (!inside) known.set(group, (inside = new Map()))
      let number = inside.get(label)
      if (number === undefined) inside.set(label, (number = next++))
      return number
    },
    count: () => next,
  }
}
