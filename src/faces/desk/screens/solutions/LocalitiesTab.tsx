/** Localities: who would be reached where, with what dangers, and what still lacks for an agreement. */
import { longDate, number } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Locality, solutionsOfficers, useLocalities } from '../../api/solutions.ts'
import { LifeSteps } from '../../shell/LifeSteps.tsx'
import { useWords } from '../../words/words.ts'
import { CompareCriteria } from './CompareCriteria.tsx'
import { LocalityBench } from './LocalityBench.tsx'
import { LocalityFacts } from './LocalityFacts.tsx'
import { NewLocality } from './NewLocality.tsx'
import { printOf } from './printOf.ts'
import { useScore } from './useScore.ts'

export function LocalitiesTab() {
  const { t } = useWords()
  const edits = useHolds(...solutionsOfficers)
  const { data, error } = useLocalities()
  if (!data) return error ? <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} /> : <WaitingTable />
  return (
    <div className="solutions-parts">
      {data.localities.length === 0 && <Empty title={t('localities.none')}>{t('localities.noneNote')}</Empty>}
      {data.localities.length > 0 && (
        <>
          <LocalityBench localities={data.localities} />
          <CompareCriteria localities={data.localities} />
        </>
      )}
      {data.localities.map((locality) => (
        <One key={locality.id} locality={locality} edits={edits} />
      ))}
      {edits && <NewLocality />}
    </div>
  )
}

const open = ['proposed', 'scored', 'consulted']

function One({ locality, edits }: { locality: Locality; edits: boolean }) {
  const { t, named, language } = useWords()
  const score = useScore()(locality.score)
  const answerOf = (answer: boolean | number | null) =>
    answer === null ? t('localities.unanswered') : typeof answer === 'number' ? number(answer, language) : named('tenure', answer ? 'yes' : 'no')
  return (
    <section className="card" id={locality.id}>
      <h2>
        {locality.placeName ?? locality.place} <span className="tag">{named('localityState', locality.state)}</span>
      </h2>
      <p className="quiet">
        {locality.programme} · {t('localities.choice', { n: locality.choice })} · {t('localities.score', { score })} ·{' '}
        {t('localities.land', { state: named('tenure', locality.landConflict) })}
      </p>
      <ul className="plain">
        {locality.criteria.map(({ code, points }) => {
          const given = locality.answers.find((one) => one.code === code)
          return (
            <li key={code}>
              {code} ({number(points, language)}): {answerOf(given?.answer ?? null)}
              {given?.evidence && <small className="lacking">{given.evidence}</small>}
            </li>
          )
        })}
        {locality.hazards.map(({ kind, mitigation, districtSigned }) => (
          <li key={kind}>
            <strong>{named('hazard', kind)}</strong>: {mitigation && districtSigned ? `${mitigation} · ${districtSigned}` : t('localities.hazardOpen')}
          </li>
        ))}
        {locality.minutes.map(({ on, with: side, present, words }) => (
          <li key={`${on}${side}`}>
            {longDate(on, language)} · {named('side', side)} {present !== null && t('localities.present', { n: present })} · {words}
          </li>
        ))}
      </ul>
      <p>
        <a href={printOf(`locality/${locality.id}`, language)}>{t('papers.locality')}</a>
      </p>
      {locality.others.length > 0 && <p className="small">{t('localities.others', { names: locality.others.join(' · ') })}</p>}
      {edits && open.includes(locality.state) && <LocalityFacts locality={locality} />}
      <LifeSteps domain="solutions" path="locality-selection" id={locality.id} by={['solutions', 'governmentReviewer']} />
    </section>
  )
}
