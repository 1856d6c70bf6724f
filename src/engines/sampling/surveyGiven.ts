/**
 * A sample that somebody drew already, on paper or with another tool, taken over with the chances that design and frame give it. Nothing is drawn here; whoever
 * gives the list answers for how it came about.
 */
import { inclusionProbabilities } from './draw.ts'
import { byStratum, clustersOf, type DrawnUnit, type DrawPlan, drawsClusters, type FrameUnit, type SurveyDrawRefusal } from './surveyDraw.ts'

export type GivenRefusal = SurveyDrawRefusal | { code: 'sampling.not-in-frame'; facts: { units: string[] } }

export function givenSample(frame: readonly FrameUnit[], plan: Pick<DrawPlan, 'kind'>, codes: readonly string[]): DrawnUnit[] | GivenRefusal {
  const known = new Map(frame.map((unit) => [unit.code, unit]))
  const strangers = codes.filter((code) => !known.has(code))
  if (strangers.length > 0) return { code: 'sampling.not-in-frame', facts: { units: strangers.slice(0, 20) } }
  const units = codes.map((code) => known.get(code)!)
  return drawsClusters(plan) ? inClusters(frame, plan.kind, units) : alike(frame, plan.kind, units)
}

function alike(frame: readonly FrameUnit[], kind: DrawPlan['kind'], units: readonly FrameUnit[]): DrawnUnit[] {
  const [population, drawn] = [byStratum(frame), byStratum(units)]
  return units.map(({ code, stratum }, at) => {
    const [n, size] = kind === 'simple' ? [units.length, frame.length] : [drawn.get(stratum)!.length, population.get(stratum)!.length]
    return {
      ...{ code, stratum, cluster: null, stage: 1, household: null, role: 'drawn', order: at + 1 },
      ...{ firstChance: n / size, secondChance: 1, firstPopulation: size, secondPopulation: null },
    }
  })
}

/** Chances of the clusters by the number that was taken in their stratum; households inside by how many of the cluster's were taken. */
function inClusters(frame: readonly FrameUnit[], kind: DrawPlan['kind'], units: readonly FrameUnit[]): DrawnUnit[] | GivenRefusal {
  const found: DrawnUnit[] = []
  const taken = byStratum(clustersOf(units))
  for (const [stratum, clusters] of byStratum(clustersOf(frame))) {
    const mine = new Map((taken.get(stratum) ?? []).map((cluster) => [cluster.code, cluster]))
    const bySize =
      kind === 'pps'
        ? inclusionProbabilities(
            clusters.map(({ size }) => size),
            mine.size,
          )
        : null
    if (bySize && 'code' in bySize) return bySize
    for (const [at, { code, size }] of clusters.entries()) {
      const members = mine.get(code)?.members
      if (!members) continue
      const common = {
        ...{ stratum, cluster: code, household: null, role: 'drawn' as const },
        ...{ firstChance: bySize?.[at] ?? mine.size / clusters.length, firstPopulation: bySize ? null : clusters.length, secondPopulation: size },
      }
      found.push({ ...common, code, stage: 1, order: found.length + 1, secondChance: 1 })
      for (const [turn, member] of members.entries()) found.push({ ...common, code: member, stage: 2, order: turn + 1, secondChance: members.length / size })
    }
  }
  return found
}
