/**
 * Disclosure control of one round: counts under the pack's minimum are withheld in area totals, sexes, carried figures, methods and facts, of people and of
 * households, with whatever would let a reader subtract his way back, in this round or with the help of what was published before; then an audit tries to recover
 * them, and what it recovers may not be published. Strategy: guard rail of focus area 15, activity C.
 */
import { type Count, isKnown } from '../../engines/count.ts'
import {
  type AreaParents,
  auditPublication,
  type Beside,
  type FigureToPublish,
  idOfFigure,
  nothingBeside,
  type PrintedTerm,
  type PublishedFigure,
  type ReleasedFigure,
  withhold,
} from '../../engines/disclosure/index.ts'
import { type Refused, refuse, refused } from '../../kernel/index.ts'
import type { AgeSum, Ages } from './ages.ts'
import { type AreaSum, type Assembled, type FactSum, finestPublicLevel } from './assemble.ts'
import { type KnownBefore, nothingKnown } from './earlierRounds.ts'
import { type Groups, householdGroup, peopleGroups } from './groups.ts'
import { type PrintedSums, printedSums } from './printedSums.ts'

type Sums = { areas: AreaSum[]; facts: FactSum[]; ages: Ages; methods: Assembled['methods'] }
/** `gives`: whether these terms of a change, printed beside everything else, would give a withheld figure away. */
export type Disclosed = Sums & { gives: (terms: PrintedTerm[]) => Promise<boolean> }

/** `count` as it stands in the sums; in a printed set it may be withheld. */
type Entry = { figure: FigureToPublish; count: Count; put: (count: Count) => void }

const printable = (count: Count): number | 'unknown' => (typeof count === 'number' ? count : 'unknown')
const entryOf = (figure: Omit<FigureToPublish, 'count'>, count: Count, put: Entry['put']): Entry => ({
  figure: { ...figure, count: printable(count) },
  count,
  put,
})

/** Where an unknown origin or reason stands, it is a value of its own and not a missing part of the key. */
const keyOfFact = ({ area, reason, originPcode, originName }: Pick<FactSum, 'reason' | 'originPcode' | 'originName'> & { area: { pcode: string } }) => ({
  area: area.pcode,
  reason,
  origin: JSON.stringify([originPcode, originName]),
})

function peopleOf({ areas, facts, ages, methods }: Sums | PrintedSums, minimum: number, { nameOf }: Pick<Groups, 'nameOf'>): Entry[] {
  const entries: Entry[] = []
  const people = (sum: Measured, key: Record<string, string>) => {
    const groups = (sex?: 'f' | 'm') => {
      const names = sum.cells?.flatMap((cell) => peopleGroups(cell, nameOf.get(cell) ?? '', sex))
      return names && names.length > 0 ? { groups: names } : {}
    }
    entries.push(entryOf({ key, ...groups() }, sum.individuals, (count) => (sum.individuals = count)))
    // Each sex by itself: where only one is known, it is printed alone and must be safe alone.
    if (sum.females !== 'unknown') entries.push(entryOf({ key: { ...key, sex: 'f' }, ...groups('f') }, sum.females, (count) => (sum.females = count)))
    if (sum.males !== 'unknown') entries.push(entryOf({ key: { ...key, sex: 'm' }, ...groups('m') }, sum.males, (count) => (sum.males = count)))
  }
  for (const sum of areas) {
    const key = { area: sum.area.pcode }
    people(sum, key)
    if (sum.carriedIndividuals !== 0)
      entries.push(entryOf({ key: { ...key, method: 'carried' } }, sum.carriedIndividuals, (count) => (sum.carriedIndividuals = count)))
  }
  for (const fact of facts) people(fact, keyOfFact(fact))
  const country = areas.find(({ area }) => area.level === 0)?.area.pcode ?? ''
  for (const age of ages.sums) entries.push(entryOfAge(age, country, minimum))
  for (const sum of methods) entries.push(entryOf({ key: { area: country, method: sum.method } }, sum.individuals, (count) => (sum.individuals = count)))
  return distinct(entries)
}

type Measured = Pick<FactSum, 'individuals' | 'females' | 'males' | 'cells'>

/** What is carried in the whole country stands among the areas and among the methods: one figure, put in both places. */
function distinct(entries: Entry[]): Entry[] {
  const found = new Map<string, Entry>()
  for (const entry of entries) {
    const id = idOfFigure(entry.figure.key)
    const known = found.get(id)
    const putBoth = (count: Count) => {
      known?.put(count)
      entry.put(count)
    }
    found.set(id, { ...entry, put: putBoth })
  }
  return [...found.values()]
}

/** A share that rests on a handful of people would tell how many they were, however many it is applied to. */
const entryOfAge = (age: AgeSum, country: string, minimum: number): Entry => {
  const figure = { key: { area: country, sex: age.sex, age: age.band }, sensitive: age.counted > 0 && age.counted < minimum }
  return entryOf(figure, age.individuals, (count) => (age.individuals = count))
}

/** Households of people who are withheld would tell as much as the people, whatever their number. */
function householdsOf({ areas, facts }: Sums | PrintedSums, isWithheld: (key: Record<string, string>) => boolean, { nameOf }: Pick<Groups, 'nameOf'>): Entry[] {
  const entry = (sum: Pick<FactSum, 'households' | 'cells'>, key: Record<string, string>): Entry => {
    const groups = sum.cells ? { groups: sum.cells.map((cell) => householdGroup(nameOf.get(cell) ?? '')) } : {}
    return entryOf({ key, sensitive: isWithheld(key), ...groups }, sum.households, (count) => (sum.households = count))
  }
  return [...areas.map((sum) => entry(sum, { area: sum.area.pcode })), ...facts.map((fact) => entry(fact, keyOfFact(fact)))]
}

/** Someone could still work out these figures. */
const open = (cells: { key: Record<string, string> }[]): Refused =>
  refused(refuse('round.disclosure-open', { cells: cells.map(({ key }) => Object.values(key).join(' ')) }))

/** The counts that may be printed, in the order of the figures; refused when somebody could still work one of them out. */
export async function safeCounts(
  figures: FigureToPublish[],
  parents: AreaParents,
  minimum: number,
  beside: Beside = nothingBeside,
): Promise<Count[] | Refused> {
  const published = await withhold(figures, parents, minimum, beside)
  if (!Array.isArray(published)) return refused(published)
  const recoverable = await auditPublication(figures, published, parents, minimum, beside)
  return recoverable.length > 0 ? open(recoverable) : published.map(({ count }) => count)
}

async function control(entries: Entry[], parents: AreaParents, minimum: number, beside: Beside): Promise<Refused | null> {
  const counts = await safeCounts(
    entries.map(({ figure }) => figure),
    parents,
    minimum,
    beside,
  )
  if ('refused' in counts) return counts
  for (const [at, count] of counts.entries()) entries[at]!.put(count)
  return null
}

const publicSums = ({ areas, facts, ages, methods }: Assembled): Sums => ({
  areas: [...areas.values()].filter(({ area }) => area.level <= finestPublicLevel),
  facts: [...facts.values()].filter(({ area }) => area.level <= finestPublicLevel),
  ages,
  methods,
})

function withheldIn(figures: { key: Record<string, string>; count: Count | null }[]): (key: Record<string, string>) => boolean {
  const withheld = new Set(figures.flatMap(({ key, count }) => (count === 'withheld' ? [idOfFigure(key)] : [])))
  return (key) => withheld.has(idOfFigure(key))
}

/** The figures of every earlier release, people and households apart, as they were printed. */
function releasedBefore({ rounds, groups }: KnownBefore, minimum: number): { people: ReleasedFigure[][]; households: ReleasedFigure[][] } {
  const released = (truth: Entry[], printed: Entry[]): ReleasedFigure[] => {
    const counts = new Map(printed.map(({ figure, count }) => [idOfFigure(figure.key), count]))
    return truth.map(({ figure }) => ({ ...figure, printed: counts.get(idOfFigure(figure.key)) ?? null }))
  }
  const both = rounds.map(({ assembled, printed }) => {
    const [truth, out] = [publicSums(assembled), printedSums(printed)]
    const people = released(peopleOf(truth, minimum, groups), peopleOf(out, minimum, groups))
    const isWithheld = withheldIn(people.map(({ key, printed: count }) => ({ key, count })))
    return {
      people,
      households: released(
        householdsOf(truth, isWithheld, groups),
        householdsOf(out, () => false, groups),
      ),
    }
  })
  return { people: both.map(({ people }) => people), households: both.map(({ households }) => households) }
}

/** Changes the assembled sums in place; gives the areas, facts, ages and methods that may be printed. */
export async function disclose(assembled: Assembled, parents: AreaParents, minimum: number, known: KnownBefore = nothingKnown): Promise<Disclosed | Refused> {
  const sums = publicSums(assembled)
  const { sample } = sums.ages
  if (sample && isKnown(sample.individuals) && sample.individuals < minimum) sample.individuals = 'withheld'
  const { groups } = known
  const before = releasedBefore(known, minimum)
  const people = peopleOf(sums, minimum, groups)
  const beside: Beside = { earlier: before.people, sizes: groups.sizes, terms: known.terms }
  const truth = people.map(({ figure }) => figure)
  const ofPeople = await control(people, parents, minimum, beside)
  if (ofPeople) return ofPeople
  const published: PublishedFigure[] = peopleOf(sums, minimum, groups).map(({ figure, count }) => ({ key: figure.key, count }))
  const households = householdsOf(sums, withheldIn(published), groups)
  const ofHouseholds = await control(households, parents, minimum, { ...beside, earlier: before.households, terms: [] })
  if (ofHouseholds) return ofHouseholds
  for (const sum of [...sums.areas, ...sums.facts]) if (sum.individuals === 'withheld') Object.assign(sum, { females: 'withheld', males: 'withheld' })
  const gives = async (terms: PrintedTerm[]) =>
    (await auditPublication(truth, published, parents, minimum, { ...beside, terms: [...beside.terms, ...terms] })).length > 0
  return { ...sums, gives }
}
