/** How a survey is made: what is asked and by which form, whom it is drawn from, how many, the draw on record, and the plan of the analysis. */
import { number } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { get, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Survey, type SurveyDetail, type SurveyFrame, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { AboutSurvey } from './AboutSurvey.tsx'
import { DesignForm } from './DesignForm.tsx'
import { FrameForm } from './FrameForm.tsx'
import { PlanSection } from './PlanSection.tsx'
import { ProtectionReview } from './ProtectionReview.tsx'

export function DesignPart({ detail }: { detail: SurveyDetail }) {
  const { survey, frame } = detail
  const isOfficer = useHolds('dataOfficer')
  const mayDesign = isOfficer && survey.state === 'designing'
  return (
    <div className="survey-parts">
      {survey.aboutSecurity && <ProtectionReview survey={survey} />}
      <AboutSurvey key={survey.version} detail={detail} />
      <section className="card">
        <FrameHead frame={frame} />
        {mayDesign && <FrameForm key={frame?.hash} survey={survey.id} rounds={detail.rounds} again={frame !== null} />}
      </section>
      <DesignForm survey={survey} frame={frame} mayDesign={mayDesign} />
      {survey.draws.length > 0 && <DrawOnRecord survey={survey} />}
      <PlanSection detail={detail} />
    </div>
  )
}

function FrameHead({ frame }: { frame: SurveyFrame | null }) {
  const { t, language } = useWords()
  if (!frame)
    return (
      <>
        <h2>{t('surveys.frame')}</h2>
        <p className="quiet">{t('surveys.frameNone')}</p>
      </>
    )
  return (
    <>
      <h2>{t('surveys.frame')}</h2>
      <p>
        {t(`surveys.frame.${frame.kind}`)} · {t('surveys.frameSize', { n: frame.unitCount, households: number(frame.households, language) })}
      </p>
      <p className="small quiet survey-breaks">
        {frame.source.replace(/([0-9a-f]{16})[0-9a-f]{48}/, '$1…')} · {t('surveys.hash')} <code>{frame.hash.slice(0, 16)}</code>
      </p>
      {frame.withoutSize.length > 0 && (
        <p className="small">{t('surveys.withoutSize', { n: frame.withoutSize.length, places: frame.withoutSize.join(', ') })}</p>
      )}
      {frame.strata.length > 1 && (
        <ul className="survey-strata small">
          {frame.strata.map(({ stratum, units, households }) => (
            <li key={stratum}>
              {stratum}: {t('surveys.frameSize', { n: units, households: number(households, language) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Verified = { same: boolean; frameUntouched: boolean; units: number; differing: string[] }

/** What a second person needs to draw the same sample, and the button that does it. */
function DrawOnRecord({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const mayVerify = useHolds('dataOfficer', 'chief', 'monitoring')
  const verifying = useSurveyDeed(() => get<Verified>(`/api/displacement/surveys/${survey.id}/verify`))
  return (
    <section className="card">
      <h2>{t('surveys.draw')}</h2>
      <ul className="survey-draws">
        {survey.draws.map((draw) => (
          <li key={draw.number} className={draw.setAside ? 'quiet' : undefined}>
            {t('surveys.drawNumber', { n: draw.number })} · {draw.method === 'given' ? t('surveys.drawGiven') : t('surveys.seedIs', { seed: draw.seed ?? '' })}
            {draw.setAside && <> · {t('surveys.setAside', { reason: draw.setAside })}</>}
          </li>
        ))}
      </ul>
      {mayVerify && survey.draw > 0 && (
        <div className="form-deeds">
          <button type="button" className="button" onClick={() => verifying.mutate(undefined)} disabled={verifying.isPending}>
            {t('surveys.verify')}
          </button>
          <span role="status">
            {verifying.data &&
              (verifying.data.same ? t('surveys.verified', { n: verifying.data.units }) : t('surveys.differs', { units: verifying.data.differing.join(', ') }))}
          </span>
        </div>
      )}
      <Refusals refusals={refusalsOf(verifying.error)} focus />
    </section>
  )
}
