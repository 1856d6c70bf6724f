/**
 * From chances to weights: each who answered stands for those of his group who did not, and where a frozen round knows how many there are, the weights are made to
 * agree with it. A unit that does not belong to the population stands for nobody; one that was replaced gave its place away.
 */
import {
  type Design,
  type DesignPlan,
  type DrawPlan,
  drawsClusters,
  type Label,
  poststratify,
  rake,
  type Stage,
  surveyDesign,
} from '../../../engines/sampling/index.ts'
import { type Refused, refuse, refused } from '../../../kernel/index.ts'
import type { SampledUnitRow } from './sample.ts'
import type { Weighting } from './survey.ts'

export type Unit = Pick<
  SampledUnitRow,
  'id' | 'code' | 'stratum' | 'cluster' | 'asked' | 'role' | 'firstChance' | 'firstPopulation' | 'secondPopulation' | 'weight' | 'status' | 'replaces'
>
/** `answers` of the unit that count: none where nobody answered. */
export type AskedUnit = Unit & { answers: Record<string, unknown> | null }
/** Known totals, by the name of the margin: of the strata, or of the answers to a question. */
export type KnownMargin = { name: string; question: string | null; totals: Record<string, number> }
export type Weighted = { design: Design; units: AskedUnit[]; lonely: string[] }

/** Drawn, or called up from the reserve. */
const isActive = ({ asked, role, replaces }: Pick<Unit, 'asked' | 'role' | 'replaces'>): boolean => asked && (role === 'drawn' || replaces !== null)
const belongs = (unit: Unit) => isActive(unit) && unit.status !== 'replaced' && unit.status !== 'outOfScope'

function groupOf({ stratum, cluster }: Unit, by: Weighting['nonresponse']): string {
  return by === 'cluster' && cluster !== null ? `${stratum} · ${cluster}` : stratum
}

/** Base weights of those who answered, raised so that each group keeps the weight of all that were drawn in it. */
function forSilence(units: readonly AskedUnit[], by: Weighting['nonresponse']): { answered: AskedUnit[]; weights: number[] } | Refused {
  const drawn = units.filter(belongs)
  const answered = drawn.filter(({ answers }) => answers !== null)
  if (answered.length === 0) return refused(refuse('survey.no-answers'))
  if (by === 'none') return { answered, weights: answered.map(({ weight }) => weight) }
  const sums = (list: readonly AskedUnit[]) => {
    const found = new Map<string, number>()
    for (const unit of list) found.set(groupOf(unit, by), (found.get(groupOf(unit, by)) ?? 0) + unit.weight)
    return found
  }
  const [all, heard] = [sums(drawn), sums(answered)]
  const silent = [...all.keys()].filter((group) => !heard.has(group))
  if (silent.length > 0) return refused(refuse('survey.group-silent', { groups: silent }))
  // Where everybody answered the factor is exactly one.
  return { answered, weights: answered.map((unit) => unit.weight * (all.get(groupOf(unit, by))! / heard.get(groupOf(unit, by))!)) }
}

function stagesOf({ kind }: Pick<DrawPlan, 'kind'>, units: readonly AskedUnit[]): Stage[] {
  const strata = kind === 'simple' ? {} : { strata: units.map(({ stratum }) => stratum) }
  const known = { population: units.map(({ firstPopulation }) => firstPopulation ?? 0) }
  if (!drawsClusters({ kind })) return [{ ...strata, ...known }]
  const clusters = units.map(({ cluster, code }) => cluster ?? code)
  const first = kind === 'pps' ? { chances: units.map(({ firstChance }) => firstChance) } : known
  return [
    { units: clusters, ...strata, ...first },
    { units: units.map(({ code }) => code), population: units.map(({ secondPopulation }) => secondPopulation ?? 0) },
  ]
}

/** A stratum in which one cluster is left has no error of its own; its distance from the mean of all is taken, and the reader is told. */
function designOf(plan: DesignPlan): { design: Design; lonely: string[] } | Refused {
  const strict = surveyDesign(plan)
  if (!('code' in strict)) return { design: strict, lonely: [] }
  if (strict.code !== 'sampling.lonely-stratum') return refused(refuse(strict.code, strict.facts))
  const design = surveyDesign({ ...plan, lonely: 'grand-mean' })
  return 'code' in design ? refused(refuse(design.code, design.facts)) : { design, lonely: strict.facts.strata }
}

const labelOf = (unit: AskedUnit, question: string | null): Label => {
  const value = question === null ? unit.stratum : unit.answers?.[question]
  return typeof value === 'string' ? value : null
}

export function weigh(units: readonly AskedUnit[], plan: Pick<DrawPlan, 'kind'>, how: Weighting, margins: readonly KnownMargin[]): Weighted | Refused {
  const heard = forSilence(units, how.nonresponse)
  if ('refused' in heard) return heard
  const { answered, weights } = heard
  const found = designOf({ rows: answered.length, stages: stagesOf(plan, answered), weights })
  if ('refused' in found) return found
  const { design, lonely } = found
  if (margins.length === 0) return { design, units: answered, lonely }
  const known = margins.map(({ question, totals }) => ({ labels: answered.map((unit) => labelOf(unit, question)), totals }))
  const fitted = known.length === 1 ? poststratify(design, known[0]!) : rake(design, known)
  return 'code' in fitted ? refused(refuse(fitted.code, fitted.facts)) : { design: fitted, units: answered, lonely }
}
