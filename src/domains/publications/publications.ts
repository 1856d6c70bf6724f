/** Publications: what partners ask for beyond what is public, and how it is given. Strategy: focus area 15, key result 1 and activity E. Start reading here. */
import { domain } from '../../kernel/index.ts'
import { Asset, PictureConsent } from './assets/asset.ts'
import { assetRoutes } from './assets/assetRoutes.ts'
import { remindLookers } from './campaigns/remindLookers.ts'
import { DataRequest } from './dataRequest.ts'
import { eraseRequests } from './decideRequest.ts'
import { eraseNames, forgetJournalists } from './eraseNames.ts'
import { PublicEvent } from './events/event.ts'
import { eventRoutes } from './events/eventRoutes.ts'
import { evidenceRoutes } from './evidence/evidenceRoutes.ts'
import { forgetOldRequests } from './forgetRequests.ts'
import { heardAtSessions } from './listening/readListening.ts'
import { lifeOfMediaRequest } from './media/lifeOfMediaRequest.ts'
import { MediaRequest } from './media/mediaRequest.ts'
import { mediaRoutes } from './media/mediaRoutes.ts'
import { outreach } from './outreach.ts'
import { pressRoutes } from './press/pressRoutes.ts'
import { PressText } from './press/pressText.ts'
import { lifeOfProduct } from './products/lifeOfProduct.ts'
import { Product } from './products/product.ts'
import { productRoutes } from './products/productRoutes.ts'
import { productSentences } from './products/productSentences.ts'
import { publishScheduled } from './products/publishScheduled.ts'
import { publicationSentences } from './publicationSentences.ts'
import { requestRoutes } from './requestRoutes.ts'
import { sendBatches } from './sending/handOver.ts'
import { forgetNumbers } from './sending/keepOptIn.ts'
import { subscriptionRoutes } from './subscriptions/readSubscriptions.ts'
import { emptySubscriptions, forgetUnconfirmed } from './subscriptions/subscribe.ts'
import { Subscription } from './subscriptions/subscription.ts'
import { tellSubscribers } from './subscriptions/tellSubscribers.ts'

export const publications = domain({
  name: 'publications',
  serves: ['FA15.E'],
  features: {
    materials: { screen: '/messages/library', opens: '/api/publications/materials' },
    repository: { screen: '/products/all', opens: '/api/publications/calendar' },
  },
  records: [DataRequest, Product, Asset, PictureConsent, MediaRequest, PublicEvent, PressText, Subscription, ...outreach.records],
  workflows: [lifeOfProduct, lifeOfMediaRequest, ...outreach.workflows],
  routes: [
    ...requestRoutes,
    ...productRoutes,
    ...assetRoutes,
    ...mediaRoutes,
    ...eventRoutes,
    ...pressRoutes,
    ...evidenceRoutes,
    ...subscriptionRoutes,
    ...outreach.routes,
  ],
  heard: heardAtSessions,
  sentences: { ...publicationSentences, ...productSentences, ...outreach.sentences },
  erase: async (db, ids) => {
    await eraseRequests(db, ids, 'erased before the database was put back')
    await eraseNames(db, ids)
    await forgetNumbers(db, ids)
    await emptySubscriptions(db, ids)
  },
  // What is forgotten is forgotten after the nightly backup.
  jobs: [
    { queue: 'forget-requests', cron: '50 1 * * *', work: (house) => forgetOldRequests(house, new Date()) },
    { queue: 'remind-emergencies', cron: '*/10 * * * *', work: (house) => remindLookers(house, new Date()) },
    { queue: 'publish-scheduled', work: publishScheduled },
    { queue: 'tell-subscribers', work: (house) => tellSubscribers(house, new Date()) },
    { queue: 'forget-unconfirmed', cron: '45 1 * * *', work: (house) => forgetUnconfirmed(house, new Date()) },
    { queue: 'send-messages', work: (house) => sendBatches(house, new Date()) },
    { queue: 'forget-journalists', cron: '55 1 * * *', work: (house) => forgetJournalists(house, new Date()) },
  ],
  migrations: new URL('./migrations/', import.meta.url),
})
