/**
 * A household as it was registered becomes rows. The same registration taken a second time changes the same rows: its number, its people and their keys stay, so that
 * cards and decisions hold.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, type House, insertRow, type Refused, type RowOf, refuse, refused, updateRow } from '../../kernel/index.ts'
import { householdNumber } from './checkDigit.ts'
import { erasePeople } from './erase.ts'
import { Consent, Household, Membership, Person, Residence } from './person.ts'
import { closeSecret, type Secret } from './secret.ts'

export type PersonGiven = Pick<RowOf<typeof Person>, 'sex' | 'birthYear' | 'ageBand' | 'vulnerabilities' | 'difficulties'> & {
  /** Which of the household's people this is, as the form counts them. */
  turn: number
  secret: Secret
  relation: string
}
export type ConsentGiven = Pick<RowOf<typeof Consent>, 'purpose' | 'wordingVersion' | 'language' | 'words' | 'answer'>

export type HouseholdGiven = {
  /** The registration that it comes from, the same each time. */
  origin: string
  scope: string
  effectiveAt: string | null
  day: string
  place: string
  setting: string | null
  previousPlace: string | null
  people: readonly PersonGiven[]
  consents: readonly ConsentGiven[]
}

/** What this registration became the last time. */
export type KnownHousehold = { household: string; people: ReadonlyMap<number, string> }
export type KeptHousehold = { household: string; number: string; people: Map<number, string> }

export async function keepHousehold(db: Db, house: House, given: HouseholdGiven, known: KnownHousehold | null): Promise<KeptHousehold | Refused> {
  if (known && (await changedSince(db, known.household))) return refused(refuse('people.household-changed-since'))
  const common = { scope: given.scope, importId: given.origin, effectiveAt: given.effectiveAt }
  const household = known
    ? await updateRow(db, Household, known.household, { ...common, place: given.place, setting: given.setting, head: null })
    : await insertRow(db, Household, { ...common, number: await nextNumber(db), place: given.place, setting: given.setting, state: 'active' })
  const people = new Map<number, string>()
  for (const person of given.people) people.set(person.turn, await keepPerson(db, house, household!.id, person, known?.people.get(person.turn) ?? null, common))
  const left = [...(known?.people.values() ?? [])].filter((id) => ![...people.values()].includes(id))
  await erasePeople(db, left, 'left out of the registration')
  await keepAround(db, given, household!.id, people, common)
  return { household: household!.id, number: household!.number, people }
}

export const nextNumber = async (db: Db): Promise<string> =>
  householdNumber((await db.one<{ n: number }>(sql`select nextval('people.household_number')::int as n`))!.n)

/** Split, joined or partly erased since: the form no longer says who lives there. */
async function changedSince(db: Db, household: string): Promise<boolean> {
  const changed = await db.one(sql`
    select 1 from people.household h where h.id = ${household} and (h.state <> 'active'
      or exists (select 1 from people.membership m where m.household = h.id and (m.until_day is not null or m.import_id is distinct from h.import_id)))`)
  return changed !== null
}

type Common = { scope: string; importId: string; effectiveAt: string | null }

async function keepPerson(db: Db, house: House, household: string, given: PersonGiven, known: string | null, common: Common): Promise<string> {
  const { sex, birthYear, ageBand, vulnerabilities, difficulties } = given
  const before = known ? await db.one<{ sealed: string }>(sql`select sealed from people.person where id = ${known}`) : null
  const id = before ? known! : randomUUID()
  const sealed = await closeSecret(house, id, given.secret, before?.sealed ?? null)
  const values = { ...common, household, sealed, sex, birthYear, ageBand, vulnerabilities, difficulties }
  if (before) await updateRow(db, Person, id, values)
  else await insertRow(db, Person, { id, ...values })
  return id
}

/** What stands around the people is made anew from what was said. */
async function keepAround(db: Db, given: HouseholdGiven, household: string, people: ReadonlyMap<number, string>, common: Common): Promise<void> {
  for (const table of ['membership', 'consent', 'residence'] as const)
    await db.run(sql`delete from ${sql.table(`people.${table}`)} where household = ${household} and import_id = ${given.origin}`)
  for (const { turn, relation } of given.people)
    await insertRow(db, Membership, { ...common, household, person: people.get(turn)!, relation, fromDay: given.day })
  const head = given.people.find(({ relation }) => relation === 'head') ?? given.people[0]
  if (head) await updateRow(db, Household, household, { head: people.get(head.turn)! })
  for (const consent of given.consents)
    await insertRow(db, Consent, { ...common, household, ...consent, answeredAt: given.effectiveAt ?? `${given.day}T00:00:00.000Z` })
  await insertRow(db, Residence, { ...common, household, kind: 'current', place: given.place, setting: given.setting, fromDay: null })
  if (given.previousPlace) await insertRow(db, Residence, { ...common, household, kind: 'previous', place: given.previousPlace, untilDay: given.day })
}
