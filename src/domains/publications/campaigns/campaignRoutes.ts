/** The requests of campaigns and of what went out. */
import { z } from 'zod'
import { channels, reachMethods } from '../../../engines/message/index.ts'
import { type AnyRoute, act, byId, isRefused, line, maybe, now, type Policy, read, route, today } from '../../../kernel/index.ts'
import { unknownCodes } from '../knownCodes.ts'
import { messageClearers, messageEditors, messageReaders } from '../messages/message.ts'
import { governmentParts, literacies } from './campaign.ts'
import { campaignReport } from './campaignReport.ts'
import { deliver, lookAtDelivery, tellReach } from './deliver.ts'
import { keepCampaign } from './keepCampaign.ts'
import { campaignsNow, deliveriesNow } from './readCampaigns.ts'

const readers: Policy = { who: messageReaders, class: 2 }
const editors: Policy = { who: messageEditors, class: 2 }
const words = (letters: number) =>
  z
    .string()
    .trim()
    .max(letters)
    .nullish()
    .transform((typed) => typed || null)
const both = (letters: number) => z.object({ pt: line(letters), en: line(letters) })
const languages = z.array(z.string().length(3)).max(30)
const day = z.iso.date()
const count = maybe(z.int().min(0).max(100_000_000))

const campaign = z.object({
  ...{ name: both(200), objective: line(1000), audience: line(300), literacy: z.enum(literacies), languages: languages.min(1) },
  places: z.array(line(60)).min(1).max(200),
  messages: z.array(z.uuid()).max(100),
  channels: z.array(z.enum(channels)).min(1),
  ...{ fromDay: day, toDay: day, budgetLine: words(100), indicators: z.array(line(20)).max(20).default([]), partner: maybe(z.uuid()) },
  ...{ government: z.enum(governmentParts), governmentWords: words(500) },
})
const reached = { quantity: count, reach: count, method: maybe(z.enum(reachMethods)) }
const delivery = z.object({
  ...{ message: maybe(z.uuid()), item: maybe(z.uuid()), campaign: maybe(z.uuid()), channel: z.enum(channels), language: maybe(z.string().length(3)) },
  ...{ place: line(60), day, deliverer: line(200), ...reached },
})
export const campaignRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    url: '/api/publications/campaigns',
    policy: readers,
    summary: 'Campaigns with what stops them and whom they reached, and all that went out',
    answer: ({ house, actor }) =>
      read(house.doors, actor, async (db) => {
        const deliveries = await deliveriesNow(db, { now: now(), lookHours: house.pack.thresholds.emergencyLookHours })
        const campaigns = await campaignsNow(db, { house, today: today(), deliveries })
        return { campaigns: campaigns.map(({ forbids, ...each }) => ({ ...each, forbids: house.catalogue.worded(forbids) })), deliveries }
      }),
  }),
  route({
    method: 'GET',
    url: '/api/publications/emergencies',
    policy: readers,
    summary: 'Emergency messages that wait for a second pair of eyes, and which of them are overdue',
    answer: async ({ house, actor }) => {
      const lookHours = house.pack.thresholds.emergencyLookHours
      return { deliveries: await read(house.doors, actor, (db) => deliveriesNow(db, { now: now(), lookHours, waiting: true })) }
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/campaigns/:id/report',
    policy: readers,
    summary: 'What came of a campaign, on paper: what went out by channel, whom it reached as far as anybody knows, and no sum',
    params: byId,
    body: z.object({ lang: z.enum(['pt', 'en']).default('pt') }),
    answer: async ({ house, actor, params, body }) => {
      const report = await read(house.doors, actor, (db) => campaignReport(house, db, params.id, body.lang))
      return isRefused(report) ? report : report()
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/campaigns',
    policy: editors,
    summary: 'Plan a campaign',
    body: campaign,
    answer: async ({ house, actor, body }) => {
      const unknown = unknownCodes(house, 'messageLanguage', body.languages)
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => keepCampaign(db, house, body, null))
    },
  }),
  route({
    method: 'PATCH',
    url: '/api/publications/campaigns/:id',
    policy: editors,
    summary: 'Change a campaign that is planned',
    params: byId,
    body: campaign,
    answer: async ({ house, actor, params, body }) => {
      const unknown = unknownCodes(house, 'messageLanguage', body.languages)
      return unknown.length > 0 ? { refused: unknown } : act(house.doors, actor, (db) => keepCampaign(db, house, body, params.id))
    },
  }),
  route({
    method: 'POST',
    url: '/api/publications/deliveries',
    policy: editors,
    summary: 'Write down what went out, by which channel and whom it reached',
    body: delivery,
    answer: ({ house, actor, body }) => act(house.doors, actor, (db) => deliver(db, body, today())),
  }),
  route({
    method: 'POST',
    url: '/api/publications/deliveries/:id/reach',
    policy: editors,
    summary: 'Tell the reach of a delivery when it is known',
    params: byId,
    body: z.object(reached),
    answer: ({ house, actor, params, body }) => act(house.doors, actor, (db) => tellReach(db, params.id, body)),
  }),
  route({
    method: 'POST',
    url: '/api/publications/deliveries/:id/look',
    policy: { who: messageClearers, class: 2 },
    summary: 'Look at an emergency message that somebody else sent',
    params: byId,
    answer: ({ house, actor, params }) => act(house.doors, actor, (db) => lookAtDelivery(db, params.id, now())),
  }),
]
