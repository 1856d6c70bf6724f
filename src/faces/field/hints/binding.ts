/**
 * Which questions of a form tell who a person is. The author says it in the form itself, beside each question: a column `bind::capulana:person` with one of the
 * words below, and `namespaces` of the settings with `capulana="urn:capulana:forms"`. Other programs pass over it.
 */
import type { AnyNode } from '@getodk/xforms-engine'
import type { ListedPerson } from '../../../engines/registered/index.ts'
import { type Question, questionsOf } from '../form/pages.ts'

const namespace = 'urn:capulana:forms'
const fields = ['given', 'surname', 'sex', 'birth_date', 'birth_year', 'age', 'decision'] as const
export type PersonField = (typeof fields)[number]
export type PersonBinding = ReadonlyMap<string, PersonField>

/** Without reading the form: enough to know whether the list of people is wanted. */
export const declaresPeople = (xform: string): boolean => xform.includes(namespace)

export function personBindingIn(xform: string): PersonBinding {
  const binding = new Map<string, PersonField>()
  if (!declaresPeople(xform)) return binding
  for (const bind of new DOMParser().parseFromString(xform, 'text/xml').getElementsByTagName('bind')) {
    const field = fields.find((known) => known === bind.getAttributeNS(namespace, 'person'))
    const nodeset = bind.getAttribute('nodeset')
    if (field && nodeset) binding.set(nodeset, field)
  }
  return binding
}

type Told = Partial<Record<PersonField, Question>>

export function toldIn(node: AnyNode, binding: PersonBinding): Told {
  const told: Told = {}
  for (const question of questionsOf(node)) {
    const field = binding.get(question.definition.nodeset)
    if (field) told[field] = question
  }
  return told
}

const answered = (question: Question | undefined): string | null => question?.currentState.instanceValue.trim() || null

/** Who was never asked, or did not agree and whose questions are gone, has no name here. */
export function personOf(told: Told, thisYear: number): ListedPerson {
  const age = answered(told.age)
  const birth = answered(told.birth_date) ?? answered(told.birth_year) ?? (age && /^\d{1,3}$/.test(age) ? String(thisYear - Number(age)) : null)
  return { given: answered(told.given), surname: answered(told.surname), sex: answered(told.sex), birth }
}

/** All the people of a form that is being finished: questions of one turn of the repeat belong to one person. */
export function peopleIn(root: AnyNode, binding: PersonBinding, thisYear: number): ListedPerson[] {
  const turns = new Map<string, Told>()
  for (const question of questionsOf(root)) {
    const field = binding.get(question.definition.nodeset)
    if (!field) continue
    const { reference } = question.currentState
    const turn = reference.slice(0, reference.lastIndexOf(']') + 1)
    turns.set(turn, { ...turns.get(turn), [field]: question })
  }
  return [...turns.values()].map((told) => personOf(told, thisYear)).filter(({ given, surname }) => given !== null || surname !== null)
}
