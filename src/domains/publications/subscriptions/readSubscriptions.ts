/** How many hear by e-mail of what is published: numbers alone, for the office. */
import { sql } from 'kysely'
import { type AnyRoute, asTheHouse, read, route, wayOut } from '../../../kernel/index.ts'
import { office } from '../office.ts'

export const subscriptionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/subscribers',
    policy: office,
    summary: 'How many subscribed by e-mail, by language, and whether the mail is switched on',
    answer: async ({ house, actor }) => {
      const counts = await read(house.doors, actor, (db) =>
        asTheHouse(db, (own) =>
          own.one(sql`
            select count(*) filter (where state = 'confirmed' and language = 'pt')::int as pt, count(*) filter (where state = 'confirmed' and language = 'en')::int as en,
              count(*) filter (where state = 'asked')::int as asked, count(*) filter (where state = 'left' and confirmed_at is not null)::int as gone,
              count(*) filter (where state = 'asked' and asked_mail_at is null and recorded_at < now() - interval '10 minutes')::int as stuck
            from publications.subscription`),
        ),
      )
      return { ...(counts as object), mail: (await wayOut(house, 'mail')) !== null }
    },
  }),
]
