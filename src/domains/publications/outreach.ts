/** Messages, campaigns, what went out and the materials for it, in one piece for the declaration of the domain. */
import { Campaign, Delivery, MainLanguage, VisibilityRule } from './campaigns/campaign.ts'
import { campaignRoutes } from './campaigns/campaignRoutes.ts'
import { lifeOfCampaign } from './campaigns/lifeOfCampaign.ts'
import { HeardThing, Listening } from './listening/listening.ts'
import { listeningRoutes } from './listening/listeningRoutes.ts'
import { listeningSentences } from './listening/listeningSentences.ts'
import { IecItem } from './materials/iecItem.ts'
import { materialRoutes } from './materials/materialRoutes.ts'
import { Message, MessageText, MessageTrial } from './messages/message.ts'
import { messageRoutes } from './messages/messageRoutes.ts'
import { messageSentences } from './messages/messageSentences.ts'
import { Term } from './messages/term.ts'
import { OptIn } from './sending/optIn.ts'
import { Sending, SendingBatch } from './sending/sending.ts'
import { sendingRoutes } from './sending/sendingRoutes.ts'
import { sendingSentences } from './sending/sendingSentences.ts'

export const outreach = {
  records: [
    Message,
    MessageText,
    MessageTrial,
    Term,
    IecItem,
    Campaign,
    Delivery,
    MainLanguage,
    VisibilityRule,
    OptIn,
    Sending,
    SendingBatch,
    Listening,
    HeardThing,
  ],
  workflows: [lifeOfCampaign],
  routes: [...messageRoutes, ...campaignRoutes, ...materialRoutes, ...sendingRoutes, ...listeningRoutes],
  sentences: { ...messageSentences, ...sendingSentences, ...listeningSentences },
}
