/** The requests of flow monitoring: the picture of a period for the office, and its publication. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, isRefused, type Policy, read, route } from '../../../kernel/index.ts'
import { treeOfCountry } from '../areas.ts'
import { drawFlows } from './drawFlows.ts'
import { interviewsOf } from './interviews.ts'
import { pictureOf } from './picture.ts'
import { endName } from './publicFlows.ts'
import { publishBulletin } from './publishBulletin.ts'
import { seasonOf } from './season.ts'

const office: Policy = { who: ['dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring'], class: 2 }
const day = z.iso.date()

export const flowRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/flows',
    policy: office,
    summary: 'Points with hours watched and passages seen, and who went from where to where',
    query: z.object({ from: day, to: day, kind: z.enum(['week', 'month']).default('week'), lang: z.enum(['pt', 'en']).default('pt') }),
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, async (db) => {
        const picture = await pictureOf(db, query.from, query.to)
        if (isRefused(picture)) return picture
        const tree = await treeOfCountry(db, house.pack.country)
        const last = await db.one<{ day: string | null }>(sql`select max(day)::text as day from displacement.observation_session`)
        const bulletins = await db.rows(
          sql`select id, kind, period_from, period_to, slug, published_at from displacement.flow_bulletin order by period_from desc limit 50`,
        )
        const cells = picture.cells.map((cell) => ({ ...cell, fromName: endName(house, tree, cell.from), toName: endName(house, tree, cell.to) }))
        const interviews = await interviewsOf(house, db, query.from, query.to)
        if (isRefused(interviews)) return interviews
        const season = await seasonOf(db, query.kind, query.to, picture.summed, null)
        const map = await drawFlows(house, db, cells, query.lang)
        return { ...picture, cells, interviews, season, map, lastDay: last?.day ?? null, bulletins }
      }),
  }),
  route({
    method: 'POST',
    url: '/api/displacement/flows/bulletins',
    policy: { who: ['reportOfficer', 'dataOfficer'], class: 2 },
    summary: 'Publish the bulletin of a week or a month',
    body: z.object({
      kind: z.enum(['week', 'month']),
      periodFrom: day,
      licence: z.string().max(200),
      credit: z.string().max(400),
      changeNote: z.object({ pt: z.string().min(1).max(1000), en: z.string().min(1).max(1000) }).optional(),
    }),
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => publishBulletin(house, db, body)),
  }),
]
