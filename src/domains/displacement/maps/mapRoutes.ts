/** The request for a printed map in the office: sites of one's own area are on it, and it says that it is internal. */
import { z } from 'zod'
import { type AnyRoute, route } from '../../../kernel/index.ts'
import { papers } from '../../../registry/places/index.ts'
import { officeMap, seesSites } from './placeMaps.ts'

export const mapRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/displacement/maps/:pcode',
    policy: { who: seesSites, class: 2 },
    summary: 'A district or post as a map to print: PDF in A4, A3 or A0, with grid, index of places and the sites of the reader’s area',
    params: z.object({ pcode: z.string().max(60) }),
    query: z.object({ paper: z.enum(papers).default('a4'), lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, params: { pcode }, query: { paper, lang } }) => {
      const printed = await officeMap(house, actor, { pcode, paper, lang, day: new Date().toISOString().slice(0, 10) })
      if ('refused' in printed) return printed
      return { content: printed.pdf, type: 'application/pdf', name: `${pcode}-${paper}-${lang}.pdf` }
    },
  }),
]
