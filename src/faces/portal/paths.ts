/** The portal's addresses in one place, so that links, feed, site map and routes cannot disagree. Both languages use the same words after the language. */
import type { Language } from '../../kernel/shared.ts'
import type { RepositorySearch } from './model.ts'

const searchKeys = ['text', 'place', 'kind', 'from', 'to', 'language', 'area'] as const

export const portalPaths = (base: string, lang: Language) => ({
  home: `${base}/${lang}`,
  repository: `${base}/${lang}/publications`,
  publication: (slug: string, version?: number) => `${base}/${lang}/publications/${encodeURIComponent(slug)}${version ? `/v${version}` : ''}`,
  request: (slug: string, version: number) => `${base}/${lang}/publications/${encodeURIComponent(slug)}/v${version}/request`,
  cite: (slug: string, version: number, format: string) => `${base}/${lang}/publications/${encodeURIComponent(slug)}/v${version}/cite/${format}`,
  dictionary: (slug: string, version: number) => `${base}/${lang}/publications/${encodeURIComponent(slug)}/v${version}/dictionary`,
  methodOf: (kind: string) => `${base}/${lang}/method/${kind}`,
  terms: (licence: string) => `${base}/${lang}/terms/${encodeURIComponent(licence)}`,
  data: (secret: string) => `${base}/${lang}/data/${secret}`,
  certificates: `${base}/${lang}/certificates`,
  designs: `${base}/${lang}/designs`,
  drawing: (id: string) => `${base}/api/solutions/public-drawings/${id}`,
  place: (pcode: string) => `${base}/${lang}/places/${encodeURIComponent(pcode)}`,
  placeMap: (pcode: string, paper: string) => `${base}/${lang}/places/${encodeURIComponent(pcode)}/map/${paper}`,
  area: (number: number) => `${base}/${lang}/areas/${number}`,
  operation: (slug: string) => `${base}/${lang}/operations/${encodeURIComponent(slug)}`,
  explore: `${base}/${lang}/explore`,
  method: `${base}/${lang}/method`,
  api: `${base}/${lang}/api`,
  feed: `${base}/${lang}/feed.atom`,
  events: `${base}/${lang}/events`,
  press: `${base}/${lang}/press`,
  eventCalendar: `${base}/${lang}/events/calendar.ics`,
  eventFile: (id: string) => `${base}/${lang}/events/${id}/event.ics`,
  subscribe: `${base}/${lang}/subscribe`,
  subscription: (secret: string) => `${base}/${lang}/subscribe/${secret}`,
  stylesheet: `${base}/portal.css`,
  openApi: `${base}/api/openapi.json`,
  siteMap: `${base}/sitemap.xml`,
})

/** The same search as a link: filter state lives in the address, empty filters are left out. */
export function searchHref(base: string, lang: Language, search: Partial<RepositorySearch>): string {
  const query = new URLSearchParams(searchKeys.flatMap((key) => (search[key] ? [[key, search[key]]] : [])))
  if (search.page && search.page > 1) query.set('page', String(search.page))
  const text = query.toString()
  return portalPaths(base, lang).repository + (text ? `?${text}` : '')
}

/** `flow`: the bulletin whose flows are shown; the newest without. */
export type Exploring = { series: string; place: string; from: number; to: number; flow?: string }

/** What the explorer shows, as an address: the whole page, or one drawing alone for somebody else's. */
export function exploreHref(base: string, lang: Language, { series, place, from, to, flow }: Exploring, drawing?: string): string {
  const query = new URLSearchParams({ series, place, from: String(from), to: String(to), ...(flow ? { flow } : {}) })
  return `${drawing ? `${base}/embed/${lang}/${drawing}` : portalPaths(base, lang).explore}?${query}`
}

/** The operation's name as it stands in an address. */
export const operationSlug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** What one follows: news of an area, a place, in a language; empty: all. */
export type Followed = { area: string; place: string; language: string }

const followed = (given: Followed): string => {
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== '')).toString()
  return query && `?${query}`
}
export const feedHref = (base: string, lang: Language, given: Followed): string => portalPaths(base, lang).feed + followed(given)
export const subscribeHref = (base: string, lang: Language, given: Followed): string => portalPaths(base, lang).subscribe + followed(given)
