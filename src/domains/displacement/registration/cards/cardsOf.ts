/** Cards of an exercise as the desk chooses them: which households have one, which prints no longer hold and why. Numbers and sizes, no names. */
import { sql } from 'kysely'
import type { Db } from '../../../../kernel/index.ts'
import { activeHouseholds, listedHouseholds } from '../../../../registry/people/index.ts'
import { type RevokedCard, revokedNow } from './revokedCards.ts'

export type CardLine = {
  household: string
  number: string
  placeName: string | null
  place: string
  people: number
  /** 0: no card was printed yet. */
  prints: number
  printedOn: string | null
  reason: string | null
}
export type CardsOfExercise = { lines: CardLine[]; matching: number; withoutCard: number; revoked: RevokedCard[] }

/** What one order may print; the next order shows the next. */
export const mostCards = 400

type Print = { number: string; print: number; printedOn: string; reason: string }

export async function cardsOfExercise(db: Db, exercise: string, only: 'without-card' | 'all'): Promise<CardsOfExercise> {
  const lines = await db.rows<{ household: string }>(sql`
    select distinct household from displacement.registration_line where exercise = ${exercise} and household is not null and verification <> 'rejected'`)
  const active = await activeHouseholds(
    db,
    lines.map(({ household }) => household),
  )
  const numbers = active.map(({ number }) => number)
  const prints = await db.rows<Print>(sql`
    select distinct on (number) number, print, printed_on, reason from displacement.household_card where number = any (${numbers}::text[]) order by number, print desc`)
  const newest = new Map(prints.map((print) => [print.number, print]))
  const matching = active.filter(({ number }) => only === 'all' || !newest.has(number))
  const shown = await listedHouseholds(
    db,
    matching.slice(0, mostCards).map(({ id }) => id),
  )
  return {
    lines: shown.map(({ id, number, place, placeName, people }) => {
      const print = newest.get(number)
      return { household: id, number, place, placeName, people, prints: print?.print ?? 0, printedOn: print?.printedOn ?? null, reason: print?.reason ?? null }
    }),
    matching: matching.length,
    withoutCard: active.filter(({ number }) => !newest.has(number)).length,
    revoked: (await revokedNow(db)).filter((card) => card.exercise === exercise),
  }
}
