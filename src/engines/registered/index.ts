/**
 * May this person already be registered? The engine's door: a list of people made ready for asking, and who of them is most like the one at the table, with the
 * words why. A hint for the clerk and nothing else: it refuses nobody and merges nobody.
 */
import { append, candidates, explainAsked, type Index, indexByOwnShares } from '../linkage/index.ts'
import { learned } from './learned.ts'
import { registeredPlan } from './plan.ts'

/** `birth`: a year, or a date of which the year counts, because lists on phones hold no more. Null or empty: not known, which counts neither for nor against. */
export type ListedPerson = { given: string | null; surname: string | null; sex: string | null; birth: string | null }
export type PeopleList = Index
/** Of each field how it agrees, as a word for the screen; fields that are not known on both sides are left out. */
export type LikePerson = { row: number; bits: number; why: { field: 'names' | 'birth' | 'sex'; agrees: Agreement }[] }
export type Agreement = 'same' | 'swapped' | 'alike' | 'near' | 'differs'

const byYear = (person: ListedPerson): ListedPerson => ({ ...person, birth: person.birth?.slice(0, 4) ?? null })

/** Rarer than in a thousand rows no name is taken to be, however short the list. */
const leastRows = 1000
/** Of a hundred people at the table, how many are thought to be on the list: the guess before anything is compared. */
const shareAgain = 0.1
/** One in nine: a question too many costs a moment, a person registered twice costs somebody's ration. Measured in bench/hints.ts. */
const fromBits = -3

export function listOfPeople(people: readonly ListedPerson[]): PeopleList {
  const columns = Object.fromEntries((['given', 'surname', 'sex', 'birth'] as const).map((name) => [name, people.map((person) => byYear(person)[name])]))
  const comparisons = learned.map((one) => ({ ...one, levels: [], kin: one.u, kinTypical: one.u.map(() => 1), atMostBits: Number.POSITIVE_INFINITY }))
  const prior = shareAgain / Math.max(1, people.length)
  return indexByOwnShares({ plan: registeredPlan, comparisons, prior, kinship: 0, warnings: [] }, { size: people.length, columns }, leastRows)
}

export const addPerson = (list: PeopleList, person: ListedPerson): number => append(list, byYear(person))

export function likePeople(list: PeopleList, person: ListedPerson, most = 3): LikePerson[] {
  if (!person.given && !person.surname) return []
  return candidates(list, byYear(person), most)
    .filter(({ weightBits }) => weightBits >= fromBits)
    .map(({ row, weightBits }) => ({ row, bits: weightBits, why: whyOf(list, row) }))
}

const whyOf = (list: PeopleList, row: number): LikePerson['why'] =>
  explainAsked(list, row).flatMap(({ comparison, level }) => {
    const field = comparison as 'names' | 'birth' | 'sex'
    const agrees = level === 'unknown' || comparison === 'before' ? null : field === 'names' ? namesAgree(level) : valueAgrees(level)
    return agrees ? [{ field, agrees }] : []
  })

function namesAgree(level: string): Agreement | null {
  if (level === 'unknown/unknown') return null
  if (level.startsWith('swapped')) return 'swapped'
  const steps = level.split('/').filter((step) => step !== 'unknown')
  if (steps.every((step) => step === 'same')) return 'same'
  return steps.every((step) => step === 'differs') ? 'differs' : 'alike'
}

const sameLevels = new Set(['same', 'both-year-only', 'one-year-only'])

const valueAgrees = (level: string): Agreement => (sameLevels.has(level) ? 'same' : level === 'differs' ? 'differs' : 'near')
