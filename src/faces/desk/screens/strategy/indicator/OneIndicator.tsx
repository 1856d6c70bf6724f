/** One indicator: what it counts in words, its latest figure with method and coverage, every figure before it, what it is judged by, and the records behind. */
import { Link } from 'wouter'
import { longDate, number } from '../../../../portal/numbers.ts'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingPage } from '../../../../ui/Waiting.tsx'
import { refusalsOf } from '../../../api/ask.ts'
import { type IndicatorValue, type OneIndicator as Shown, useIndicator } from '../../../api/results.ts'
import { useHolds, useSession } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { ByPlace } from './ByPlace.tsx'
import { Differences } from './Differences.tsx'
import { EveryFigure } from './EveryFigure.tsx'
import { FigureForm } from './FigureForm.tsx'
import { useFigureText } from './figureText.ts'
import { HowFollowed } from './HowFollowed.tsx'
import { Marks } from './Marks.tsx'
import { Remarks } from './Remarks.tsx'
import { Series } from './Series.tsx'
import { newestByPlace, seriesOf } from './seriesOf.ts'

export function OneIndicator({ code }: { code: string }) {
  const { t } = useWords()
  const { data, error } = useIndicator(code)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  return data ? <Page shown={data} /> : <WaitingPage />
}

function Page({ shown }: { shown: Shown }) {
  const { indicator, values } = shown
  const { t, named } = useWords()
  const mine = useBilingual()
  const { data: session } = useSession()
  const country = session?.country
  const places = country ? newestByPlace(values, country.iso2) : null
  const mayCompute = useHolds('monitoring')
  const [area] = indicator.code.split('.')
  return (
    <>
      <div className="page-head">
        <div>
          <p className="kicker">
            <Link href="/strategy">{t('strategy.back')}</Link>
            {area !== 'X' && (
              <>
                {' › '}
                <Link href={`/strategy/${area}`}>{t('strategy.area', { number: area! })}</Link>
              </>
            )}
          </p>
          <h1>
            {indicator.code} {mine(indicator.name)}
          </h1>
        </div>
      </div>
      {values[0] ? <Latest shown={shown} value={values[0]} /> : <p className="unknown">{t('results.nobodyYet')}</p>}
      <dl className="facts">
        <Fact term={t('results.counted')} said={mine(indicator.counted)} />
        {indicator.denominator && <Fact term={t('results.outOf')} said={mine(indicator.denominator)} />}
        <Fact term={t('results.together')} said={named('aggregation', indicator.aggregation)} />
        <Fact
          term={t('results.source')}
          said={t(indicator.standsOnRecords ? 'results.computedFrom' : 'results.typedUntil', { part: named('domain', indicator.domain) })}
        />
        <Fact term={t('results.definition')} said={t('results.version', { n: indicator.version })} />
      </dl>
      {country && <Series indicator={indicator} points={seriesOf(values, country.iso2)} marks={shown.marks} place={mine(country.names)} />}
      {mayCompute && <FigureForm indicator={indicator} />}
      {values.length > 0 && <h2>{t('results.everyFigure')}</h2>}
      {values.length > 0 && <EveryFigure key={values[0]!.id} indicator={indicator} values={values} />}
      {places && <ByPlace indicator={indicator} period={places} />}
      <Differences differences={shown.differences} indicators={[indicator]} />
      <Marks shown={shown} />
      <HowFollowed shown={shown} />
      <Remarks shown={shown} />
    </>
  )
}

const Fact = ({ term, said }: { term: string; said: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{said}</dd>
  </div>
)

function Latest({ shown: { indicator, achievement }, value }: { shown: Shown; value: IndicatorValue }) {
  const { t, named, language } = useWords()
  const { text } = useFigureText()
  return (
    <p className="latest-figure">
      <b className={value.value === null ? 'unknown' : undefined}>{text(indicator, value)}</b>
      <span className="quiet">
        {t('results.ofPeriod', { from: longDate(value.fromDay, language), to: longDate(value.toDay, language), state: named('valueState', value.state) })}
      </span>
      <span>
        {'percent' in achievement
          ? t('results.achieved', { percent: number(Math.round(achievement.percent * 10) / 10, language) })
          : named('noPercent', achievement.undefined)}
      </span>
    </p>
  )
}
