/**
 * Which cards are no longer valid, as phones get it: every print before a household's newest, and all prints of a household that left, was merged into another, or
 * was erased. A number and a print, no reason: who checks a card is not told what became of a household.
 */
import { sql } from 'kysely'
import { asTheHouse, covers, type Db, type FieldListRow, type FieldListView } from '../../../../kernel/index.ts'
import { activeNumbers } from '../../../../registry/people/index.ts'

type Newest = { number: string; print: number; scope: string; exercise: string; reason: string; printedOn: string }

/** `upToPrint` null: every print of this household. The reason is for the office alone. */
export type RevokedCard = { number: string; upToPrint: number | null; print: number; scope: string; exercise: string; reason: string; since: string | null }

/** Within the areas of whoever asks. */
export async function revokedNow(db: Db): Promise<RevokedCard[]> {
  const { cards, active } = await asTheHouse(db, async (within) => {
    const newest = await within.rows<Newest>(
      sql`select distinct on (number) number, print, scope, exercise, reason, printed_on from displacement.household_card order by number, print desc`,
    )
    const numbers = newest.map(({ number }) => number)
    return { cards: newest, active: await activeNumbers(within, numbers) }
  })
  return cards
    .filter(({ scope }) => covers(db.actor, scope))
    .flatMap(({ printedOn, ...card }): RevokedCard[] => {
      if (!active.has(card.number)) return [{ ...card, upToPrint: null, reason: 'gone', since: null }]
      return card.print === 1 ? [] : [{ ...card, upToPrint: card.print - 1, since: printedOn }]
    })
}

async function rows(db: Db): Promise<FieldListRow[]> {
  if (!db.actor.device) return []
  return (await revokedNow(db)).map(({ number, upToPrint, print, scope }) => {
    const properties = { household: number, print: upToPrint === null ? '' : String(upToPrint) }
    return { entity: `card-${number}`, label: number, version: print, properties, scope }
  })
}

export const revokedCards: FieldListView = {
  code: 'revoked_cards',
  labels: { pt: 'Cartões que deixaram de valer', en: 'Cards that are no longer valid' },
  properties: [
    { name: 'household', label: { pt: 'Número do agregado', en: 'Household number' } },
    { name: 'print', label: { pt: 'Até à via', en: 'Up to print' } },
  ],
  rows,
  registers: [
    { table: 'displacement.household_card', key: 'id' },
    { table: 'people.household', key: 'id' },
  ],
}
