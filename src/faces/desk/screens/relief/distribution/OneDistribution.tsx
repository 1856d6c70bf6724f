/** One distribution: where it stands, what comes next and what forbids it, the figures of the day, the tablets and what was counted. */
import { Link } from 'wouter'
import { number, shortDate } from '../../../../portal/numbers.ts'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { distributionsAt, useDistributionDay } from '../../../api/distributions.ts'
import { useHolds } from '../../../api/session.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { BeforeTheDay } from './BeforeTheDay.tsx'
import { HouseholdsToLookAt } from './HouseholdsToLookAt.tsx'
import { Reconciliation } from './Reconciliation.tsx'
import { Slips } from './Slips.tsx'
import { Tablets } from './Tablets.tsx'

const figures = ['listed', 'verified', 'served', 'waiting', 'noShow', 'refused', 'exceptions', 'doubleServices'] as const

export function OneDistribution({ id }: { id: string }) {
  const { t, named, language } = useWords()
  const leads = useHolds('clusterCoordinator')
  const { data, error } = useDistributionDay(id)
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  const { distribution, counts, tablets, lines } = data
  const { code, name, point, day, state, listHash } = distribution
  return (
    <div className="distribution-parts">
      <p>
        <Link href="/relief/distribution">{t('distribution.all')}</Link>
      </p>
      <h2>
        {code} · {name} <span className="tag">{named('distribution.is', state)}</span>
      </h2>
      <p className="quiet">{[point, shortDate(day, language), ...(listHash ? [`${t('distribution.hash')} ${listHash.slice(0, 16)}…`] : [])].join(' · ')}</p>
      <dl className="facts figures">
        {figures.map((figure) => (
          <div key={figure}>
            <dt>{t(`distribution.${figure}`)}</dt>
            <dd>{number(counts[figure], language)}</dd>
          </div>
        ))}
      </dl>
      {leads && (
        <section className="card" aria-label={t('distribution.next')}>
          <h3>{t('distribution.next')}</h3>
          <LifeSteps key={`${state} ${distribution.safety.length}`} domain="relief" path="distribution" id={id} by={['clusterCoordinator']} />
        </section>
      )}
      {leads && <BeforeTheDay distribution={distribution} />}
      {leads && <HouseholdsToLookAt id={id} tablets={tablets} />}
      <Tablets distribution={distribution} tablets={tablets} leads={leads} />
      {leads && listHash && <Slips id={id} code={code} />}
      {lines.length > 0 && <Reconciliation lines={lines} />}
      <p className="form-deeds">
        {leads && listHash && <a href={`${distributionsAt}/${id}/list.pdf?lang=${language}`}>{t('distribution.listPdf')}</a>}
        {lines.length > 0 && <a href={`${distributionsAt}/${id}/reconciliation.pdf?lang=${language}`}>{t('distribution.reconciliationPdf')}</a>}
      </p>
    </div>
  )
}
