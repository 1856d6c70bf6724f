/** The explorer and its drawings for other people's pages, from the published rounds alone. */
import { z } from 'zod'
import { currentRounds, drawFlows, flowKind, flowWords, type PublicFlows, type PublicRound } from '../domains/displacement/index.ts'
import { type Drawing, drawings, type ExploreModel, embeddedPage, explorePage, operationSlug } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, type House, type Language, read, route, thePublic } from '../kernel/index.ts'
import { contentOf, searchProducts } from '../kernel/publishing.ts'
import { placesOf, siteOf } from './portalModel.ts'
import { publicationMap } from './publicationMap.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const language = z.enum(['pt', 'en'])
/** What nobody chose, or cannot be had, falls to the newest: an old link still opens something true. */
const choosing = z.object({
  series: z.string().max(200).default(''),
  place: z.string().max(60).default(''),
  from: z.string().max(10).default(''),
  to: z.string().max(10).default(''),
  flow: z.string().max(200).default(''),
})

const slugOfSeries = ({ operation, round }: PublicRound) => `${operationSlug(operation.name)}-${round.assessmentType.toLowerCase()}`

/** The bulletin that was asked for, or the newest. */
async function exploredFlows(house: House, slug: string, lang: Language): Promise<ExploreModel['flows']> {
  const { products } = await searchProducts(house.doors, { kind: flowKind, limit: 60, offset: 0 })
  const product = products.find((each) => each.slug === slug) ?? products[0]
  const set = product && (await contentOf<PublicFlows>(house.files, product))
  if (!product || !set) return null
  const drawn = await read(house.doors, thePublic, (db) => drawFlows(house, db, set.cells, lang))
  const choices = products.map(({ slug: each, title }) => ({ slug: each, title }))
  return { choices, chosen: product.slug, cells: set.cells, drawn, words: flowWords[lang] }
}

async function modelOf(house: House, origin: string, asked: z.infer<typeof choosing>, lang: Language): Promise<ExploreModel> {
  const published = await currentRounds(house)
  const series = [
    ...new Map(published.map(({ round }) => [slugOfSeries(round), { operation: round.operation.name, assessmentType: round.round.assessmentType }])),
  ].map(([slug, about]) => ({ slug, ...about }))
  const chosenSeries = series.some(({ slug }) => slug === asked.series) ? asked.series : (series[0]?.slug ?? '')
  const rounds = published
    .filter(({ round }) => slugOfSeries(round) === chosenSeries)
    .map(({ product, round }) => ({ slug: product.slug, round }))
    .sort((a, b) => a.round.round.number - b.round.round.number)
  const numbers = rounds.map(({ round }) => round.round.number)
  const number = (text: string, otherwise: number) => (numbers.includes(Number(text)) && text !== '' ? Number(text) : otherwise)
  const to = number(asked.to, numbers.at(-1) ?? 0)
  const from = number(asked.from, numbers.filter((each) => each < to).at(-1) ?? to)
  const places = placesOf(rounds.map(({ round }) => round))
  const place = places.some(({ pcode }) => pcode === asked.place) ? asked.place : (places[0]?.pcode ?? '')
  const last = rounds.find(({ round }) => round.round.number === to)
  return {
    site: siteOf(house, origin),
    series,
    places,
    chosen: { series: chosenSeries, place, from, to, ...(asked.flow ? { flow: asked.flow } : {}) },
    flows: await exploredFlows(house, asked.flow, lang),
    rounds,
    mapSvg: last ? await publicationMap(house, last.round, lang) : null,
  }
}

const html = 'text/html; charset=utf-8'

export const exploreRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/explore',
    page: true,
    policy: everyone,
    summary: 'Explore a series of rounds: trend, map, origins, two rounds compared',
    params: z.object({ lang: language }),
    query: choosing,
    answer: async ({ house, params: { lang }, query, address }): Promise<Content> => ({
      content: explorePage(await modelOf(house, address, query, lang), lang, ''),
      type: html,
      headers: { 'cache-control': 'no-cache' },
    }),
  }),
  route({
    method: 'GET',
    url: '/embed/:lang/:drawing',
    page: true,
    policy: everyone,
    summary: 'One drawing of the explorer, for a frame on another page',
    params: z.object({ lang: language, drawing: z.enum(drawings) }),
    query: choosing,
    answer: async ({ house, params: { lang, drawing }, query, address }): Promise<Content> => ({
      content: embeddedPage(await modelOf(house, address, query, lang), drawing as Drawing, lang, ''),
      type: html,
      // The only pages that others may frame: they hold nothing to press and nobody's session.
      headers: {
        'cache-control': 'public, max-age=300',
        'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors *; base-uri 'none'",
      },
    }),
  }),
]
