/** One submission: its answers with where each comes from, what is doubted, and what happened to it; approve, send back, correct. */
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { reviewKey, useSubmission } from '../../../api/review.ts'
import { useHolds } from '../../../api/session.ts'
import { useKeys } from '../../../shell/keyboard.ts'
import { useWords } from '../../../words/words.ts'
import { Answers } from './Answers.tsx'
import { CorrectAnswer, type Correcting } from './CorrectAnswer.tsx'
import { Doubts } from './Doubts.tsx'
import { History } from './History.tsx'
import { SendBack } from './SendBack.tsx'
import { TakenAt } from './TakenAt.tsx'

export function Submission({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const { data, error } = useSubmission(id)
  const mayReview = useHolds('dataOfficer', 'coordinator', 'registrar')
  const [returning, setReturning] = useState(false)
  const [correcting, correct] = useState<Correcting | null>(null)
  const refresh = () => answers.invalidateQueries({ queryKey: reviewKey })
  const approving = useMutation({
    mutationFn: () => post(`/api/forms/review/${id}/approve`),
    onSuccess: async () => {
      await refresh()
      onDone()
    },
  })
  const decidable = mayReview && data !== undefined && data.sealed !== 'closed' && ['received', 'hasIssues', 'edited', 'rejected'].includes(data.standing.state)
  /** A finding names the question alone; in a repeat its first turn opens. */
  const correctAt = (path: string) => correct({ path, turn: data?.questions.find((question) => question.path === path)?.repeat ? 1 : 0, before: undefined })
  const firstDoubted = () => {
    const path = data?.findings.find(({ state }) => state === 'open')?.path ?? data?.questions.find(({ kind }) => kind === 'question')?.path
    if (path) correctAt(path)
  }
  useKeys(
    decidable
      ? [
          { keys: 'a', words: t('review.approve'), act: () => approving.mutate() },
          { keys: 'r', words: t('review.sendBack'), act: () => setReturning(true) },
          { keys: 'c', words: t('review.correct'), act: firstDoubted },
        ]
      : [],
  )
  if (error) return <Refusals refusals={refusalsOf(error)} title={t('loadFailed')} />
  if (!data) return <WaitingTable />
  return (
    <article className="card submission" aria-label={data.formTitle}>
      <div className="author-bar">
        <h2>{data.formTitle}</h2>
        {decidable && (
          <div className="deeds">
            <Button size="xs" loading={approving.isPending} onClick={() => approving.mutate()}>
              {t('review.approve')} <kbd>a</kbd>
            </Button>
            <Button size="xs" variant="default" onClick={() => setReturning(true)}>
              {t('review.sendBack')} <kbd>r</kbd>
            </Button>
          </div>
        )}
      </div>
      <Refusals refusals={refusalsOf(approving.error)} focus />
      {data.standing.reason && <p className="tag">{t('review.reason', { reason: data.standing.reason })}</p>}
      {(data.sealed === 'closed' || data.sealed === 'erased') && <p role="status">{t(`review.sealed.${data.sealed}`)}</p>}
      <Doubts findings={data.findings} mayAnswer={mayReview} onAnswered={refresh} onCorrect={correctAt} />
      <Answers data={data} onCorrect={mayReview && data.sealed === null ? correct : null} />
      <TakenAt data={data} />
      <History id={id} data={data} />
      <SendBack id={id} opened={returning} onClose={() => setReturning(false)} onSent={onDone} />
      {correcting && <CorrectAnswer id={id} data={data} correcting={correcting} onClose={() => correct(null)} />}
    </article>
  )
}
