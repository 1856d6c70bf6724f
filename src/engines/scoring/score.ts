/**
 * Vulnerability scores as agreed with the community: plain points, each with the answer that gave it, nothing learned and nothing hidden. An unanswered question
 * makes the score an interval; a household whose interval crosses the cut is asked again, not left out. Source: engines specification, section 8; strategy 7 E, 12 C.
 */

export type Criterion = {
  code: string
  points: number
} & ({ kind: 'yes' } | { /** Points for each one, as for children under five; `atMost` of them count. */ kind: 'each'; atMost: number })

export type Model = { criteria: readonly Criterion[] /** Points from which a household is served. */; cut: number }
/** Left out or null: nobody answered, which is neither no nor zero. */
export type Answers = Readonly<Record<string, boolean | number | null | undefined>>
export type Tier = 'reached' | 'uncertain' | 'below'
export type Score = { least: number; most: number; tier: Tier; byCriterion: { code: string; points: number }[]; missing: string[] }

function pointsOf(criterion: Criterion, answer: boolean | number): number {
  if (criterion.kind === 'yes') return answer ? criterion.points : 0
  return criterion.points * Math.min(Math.max(0, Number(answer)), criterion.atMost)
}

const greatest = (criterion: Criterion) => (criterion.kind === 'yes' ? criterion.points : criterion.points * criterion.atMost)

export function scoreOf(answers: Answers, { criteria, cut }: Model): Score {
  const missing = criteria.filter(({ code }) => answers[code] === undefined || answers[code] === null)
  const byCriterion = criteria
    .filter((criterion) => !missing.includes(criterion))
    .map((criterion) => ({ code: criterion.code, points: pointsOf(criterion, answers[criterion.code]!) }))
  const sure = byCriterion.reduce((sum, { points }) => sum + points, 0)
  // A criterion may take points away: what is missing can then lower the score too.
  const least = sure + missing.reduce((sum, criterion) => sum + Math.min(0, greatest(criterion)), 0)
  const most = sure + missing.reduce((sum, criterion) => sum + Math.max(0, greatest(criterion)), 0)
  const tier = least >= cut ? 'reached' : most >= cut ? 'uncertain' : 'below'
  return { least, most, tier, byCriterion, missing: missing.map(({ code }) => code) }
}

/** How many would be served, asked again and left out, before anybody decides on a cut. */
export function simulate(households: readonly Answers[], model: Model): Record<Tier, number> {
  const counted: Record<Tier, number> = { reached: 0, uncertain: 0, below: 0 }
  for (const answers of households) counted[scoreOf(answers, model).tier]++
  return counted
}

/** Who would enter and who would leave if the second model took the place of the first, as positions in the list. */
export function compareModels(households: readonly Answers[], first: Model, second: Model): { enter: number[]; leave: number[] } {
  const reached = (model: Model) => households.map((answers) => scoreOf(answers, model).tier === 'reached')
  const [before, after] = [reached(first), reached(second)]
  const where = (was: boolean) => before.flatMap((served, i) => (served === was && after[i] !== was ? [i] : []))
  return { enter: where(false), leave: where(true) }
}

/** Grounds on which nobody may be chosen or left out, whatever a community agreed. Source: relief specification 3.3. */
const protectedGrounds = ['nationality', 'ethnicity', 'language', 'religion', 'political_opinion'] as const

/** Criteria that ask for a protected ground, or for a field that stands for one. `about`: what the question behind a criterion is really about. */
export const protectedCriteria = (criteria: readonly { code: string; about: readonly string[] }[]): string[] =>
  criteria.filter(({ code, about }) => [code, ...about].some((ground) => (protectedGrounds as readonly string[]).includes(ground))).map(({ code }) => code)
