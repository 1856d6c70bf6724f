/** Reading the 4W: activities, presence, reach and gaps. A partner's account is given what is its own; what is added up over all is answered to the office alone. */
import { z } from 'zod'
import { type AnyRoute, type Policy, read, route } from '../../../kernel/index.ts'
import { about, asked, office, readers } from './asked.ts'
import { withExactPeople } from './exact/exactReach.ts'
import { gapsNow, namesOf } from './gapsNow.ts'
import { ownWorkbook } from './ownWorkbook.ts'
import { activitiesFor, judged, presenceIn, reachIn, silentIn, thatCount } from './situation.ts'

const withPartners: Policy = { who: [...readers, 'partner'], class: 2 }

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
        return { total: rows.length, rows: await withExactPeople(db, house, rows.slice(offset, offset + limit)) }
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
          places: await namesOf(
            db,
            rows.map(({ district }) => district),
          ),
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
        const { rows, distinctIn, gaps, places } = await gapsNow(db, house, asked(query))
        return {
          reach: await reachIn(db, rows, distinctIn),
          gaps,
          gapsJudged: judged(gaps),
          places,
          rule: house.catalogue.both({ code: 'coordination.reach-rule', facts: {} }),
        }
      }),
  }),
]
