/** One report: what is known and what is not, its steps, and its text beside the figures that it must follow from. */
import { Link } from 'wouter'
import { shortDate } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { useReport } from '../../../api/strategyReports.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { ReportStateTag } from './Reports.tsx'
import { ReportText } from './ReportText.tsx'

export function OneReport({ id }: { id: string }) {
  const { t, language } = useWords()
  const mine = useBilingual()
  const { data, error } = useReport(id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  if (!data) return <WaitingPage />
  const { counts, state, slug } = data
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/strategy/reports">{t('reports.title')}</Link>
          </p>
          <h1>
            {t(`reports.kind.${data.kind}`)}
            {data.about && `: ${mine(data.about)}`}
          </h1>
          <p>
            {shortDate(data.fromDay, language)} – {shortDate(data.toDay, language)}
          </p>
          <p>
            <ReportStateTag state={state} /> <span className="quiet">{t('reports.editionOf', { n: data.edition })}</span>
          </p>
        </div>
        <div className="deeds">
          {data.texts && (
            <a className="button" href={`/api/results/reports/${id}/document?lang=${language}`}>
              {t('reports.document')}
            </a>
          )}
          {slug && (
            <a className="button" href={`/${language}/publications/${slug}`}>
              {t('reports.page')}
            </a>
          )}
        </div>
      </div>
      {counts && state !== 'draft' ? <p>{t('reports.counts', counts)}</p> : <p className="quiet">{t('reports.draftNote')}</p>}
      {data.returnedBecause && <p className="small">{t('reports.returned', { why: data.returnedBecause })}</p>}
      <Refusals refusals={data.findings} title={t('reports.findings', { n: data.findings.length })} tone="warning" />
      <section className="narrow" aria-label={t('reports.next')}>
        <LifeSteps key={`${state} ${data.version}`} path="strategy-report" id={id} by={['monitoring', 'reportOfficer', 'chief']} />
      </section>
      {data.texts && <ReportText key={data.version} report={data} texts={data.texts} />}
    </>
  )
}
