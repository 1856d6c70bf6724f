/** The public portal: server-rendered pages that need no script and no account, the files of each product, feeds and the stylesheet. */

import { sql } from 'kysely'
import { z } from 'zod'
import { currentRounds, publicMap } from '../domains/displacement/index.ts'
import { heldBack } from '../domains/publications/index.ts'
import {
  apiPage,
  atom,
  homePage,
  methodPage,
  notFoundPage,
  type OpenApi,
  operationPage,
  operationSlug,
  type PlaceChoice,
  placePage,
  repositoryPage,
  siteMap,
  stylesheet,
} from '../faces/portal/index.ts'
import { type AnyRoute, type Content, type House, type Language, read, refuse, refused, route, thePublic } from '../kernel/index.ts'
import { countDownload, kindsServing, type Product, productAt, searchProducts } from '../kernel/publishing.ts'
import { papers } from '../registry/places/index.ts'
import { readStrategy } from '../registry/results/index.ts'
import { areaRoutes } from './areaRoutes.ts'
import { citeRoutes } from './citeRoutes.ts'
import { dictionaryRoutes } from './dictionaryRoutes.ts'
import { eventPages } from './eventPages.ts'
import { exploreRoutes } from './exploreRoutes.ts'
import { pictureRoute, withPictures } from './pictures.ts'
import { choice, placesOf, siteOf, summaryOf } from './portalModel.ts'
import { pressRoute } from './pressPage.ts'
import { latestRound, pageOfProduct } from './productPages.ts'
import { publicationMap } from './publicationMap.ts'
import { requestPages } from './requestPages.ts'
import { followedQuery, subscribePages } from './subscribePages.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const perPage = 20
const base = ''
const inLanguage = z.object({ lang: z.enum(['pt', 'en']) })

const page = (content: string, status = 200): Content => ({ content, type: 'text/html; charset=utf-8', status, headers: { 'cache-control': 'no-cache' } })
const nothingHere = (house: House, origin: string, lang: Language) => page(notFoundPage({ site: siteOf(house, origin) }, lang, base), 404)

const publishedPlaces = async (house: House): Promise<PlaceChoice[]> => placesOf((await currentRounds(house)).map(({ round }) => round))

/** The areas of the rounds, and every other area that a text says it is about. */
async function placesToChoose(house: House, products: readonly Product[]): Promise<PlaceChoice[]> {
  const known = await publishedPlaces(house)
  const missing = [...new Set(products.flatMap(({ places }) => places))].filter((pcode) => !known.some((each) => each.pcode === pcode))
  const others = await read(house.doors, thePublic, (db) =>
    db.rows<{ pcode: string; name: string; level: number }>(sql`
      select pcode, name, level from places.place where pcode = any (${missing}::text[]) and level between 1 and 2 order by pcode`),
  )
  return [...known, ...others.map(choice)]
}

const areasOf = (house: House) => {
  const strategy = readStrategy(house.pack.strategy)
  return 'code' in strategy ? [] : strategy.areas.map(({ number, name }) => ({ number, name }))
}

const home = (url: string, chosen: Language | null): AnyRoute =>
  route({
    method: 'GET',
    url,
    page: true,
    policy: everyone,
    summary: 'The portal',
    params: chosen ? undefined : inLanguage,
    answer: async ({ house, params, address }) => {
      const lang = chosen ?? (params as { lang: Language }).lang
      const { products } = await searchProducts(house.doors, { limit: 8, offset: 0 })
      const latest = await latestRound(house, lang)
      const mapSvg = latest ? await publicationMap(house, latest.publicRound, lang) : null
      return page(homePage({ site: siteOf(house, address), latest, products: await withPictures(house, products.map(summaryOf)), mapSvg }, lang, base))
    },
  })

const publication = (url: string): AnyRoute =>
  route({
    method: 'GET',
    url,
    page: true,
    policy: everyone,
    summary: 'One publication',
    params: inLanguage.extend({
      slug: z.string().max(200),
      version: z
        .string()
        .regex(/^v\d+$/)
        .optional(),
    }),
    answer: async ({ house, params: { lang, slug, version }, address }) => {
      const found = await productAt(house.doors, slug, version ? Number(version.slice(1)) : undefined)
      if (!found) return nothingHere(house, address, lang)
      return page(await pageOfProduct(house, found, siteOf(house, address), lang))
    },
  })

const repository: AnyRoute = route({
  method: 'GET',
  url: '/:lang/publications',
  page: true,
  policy: everyone,
  summary: 'Search the publications',
  params: inLanguage,
  query: z.object({
    text: z.string().max(200).optional(),
    place: z.string().max(60).default(''),
    kind: z.string().max(60).default(''),
    from: z.string().max(10).default(''),
    to: z.string().max(10).default(''),
    language: z.enum(['', 'pt', 'en']).default(''),
    area: z
      .string()
      .regex(/^([1-9]|1[0-5])?$/)
      .default(''),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  answer: async ({ house, params: { lang }, query, address }) => {
    const day = (value: string, ending: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : /^\d{4}$/.test(value) ? `${value}-${ending}` : undefined)
    const found = await searchProducts(house.doors, {
      text: query.text || undefined,
      place: query.place || undefined,
      kind: query.kind || undefined,
      language: query.language || undefined,
      area: query.area === '' ? undefined : { number: Number(query.area), kinds: kindsServing(house, Number(query.area)) },
      from: day(query.from, '01-01'),
      to: day(query.to, '12-31'),
      limit: perPage,
      offset: (query.page - 1) * perPage,
    })
    const all = (await searchProducts(house.doors, { limit: 1000, offset: 0 })).products
    const kinds = [...new Set(all.map(({ kind }) => kind))]
    return page(
      repositoryPage(
        {
          site: siteOf(house, address),
          search: { ...query, text: query.text ?? '' },
          asked: query.text !== undefined,
          products: await withPictures(house, found.products.map(summaryOf)),
          total: found.total,
          perPage,
          places: await placesToChoose(house, all),
          areas: areasOf(house),
          kinds,
        },
        lang,
        base,
      ),
    )
  },
})

const place: AnyRoute = route({
  method: 'GET',
  url: '/:lang/places/:pcode',
  page: true,
  policy: everyone,
  summary: 'One province or district through the rounds',
  params: inLanguage.extend({ pcode: z.string().max(60) }),
  answer: async ({ house, params: { lang, pcode }, address }) => {
    const rounds = (await currentRounds(house)).flatMap(({ product, round }) => {
      const area = round.areas.find((each) => each.pcode === pcode)
      return area ? [{ area, product, round }] : []
    })
    if (rounds.length === 0) return nothingHere(house, address, lang)
    const { areas } = rounds[0].round
    const parent = areas.find((area) => area.pcode === rounds[0].area.parent)
    return page(
      placePage(
        {
          site: siteOf(house, address),
          place: choice(rounds[0].area),
          containing: parent ? choice(parent) : null,
          inside: areas.filter((area) => area.parent === pcode && area.level <= 2).map(choice),
          rounds: rounds.map(({ area, product, round }) => ({
            operation: round.operation.name,
            operationSlug: operationSlug(round.operation.name),
            product: summaryOf(product),
            round: round.round.number,
            reportingDate: round.round.reportingDate,
            area,
          })),
          demonstration: rounds[0].round.demonstration?.note ?? null,
          papers: rounds[0].area.level === 2 ? papers : [],
        },
        lang,
        base,
      ),
    )
  },
})

/** Public layers alone: the same map as in the office without the sites that are not published. */
const placeMap: AnyRoute = route({
  method: 'GET',
  url: '/:lang/places/:pcode/map/:paper',
  policy: everyone,
  summary: 'A district as a map to print: PDF in A4, A3 or A0, with grid and index of places',
  params: inLanguage.extend({ pcode: z.string().max(60), paper: z.enum(papers) }),
  answer: async ({ house, params: { lang, pcode, paper } }) => {
    const printed = await publicMap(house, { pcode, paper, lang, day: new Date().toISOString().slice(0, 10) })
    if ('refused' in printed) return printed
    const headers = { 'cache-control': 'public, max-age=3600' }
    return { content: printed.pdf, type: 'application/pdf', name: `${pcode}-${paper}-${lang}.pdf`, headers }
  },
})

const operation: AnyRoute = route({
  method: 'GET',
  url: '/:lang/operations/:slug',
  page: true,
  policy: everyone,
  summary: 'One operation through the rounds',
  params: inLanguage.extend({ slug: z.string().max(200) }),
  answer: async ({ house, params: { lang, slug }, address }) => {
    const rounds = (await currentRounds(house)).filter(({ round }) => operationSlug(round.operation.name) === slug)
    if (rounds.length === 0) return nothingHere(house, address, lang)
    const latest = rounds[0].round
    const products = rounds.map(({ product }) => summaryOf(product))
    return page(
      operationPage(
        { site: siteOf(house, address), slug, operation: latest.operation, trend: latest.trend, products, demonstration: latest.demonstration?.note ?? null },
        lang,
        base,
      ),
    )
  },
})

const texts: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/method',
    page: true,
    policy: everyone,
    summary: 'Method',
    params: inLanguage,
    answer: async ({ house, params, address }) => page(methodPage({ site: siteOf(house, address) }, params.lang, base)),
  }),
  route({
    method: 'GET',
    url: '/:lang/api',
    page: true,
    policy: everyone,
    summary: 'The API for people',
    params: inLanguage,
    answer: async ({ house, params, address }) => page(apiPage({ site: siteOf(house, address), openApi: house.openApi() as OpenApi }, params.lang, base)),
  }),
  route({
    method: 'GET',
    url: '/portal.css',
    page: true,
    policy: everyone,
    summary: 'Stylesheet',
    answer: async (): Promise<Content> => ({ content: stylesheet, type: 'text/css; charset=utf-8', headers: { 'cache-control': 'public, max-age=300' } }),
  }),
]

const feeds: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/feed.atom',
    page: true,
    policy: everyone,
    summary: 'New products, Atom; of one area, place or language where the address says so',
    params: inLanguage,
    query: followedQuery,
    answer: async ({ house, params: { lang }, query, address }): Promise<Content> => {
      const { products } = await searchProducts(house.doors, {
        ...{ place: query.place || undefined, language: query.language || undefined, limit: 50, offset: 0 },
        area: query.area === '' ? undefined : { number: Number(query.area), kinds: kindsServing(house, Number(query.area)) },
      })
      const shown = await withPictures(house, products.map(summaryOf))
      return { content: atom({ site: siteOf(house, address), products: shown, followed: query }, lang, base), type: 'application/atom+xml; charset=utf-8' }
    },
  }),
  route({
    method: 'GET',
    url: '/sitemap.xml',
    page: true,
    policy: everyone,
    summary: 'Site map',
    answer: async ({ house, address }): Promise<Content> => {
      const { products } = await searchProducts(house.doors, { limit: 10_000, offset: 0 })
      const operations = [...new Set((await currentRounds(house)).map(({ round }) => operationSlug(round.operation.name)))]
      const places = (await publishedPlaces(house)).map(({ pcode }) => pcode)
      return {
        content: siteMap({ site: siteOf(house, address), products: products.map(summaryOf), places, operations }, base),
        type: 'application/xml; charset=utf-8',
      }
    },
  }),
]

const files: AnyRoute = route({
  method: 'GET',
  url: '/files/:slug/:version/:name',
  policy: everyone,
  summary: 'A file of a published product',
  params: z.object({ slug: z.string().max(200), version: z.coerce.number().int().min(1), name: z.string().max(200) }),
  answer: async ({ house, params, agent }) => {
    const product = (await heldBack(house, params.slug)) ? null : await productAt(house.doors, params.slug, params.version)
    const file = product?.files.find(({ name }) => name === params.name)
    const content = file && (await house.files.get(file.sha256))
    if (!content) return refused(refuse('access.not-found'))
    await countDownload(house.doors, params, agent)
    return { content, type: file.type, name: file.name, headers: { etag: `"${file.sha256}"` } } satisfies Content
  },
})

export const portalRoutes: AnyRoute[] = [
  home('/', 'pt'),
  home('/:lang', null),
  publication('/:lang/publications/:slug'),
  publication('/:lang/publications/:slug/:version'),
  ...areaRoutes,
  ...citeRoutes,
  ...dictionaryRoutes,
  ...requestPages,
  ...eventPages,
  pressRoute,
  ...subscribePages(async (house) => ({
    places: await placesToChoose(house, (await searchProducts(house.doors, { limit: 1000, offset: 0 })).products),
    areas: areasOf(house),
  })),
  repository,
  place,
  placeMap,
  operation,
  ...exploreRoutes,
  ...texts,
  ...feeds,
  pictureRoute,
  files,
]
