/**
 * From the cells of a frozen round to the areas and facts that could be published: sums over every level of the administrative tree, coverage beside each
 * sum, before disclosure control. A part that nobody knows makes a sum unknown; nothing is counted at two levels.
 */
import { sql } from 'kysely'
import type { Count } from '../../engines/count.ts'
import type { Db } from '../../kernel/index.ts'
import { type Ages, agesOf } from './ages.ts'
import type { AreaNode, AreaTree } from './areas.ts'
import type { PublicRound } from './publicRound.ts'

type Measures = { households: Count; individuals: Count; females: Count; males: Count }
export type AreaSum = Measures & {
  area: AreaNode
  expected: number
  assessed: number
  carriedForward: number
  notAssessed: number
  closed: number
  carriedIndividuals: Count
}
/** `cells`: what it sums, at the finest level that is published. */
export type FactSum = Measures & { area: AreaNode; reason: string; originPcode: string | null; originName: string | null; cells?: SummedCell[] }

export type Assembled = {
  areas: Map<string, AreaSum>
  facts: Map<string, FactSum>
  /** Of the whole country. */
  ages: Ages
  methods: PublicRound['methods']
}

/** What the world is told when a form did not ask; the words of the DTM API. */
const noReason = 'No reason for displacement reported'

/** Finest level that leaves the office; sites only where the operation's sensitivity allows. */
export const finestPublicLevel = 2

const measures = ['households', 'individuals', 'females', 'males'] as const
const nothing = (): Measures => ({ households: 0, individuals: 0, females: 0, males: 0 })

const plus = (sum: Count, part: number | null): Count => (typeof sum === 'number' && part !== null ? sum + part : 'unknown')

type Line = { place: string; outcome: string | null }
export type SummedCell = Record<(typeof measures)[number], number | null> & {
  place: string
  reasons: string[]
  originPcode: string | null
  originName: string | null
  method: string
}

export async function assemble(db: Db, round: string, tree: AreaTree): Promise<Assembled> {
  const lines = await db.rows<Line>(sql`select place, outcome from displacement.master_list_line where round = ${round}`)
  const cells = await db.rows<SummedCell>(sql`
    select place, reasons, origin_pcode, origin_name, households, individuals, females, males, method
    from displacement.presence_cell where round = ${round} and population_group = 'IDP'`)
  const areas = new Map<string, AreaSum>()
  const facts = new Map<string, FactSum>()
  const areaOf = (area: AreaNode): AreaSum => {
    const known = areas.get(area.pcode)
    if (known) return known
    const made = { area, ...nothing(), expected: 0, assessed: 0, carriedForward: 0, notAssessed: 0, closed: 0, carriedIndividuals: 0 as Count }
    areas.set(area.pcode, made)
    return made
  }
  for (const { place, outcome } of lines)
    for (const node of tree.ancestorsOf(place)) {
      const area = areaOf(node)
      area.expected++
      if (outcome === 'assessed') area.assessed++
      else if (outcome === 'carried_forward') area.carriedForward++
      else if (outcome === 'not_assessed' || outcome === null) area.notAssessed++
      else if (outcome === 'closed' || outcome === 'merged') area.closed++
    }
  const byMethod = new Map<string, Count>()
  for (const cell of cells) {
    byMethod.set(cell.method, plus(byMethod.get(cell.method) ?? 0, cell.individuals))
    const reason = cell.reasons.length > 0 ? [...cell.reasons].sort().join(' + ') : noReason
    for (const node of tree.ancestorsOf(cell.place)) {
      const area = areaOf(node)
      for (const measure of measures) area[measure] = plus(area[measure], cell[measure])
      if (cell.method === 'carried') area.carriedIndividuals = plus(area.carriedIndividuals, cell.individuals)
      if (node.level > finestPublicLevel) continue
      const key = JSON.stringify([node.pcode, reason, cell.originPcode, cell.originName])
      const fact = facts.get(key) ?? { area: node, reason, originPcode: cell.originPcode, originName: cell.originName, ...nothing() }
      for (const measure of measures) fact[measure] = plus(fact[measure], cell[measure])
      if (node.level === finestPublicLevel) (fact.cells ??= []).push(cell)
      facts.set(key, fact)
    }
  }
  const methods = [...byMethod].map(([method, individuals]) => ({ method: method as PublicRound['methods'][number]['method'], individuals }))
  const whole = areas.get(tree.country.pcode)
  return { areas, facts, methods, ages: await agesOf(db, round, whole ?? { individuals: 'unknown', females: 'unknown', males: 'unknown' }) }
}
