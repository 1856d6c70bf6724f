/** The life of a campaign: planned, cleared by somebody else, on air, ended. What is outdated or translated from an older text does not go on air. */
import { type Refusal, refuse, type StepContext, text, today, workflow } from '../../../kernel/index.ts'
import { forbidsGoingOut } from '../messages/standing.ts'
import { Campaign, type CampaignRow } from './campaign.ts'
import { messagesOf } from './readCampaigns.ts'

/** A campaign of next month must hold next month too: outdated is asked of the day on which it begins, or today when that is past. */
async function messagesNotReady(campaign: CampaignRow, { db }: StepContext): Promise<Refusal[]> {
  if (campaign.messages.length === 0) return [refuse('campaign.no-messages')]
  const day = [campaign.fromDay, today()].sort().at(-1)!
  const found = await messagesOf(db, campaign.messages)
  return found.flatMap(({ message, texts }) => forbidsGoingOut(message, texts, { day, languages: campaign.languages }))
}

const samePerson = async ({ writtenBy }: CampaignRow, { db }: StepContext): Promise<Refusal[]> =>
  writtenBy === db.actor.userId ? [refuse('message.same-person')] : []

const counterpartOpen = async ({ government }: CampaignRow): Promise<Refusal[]> => (government === 'waiting' ? [refuse('campaign.counterpart-open')] : [])

const over = async ({ toDay }: CampaignRow): Promise<Refusal[]> => (toDay < today() ? [refuse('campaign.over', { day: toDay })] : [])

const because = { because: text('Porquê', 'Why', { letters: 500 }) }
const cancel = {
  label: { pt: 'Cancelar a campanha', en: 'Cancel the campaign' },
  to: 'cancelled',
  by: ['communications', 'chief'],
  asks: because,
  also: async (_: CampaignRow, { input }: StepContext) => ({ endedBecause: String(input.because) }),
} as const
const change = {
  label: { pt: 'Voltar a escrever', en: 'Write again' },
  to: 'planned',
  by: ['communications'],
  also: async () => ({ clearedBy: null, clearedAt: null }),
} as const

export const lifeOfCampaign = workflow(Campaign, {
  planned: {
    clear: {
      label: { pt: 'Autorizar', en: 'Clear' },
      to: 'cleared',
      by: ['communications', 'chief'],
      unless: [samePerson, counterpartOpen, messagesNotReady],
      also: async (_: CampaignRow, { db }: StepContext) => ({ clearedBy: db.actor.userId, clearedAt: new Date().toISOString() }),
    },
    cancel,
  },
  cleared: {
    start: { label: { pt: 'Pôr no ar', en: 'Put on air' }, to: 'on_air', by: ['communications'], unless: [over, messagesNotReady] },
    change,
    cancel,
  },
  on_air: {
    end: { label: { pt: 'Terminar', en: 'End' }, to: 'ended', by: ['communications', 'chief'] },
    cancel,
  },
  ended: {},
  cancelled: {},
})
