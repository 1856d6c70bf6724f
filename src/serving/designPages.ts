/** The public library of house designs, as a page that needs no script. */
import { z } from 'zod'
import { publicDesigns } from '../domains/solutions/index.ts'
import { designsPage } from '../faces/portal/index.ts'
import { type AnyRoute, read, route, theSystem } from '../kernel/index.ts'
import { siteOf } from './portalModel.ts'

export const designPages: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/designs',
    page: true,
    policy: { who: 'everyone', class: 1 },
    summary: 'House designs that anybody may build again',
    params: z.object({ lang: z.enum(['pt', 'en']) }),
    answer: async ({ house, params: { lang }, address }) => ({
      content: designsPage({ site: siteOf(house, address), designs: await read(house.doors, theSystem, publicDesigns) }, lang, ''),
      type: 'text/html; charset=utf-8',
    }),
  }),
]
