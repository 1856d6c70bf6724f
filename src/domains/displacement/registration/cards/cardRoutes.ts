/** The requests for cards: printing them, and what was printed for a household. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, type Policy, read, route } from '../../../../kernel/index.ts'
import { cardSheet } from './cardSheet.ts'
import { cardsOfExercise, mostCards } from './cardsOf.ts'
import { reasonsAgain } from './householdCard.ts'
import { printCards } from './printCards.ts'

const registrars: Policy = { who: ['registrar'], class: 3 }

export const cardRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/registration/cards',
    policy: registrars,
    summary: 'Print cards of households, eight on a sheet; a card printed again needs a reason and makes the earlier one invalid',
    body: z.object({ households: z.array(z.uuid()).min(1).max(mostCards), reason: z.enum(reasonsAgain).optional() }),
    answer: async ({ house, actor, body }) => {
      const cards = await act(house.doors, actor, (db) => printCards(db, house, body))
      if ('refused' in cards) return cards
      const [first] = cards
      const content = await cardSheet(cards, { exercise: first!.exercise, day: first!.issuedOn })
      return { content, type: 'application/pdf', name: `cards-${first!.issuedOn}.pdf` }
    },
  }),
  route({
    method: 'GET',
    url: '/api/registration/exercises/:id/cards',
    policy: registrars,
    summary: 'Households of an exercise with their cards, and the prints that no longer hold; no names',
    params: z.object({ id: z.uuid() }),
    query: z.object({ only: z.enum(['without-card', 'all']).default('without-card') }),
    answer: ({ house, actor, params, query }) => read(house.doors, actor, (db) => cardsOfExercise(db, params.id, query.only)),
  }),
  route({
    method: 'GET',
    url: '/api/registration/cards/:number',
    policy: registrars,
    summary: 'The cards that were printed for a household number',
    params: z.object({ number: z.string().max(20) }),
    answer: async ({ house, actor, params }) => ({
      cards: await read(house.doors, actor, (db) =>
        db.rows(sql`select print, printed_on, reason from displacement.household_card where number = ${params.number} order by print`),
      ),
    }),
  }),
]
