/** Single answers as a public file: what was proposed and how easily somebody is recognised in it, letting it out, and proposing one. */
import { Button } from '@mantine/core'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type MicrodataProposal, microdataAddress, useMicrodata } from '../../api/microdata.ts'
import { useHolds } from '../../api/session.ts'
import { type Survey, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { ProposeMicrodata } from './ProposeMicrodata.tsx'
import { RiskFacts } from './RiskFacts.tsx'

export function MicrodataPart({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const proposes = useHolds('dataOfficer')
  const { data, error } = useMicrodata(survey.id)
  if (!data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  const { proposal } = data
  return (
    <section className="card after-survey-table">
      <h2>{t('microdata.title')}</h2>
      <p>{data.isForbidden ? t('microdata.forbidden') : t('microdata.note', { limit: data.limitPercent })}</p>
      {proposal && <Proposal survey={survey} proposal={proposal} />}
      {!data.isForbidden && proposes && <ProposeMicrodata key={proposal?.id} survey={survey.id} offered={data.offered} />}
    </section>
  )
}

function Proposal({ survey, proposal }: { survey: Survey; proposal: MicrodataProposal }) {
  const { t, language } = useWords()
  const publishes = useHolds('reportOfficer')
  const publishing = useSurveyDeed(() => post(`${microdataAddress(survey.id)}/publish`, { proposal: proposal.id }))
  const isPublished = proposal.state === 'published'
  return (
    <>
      <p>
        <b>{t(`microdata.state.${proposal.state}`)}</b>{' '}
        {t('microdata.proposedBy', { who: proposal.proposedBy ?? t('notSaid'), day: shortDate(proposal.recordedAt.slice(0, 10), language) })}
      </p>
      <RiskFacts records={proposal.records} risk={proposal.risk} />
      <p className="survey-breaks">
        {t('microdata.columns', { columns: proposal.columns.map(({ question }) => question) })}
        {proposal.withWeights && ` ${t('microdata.weightsToo')}`}
      </p>
      <p className="quiet small">{t('microdata.reasonSaid', { reason: proposal.reason })}</p>
      <Refusals refusals={refusalsOf(publishing.error)} focus />
      {isPublished && survey.slug && <a href={`/${language}/publications/${survey.slug}-microdata`}>{t('microdata.page')}</a>}
      {!isPublished && publishes && (
        <div className="form-deeds">
          {proposal.mine ? (
            <p>{t('microdata.waitForOther')}</p>
          ) : (
            <Button loading={publishing.isPending} onClick={() => publishing.mutate(undefined)}>
              {t('microdata.publish')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
