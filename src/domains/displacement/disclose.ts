/**
 * Disclosure control of one round: counts under the pack's minimum are withheld in area totals, sexes, carried figures and facts, of people and of households,
 * with whatever would let a reader subtract his way back; then an audit tries to recover them, and what it recovers may not be published.
 * Strategy: guard rail of focus area 15, activity C.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import { type AreaParents, auditPublication, type FigureToPublish, withhold } from '../../engines/disclosure/index.ts'
import { type Refused, refuse, refused } from '../../kernel/index.ts'
import type { AgeSum, Ages } from './ages.ts'
import type { AreaSum, Assembled, FactSum } from './assemble.ts'

/** Finest level that leaves the office; sites only where the operation's sensitivity allows. */
const finestPublicLevel = 2

type Entry = { figure: FigureToPublish; put: (count: Count) => void }
type Sums = { areas: AreaSum[]; facts: FactSum[]; ages: Ages }

const printable = (count: Count): number | 'unknown' => (typeof count === 'number' ? count : 'unknown')

/** Where an unknown origin or reason stands, it is a value of its own and not a missing part of the key. */
const keyOfFact = ({ area, reason, originPcode, originName }: FactSum) => ({ area: area.pcode, reason, origin: JSON.stringify([originPcode, originName]) })

function peopleOf({ areas, facts, ages }: Sums, minimum: number): Entry[] {
  const entries: Entry[] = []
  const add = (key: Record<string, string>, count: Count, put: Entry['put']) => entries.push({ figure: { key, count: printable(count) }, put })
  const people = (sum: AreaSum | FactSum, key: Record<string, string>) => {
    add(key, sum.individuals, (count) => (sum.individuals = count))
    // Each sex by itself: where only one is known, it is printed alone and must be safe alone.
    if (typeof sum.females === 'number') add({ ...key, sex: 'f' }, sum.females, (count) => (sum.females = count))
    if (typeof sum.males === 'number') add({ ...key, sex: 'm' }, sum.males, (count) => (sum.males = count))
  }
  for (const sum of areas) {
    const key = { area: sum.area.pcode }
    people(sum, key)
    if (sum.carriedIndividuals !== 0) add({ ...key, method: 'carried' }, sum.carriedIndividuals, (count) => (sum.carriedIndividuals = count))
  }
  for (const fact of facts) people(fact, keyOfFact(fact))
  const country = areas.find(({ area }) => area.level === 0)?.area.pcode ?? ''
  for (const age of ages.sums) entries.push(entryOfAge(age, country, minimum))
  return entries
}

/** A share that rests on a handful of people would tell how many they were, however many it is applied to. */
const entryOfAge = (age: AgeSum, country: string, minimum: number): Entry => ({
  figure: {
    key: { area: country, sex: age.sex, age: age.band },
    count: printable(age.individuals),
    sensitive: age.counted > 0 && age.counted < minimum,
  },
  put: (count) => (age.individuals = count),
})

/** Households of people who are withheld would tell as much as the people, whatever their number. */
function householdsOf({ areas, facts }: Sums): Entry[] {
  const entry = (sum: AreaSum | FactSum, key: Record<string, string>): Entry => ({
    figure: { key, count: printable(sum.households), sensitive: sum.individuals === 'withheld' },
    put: (count) => (sum.households = count),
  })
  return [...areas.map((sum) => entry(sum, { area: sum.area.pcode })), ...facts.map((fact) => entry(fact, keyOfFact(fact)))]
}

/** The counts that may be printed, in the order of the figures; refused when somebody could still work one of them out. */
export async function safeCounts(figures: FigureToPublish[], parents: AreaParents, minimum: number): Promise<Count[] | Refused> {
  const published = await withhold(figures, parents, minimum)
  if (!Array.isArray(published)) return refused(published)
  const recoverable = await auditPublication(figures, published, parents, minimum)
  if (recoverable.length > 0) return refused(refuse('round.disclosure-open', { cells: recoverable.map(({ key }) => Object.values(key).join(' ')) }))
  return published.map(({ count }) => count)
}

async function control(entries: Entry[], parents: AreaParents, minimum: number): Promise<Refused | null> {
  const counts = await safeCounts(
    entries.map(({ figure }) => figure),
    parents,
    minimum,
  )
  if ('refused' in counts) return counts
  for (const [at, count] of counts.entries()) entries[at]!.put(count)
  return null
}

/** Changes the assembled sums in place; gives the areas, facts and ages that may be printed. */
export async function disclose(assembled: Assembled, parents: AreaParents, minimum: number): Promise<Sums | Refused> {
  const sums: Sums = {
    areas: [...assembled.areas.values()].filter(({ area }) => area.level <= finestPublicLevel),
    facts: [...assembled.facts.values()].filter(({ area }) => area.level <= finestPublicLevel),
    ages: assembled.ages,
  }
  const { sample } = sums.ages
  if (sample && isKnown(sample.individuals) && sample.individuals < minimum) sample.individuals = 'withheld'
  const refusal = (await control(peopleOf(sums, minimum), parents, minimum)) ?? (await control(householdsOf(sums), parents, minimum))
  if (refusal) return refusal
  for (const sum of [...sums.areas, ...sums.facts]) if (sum.individuals === 'withheld') Object.assign(sum, { females: 'withheld', males: 'withheld' })
  return sums
}
