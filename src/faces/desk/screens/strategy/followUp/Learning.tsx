/** What may go wrong, what evaluators told the mission, and what it has learned; harm to people stands first, whatever its score. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { longDate } from '../../../../portal/numbers.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type LearningBoard, type Risk, useLearning } from '../../../api/followUp.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { pathOfRecord } from '../../../navigation.ts'
import { LifeSteps } from '../../../shell/LifeSteps.tsx'
import { useWords } from '../../../words/words.ts'
import { StrategyTabs } from '../StrategyTabs.tsx'

export function Learning() {
  const { t } = useWords()
  const { data, error } = useLearning()
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{t('learning.title')}</h1>
          <p className="quiet">{t('learning.intro')}</p>
        </div>
      </div>
      <StrategyTabs />
      <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
      {!data && !error && <WaitingTable />}
      {data && (
        <>
          <Risks risks={data.risks} />
          <Evaluations board={data} />
          <Lessons lessons={data.lessons} />
        </>
      )}
    </>
  )
}

function Risks({ risks }: { risks: Risk[] }) {
  const { t, named, language } = useWords()
  const mayAdd = useHolds('monitoring', 'coordinator')
  const columns: Column<Risk>[] = [
    {
      key: 'title',
      title: t('learning.risk'),
      header: true,
      cell: ({ id, title, harm }) => (
        <>
          <Link href={pathOfRecord('results.risk', id)}>{title}</Link>
          {harm && <small className="standing late harm">{t('learning.harm')}</small>}
        </>
      ),
    },
    {
      key: 'score',
      title: t('learning.score'),
      value: ({ score }) => score,
      cell: ({ likelihood, impact, score }) => t('learning.scoreOf', { likelihood, impact, score }),
    },
    { key: 'mitigation', title: t('learning.mitigation'), cell: ({ mitigation }) => mitigation },
    { key: 'owner', title: t('learning.owner'), cell: ({ owner }) => owner },
    {
      key: 'review',
      title: t('learning.reviewOn'),
      value: ({ reviewOn }) => reviewOn,
      cell: ({ reviewOn, reviewOverdue }) => (
        <>
          {longDate(reviewOn, language)}
          {reviewOverdue && <small className="standing late harm">{t('learning.overdue')}</small>}
        </>
      ),
    },
    { key: 'standing', title: t('learning.standing'), cell: ({ standing }) => named('value', standing) },
  ]
  return (
    <section>
      <div className="page-head">
        <h2>{t('learning.risks')}</h2>
        {mayAdd && (
          <div className="deeds">
            <Link href={pathOfRecord('results.risk', 'new')}>{t('learning.addRisk')}</Link>
          </div>
        )}
      </div>
      {risks.length === 0 ? (
        <p className="quiet">{t('learning.noRisks')}</p>
      ) : (
        <DataTable rows={risks} columns={columns} rowKey={({ id }) => id} caption={t('learning.risks')} stacks />
      )}
    </section>
  )
}

function Evaluations({ board: { evaluations, recommendations } }: { board: LearningBoard }) {
  const { t, named, language } = useWords()
  const mayAdd = useHolds('monitoring')
  return (
    <section>
      <div className="page-head">
        <h2 className="after-table">{t('learning.evaluations')}</h2>
        {mayAdd && (
          <div className="deeds">
            <Link href={pathOfRecord('results.evaluation', 'new')}>{t('learning.addEvaluation')}</Link>
          </div>
        )}
      </div>
      {evaluations.length === 0 && <p className="quiet">{t('learning.noEvaluations')}</p>}
      {recommendations.map((each) => (
        <article key={each.id} className="card plan">
          <p>
            <b>{each.words}</b>
          </p>
          <p className="quiet">
            {each.evaluationTitle} · {named('value', each.state)}
            {each.overdue && <span className="standing late plan-late">{t('learning.overdue')}</span>}
          </p>
          {each.response && (
            <p>
              <b>{named('value', each.response)}:</b> {each.action}
              {each.owner && ` · ${each.owner}`}
              {each.due && ` · ${t('learning.by', { day: longDate(each.due, language) })}`}
            </p>
          )}
          {each.done && <p>{t('learning.done', { done: each.done })}</p>}
          <LifeSteps key={each.state} path="recommendation" id={each.id} by={['chief', 'monitoring']} />
        </article>
      ))}
      {mayAdd && evaluations.map(({ id, title }) => <RecommendationForm key={id} evaluation={id} title={title} />)}
    </section>
  )
}

function RecommendationForm({ evaluation, title }: { evaluation: string; title: string }) {
  const { t } = useWords()
  const [words, setWords] = useState('')
  const label = t('learning.recommend', { evaluation: title })
  const adding = useResultsDeed(
    () => post(`/api/results/evaluations/${evaluation}/recommendations`, { words }),
    () => setWords(''),
  )
  return (
    <details>
      <summary>{label}</summary>
      <Refusals refusals={refusalsOf(adding.error)} focus />
      <KeyedForm onSave={() => words.trim() && adding.mutate(undefined)} label={label}>
        <Textarea label={t('learning.recommendation')} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize />
        <div className="form-deeds">
          <Button type="submit" disabled={words.trim() === ''} loading={adding.isPending}>
            {t('learning.addRecommendation')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}

function Lessons({ lessons }: { lessons: LearningBoard['lessons'] }) {
  const { t, named } = useWords()
  const mayAdd = useHolds('monitoring', 'coordinator', 'reportOfficer')
  return (
    <section>
      <div className="page-head">
        <h2 className="after-table">{t('learning.lessons')}</h2>
        {mayAdd && (
          <div className="deeds">
            <Link href={pathOfRecord('results.lesson', 'new')}>{t('learning.addLesson')}</Link>
          </div>
        )}
      </div>
      {lessons.length === 0 && <p className="quiet">{t('learning.noLessons')}</p>}
      <ul className="lessons">
        {lessons.map(({ id, kind, title, area, happened, advice, strength, answers }) => (
          <li key={id}>
            <Link href={pathOfRecord('results.lesson', id)}>{title}</Link>{' '}
            <span className="quiet">
              {named('value', kind)} · {t('strategy.area', { number: String(area) })} · {named('value', strength)} · {t('learning.answers', { n: answers })}
            </span>
            <br />
            {happened} <b>{t('projects.advice')}</b> {advice}
          </li>
        ))}
      </ul>
    </section>
  )
}
