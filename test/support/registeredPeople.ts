/** People and cards of an exercise, laid as approvals and the printing of cards leave them, for phones that read the office's own lists. */
import { randomUUID } from 'node:crypto'
import { HouseholdCard } from '../../src/domains/displacement/registration/cards/householdCard.ts'
import { RegistrationExercise, RegistrationLine } from '../../src/domains/displacement/registration/registration.ts'
import { asOwner, type Db, type House, insertRow } from '../../src/kernel/index.ts'
import { Household, Person } from '../../src/registry/people/person.ts'
import { closeSecret } from '../../src/registry/people/secret.ts'
import { layOperation } from './movementForm.ts'

export type LaidPerson = { given: string; surname: string; sex: 'f' | 'm'; birthYear: number; number: string }

const home = { scope: 'MZ01', place: 'MZ010902' }

export async function layExercise(house: House): Promise<string> {
  const operation = await layOperation({ house })
  const promised = { purpose: 'Assistência', legalBasis: 'Acordo', retainUntil: '2099-12-31', state: 'collecting' as const }
  return (await insertRow(asOwner(house.doors), RegistrationExercise, { scope: 'MZ', operation, name: 'Pemba', sites: ['MZ0109'], ...promised })).id
}

const layHousehold = (db: Db, number: string) => insertRow(db, Household, { ...home, number, state: 'active' })

export async function layPeople(house: House, exercise: string, people: readonly LaidPerson[]): Promise<void> {
  const db = asOwner(house.doors)
  for (const { given, surname, sex, birthYear, number } of people) {
    const household = (await layHousehold(db, number)).id
    const id = randomUUID()
    const sealed = await closeSecret(house, id, { given, surname, birthDate: null, phone: null, document: null }, null)
    await insertRow(db, Person, { id, scope: home.scope, household, sealed, sex, birthYear, vulnerabilities: [], difficulties: [] })
    const said = { day: '2026-03-02', consent: 'given' as const, verification: 'unverified' as const, needs: [] }
    await insertRow(db, RegistrationLine, { ...home, exercise, household, ...said })
  }
}

/** A household whose first card was lost and printed again. */
export async function layLostCard(house: House, exercise: string, number: string): Promise<void> {
  const db = asOwner(house.doors)
  await layHousehold(db, number)
  for (const [print, reason] of [
    [1, 'first'],
    [2, 'lost'],
  ] as const)
    await insertRow(db, HouseholdCard, { scope: home.scope, exercise, number, print, printedOn: '2026-11-27', reason })
}
