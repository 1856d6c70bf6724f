/** Campaigns as bars over the weeks, then each with what stops it, its next step and whom it reached. */
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useCampaigns } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { useWords } from '../../words/words.ts'
import { CampaignBars } from './CampaignBars.tsx'
import { CampaignCard } from './CampaignCard.tsx'
import { CampaignForm } from './CampaignForm.tsx'
import { NewDelivery } from './NewDelivery.tsx'

export function CampaignsTab() {
  const { t } = useWords()
  const edits = useHolds('communications')
  const { data, error } = useCampaigns()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <>
      {data.campaigns.length === 0 ? (
        <Empty title={t('campaigns.none')}>{t('campaigns.noneNote')}</Empty>
      ) : (
        <>
          <CampaignBars campaigns={data.campaigns} />
          <div className="campaigns">
            {data.campaigns.map((campaign) => (
              <CampaignCard key={campaign.id} campaign={campaign} deliveries={data.deliveries.filter((each) => each.campaign === campaign.id)} />
            ))}
          </div>
        </>
      )}
      {edits && (
        <>
          <NewDelivery campaigns={data.campaigns} />
          <section className="card message-form">
            <h2>{t('campaigns.new')}</h2>
            <CampaignForm />
          </section>
        </>
      )}
    </>
  )
}
