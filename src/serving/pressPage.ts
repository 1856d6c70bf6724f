/** The page for journalists, which needs no script. */
import { z } from 'zod'
import { publicPressTexts } from '../domains/publications/index.ts'
import { pressPage } from '../faces/portal/index.ts'
import { type AnyRoute, route } from '../kernel/index.ts'
import { siteOf } from './portalModel.ts'

export const pressRoute: AnyRoute = route({
  method: 'GET',
  url: '/:lang/press',
  page: true,
  policy: { who: 'everyone', class: 1 },
  summary: 'Texts that journalists may take as they stand',
  params: z.object({ lang: z.enum(['pt', 'en']) }),
  answer: async ({ house, params, address }) => ({
    content: pressPage({ site: siteOf(house, address), texts: await publicPressTexts(house) }, params.lang, ''),
    type: 'text/html; charset=utf-8',
    headers: { 'cache-control': 'no-cache' },
  }),
})
