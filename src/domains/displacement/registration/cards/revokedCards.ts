/**
 * Which cards are no longer valid, as phones get it: every print before a household's newest, and all prints of a household that left, was merged into another, or
 * was erased. A number and a print, no reason: who checks a card is not told what became of a household.
 */
import { sql } from 'kysely'
import { asTheHouse, covers, type Db, type FieldListRow, type FieldListView } from '../../../../kernel/index.ts'
import { activeNumbers } from '../../../../registry/people/index.ts'

type Newest = { number: string; print: number; scope: string }

async function rows(db: Db): Promise<FieldListRow[]> {
  if (!db.actor.device) return []
  const { cards, active } = await asTheHouse(db, async (within) => {
    const newest = await within.rows<Newest>(sql`select distinct on (number) number, print, scope from displacement.household_card order by number, print desc`)
    const numbers = newest.map(({ number }) => number)
    return { cards: newest, active: await activeNumbers(within, numbers) }
  })
  return cards
    .filter(({ scope }) => covers(db.actor, scope))
    .flatMap(({ number, print, scope }) => {
      const isActive = active.has(number)
      if (isActive && print === 1) return []
      const properties = { household: number, print: isActive ? String(print - 1) : '' }
      return [{ entity: `card-${number}`, label: number, version: print, properties, scope }]
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
