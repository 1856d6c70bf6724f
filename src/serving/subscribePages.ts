/** The pages of subscribing. The secret of a link stands in the address alone: no page with one is kept on the way, passed on to other sites or listed by search engines. */
import { z } from 'zod'
import { confirmSubscription, leaveSubscription, subscribe, subscriptionAt } from '../domains/publications/index.ts'
import { type Followed, type PlaceChoice, portalPaths, subscribePage, subscriptionNote, subscriptionPage } from '../faces/portal/index.ts'
import { type AnyRoute, type Content, type House, isRefused, type Language, type Refused, route, wayOut } from '../kernel/index.ts'
import { siteOf } from './portalModel.ts'

const everyone = { who: 'everyone' as const, class: 1 as const }
const base = ''
const lang = z.enum(['pt', 'en'])
const field = z.string().max(1000).default('')
/** What a feed or a subscription is about, in an address and in a form alike. */
export const followedQuery = z.object({
  area: z
    .string()
    .regex(/^([1-9]|1[0-5])?$/)
    .default(''),
  place: z.string().max(60).default(''),
  language: z.enum(['', 'pt', 'en']).default(''),
})
const ofLink = z.object({ lang, secret: z.string().regex(/^[0-9a-f]{64}$/) })

const page = (content: string, status = 200): Content => ({
  content,
  type: 'text/html; charset=utf-8',
  status,
  headers: { 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' },
})

type Choices = { places: PlaceChoice[]; areas: { number: number; name: { pt: string; en: string } }[] }
/** What there is to choose is the same as in the search, and stands with it. */
type ChoicesOf = (house: House) => Promise<Choices>

export function subscribePages(choicesOf: ChoicesOf): AnyRoute[] {
  const form = async (house: House, origin: string, shown: { followed: Followed; email: string; wrong: Refused | null }, language: Language) => {
    const mailIsOn = (await wayOut(house, 'mail')) !== null
    const refusals = shown.wrong ? house.catalogue.worded(shown.wrong.refused) : []
    const { followed, email } = shown
    return page(
      subscribePage({ site: siteOf(house, origin), followed, email, mailIsOn, refusals, ...(await choicesOf(house)) }, language, base),
      shown.wrong ? 422 : 200,
    )
  }
  const note = (house: House, origin: string, title: 'subscribeAsked' | 'subscribeLeft', language: Language, status = 200) =>
    page(subscriptionNote({ site: siteOf(house, origin), title, sentence: null }, language, base), status)
  const gone = (house: House, origin: string, wrong: Refused, language: Language) => {
    const { sentence } = house.catalogue.worded(wrong.refused)[0]!
    return page(subscriptionNote({ site: siteOf(house, origin), title: 'subscribeGone', sentence }, language, base), 410)
  }

  return [
    route({
      method: 'GET',
      url: '/:lang/subscribe',
      page: true,
      policy: everyone,
      summary: 'Follow what is published: a feed by area, place and language, or e-mail',
      params: z.object({ lang }),
      query: followedQuery,
      answer: ({ house, params, query, address }) => form(house, address, { followed: query, email: '', wrong: null }, params.lang),
    }),
    route({
      method: 'POST',
      url: '/:lang/subscribe',
      page: true,
      policy: everyone,
      perHour: 30,
      summary: 'Ask to hear by e-mail of what is published; a letter asks for a confirmation',
      params: z.object({ lang }),
      body: followedQuery.extend({ email: field }),
      upload: true,
      answer: async ({ house, params, body: { email, ...followed }, address }) => {
        const areas = followed.area === '' ? [] : [Number(followed.area)]
        const places = followed.place === '' ? [] : [followed.place]
        const done = await subscribe(house, { email, language: followed.language || params.lang, areas, places })
        if (isRefused(done)) return form(house, address, { followed, email, wrong: done }, params.lang)
        return note(house, address, 'subscribeAsked', params.lang, 202)
      },
    }),
    route({
      method: 'GET',
      url: '/:lang/subscribe/:secret',
      page: true,
      policy: everyone,
      summary: 'What the link of a letter opens: confirm, or leave',
      params: ofLink,
      answer: async ({ house, params, address }) => {
        const found = await subscriptionAt(house, params.secret)
        if (isRefused(found)) return gone(house, address, found, params.lang)
        const { areas, places } = await choicesOf(house)
        const about = [
          ...found.areas.map((number) => `${number}. ${areas.find((each) => each.number === number)?.name[params.lang] ?? ''}`),
          ...found.places.map((pcode) => places.find((each) => each.pcode === pcode)?.name ?? pcode),
        ]
        const to = (language: Language) => portalPaths(base, language).subscription(params.secret)
        const shown = { site: siteOf(house, address), state: found.state as 'asked' | 'confirmed', about, action: to(params.lang) }
        return page(subscriptionPage({ ...shown, otherLanguage: to(params.lang === 'pt' ? 'en' : 'pt') }, params.lang, base))
      },
    }),
    route({
      method: 'POST',
      url: '/:lang/subscribe/:secret',
      page: true,
      policy: everyone,
      perHour: 60,
      summary: 'Confirm a subscription, or leave: the address is destroyed',
      params: ofLink,
      body: z.object({ deed: z.enum(['confirm', 'leave']) }),
      upload: true,
      answer: async ({ house, params, body, address }): Promise<Content> => {
        const done = body.deed === 'confirm' ? await confirmSubscription(house, params.secret) : await leaveSubscription(house, params.secret)
        if (isRefused(done)) return gone(house, address, done, params.lang)
        if (body.deed === 'leave') return note(house, address, 'subscribeLeft', params.lang)
        return { content: '', type: 'text/plain', status: 303, headers: { location: portalPaths(base, params.lang).subscription(params.secret) } }
      },
    }),
  ]
}
