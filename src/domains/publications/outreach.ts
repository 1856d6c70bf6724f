/** Messages, campaigns, what went out and the materials for it, in one piece for the declaration of the domain. */
import { Campaign, Delivery, MainLanguage, VisibilityRule } from './campaigns/campaign.ts'
import { campaignRoutes } from './campaigns/campaignRoutes.ts'
import { lifeOfCampaign } from './campaigns/lifeOfCampaign.ts'
import { IecItem } from './materials/iecItem.ts'
import { materialRoutes } from './materials/materialRoutes.ts'
import { Message, MessageText, MessageTrial } from './messages/message.ts'
import { messageRoutes } from './messages/messageRoutes.ts'
import { messageSentences } from './messages/messageSentences.ts'

export const outreach = {
  records: [Message, MessageText, MessageTrial, IecItem, Campaign, Delivery, MainLanguage, VisibilityRule],
  workflows: [lifeOfCampaign],
  routes: [...messageRoutes, ...campaignRoutes, ...materialRoutes],
  sentences: messageSentences,
}
