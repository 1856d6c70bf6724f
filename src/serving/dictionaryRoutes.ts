/** The data dictionary of each published version, and the method of each kind of publication from what its newest one says of itself. */
import { z } from 'zod'
import { dictionaryPage, dictionaryRows, kindMethodPage, methodKinds, notFoundPage, type ShownTable } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, type House, route } from '../kernel/index.ts'
import { methodFacts, type Product, productAt, searchProducts, tablesOfFile, tablesOfKind } from '../kernel/publishing.ts'
import { csvRecord } from '../kernel/tables.ts'
import { productOf, siteOf, summaryOf } from './portalModel.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const base = ''
const language = z.enum(['pt', 'en'])
const ofVersion = z.object({ lang: language, slug: z.string().max(200), version: z.string().regex(/^v\d+$/) })
const page = (content: string, status = 200): Content => ({ content, type: 'text/html; charset=utf-8', status, headers: { 'cache-control': 'no-cache' } })

function shownTables(house: House, product: Product): ShownTable[] {
  const labels = (list: string) => (house.pack.codeLists.get(list)?.codes ?? []).map(({ code, label }) => ({ code, ...label }))
  return tablesOfKind(house, product.kind)
    .map((table) => ({
      ...table,
      files: product.files.filter(({ name }) => tablesOfFile(house, product.kind, name).includes(table)).map(({ name }) => name),
      columns: table.columns.map((column) => ({ ...column, codes: column.about.list ? labels(column.about.list) : (column.about.codes ?? []) })),
    }))
    .filter(({ files, restricted }) => restricted || files.length > 0)
}

const notHere = (house: House, address: string, lang: 'pt' | 'en') => page(notFoundPage({ site: siteOf(house, address) }, lang, base), 404)

export const dictionaryRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/:lang/publications/:slug/:version/dictionary',
    page: true,
    policy: everyone,
    summary: 'What each column of the files of a version means',
    params: ofVersion,
    answer: async ({ house, params: { lang, slug, version }, address }) => {
      const product = await productAt(house.doors, slug, Number(version.slice(1)))
      if (!product) return notHere(house, address, lang)
      return page(
        dictionaryPage({ site: siteOf(house, address), product: await productOf(house, product, lang), tables: shownTables(house, product) }, lang, base),
      )
    },
  }),
  route({
    method: 'GET',
    url: '/:lang/publications/:slug/:version/dictionary.csv',
    page: true,
    policy: everyone,
    summary: 'The data dictionary of a version as a table',
    params: ofVersion,
    answer: async ({ house, params: { lang, slug, version }, address }) => {
      const product = await productAt(house.doors, slug, Number(version.slice(1)))
      if (!product) return notHere(house, address, lang)
      const lines = dictionaryRows({ tables: shownTables(house, product) }, lang).map(csvRecord)
      return { content: `\ufeff${lines.join('')}`, type: 'text/csv; charset=utf-8', name: `${slug}-${version}-dictionary-${lang}.csv` } satisfies Content
    },
  }),
  route({
    method: 'GET',
    url: '/:lang/method/:kind',
    page: true,
    policy: everyone,
    summary: 'How a kind of publication is made',
    params: z.object({ lang: language, kind: z.enum(methodKinds) }),
    answer: async ({ house, params: { lang, kind }, address }) => {
      const [product] = (await searchProducts(house.doors, { kind, limit: 1, offset: 0 })).products
      const facts = product ? await methodFacts(house, product) : null
      return page(kindMethodPage({ site: siteOf(house, address), kind, newest: product && facts ? { product: summaryOf(product), facts } : null }, lang, base))
    },
  }),
]
