/** What a registration form says, as the register of people wants it. Of a household that does not agree only sex and age band are taken, whatever else was written. */
import type { AnswersTree, House, TakenSubmission } from '../../../kernel/index.ts'
import type { ConsentGiven, PersonGiven } from '../../../registry/people/index.ts'
import { codeIn, codesIn, countIn, textIn, turnsOf } from '../field/answers.ts'
import { ageOn, bandOfAge } from './bands.ts'
import type { CountedOnly } from './registration.ts'

const sexes = ['f', 'm', 'x', 'u'] as const
const sexIn = (turn: AnswersTree) => sexes.find((each) => each === textIn(turn, 'person_page/sex')) ?? 'u'

export type UnderstoodRegistration = {
  exercise: string | null
  place: string | null
  day: string | null
  setting: string | null
  team: string | null
  agrees: boolean
  previousPlace: string | null
  needs: string[]
  people: PersonGiven[]
  counted: CountedOnly
  consents: ConsentGiven[]
}

export function understandRegistration(
  { pack }: Pick<House, 'pack'>,
  { answers: tree, form }: Pick<TakenSubmission, 'answers' | 'form'>,
): UnderstoodRegistration {
  const lists = pack.codeLists
  const day = textIn(tree, 'where/day')
  const agrees = textIn(tree, 'consent_page/consent') === 'yes'
  const turns = turnsOf(tree, 'person')
  const ageIn = (turn: AnswersTree): number | null => {
    const birthDate = agrees ? textIn(turn, 'person_page/birth_date') : null
    return birthDate && day ? ageOn(birthDate, day) : countIn(turn, 'person_page/age')
  }
  const person = (turn: AnswersTree, i: number): PersonGiven => {
    const said = (name: string) => textIn(turn, `person_page/${name}`)
    const [birthDate, age] = [said('birth_date'), ageIn(turn)]
    return {
      turn: i + 1,
      secret: { given: said('given'), surname: said('surname'), birthDate, phone: said('phone'), document: said('document') },
      sex: sexIn(turn),
      birthYear: birthDate ? Number(birthDate.slice(0, 4)) : age === null || !day ? null : Number(day.slice(0, 4)) - age,
      ageBand: bandOfAge(lists, age),
      vulnerabilities: codesIn(lists, 'vulnerability', turn, 'person_page/vulnerable'),
      difficulties: codesIn(lists, 'difficulty', turn, 'person_page/difficulties'),
      relation: codeIn(lists, 'relation', turn, 'person_page/relation') ?? 'unknown',
    }
  }
  const consent = (purpose: string, answer: ConsentGiven['answer']): ConsentGiven => ({
    ...{ purpose, answer, wordingVersion: textIn(tree, 'consent_page/consent_version') ?? form.version },
    ...{ language: textIn(tree, 'consent_page/consent_language') ?? 'pt', words: textIn(tree, 'consent_page/consent_said') ?? '' },
  })
  return {
    ...{ day, agrees, exercise: textIn(tree, 'where/exercise'), place: textIn(tree, 'where/place'), team: textIn(tree, 'where/team') },
    setting: codeIn(lists, 'setting', tree, 'where/setting'),
    previousPlace: textIn(tree, 'before/before_district') ?? textIn(tree, 'before/before_province'),
    needs: codesIn(lists, 'need', tree, 'needs_page/needs'),
    people: agrees ? turns.map(person) : [],
    counted: agrees ? [] : countOf(turns.map((turn) => ({ sex: sexIn(turn), ageBand: bandOfAge(lists, ageIn(turn)) }))),
    consents: agrees ? [consent('registration', 'given'), consent('sharing', textIn(tree, 'consent_page/sharing') === 'yes' ? 'given' : 'refused')] : [],
  }
}

export function countOf(people: readonly { sex: string; ageBand: string | null; people?: number }[]): CountedOnly {
  const sums = new Map<string, CountedOnly[number]>()
  for (const { sex, ageBand, people: n = 1 } of people) {
    const line = sums.get(`${sex} ${ageBand}`)
    if (line) line.people += n
    else sums.set(`${sex} ${ageBand}`, { sex, ageBand, people: n })
  }
  return [...sums.values()]
}
