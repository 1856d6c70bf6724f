/** Reading the 4W: activities, presence, reach and gaps. A partner's account is given what is its own; what is added up over all is answered to the office alone. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, type Db, type Policy, read, route } from '../../../kernel/index.ts'
import { withExactReach } from './exact/exactReach.ts'
import { ownWorkbook } from './ownWorkbook.ts'
import { type ActivityRow, activitiesFor, gapsIn, judged, presenceIn, reachIn, silentIn, thatCount } from './situation.ts'

const readers = ['clusterCoordinator', 'coordinator', 'chief', 'monitoring', 'dataOfficer', 'reportOfficer', 'governmentReviewer'] as const
const office: Policy = { who: readers, class: 2 }
const withPartners: Policy = { who: [...readers, 'partner'], class: 2 }

const about = z.object({
  sector: z.string().max(60).optional(),
  district: z.string().max(20).optional(),
  status: z.enum(['planned', 'ongoing', 'completed', 'suspended', 'active']).optional(),
})
const asked = ({ status, ...rest }: z.infer<typeof about>) => ({
  ...rest,
  ...(status === undefined ? {} : { status: status === 'active' ? ['ongoing', 'completed'] : [status] }),
})

const namesOf = async (db: Db, rows: readonly ActivityRow[]) => {
  const codes = [...new Set(rows.flatMap(({ district }) => district ?? []))]
  const named = await db.rows<{ pcode: string; name: string; province: string }>(sql`
    select d.pcode, d.name, p.name as province from places.place d join places.place p on p.id = d.parent where d.pcode = any (${codes}::text[])`)
  return Object.fromEntries(named.map(({ pcode, name, province }) => [pcode, { name, province }]))
}

export const readRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/coordination/activities',
    policy: withPartners,
    summary: 'Activities with what they reached, filtered by sector, district and status: the rows behind a figure',
    query: about.extend({ limit: z.coerce.number().int().min(1).max(1000).default(200), offset: z.coerce.number().int().min(0).default(0) }),
    answer: ({ house, actor, query: { limit, offset, ...filter } }) =>
      read(house.doors, actor, async (db) => {
        const rows = await activitiesFor(db, asked(filter))
        return { total: rows.length, rows: (await withExactReach(db, house, rows.slice(offset, offset + limit))).rows }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/workbook',
    policy: { who: ['clusterCoordinator', 'partner'], class: 2 },
    summary: 'The activities that one may read as the workbook that the wizard takes in again',
    query: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: ({ house, actor, query: { lang } }) => read(house.doors, actor, (db) => ownWorkbook(db, house, lang)),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/presence',
    policy: office,
    summary: 'Distinct organisations for each district and sector, by status, with the day last confirmed',
    query: about,
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, async (db) => {
        const rows = await activitiesFor(db, asked(query))
        const organisations = Object.fromEntries(
          rows.flatMap(({ organisation, organisationName, consortium }) => [
            [organisation, organisationName],
            ...(consortium ? [[consortium.id, consortium.name]] : []),
          ]),
        )
        return {
          cells: presenceIn(rows),
          silent: silentIn(rows),
          places: await namesOf(db, rows),
          organisations,
          aboveDistrict: thatCount(rows).filter(({ district }) => district === null).length,
        }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/coordination/reach',
    policy: office,
    summary: 'How many were reached, as a range with its rule and its flags, and what is still missing where a need is known',
    query: about,
    answer: ({ house, actor, query }) =>
      read(house.doors, actor, async (db) => {
        const { rows, distinctIn } = await withExactReach(db, house, await activitiesFor(db, asked(query)))
        const gaps = await gapsIn(db, rows)
        return {
          reach: await reachIn(db, rows, distinctIn),
          gaps,
          gapsJudged: judged(gaps),
          places: await namesOf(db, rows),
          rule: house.catalogue.both({ code: 'coordination.reach-rule', facts: {} }),
        }
      }),
  }),
]
