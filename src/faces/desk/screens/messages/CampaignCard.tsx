/** One campaign: for whom, with what, what stops it, whom it reached, and whose language it speaks. */
import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { number } from '../../../portal/numbers.ts'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { Unknown } from '../../../ui/Unknown.tsx'
import { postForFile, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Campaign, type Delivery, useOutreachDeed } from '../../api/messages.ts'
import { useHolds } from '../../api/session.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { span } from '../coordination/span.ts'
import { CampaignForm } from './CampaignForm.tsx'
import { Deliveries } from './Deliveries.tsx'
import { HeardAroundTable } from './HeardAroundTable.tsx'
import { ReachTable } from './ReachTable.tsx'

export function CampaignCard({ campaign, deliveries }: { campaign: Campaign; deliveries: readonly Delivery[] }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const edits = useHolds('communications')
  const { label } = useCodes('messageLanguage')
  const { id, name, state, forbids, reach, messages, messageKeys } = campaign
  const lines = [
    [t('campaigns.objective'), campaign.objective],
    [t('campaigns.audience'), `${campaign.audience} · ${t(`campaigns.literacy.${campaign.literacy}`)}`],
    [t('messages.languages'), campaign.languages.map(label).join(', ')],
    [t('campaigns.channels'), campaign.channels.map((channel) => t(`messages.channel.${channel}`)).join(', ')],
    [t('campaigns.government'), [t(`campaigns.government.${campaign.government}`), campaign.governmentWords].filter(Boolean).join(': ')],
    [
      t('campaigns.people'),
      t('campaigns.writtenBy', { writer: campaign.writerName ?? t('notSaid'), clearer: campaign.clearerName ?? t('campaigns.nobodyYet') }),
    ],
    ...(campaign.endedBecause ? [[t('campaigns.why'), campaign.endedBecause]] : []),
  ] as [string, string][]
  return (
    <section className="card">
      <h2>
        {mine(name)} <span className={state === 'on_air' ? 'tag' : 'quiet'}>{t(`campaigns.state.${state}`)}</span>
      </h2>
      <p className="quiet">{span(campaign.fromDay, campaign.toDay, language)}</p>
      <dl className="facts">
        {lines.map(([title, said]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{said}</dd>
          </div>
        ))}
        <div>
          <dt>{t('messages.part.studio')}</dt>
          <dd>
            {messages.length === 0 && t('campaigns.noMessages')}
            {messages.map((message, at) => (
              <span key={message}>
                {at > 0 && ' · '}
                <Link href={`/messages/${message}`}>{messageKeys[at]}</Link>
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('campaigns.fit')}</dt>
          <dd>
            <Fits fits={campaign.fits} />
          </dd>
        </div>
      </dl>
      <Refusals refusals={forbids} title={t(state === 'on_air' ? 'campaigns.tellChannels' : 'campaigns.notReady')} tone="warning" />
      {reach.length > 0 && <ReachTable lines={reach} name={mine(name)} />}
      {state !== 'planned' && <HeardAroundTable around={campaign.heard} name={mine(name)} />}
      {deliveries.length > 0 && <Deliveries deliveries={deliveries} />}
      {deliveries.length > 0 && <Report id={id} name={mine(name)} />}
      {edits && state === 'planned' && (
        <details>
          <summary>{t('campaigns.change')}</summary>
          <CampaignForm campaign={campaign} />
        </details>
      )}
      <LifeSteps key={state} path="campaign" id={id} by={['communications', 'chief']} domain="publications" />
    </section>
  )
}

/** What came of it, on paper. */
function Report({ id, name }: { id: string; name: string }) {
  const { t, language } = useWords()
  const printing = useOutreachDeed(() => postForFile(`/api/publications/campaigns/${id}/report`, { lang: language }, `${name}.pdf`))
  return (
    <div className="form-deeds">
      <Button variant="default" loading={printing.isPending} onClick={() => printing.mutate(undefined)}>
        {t('campaigns.report')}
      </Button>
      <Refusals refusals={refusalsOf(printing.error)} focus />
    </div>
  )
}

function Fits({ fits }: Pick<Campaign, 'fits'>) {
  const { t, language } = useWords()
  const { label } = useCodes('messageLanguage')
  return fits.map(({ place, placeName, fit }) => (
    <span key={place} className="lacking">
      {placeName ?? place}:{' '}
      {fit ? (
        <>
          {t('campaigns.covered', { percent: number(Math.round(100 * fit.covered), language) })}
          {fit.missing.length > 0 && ` · ${t('campaigns.missing', { languages: fit.missing.map((each) => label(each.language)).join(', ') })}`}
        </>
      ) : (
        <Unknown />
      )}
    </span>
  ))
}
