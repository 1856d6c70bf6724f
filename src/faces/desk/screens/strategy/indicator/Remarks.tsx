/** What colleagues said about an indicator, and a place to say more. */
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type OneIndicator, useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

export function Remarks({ shown: { indicator, remarks } }: { shown: OneIndicator }) {
  const { t, language } = useWords()
  const [words, setWords] = useState('')
  const saying = useResultsDeed(
    () => post(`/api/results/indicators/${indicator.code}/remarks`, { words }),
    () => setWords(''),
  )
  const speaks = useHolds('dataOfficer', 'reportOfficer', 'governmentReviewer', 'coordinator', 'chief', 'monitoring')
  return (
    <>
      <h2 className="after-table">{t('results.remarks')}</h2>
      {remarks.length === 0 && <p className="quiet">{t('results.noRemarks')}</p>}
      <ul className="notes">
        {remarks.map((remark) => (
          <li key={remark.id}>
            <b>{remark.by ?? t('notSaid')}</b> <span className="quiet">{longDate(remark.recordedAt.slice(0, 10), language)}</span>: {remark.words}
          </li>
        ))}
      </ul>
      {speaks && (
        <div className="remark-form">
          <KeyedForm onSave={() => saying.mutate(undefined)} label={t('results.remark')}>
            <Refusals refusals={refusalsOf(saying.error)} focus />
            <Textarea
              label={t('results.remark')}
              description={t('results.remarkNote')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              autosize
            />
            <div className="form-deeds">
              <Button type="submit" variant="default" disabled={words.trim() === ''} loading={saying.isPending}>
                {t('results.say')}
              </Button>
            </div>
          </KeyedForm>
        </div>
      )}
    </>
  )
}
