/** One request: what was asked and approved, what was said on the way, its releases, and the next step for whoever may take it. */
import { Button } from '@mantine/core'
import { longDate, number } from '../../../../portal/numbers.ts'
import { dateAndTime } from '../../../../ui/moments.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type ReliefRequest, useReliefDeed } from '../../../api/reliefRequests.ts'
import { useHolds } from '../../../api/session.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { pdfOf } from '../stock/pdfOf.ts'
import { ApprovePart } from './ApprovePart.tsx'
import { NewRequest } from './NewRequest.tsx'
import { ReleaseForm } from './ReleaseForm.tsx'
import { ReportForm } from './ReportForm.tsx'

/** They ask for more than words. */
const ownForms = ['approvePart', 'release', 'report']

export function OneRequest({ request }: { request: ReliefRequest }) {
  const { t, language } = useWords()
  const decides = useHolds('clusterCoordinator')
  const releases = useHolds('pipeline')
  const isPartner = useHolds('partner')
  const { id, state, version, lines, report } = request
  const said = [
    [t('ask.households'), number(request.households, language)],
    ...lines.map((line) => [
      line.edition === null ? line.code : `${line.code} v${line.edition}`,
      `${t('ask.asked')} ${number(line.asked, language)} · ${t('ask.approved')} ${line.approved === null ? t('ask.undecided') : number(line.approved, language)}`,
    ]),
    [t('ask.assessment'), request.assessedOn ? longDate(request.assessedOn, language) : t('ask.noAssessment')],
    [t('ask.ownStock'), request.ownStock ?? t('notSaid')],
    [t('ask.otherDonors'), request.otherDonors ?? t('notSaid')],
    ...(request.excuse ? [[t('ask.excuse'), request.excuse]] : []),
    ...(request.fieldWords ? [[t('ask.fieldWords'), request.fieldWords]] : []),
    ...(request.decisionWords ? [[t('ask.decisionWords'), request.decisionWords]] : []),
    ...(request.closedBecause ? [[t('ask.closedBecause'), request.closedBecause]] : []),
    ...(report ? [[t('ask.report'), t('ask.reportSaid', { n: report.households, day: longDate(report.distributedOn, language) })]] : []),
  ] as [string, string][]
  return (
    <div className="one-request">
      {request.decisionDue && ['submitted', 'field_review', 'cluster_decision'].includes(state) && (
        <p className="small">{t('ask.decideBy', { when: dateAndTime(request.decisionDue, language) })}</p>
      )}
      {request.reportDue && <p className="small">{t('ask.reportBy', { when: longDate(request.reportDue, language) })}</p>}
      <dl className="facts">
        {said.map(([title, words]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {request.releases.length > 0 && <Releases request={request} mayCancel={releases} />}
      {isPartner && state === 'draft' && <NewRequest key={version} request={request} />}
      {decides && state === 'cluster_decision' && <ApprovePart request={request} />}
      {releases && ['approved', 'part_approved', 'released'].includes(state) && <ReleaseForm key={version} request={request} />}
      {isPartner && state === 'received' && <ReportForm request={request} />}
      {/* Without a key: the steps come before the new state does, and what is typed meanwhile must stay. */}
      <LifeSteps domain="relief" path="request" id={id} by={['partner', 'clusterCoordinator', 'pipeline']} except={ownForms} />
    </div>
  )
}

function Releases({ request, mayCancel }: { request: ReliefRequest; mayCancel: boolean }) {
  const { t, language } = useWords()
  const cancelling = useReliefDeed((id: string) => post(`/api/relief/releases/${id}/cancel`, { words: t('ask.giveBack') }))
  return (
    <>
      <h3>{t('ask.releases')}</h3>
      <ul>
        {request.releases.map(({ id, name, state, lines }) => (
          <li key={id}>
            {name}: {lines.map(({ item, quantity }) => t('ask.releaseLine', { quantity: number(quantity, language), item })).join(', ')}{' '}
            <span className="quiet">{t(`ask.release.${state}`)}</span> <a href={pdfOf(`/api/relief/print/release/${id}`, { lang: language })}>PDF</a>{' '}
            {mayCancel && state === 'open' && (
              <Button size="compact-sm" variant="default" onClick={() => cancelling.mutate(id)}>
                {t('ask.giveBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusals refusals={refusalsOf(cancelling.error)} focus />
    </>
  )
}
