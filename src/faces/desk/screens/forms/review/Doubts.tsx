/** What the checks doubt: each is answered by confirming that it is true and why, or by correcting. */
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { ReviewFinding } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'

type Given = { findings: readonly ReviewFinding[]; mayAnswer: boolean; onAnswered: () => void; onCorrect: (path: string) => void }

export function Doubts({ findings, mayAnswer, onAnswered, onCorrect }: Given) {
  const { t } = useWords()
  const open = findings.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <section className="doubts">
      <h3>{t('review.doubted')}</h3>
      <ul>
        {open.map((finding) => (
          <Doubt key={finding.id} finding={finding} mayAnswer={mayAnswer} onAnswered={onAnswered} onCorrect={onCorrect} />
        ))}
      </ul>
    </section>
  )
}

function Doubt({ finding, mayAnswer, onAnswered, onCorrect }: Omit<Given, 'findings'> & { finding: ReviewFinding }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [why, setWhy] = useState('')
  const answering = useMutation({
    mutationFn: () => post(`/api/forms/review/findings/${finding.id}/answer`, { state: 'confirmed', answer: why }),
    onSuccess: onAnswered,
  })
  return (
    <li>
      <p>{mine(finding.sentence)}</p>
      <Refusals refusals={refusalsOf(answering.error)} focus />
      {mayAnswer && (
        <div className="form-deeds">
          <TextInput
            size="xs"
            aria-label={t('review.trueBecause')}
            placeholder={t('review.trueBecause')}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" disabled={why.trim() === ''} loading={answering.isPending} onClick={() => answering.mutate()}>
            {t('review.confirm')}
          </Button>
          {finding.path && (
            <button type="button" className="link" onClick={() => onCorrect(finding.path)}>
              {t('review.correct')}
            </button>
          )}
        </div>
      )}
    </li>
  )
}
