/** Citations of each version as files, and what each licence asks. */
import { z } from 'zod'
import { heldBack } from '../domains/publications/index.ts'
import { type CiteFormat, citeFormats, licenceOf, notFoundPage, termsPage } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, route } from '../kernel/index.ts'
import { productAt, searchProducts } from '../kernel/publishing.ts'
import { productOf, siteOf, summaryOf } from './portalModel.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const base = ''
const language = z.enum(['pt', 'en'])
const page = (content: string, status = 200): Content => ({ content, type: 'text/html; charset=utf-8', status, headers: { 'cache-control': 'no-cache' } })

export const citeRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/publications/:slug/:version/cite/:format',
    page: true,
    policy: everyone,
    summary: 'How to cite one version: BibTeX, RIS, DataCite metadata, schema.org',
    params: z.object({
      lang: language,
      slug: z.string().max(200),
      version: z.string().regex(/^v\d+$/),
      format: z.enum(Object.keys(citeFormats) as [CiteFormat]),
    }),
    answer: async ({ house, params: { lang, slug, version, format }, address }) => {
      const found = (await heldBack(house, slug)) ? null : await productAt(house.doors, slug, Number(version.slice(1)))
      const site = siteOf(house, address)
      if (!found) return page(notFoundPage({ site }, lang, base), 404)
      const { type, write } = citeFormats[format]
      const content = write(await productOf(house, found, lang), site, lang)
      return { content, type: `${type}; charset=utf-8`, name: `${slug}-${version}-${format}`, headers: { 'cache-control': 'no-cache' } } satisfies Content
    },
  }),
  route({
    method: 'GET',
    url: '/:lang/terms/:licence',
    page: true,
    policy: everyone,
    summary: 'What a licence allows and asks, and what is published under it',
    params: z.object({ lang: language, licence: z.string().max(200) }),
    answer: async ({ house, params: { lang, licence }, address }) => {
      const site = siteOf(house, address)
      const { products } = await searchProducts(house.doors, { limit: 1000, offset: 0 })
      const under = products.filter((product) => licenceOf(product.licence).slug === licence)
      if (!under[0]) return page(notFoundPage({ site }, lang, base), 404)
      return page(termsPage({ site, licence: licenceOf(under[0].licence), products: under.slice(0, 50).map(summaryOf) }, lang, base))
    },
  }),
]
