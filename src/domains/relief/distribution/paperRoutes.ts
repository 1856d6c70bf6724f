/** The papers of a distribution as PDF: tokens, the list to be signed, slips, the reconciliation. */
import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyRoute, act, byId, type Content, type Db, type Policy, read, refuse, refused, route } from '../../../kernel/index.ts'
import type { Bilingual } from '../../../kernel/shared.ts'
import { distributionLeaders } from '../office.ts'
import { factsOf } from './day.ts'
import { verifiedList } from './householdList.ts'
import { listPaper, reconciliationPaper } from './papers.ts'
import { oneDistribution } from './planDistribution.ts'
import { reconciledLines } from './reconcile.ts'
import { slipPaper, slipsOf } from './slips.ts'
import { tokenSheet } from './tokenSheet.ts'
import { printTokens } from './tokens.ts'

const leaders: Policy = { who: distributionLeaders, class: 3 }
const lang = z.enum(['pt', 'en']).default('pt')

const thingNames = async (db: Db): Promise<Record<string, Bilingual>> => {
  const rows = await db.rows<{ code: string; name: Bilingual }>(sql`select code, name from relief.item union all select code, name from relief.kit`)
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]))
}

const pdf = (content: Uint8Array, name: string): Content => ({ content, type: 'application/pdf', name: `${name}.pdf` })

export const paperRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/tokens',
    policy: leaders,
    summary: 'Print tokens, ten on an A4 sheet or on a strip of 80 mm: of the households named, else of those that have none',
    params: byId,
    body: z.object({ households: z.array(z.string().max(20)).min(1).max(500).optional(), paper: z.enum(['a4', 'strip']).default('a4') }),
    answer: async ({ house, actor, params, body }) => {
      const printed = await act(house.doors, actor, async (db) => {
        const tokens = await printTokens(db, house, params.id, body.households)
        return 'refused' in tokens ? tokens : { ...tokens, items: await thingNames(db) }
      })
      if ('refused' in printed) return printed
      return pdf(await tokenSheet(printed.tokens, { ...printed, paper: body.paper }), `tokens-${printed.distribution.code}`)
    },
  }),
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id/list.pdf',
    policy: leaders,
    summary: 'The list with a box for a signature or thumb',
    params: byId,
    query: z.object({ lang }),
    answer: ({ house, actor, params, query }) =>
      read(house.doors, actor, async (db) => {
        const distribution = await oneDistribution(db, params.id)
        if (!distribution) return refused(refuse('access.not-found'))
        const about = { distribution, items: await thingNames(db), lang: query.lang }
        return pdf(listPaper(about, await verifiedList(db, params.id)), `list-${distribution.code}`)
      }),
  }),
  route({
    method: 'POST',
    url: '/api/relief/distributions/:id/slips',
    policy: leaders,
    summary:
      'Slips of 80 mm: what each household received and what is owed; of the households named, else of all that received something, and empty ones before the first did',
    params: byId,
    body: z.object({ households: z.array(z.string().max(20)).min(1).max(500).optional(), lang }),
    answer: ({ house, actor, params, body }) =>
      read(house.doors, actor, async (db) => {
        const distribution = await oneDistribution(db, params.id)
        if (!distribution) return refused(refuse('access.not-found'))
        const about = { distribution, items: await thingNames(db), lang: body.lang }
        const slips = slipsOf(await verifiedList(db, params.id), await factsOf(db, distribution), body.households)
        if (!distribution.listHash || slips.length === 0) return refused(refuse('relief.no-slips', { code: distribution.code }))
        return pdf(slipPaper(about, slips), `slips-${distribution.code}`)
      }),
  }),
  route({
    method: 'GET',
    url: '/api/relief/distributions/:id/reconciliation.pdf',
    policy: { who: ['warehouse', 'pipeline', 'clusterCoordinator', 'chief', 'monitoring'], class: 2 },
    summary: 'The reconciliation by tablet, item and lot',
    params: byId,
    query: z.object({ lang }),
    answer: ({ house, actor, params, query }) =>
      read(house.doors, actor, async (db) => {
        const distribution = await oneDistribution(db, params.id)
        if (!distribution) return refused(refuse('access.not-found'))
        const about = { distribution, items: await thingNames(db), lang: query.lang }
        return pdf(reconciliationPaper(about, await reconciledLines(db, params.id)), `reconciliation-${distribution.code}`)
      }),
  }),
]
