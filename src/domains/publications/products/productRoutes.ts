/** The requests of the product desk; the steps of a product's life come with the record. */

import { sql } from 'kysely'
import { z } from 'zod'
import {
  type AnyRoute,
  act,
  byId,
  type Db,
  getRow,
  type House,
  isRefused,
  type Policy,
  read,
  refuse,
  refused,
  route,
  line as words,
} from '../../../kernel/index.ts'
import { downloadsByMonth, quotableKinds, searchProducts } from '../../../kernel/publishing.ts'
import { clearers, makers, making, office } from '../office.ts'
import { calendar, headOf } from './calendar.ts'
import { answerAsCounterpart, planProduct, renewProduct, writeProduct } from './keepProduct.ts'
import { letterObstacles, numberObstacles } from './obstacles.ts'
import { Product, type ProductRow, productKinds } from './product.ts'

const bilingual = z.object({ pt: words(500), en: words(500) })
const text = z.object({ title: z.string().max(200), summary: z.string().max(1000), body: z.string().max(20_000) })
const counterparts: Policy = { who: [...makers, ...clearers, 'governmentReviewer'], class: 2 }

/** One product as its desk shows it, with every number that does not follow from its figures. */
const shown = (house: House, product: ProductRow) => ({
  ...headOf(product),
  texts: product.texts,
  frozen: product.frozen && { hash: product.frozen.hash, sources: product.frozen.sources },
  findings: house.catalogue.worded([...numberObstacles(product), ...letterObstacles(product)]),
})

async function editionsOf(db: Db, number: string) {
  return db.rows(sql`select id, edition, state, slug, published_at from publications.product where number = ${number} order by edition desc`)
}

export const productRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/calendar',
    policy: office,
    summary: 'Products on their way with what is missing before release, and media requests past their deadline',
    answer: ({ house, actor }) =>
      read(house.doors, actor, async (db) => {
        const found = await calendar(house, db)
        return { ...found, products: found.products.map((card) => ({ ...card, missing: house.catalogue.worded(card.missing) })) }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/publications/sources',
    policy: office,
    summary: 'Published sets whose figures a text may quote',
    answer: async ({ house }) => {
      const { products } = await searchProducts(house.doors, { limit: 1000, offset: 0 })
      const kinds = quotableKinds(house)
      return products.filter(({ kind }) => kinds.includes(kind)).map(({ slug, version, title, periodTo }) => ({ slug, version, title, periodTo }))
    },
  }),
  route({
    method: 'GET',
    url: '/api/publications/downloads',
    policy: office,
    summary: 'How often the files of each product were taken, by month, robots apart',
    answer: ({ house }) => downloadsByMonth(house.doors),
  }),
  route({
    method: 'POST',
    url: '/api/publications/products',
    policy: making,
    summary: 'Plan a product',
    body: z.object({
      ...{ kind: z.enum(productKinds), name: words(200), plannedFor: z.iso.date(), original: z.enum(['pt', 'en']), onlyBecause: words(500).nullable() },
      ...{ focusAreas: z.array(z.int().min(1).max(15)).max(15), places: z.array(words(20)).max(200), periodFrom: z.iso.date(), periodTo: z.iso.date() },
      ...{ licence: words(100), credit: words(200), donors: words(300).nullable(), joint: z.boolean(), protectedPeople: z.boolean() },
    }),
    answer: ({ house, actor, body }) =>
      act(house.doors, actor, async (db) => {
        const product = await planProduct(db, house.pack.country.pcode, body)
        return isRefused(product) ? product : headOf(product)
      }),
  }),
  route({
    method: 'GET',
    url: '/api/publications/products/:id',
    policy: office,
    summary: 'One product: its words, its figures, and every number that does not follow from them',
    params: byId,
    answer: ({ house, actor, params: { id } }) =>
      read(house.doors, actor, async (db) => {
        const product = await getRow(db, Product, id)
        return product ? { ...shown(house, product), editions: await editionsOf(db, product.number) } : refused(refuse('access.not-found'))
      }),
  }),
  route({
    method: 'PATCH',
    url: '/api/publications/products/:id/text',
    policy: making,
    summary: 'Write a product; kept in any case, and what does not follow from the figures is told',
    params: byId,
    body: z.object({
      ...{ version: z.int(), stillFits: z.boolean(), texts: z.object({ pt: text.optional(), en: text.optional() }), pictures: z.array(z.uuid()).max(30) },
      sources: z.array(z.object({ slug: words(200), version: z.int().min(1) })).max(10),
      ownFigures: z
        .array(z.object({ label: bilingual, value: z.number().min(0), unit: z.enum(['individuals', 'households', 'places', 'other']), source: words(300) }))
        .max(50),
    }),
    answer: ({ house, actor, params: { id }, body: { version, ...given } }) =>
      act(house.doors, actor, async (db) => {
        const product = await writeProduct(db, id, version, given)
        return isRefused(product) ? product : shown(house, product)
      }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/products/:id/counterpart',
    policy: counterparts,
    summary: 'The Government counterpart agrees, or the mission records why nobody had to ask',
    params: byId,
    body: z.object({ answer: z.enum(['agreed', 'not-required']), office: words(200), note: words(500) }),
    answer: ({ house, actor, params: { id }, body }) =>
      act(house.doors, actor, async (db) => {
        const product = await answerAsCounterpart(db, id, body)
        return isRefused(product) ? product : headOf(product)
      }),
  }),
  route({
    method: 'POST',
    url: '/api/publications/products/:id/edition',
    policy: making,
    summary: 'Begin the next edition of a published product',
    params: byId,
    body: z.object({ changeNote: bilingual, plannedFor: z.iso.date() }),
    answer: ({ house, actor, params: { id }, body }) =>
      act(house.doors, actor, async (db) => {
        const product = await renewProduct(db, id, body.changeNote, body.plannedFor)
        return isRefused(product) ? product : headOf(product)
      }),
  }),
]
