/** How answers are weighted, and what comes of them: each figure with its interval and how many answered. The office sees everything; what is published is less. */
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { number } from '../../../portal/numbers.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type SurveyDetail, useResults, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'
import { MicrodataPart } from './MicrodataPart.tsx'
import { ResultLines } from './ResultLines.tsx'

export function ResultsPart({ detail }: { detail: SurveyDetail }) {
  const { t, language } = useWords()
  const { survey } = detail
  const mayWeigh = useHolds('dataOfficer') && survey.state === 'weighting'
  const { data, error } = useResults(survey.id)
  if (error && !data) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  return (
    <>
      {mayWeigh && <WeightingForm key={survey.version} detail={detail} />}
      <Refusals refusals={data.obstacles ?? []} title={t('surveys.notYet')} tone="warning" />
      {!data.results && !mayWeigh && <Empty title={t('surveys.noResults')}>{t('surveys.noResultsNote')}</Empty>}
      {data.results && (
        <>
          <p className="small">
            {t(data.approved ? 'surveys.approvedNote' : 'surveys.draftNote')}{' '}
            {t('surveys.weightsSaid', {
              sum: number(Math.round(data.results.weights.sum), language),
              least: number(Math.round(data.results.weights.least * 10) / 10, language),
              largest: number(Math.round(data.results.weights.largest * 10) / 10, language),
              spread: number(Math.round(data.results.weights.spread * 100) / 100, language),
            })}
          </p>
          <ResultLines results={data.results} />
          {survey.state === 'published' && <MicrodataPart survey={survey} />}
        </>
      )}
    </>
  )
}

const ways = ['stratum', 'cluster', 'none'] as const
const fits = ['none', 'stratum', 'setting', 'both'] as const

function WeightingForm({ detail: { survey, rounds, questions } }: { detail: SurveyDetail }) {
  const { t, language } = useWords()
  const known = survey.weighting
  const [value, setValue] = useState({
    nonresponse: known?.nonresponse ?? 'stratum',
    fit: (known?.fit ? (known.fit.margins.length > 1 ? 'both' : known.fit.margins[0]!) : 'none') as (typeof fits)[number],
    round: known?.fit?.round ?? rounds[0]?.id ?? '',
    question: Object.keys(questions).find((key) => key.endsWith('setting')) ?? Object.keys(questions)[0] ?? '',
  })
  const usesSetting = value.fit === 'setting' || value.fit === 'both'
  const saving = useSurveyDeed(() =>
    post(`/api/displacement/surveys/${survey.id}/weighting`, {
      nonresponse: value.nonresponse,
      fit:
        value.fit === 'none'
          ? null
          : {
              round: value.round,
              margins: value.fit === 'both' ? ['stratum', 'setting'] : [value.fit],
              ...(usesSetting ? { settingQuestion: value.question } : {}),
            },
    }),
  )
  const set = (name: keyof typeof value) => (event: { currentTarget: { value: string } }) => setValue({ ...value, [name]: event.currentTarget.value })
  return (
    <section className="card">
      <h2>{t('surveys.weighting')}</h2>
      <p className="small quiet">{t('surveys.weightingNote')}</p>
      <Refusals refusals={refusalsOf(saving.error)} focus />
      <KeyedForm onSave={() => saving.mutate(undefined)} label={t('surveys.weighting')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('surveys.silence')}
            value={value.nonresponse}
            onChange={set('nonresponse')}
            data={ways.map((way) => ({ value: way, label: t(`surveys.silence.${way}`) }))}
          />
          <NativeSelect
            label={t('surveys.fit')}
            value={value.fit}
            onChange={set('fit')}
            data={fits.map((way) => ({ value: way, label: t(`surveys.fit.${way}`) }))}
          />
          {value.fit !== 'none' && (
            <NativeSelect
              label={t('surveys.round')}
              value={value.round}
              onChange={set('round')}
              data={rounds.map(({ id, assessmentType, number: n, reportingDate }) => ({ value: id, label: `${assessmentType} ${n} · ${reportingDate ?? ''}` }))}
            />
          )}
          {usesSetting && (
            <NativeSelect
              label={t('surveys.settingQuestion')}
              value={value.question}
              onChange={set('question')}
              data={Object.entries(questions).map(([key, { label }]) => ({ value: key, label: label[language] }))}
            />
          )}
        </div>
        <div className="form-deeds">
          <Button type="submit" loading={saving.isPending}>
            {t('surveys.weigh')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
