/** The public page of a focus area: the strategy as the country pack has it, and the reports that were published about the area. */
import { z } from 'zod'
import { focusAreaPage, notFoundPage } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, refused, route } from '../kernel/index.ts'
import { searchProducts } from '../kernel/publishing.ts'
import { linksInWords, linksOf, productKinds, readStrategy } from '../registry/results/index.ts'
import { siteOf, summaryOf } from './portalModel.ts'

const base = ''
const page = (content: string, status = 200): Content => ({ content, type: 'text/html; charset=utf-8', status, headers: { 'cache-control': 'no-cache' } })

export const areaRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/areas/:area',
    page: true,
    policy: { who: 'everyone', class: 1 },
    summary: 'One focus area of the strategy',
    params: z.object({ lang: z.enum(['pt', 'en']), area: z.string().max(10) }),
    answer: async ({ house, params: { lang, area: number }, address }) => {
      const strategy = readStrategy(house.pack.strategy)
      if ('code' in strategy) return refused(strategy)
      const site = siteOf(house, address)
      const area = strategy.areas.find((each) => String(each.number) === number)
      if (!area) return page(notFoundPage({ site }, lang, base), 404)
      const { products } = await searchProducts(house.doors, { kind: productKinds.focus_area, limit: 1000, offset: 0 })
      // The address of such a report names its area and year.
      const reports = products.filter(({ slug }) => slug.startsWith(`${house.pack.country.iso3.toLowerCase()}-area-${number}-`)).map(summaryOf)
      const links = linksInWords({ links: linksOf(area.links) }, lang)
      return page(focusAreaPage({ site, area, links, citation: strategy.citation, areas: strategy.areas, reports }, lang, base))
    },
  }),
]
