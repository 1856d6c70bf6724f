/** The plan of the analysis: what will be worked out of which question and for whom, written before the answers come. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type PlanLine, type SurveyDetail, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

export function PlanSection({ detail }: { detail: SurveyDetail }) {
  const { t, language } = useWords()
  const { survey, plan, questions } = detail
  const mayWrite = useHolds('dataOfficer') && !['approved', 'published', 'withdrawn'].includes(survey.state)
  const worded = (question: string) => (question === 'stratum' ? t('surveys.stratum') : (questions[question]?.label[language] ?? question))
  return (
    <section className="card">
      <h2>{t('surveys.plan')}</h2>
      <p className="small quiet">{t('surveys.planNote')}</p>
      {plan.length === 0 && <p>{t('surveys.planNone')}</p>}
      <ul className="survey-plan">
        {plan.map((line) => (
          <li key={line.code}>
            <strong>{line.label[language]}</strong> · {t(`surveys.statistic.${line.statistic}`)}: {worded(line.question)}
            {line.denominator && <> ÷ {worded(line.denominator)}</>}
            {line.breakdowns.length > 0 && <> · {t('surveys.by', { groups: line.breakdowns.map(worded).join(', ') })}</>}
            {line.edition > 1 && <> · {t('surveys.edition', { n: line.edition })}</>}
            {line.reason && <small className="quiet"> · {t('surveys.because', { reason: line.reason })}</small>}
          </li>
        ))}
      </ul>
      {mayWrite && Object.keys(questions).length > 0 && <PlanLineForm detail={detail} late={!['designing', 'drawn'].includes(survey.state)} />}
      {mayWrite && Object.keys(questions).length === 0 && <p className="quiet">{t('surveys.planNeedsForm')}</p>}
    </section>
  )
}

const statistics: PlanLine['statistic'][] = ['share', 'mean', 'total', 'ratio', 'median']
const codeOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 60)

function PlanLineForm({ detail: { survey, questions }, late }: { detail: SurveyDetail; late: boolean }) {
  const { t, language } = useWords()
  const first = Object.keys(questions)[0]!
  const [value, setValue] = useState({ pt: '', en: '', statistic: 'share', question: first, denominator: first, by: '', reason: '' })
  const [byStratum, setByStratum] = useState(true)
  const options = Object.entries(questions).map(([key, { label }]) => ({ value: key, label: label[language] }))
  const writing = useSurveyDeed(
    () =>
      post(`/api/displacement/surveys/${survey.id}/plan`, {
        ...{ code: codeOf(value.en), label: { pt: value.pt, en: value.en }, statistic: value.statistic, question: value.question },
        ...{ answers: [], noAnswer: (questions[value.question]?.choices ?? []).map(({ code }) => code).filter((code) => code === 'no_answer') },
        denominator: value.statistic === 'ratio' ? value.denominator : null,
        breakdowns: [...(byStratum ? ['stratum'] : []), ...(value.by ? [value.by] : [])],
        ...(value.reason.trim() ? { reason: value.reason } : {}),
      }),
    () => setValue({ ...value, pt: '', en: '', reason: '' }),
  )
  const set = (name: keyof typeof value) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  const ready = value.pt.trim() !== '' && codeOf(value.en) !== '' && (!late || value.reason.trim() !== '')
  return (
    <KeyedForm onSave={() => ready && writing.mutate(undefined)} label={t('surveys.planAdd')}>
      <h3>{t('surveys.planAdd')}</h3>
      <Refusals refusals={refusalsOf(writing.error)} focus />
      <div className="side-by-side">
        <TextInput label={t('surveys.indicatorPt')} value={value.pt} onChange={set('pt')} />
        <TextInput label={t('surveys.indicatorEn')} value={value.en} onChange={set('en')} />
        <NativeSelect
          label={t('surveys.statistic')}
          value={value.statistic}
          onChange={set('statistic')}
          data={statistics.map((each) => ({ value: each, label: t(`surveys.statistic.${each}`) }))}
        />
        <NativeSelect label={t('surveys.question')} value={value.question} onChange={set('question')} data={options} />
        {value.statistic === 'ratio' && (
          <NativeSelect label={t('surveys.denominator')} value={value.denominator} onChange={set('denominator')} data={options} />
        )}
        <NativeSelect label={t('surveys.alsoBy')} value={value.by} onChange={set('by')} data={[{ value: '', label: t('surveys.byNothing') }, ...options]} />
        {late && <TextInput label={t('surveys.lateReason')} value={value.reason} onChange={set('reason')} />}
      </div>
      <Checkbox label={t('surveys.byStratum')} checked={byStratum} onChange={(event) => setByStratum(event.currentTarget.checked)} />
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!ready} loading={writing.isPending}>
          {t('surveys.planWrite')}
        </Button>
      </div>
    </KeyedForm>
  )
}
