/**
 * Data that are not public: the form that asks for them, and the link that opens them once they are granted. Pages here may say where a form came from to ourselves
 * alone (`same-origin`), or the browser would hide that the answer comes from our own page.
 */
import { z } from 'zod'
import { hasPlaceFile, placeFile, publicRoundOf, roundKind } from '../domains/displacement/index.ts'
import { askForData, countOpening, linkNow, longestUseDays } from '../domains/publications/index.ts'
import { linkPage, notFoundPage, portalPaths, refusedPage, requestPage, requestReceivedPage } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, type House, isRefused, type Language, type Refused, read, route, theSystem, today } from '../kernel/index.ts'
import { type Product, productAt, sha256 } from '../kernel/publishing.ts'
import { siteOf } from './portalModel.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const base = ''
const language = z.enum(['pt', 'en'])
const nothingTyped = { name: '', organisation: '', email: '', purpose: '', useUntil: '' }
const field = z.string().max(20_000).default('')
const typedForm = z.object({ name: field, organisation: field, email: field, purpose: field, useUntil: field, agrees: field })
const ofVersion = z.object({ lang: language, slug: z.string().max(200), version: z.string().regex(/^v\d+$/) })
const ofLink = z.object({ lang: language, secret: z.string().regex(/^[\w-]{43}$/) })

const dayFromToday = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Nobody keeps such a page on the way, and no search engine lists it. */
const page = (content: string, status = 200): Content => ({
  content,
  type: 'text/html; charset=utf-8',
  status,
  headers: { 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' },
})

async function restrictedProduct(house: House, slug: string, version: string): Promise<Product | null> {
  const product = await productAt(house.doors, slug, Number(version.slice(1)))
  return product && (await requestOf(house, product, 'pt')) !== null ? product : null
}

/** Where one asks for what a product does not publish; null: it holds nothing back. */
export async function requestOf(house: House, product: Product, lang: Language): Promise<string | null> {
  if (product.kind !== roundKind || product.withdrawnAt || !hasPlaceFile(await publicRoundOf(house, product))) return null
  return portalPaths(base, lang).request(product.slug, product.version)
}

const form = (house: House, origin: string, product: Product, typed: typeof nothingTyped, wrong: Refused | null, lang: Language): Content => {
  const refusals = wrong ? house.catalogue.worded(wrong.refused) : []
  const days = { earliest: dayFromToday(1), latest: dayFromToday(longestUseDays) }
  return page(requestPage({ site: siteOf(house, origin), product, typed, refusals, ...days }, lang, base), wrong ? 422 : 200)
}

const closed = (house: House, origin: string, wrong: Refused, lang: Language): Content =>
  page(refusedPage({ site: siteOf(house, origin), refusals: house.catalogue.worded(wrong.refused), title: 'linkClosed' }, lang, base), 410)

const notHere = (house: House, origin: string, lang: Language) => page(notFoundPage({ site: siteOf(house, origin) }, lang, base), 404)

export const requestPages: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/publications/:slug/:version/request',
    page: true,
    policy: everyone,
    summary: 'Ask for the restricted file of a publication',
    params: ofVersion,
    answer: async ({ house, params: { lang, slug, version }, address }) => {
      const product = await restrictedProduct(house, slug, version)
      return product ? form(house, address, product, nothingTyped, null, lang) : notHere(house, address, lang)
    },
  }),
  route({
    method: 'POST',
    url: '/:lang/publications/:slug/:version/request',
    page: true,
    policy: everyone,
    perHour: 30,
    summary: 'Send a request for the restricted file of a publication',
    params: ofVersion,
    body: typedForm,
    upload: true,
    answer: async ({ house, params: { lang, slug, version }, body, address }) => {
      const product = await restrictedProduct(house, slug, version)
      if (!product) return notHere(house, address, lang)
      const { agrees, ...typed } = body
      const about = { product: product.slug, productVersion: product.version, language: lang, today: today() }
      const done = await askForData(house, { ...typed, agrees: agrees === 'yes' }, about)
      if (isRefused(done)) return form(house, address, product, typed, done, lang)
      return page(requestReceivedPage({ site: siteOf(house, address), product, number: done.number }, lang, base), 201)
    },
  }),
  route({
    method: 'GET',
    url: '/:lang/data/:secret',
    page: true,
    policy: everyone,
    summary: 'What a granted link opens, and until when',
    params: ofLink,
    answer: async ({ house, params: { lang, secret }, address }) => {
      const link = await linkNow(house, secret, today())
      if (isRefused(link)) return closed(house, address, link, lang)
      const product = await productAt(house.doors, link.product, link.productVersion)
      const { number, organisation, until } = link
      const to = (each: Language) => portalPaths(base, each).data(secret)
      const otherLanguage = to(lang === 'pt' ? 'en' : 'pt')
      return page(linkPage({ site: siteOf(house, address), product: product!, number, organisation, until, action: to(lang), otherLanguage }, lang, base))
    },
  }),
  route({
    method: 'POST',
    url: '/:lang/data/:secret',
    page: true,
    policy: everyone,
    perHour: 60,
    summary: 'Open the file of a granted link; each opening is written down',
    params: ofLink,
    body: z.object({ agrees: field }),
    upload: true,
    answer: async ({ house, params: { lang, secret }, body, address }): Promise<Content> => {
      const link = body.agrees === 'yes' ? await linkNow(house, secret, today()) : null
      if (!link) return { content: '', type: 'text/plain', status: 303, headers: { location: portalPaths(base, lang).data(secret) } }
      if (isRefused(link)) return closed(house, address, link, lang)
      const product = await productAt(house.doors, link.product, link.productVersion)
      const file = await read(house.doors, theSystem, (db) => placeFile(house, db, product!, link, lang))
      if (isRefused(file)) return closed(house, address, file, lang)
      await countOpening(house, link.id, sha256(file.bytes))
      return {
        content: file.bytes,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        name: file.name,
        headers: { 'cache-control': 'no-store' },
      }
    },
  }),
]
