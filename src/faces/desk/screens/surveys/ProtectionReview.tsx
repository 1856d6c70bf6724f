/** Opinions on security or police: nothing opens before somebody else has looked at what answering may cost people. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { shortDate } from '../../../portal/numbers.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useHolds } from '../../api/session.ts'
import { type Survey, useSurveyDeed } from '../../api/surveys.ts'
import { useWords } from '../../words/words.ts'

export function ProtectionReview({ survey }: { survey: Survey }) {
  const { t, language } = useWords()
  const mayReview = useHolds('chief', 'monitoring')
  const [value, setValue] = useState({ reference: '', on: '', note: '' })
  const recording = useSurveyDeed(() => post(`/api/displacement/surveys/${survey.id}/protection-review`, value))
  const { protectionReview: review } = survey
  const ready = Object.values(value).every((text) => text.trim() !== '')
  return (
    <section className="card">
      <h2>{t('surveys.review')}</h2>
      {review ? (
        <p>
          {review.reference}, {shortDate(review.on, language)}: {review.note}
        </p>
      ) : (
        <p>{t('surveys.reviewNone')}</p>
      )}
      {!review && mayReview && (
        <KeyedForm onSave={() => ready && recording.mutate(undefined)} label={t('surveys.review')}>
          <Refusals refusals={refusalsOf(recording.error)} focus />
          <div className="side-by-side">
            <TextInput
              label={t('surveys.reviewReference')}
              value={value.reference}
              onChange={(event) => setValue({ ...value, reference: event.currentTarget.value })}
            />
            <TextInput type="date" label={t('surveys.reviewOn')} value={value.on} onChange={(event) => setValue({ ...value, on: event.currentTarget.value })} />
          </div>
          <Textarea label={t('surveys.reviewNote')} value={value.note} onChange={(event) => setValue({ ...value, note: event.currentTarget.value })} />
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={recording.isPending}>
              {t('surveys.reviewRecord')}
            </Button>
          </div>
        </KeyedForm>
      )}
    </section>
  )
}
