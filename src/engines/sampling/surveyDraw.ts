/**
 * A whole sample from a frame: who is asked, with what chance, in which order, and who stands in reserve. Simple and stratified draws take units; the others take
 * clusters first (each alike, or in proportion to size) and then households inside. The order of drawing is kept, because a replacement is the next in it.
 * Source: Cochran 1977, chapters 5, 9 and 11; Särndal, Swensson and Wretman 1992, 3.6 and 4.3.
 */
import { type Allocation, type AllocationRefusal, allocate } from './allocate.ts'
import { type DrawRefusal, inclusionProbabilities, inOrderDrawn, systematicPps } from './draw.ts'

/** `size`: households behind the unit. Where `cluster` is null and clusters are drawn, the unit is a cluster itself and its households are numbered from 1. */
export type FrameUnit = { code: string; stratum: string; cluster: string | null; size: number }
export type DrawKind = 'simple' | 'stratified' | 'cluster' | 'twoStage' | 'pps'
export type DrawPlan = {
  kind: DrawKind
  /** Units of a simple or stratified draw. */
  n: number
  clusters: number
  perCluster: number
  /** Units kept ready in each stratum (or cluster), and clusters kept ready in each stratum. */
  reserve: number
  reserveClusters: number
  allocation: Exclude<Allocation, 'neyman'>
}

export type DrawnUnit = {
  code: string
  stratum: string
  cluster: string | null
  stage: 1 | 2
  /** Number on the list of the cluster's households, where the frame does not know them by code. */
  household: number | null
  role: 'drawn' | 'reserve'
  order: number
  firstChance: number
  secondChance: number
  /** Units of the stratum at the first stage; null where units were drawn by size. */
  firstPopulation: number | null
  /** Households of the cluster; null where there is no second stage. */
  secondPopulation: number | null
}

export type SurveyDrawRefusal = DrawRefusal | AllocationRefusal | { code: 'sampling.one-per-stratum'; facts: { strata: string[] } }

type Cluster = { code: string; stratum: string; size: number; members: readonly string[] | null }
type Random = () => number

export const drawsClusters = ({ kind }: Pick<DrawPlan, 'kind'>): boolean => kind !== 'simple' && kind !== 'stratified'

export function byStratum<T extends { stratum: string }>(units: readonly T[]): Map<string, T[]> {
  const strata = new Map<string, T[]>()
  for (const unit of units) {
    const known = strata.get(unit.stratum)
    if (known) known.push(unit)
    else strata.set(unit.stratum, [unit])
  }
  return strata
}

export function clustersOf(frame: readonly FrameUnit[]): Cluster[] {
  const clusters = new Map<string, Cluster & { members: string[] | null }>()
  for (const { code, stratum, cluster, size } of frame) {
    if (cluster === null) {
      clusters.set(`unit ${code}`, { code, stratum, size, members: null })
      continue
    }
    const key = `${stratum} ${cluster}`
    const known = clusters.get(key) ?? { code: cluster, stratum, size: 0, members: [] }
    known.size += 1
    known.members!.push(code)
    clusters.set(key, known)
  }
  return [...clusters.values()]
}

/** How many first-stage units each stratum gets; two at least, or its error could not be known. */
function sharesOf(strata: ReadonlyMap<string, readonly { size: number }[]>, { kind, n, clusters, allocation: by }: DrawPlan) {
  const asked = drawsClusters({ kind }) ? clusters : n
  const listed = [...strata].map(([name, units]) => {
    const households = units.reduce((sum, { size }) => sum + size, 0)
    // Clusters drawn by size are shared out by households, as many as there are at most.
    return { name, size: units.length, deviation: kind === 'pps' ? households / units.length : 1 }
  })
  return allocate(listed, asked, by === 'equal' ? 'equal' : 'neyman', 2)
}

function elements(units: readonly FrameUnit[], n: number, reserve: number, random: Random): DrawnUnit[] | DrawRefusal {
  if (n > units.length) return { code: 'sampling.more-than-there-are', facts: { asked: n, available: units.length } }
  const drawn = inOrderDrawn(units.length, Math.min(units.length, n + reserve), random)
  if ('code' in drawn) return drawn
  return drawn.map((at, order) => ({
    ...{ code: units[at]!.code, stratum: units[at]!.stratum, cluster: null, stage: 1, household: null, order: order + 1 },
    ...{ role: order < n ? 'drawn' : 'reserve', firstChance: n / units.length, secondChance: 1 },
    ...{ firstPopulation: units.length, secondPopulation: null },
  }))
}

type Taken = { cluster: Cluster; chance: number; reserve: boolean; order: number }

function clustersBySize(clusters: readonly Cluster[], n: number, reserve: number, random: Random): Taken[] | DrawRefusal {
  const sizes = clusters.map(({ size }) => size)
  const chances = inclusionProbabilities(sizes, n)
  if ('code' in chances) return chances
  const taken = systematicPps(chances, random())
  if ('code' in taken) return taken
  const left = clusters.map((_, at) => at).filter((at) => !taken.includes(at) && sizes[at]! > 0)
  const again = inclusionProbabilities(
    left.map((at) => sizes[at]!),
    Math.min(reserve, left.length),
  )
  if ('code' in again) return again
  const kept = systematicPps(again, random())
  if ('code' in kept) return kept
  const of = (at: number, order: number): Taken => ({ cluster: clusters[at]!, chance: chances[at]!, reserve: order >= taken.length, order: order + 1 })
  return [...taken, ...kept.map((at) => left[at]!)].map(of)
}

function clustersAlike(clusters: readonly Cluster[], n: number, reserve: number, random: Random): Taken[] | DrawRefusal {
  if (n > clusters.length) return { code: 'sampling.more-than-there-are', facts: { asked: n, available: clusters.length } }
  const drawn = inOrderDrawn(clusters.length, Math.min(clusters.length, n + reserve), random)
  if ('code' in drawn) return drawn
  return drawn.map((at, order) => ({ cluster: clusters[at]!, chance: n / clusters.length, reserve: order >= n, order: order + 1 }))
}

/** The row of the cluster, then those of its households: everybody, or as many as are asked in each. */
function inside({ cluster, chance, reserve, order }: Taken, plan: DrawPlan, population: number | null, random: Random): DrawnUnit[] | DrawRefusal {
  const { code, stratum, size, members } = cluster
  const every = plan.kind === 'cluster'
  const asked = every ? size : Math.min(plan.perCluster, size)
  const drawn = inOrderDrawn(size, every ? size : Math.min(size, asked + plan.reserve), random)
  if ('code' in drawn) return drawn
  const common = { stratum, cluster: code, firstChance: chance, firstPopulation: population }
  const head: DrawnUnit = {
    ...{ ...common, code, stage: 1, household: null, role: reserve ? 'reserve' : 'drawn', order, secondChance: 1, secondPopulation: size },
  }
  return [
    head,
    ...drawn.map(
      (at, turn): DrawnUnit => ({
        ...{ ...common, code: members?.[at] ?? code, stage: 2, household: members ? null : at + 1, order: turn + 1 },
        ...{ role: reserve || turn >= asked ? 'reserve' : 'drawn', secondChance: size > 0 ? asked / size : 0, secondPopulation: size },
      }),
    ),
  ]
}

/** `frame` in the order in which it was frozen; the same frame, plan and numbers give the same sample. */
export function drawSurvey(frame: readonly FrameUnit[], plan: DrawPlan, random: Random): DrawnUnit[] | SurveyDrawRefusal {
  if (plan.kind === 'simple') return elements(frame, plan.n, plan.reserve, random)
  const strata: Map<string, (FrameUnit | Cluster)[]> = byStratum<FrameUnit | Cluster>(drawsClusters(plan) ? clustersOf(frame) : frame)
  const alone = [...strata].filter(([, units]) => units.length < 2).map(([name]) => name)
  if (alone.length > 0) return { code: 'sampling.one-per-stratum', facts: { strata: alone } }
  const shares = sharesOf(strata, plan)
  if ('code' in shares) return shares
  const found: DrawnUnit[] = []
  for (const [name, units] of strata) {
    const n = shares.get(name)!
    const part = drawsClusters(plan) ? inClusters(units as Cluster[], n, plan, random) : elements(units as FrameUnit[], n, plan.reserve, random)
    if ('code' in part) return part
    found.push(...part)
  }
  return found
}

function inClusters(clusters: readonly Cluster[], n: number, plan: DrawPlan, random: Random): DrawnUnit[] | DrawRefusal {
  const taken = (plan.kind === 'pps' ? clustersBySize : clustersAlike)(clusters, n, plan.reserveClusters, random)
  if ('code' in taken) return taken
  const found: DrawnUnit[] = []
  for (const each of taken) {
    const rows = inside(each, plan, plan.kind === 'pps' ? null : clusters.length, random)
    if ('code' in rows) return rows
    found.push(...rows)
  }
  return found
}
