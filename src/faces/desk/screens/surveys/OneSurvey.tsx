/** One survey: where it stands, the next step with everything in its way, and its three parts. */
import { lazy } from 'react'
import { Link } from 'wouter'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useSurvey } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { DesignPart } from './DesignPart.tsx'
import { SurveyStateTag } from './SurveyList.tsx'
import { SurveySteps } from './SurveySteps.tsx'

const CollectionPart = lazy(async () => ({ default: (await import('./CollectionPart.tsx')).CollectionPart }))
const ResultsPart = lazy(async () => ({ default: (await import('./ResultsPart.tsx')).ResultsPart }))

const parts = ['design', 'collection', 'results'] as const
type Part = (typeof parts)[number]

export function OneSurvey({ id, part }: { id: string; part: Part }) {
  const { t, language } = useWords()
  const { data, error } = useSurvey(id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} focus />
  if (!data) return <WaitingPage />
  const { survey } = data
  return (
    <>
      <p className="small">
        <Link href="/surveys">{t('surveys.title')}</Link>
      </p>
      <div className="page-head">
        <div>
          <h1>
            {survey.code} · {survey.title[language]}
          </h1>
          <p className="quiet">
            <SurveyStateTag state={survey.state} /> · {t(`surveys.purpose.${survey.purpose}`)} · {survey.population[language]}
          </p>
        </div>
        {survey.slug && (
          <div className="deeds">
            <a className="button" href={`/${language}/publications/${survey.slug}`}>
              {t('surveys.page')}
            </a>
          </div>
        )}
      </div>
      <SurveySteps survey={survey} />
      <nav className="tabs" aria-label={t('surveys.parts')}>
        {parts.map((name) => (
          <Link key={name} href={name === 'design' ? `/surveys/${id}` : `/surveys/${id}/${name}`} aria-current={name === part ? 'page' : undefined}>
            {t(`surveys.part.${name}`)}
          </Link>
        ))}
      </nav>
      {part === 'design' && <DesignPart detail={data} />}
      {part === 'collection' && <CollectionPart survey={survey} />}
      {part === 'results' && <ResultsPart detail={data} />}
    </>
  )
}
