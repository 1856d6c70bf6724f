/** Cards for households that a registrar chose: each print is counted and written down before anything is on paper, and a second one needs a reason. */
import { sql } from 'kysely'
import { audit, type Db, type House, type Refused, refuse, refused } from '../../../../kernel/index.ts'
import { type CardHousehold, householdsForCards } from '../../../../registry/people/index.ts'
import type { PrintedCard } from './cardSheet.ts'
import { HouseholdCard, type reasonsAgain } from './householdCard.ts'
import { signedCard } from './signCard.ts'

export type CardOrder = { households: string[]; reason?: (typeof reasonsAgain)[number] | undefined }

/** Exercises have no short name of their own; the beginning of their id is one that nobody has to invent twice. */
const exerciseCode = (id: string) => id.slice(0, 8).toUpperCase()

type Printed = CardHousehold & { exercise: string; print: number }

async function withPrints(db: Db, households: readonly CardHousehold[]): Promise<Printed[]> {
  const ids = households.map(({ id }) => id)
  const exercises = await db.rows<{ household: string; exercise: string }>(sql`
    select distinct on (household) household, exercise from displacement.registration_line where household = any (${ids}::text[])
    order by household, day desc, recorded_at desc`)
  const numbers = households.map(({ number }) => number)
  const prints = await db.rows<{ number: string; print: number }>(
    sql`select number, max(print)::int as print from displacement.household_card where number = any (${numbers}::text[]) group by number`,
  )
  return households.flatMap((household) => {
    const exercise = exercises.find((line) => line.household === household.id)?.exercise
    const before = prints.find(({ number }) => number === household.number)?.print ?? 0
    return exercise ? [{ ...household, exercise, print: before + 1 }] : []
  })
}

export async function printCards(db: Db, house: House, { households, reason }: CardOrder): Promise<PrintedCard[] | Refused> {
  // Two people who print for one household at the same moment would both make its second card.
  await db.run(sql`select pg_advisory_xact_lock(7350)`)
  const wanted = [...new Set(households)]
  const cards = await withPrints(db, await householdsForCards(db, wanted))
  if (cards.length < wanted.length) return refused(refuse('registration.card-household-unknown', { n: wanted.length - cards.length }))
  const again = cards.filter(({ print }) => print > 1)
  if (again.length > 0 && !reason) return refused(refuse('registration.card-again', { list: again.map(({ number }) => number).join(', ') }))
  const issuedOn = new Date().toISOString().slice(0, 10)
  const printed: PrintedCard[] = []
  for (const { number, exercise, placeName, place, byAge, print } of cards) {
    const people = byAge.map(({ ageBand, people: count }) => ({ band: ageBand ?? 'unknown', count }))
    const facts = { number, exercise: exerciseCode(exercise), place: placeName ?? place, people, issuedOn, print }
    const token = signedCard(house.keyring, house.pack.country.iso3, facts)
    if (!token) return refused(refuse('registration.card-number', { number }))
    printed.push({ ...facts, token })
  }
  const rows = cards.map(({ scope, exercise, number, print }) => ({ scope, exercise, number, print, reason: print > 1 ? reason : 'first' }))
  await db.run(sql`
    insert into displacement.household_card (scope, exercise, number, print, printed_on, reason)
    select scope, exercise, number, print, ${issuedOn}::date, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as each (scope text, exercise uuid, number text, print int, reason text)`)
  // How many and why; which ones stands in the rows.
  await audit(db, 'registration.cards-printed', HouseholdCard.name, null, { cards: printed.length, again: again.length, reason: reason ?? null })
  return printed
}
