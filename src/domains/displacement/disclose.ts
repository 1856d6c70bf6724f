/**
 * Disclosure control of one round: counts under the pack's minimum are withheld in area totals, sexes and facts, with whatever would let a reader subtract
 * his way back; then an audit tries to recover them, and what it recovers may not be published. Strategy: guard rail of focus area 15, activity C.
 */
import type { Count } from '../../engines/count.ts'
import { type AreaParents, auditPublication, type FigureToPublish, type PublishedFigure, withhold } from '../../engines/disclosure/index.ts'
import { type Refused, refuse, refused } from '../../kernel/index.ts'
import type { AreaSum, Assembled, FactSum } from './assemble.ts'

/** Finest level that leaves the office; sites only where the operation's sensitivity allows. */
const finestPublicLevel = 2

type Entry = { figure: FigureToPublish; put: (count: Count) => void }

const printable = (count: Count): number | 'unknown' => (typeof count === 'number' ? count : 'unknown')

function entriesOf(areas: AreaSum[], facts: FactSum[]): Entry[] {
  const entries: Entry[] = []
  const sexes = (sum: AreaSum | FactSum, key: Record<string, string>) => {
    if (typeof sum.females !== 'number' || typeof sum.males !== 'number') return
    entries.push({ figure: { key: { ...key, sex: 'f' }, count: sum.females }, put: (count) => (sum.females = count) })
    entries.push({ figure: { key: { ...key, sex: 'm' }, count: sum.males }, put: (count) => (sum.males = count) })
  }
  for (const area of areas) {
    const key = { area: area.area.pcode }
    entries.push({ figure: { key, count: printable(area.individuals) }, put: (count) => (area.individuals = count) })
    sexes(area, key)
  }
  for (const fact of facts) {
    const key = { area: fact.area.pcode, fact: JSON.stringify([fact.reason, fact.originPcode, fact.originName]) }
    entries.push({ figure: { key, count: printable(fact.individuals) }, put: (count) => (fact.individuals = count) })
    sexes(fact, key)
  }
  return entries
}

/** Changes the assembled sums in place; gives the areas and facts that may be printed. */
export async function disclose(assembled: Assembled, parents: AreaParents, minimum: number): Promise<{ areas: AreaSum[]; facts: FactSum[] } | Refused> {
  const areas = [...assembled.areas.values()].filter(({ area }) => area.level <= finestPublicLevel)
  const facts = [...assembled.facts.values()].filter(({ area }) => area.level <= finestPublicLevel)
  const entries = entriesOf(areas, facts)
  const figures = entries.map(({ figure }) => figure)
  const published = await withhold(figures, parents, minimum)
  if (!Array.isArray(published)) return refused(published)
  const recoverable = await auditPublication(figures, published, parents, minimum)
  if (recoverable.length > 0) return refused(refuse('round.disclosure-open', { cells: recoverable.map(({ key }) => Object.values(key).join(' ')) }))
  published.forEach(({ count }: PublishedFigure, at) => entries[at]!.put(count))
  // Households of people who are withheld would tell as much as the people.
  for (const sum of [...areas, ...facts])
    if (sum.individuals === 'withheld') Object.assign(sum, { households: 'withheld', females: 'withheld', males: 'withheld' })
  for (const area of areas)
    if (area.individuals === 'withheld' || (typeof area.carriedIndividuals === 'number' && area.carriedIndividuals > 0 && area.carriedIndividuals < minimum))
      area.carriedIndividuals = 'withheld'
  return { areas, facts }
}
