/** Two complete forms for one house: both are kept, and a person says which counts and why. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Survey, type TwiceAnswered, useSurveyDeed, useTwiceAnswered } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

export function ChooseAnswers({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const { data } = useTwiceAnswered(survey.id, true)
  const units = [...new Set((data?.answers ?? []).map(({ unit }) => unit))]
  if (units.length === 0) return null
  return (
    <section className="card after-survey-table">
      <h2>{t('surveys.twice')}</h2>
      <p className="small quiet">{t('surveys.twiceNote')}</p>
      {units.map((unit) => (
        <OneUnit key={unit} answers={data!.answers.filter((answer) => answer.unit === unit)} mayChoose={survey.state === 'collecting'} />
      ))}
    </section>
  )
}

/** Only what the two say differently. */
function differing(answers: readonly TwiceAnswered[]): string[] {
  const keys = [...new Set(answers.flatMap((answer) => Object.keys(answer.answers)))]
  return keys.filter((key) => !key.startsWith('meta/') && new Set(answers.map((answer) => JSON.stringify(answer.answers[key] ?? null))).size > 1)
}

function OneUnit({ answers, mayChoose }: { answers: TwiceAnswered[]; mayChoose: boolean }) {
  const { t, language } = useWords()
  const isOfficer = useHolds('dataOfficer')
  const [note, setNote] = useState('')
  const choosing = useSurveyDeed((id: string) => post(`/api/displacement/survey-answers/${id}/choose`, { note }))
  const shown = (value: unknown) =>
    value === null || value === undefined || value === '' ? t('surveys.noAnswer') : Array.isArray(value) ? value.join(', ') : String(value)
  return (
    <div className="survey-twice">
      <h3>
        {answers[0]!.unit} · {answers[0]!.name}
      </h3>
      <table>
        <thead>
          <tr>
            <td />
            {answers.map(({ id, day, chosen }) => (
              <th key={id} scope="col">
                {day ? shortDate(day, language) : t('unknown')} {chosen && <span className="tag">{t('surveys.chosen')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differing(answers).map((key) => (
            <tr key={key}>
              <th scope="row">{key.split('/').at(-1)}</th>
              {answers.map(({ id, answers: said }) => (
                <td key={id}>{shown(said[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {mayChoose && isOfficer && (
        <>
          <TextInput label={t('surveys.chooseWhy')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <div className="form-deeds">
            {answers.map(({ id, day }, at) => (
              <Button key={id} variant="default" disabled={note.trim() === ''} loading={choosing.isPending} onClick={() => choosing.mutate(id)}>
                {t('surveys.choose', { n: at + 1, day: day ? shortDate(day, language) : '' })}
              </Button>
            ))}
          </div>
          <Refusals refusals={refusalsOf(choosing.error)} focus />
        </>
      )}
    </div>
  )
}
