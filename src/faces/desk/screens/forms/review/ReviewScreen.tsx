/** What the field sent: one row for each submission, flagged first; the chosen one beside it. `j k` walk, `a` approves, `r` sends back, `c` corrects. */
import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Empty } from '../../../../ui/Empty.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { WaitingTable } from '../../../../ui/Waiting.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useForms } from '../../../api/forms.ts'
import { type QueueLine, reviewKey, useFilterQuestions, useQueue } from '../../../api/review.ts'
import { useHolds } from '../../../api/session.ts'
import { useChosen } from '../../../shell/useChosen.ts'
import { useWords } from '../../../words/words.ts'
import { FieldTabs } from '../FieldTabs.tsx'
import { titleOf } from '../FormList.tsx'
import { AnswerFilter } from './AnswerFilter.tsx'
import { type AnswerAsked, askedInAddress, filterText } from './answerAsked.ts'
import { QueueList } from './QueueList.tsx'
import { Submission } from './Submission.tsx'

const waiting = 'received,edited,hasIssues'

export function ReviewScreen() {
  const { t, language } = useWords()
  const [search, chooseInAddress] = useChosen()
  const filter = {
    form: search.get('form'),
    state: search.get('state') ?? (search.get('form') || search.get('place') ? null : waiting),
    flag: search.get('flag'),
    place: search.get('place'),
  }
  const asked = filter.form ? askedInAddress(search) : null
  const { data: known, error: unknown } = useFilterQuestions(filter.form)
  const { data, error } = useQueue(asked && !known ? null : { ...filter, filter: asked && known ? filterText(asked, known.questions) : null })
  const { data: forms } = useForms()
  const [chosen, choose] = useState<string | null>(null)
  const open = data?.lines.find(({ submission }) => submission === chosen) ?? data?.lines[0] ?? null
  const noAnswer = { question: null, is: null, value: null }
  // A question belongs to its form.
  const set = (name: string, value: string) => chooseInAddress({ [name]: value, ...(name === 'form' ? noAnswer : {}) })
  const ask = (answer: AnswerAsked | null) => chooseInAddress(answer ?? noAnswer)
  /** The next one opens by itself, so that a reviewer never looks for where he was. */
  const next = () => {
    const at = data?.lines.findIndex(({ submission }) => submission === open?.submission) ?? -1
    choose(data?.lines[at + 1]?.submission ?? null)
  }
  return (
    <>
      <div className="page-head">
        <h1>{t('review.title')}</h1>
      </div>
      <FieldTabs at="review" />
      <div className="filters">
        <NativeSelect
          label={t('forms.form')}
          value={filter.form ?? ''}
          onChange={(event) => set('form', event.currentTarget.value)}
          data={[{ value: '', label: t('review.allForms') }, ...(forms ?? []).map((form) => ({ value: form.id, label: titleOf(form, language) }))]}
        />
        <NativeSelect
          label={t('forms.state')}
          value={filter.state ?? 'all'}
          onChange={(event) => set('state', event.currentTarget.value === 'all' ? 'received,hasIssues,edited,approved,rejected' : event.currentTarget.value)}
          data={[
            { value: waiting, label: t('review.waiting') },
            { value: 'approved', label: t('submissionState.approved') },
            { value: 'rejected', label: t('submissionState.rejected') },
            { value: 'all', label: t('review.everything') },
          ]}
        />
        <NativeSelect
          label={t('review.flags')}
          value={filter.flag ?? ''}
          onChange={(event) => set('flag', event.currentTarget.value)}
          data={[
            { value: '', label: t('review.withAndWithout') },
            { value: 'any', label: t('review.onlyFlagged') },
          ]}
        />
      </div>
      {known && known.questions.length > 0 && (
        <AnswerFilter key={`${filter.form} ${JSON.stringify(asked)}`} questions={known.questions} asked={asked} onAsk={ask} />
      )}
      <Refusals refusals={refusalsOf(error ?? (asked && unknown))} title={t('loadFailed')} />
      {!data && !error && !(asked && unknown) && <WaitingTable />}
      {data?.lines.length === 0 &&
        (asked ? (
          <Empty title={t('review.noneAnswered')}>{t('review.noneAnsweredNote')}</Empty>
        ) : (
          <Empty title={t('review.none')}>{t('review.noneNote')}</Empty>
        ))}
      {data && open && (
        <div className="review-columns">
          <div>
            <ApproveQuiet lines={data.lines} />
            <QueueList lines={data.lines} open={open.submission} onOpen={choose} />
          </div>
          <Submission key={open.submission} id={open.submission} onDone={next} />
        </div>
      )}
    </>
  )
}

/** Many at once, and only those that nobody doubts. */
function ApproveQuiet({ lines }: { lines: readonly QueueLine[] }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const mayReview = useHolds('dataOfficer', 'coordinator', 'registrar')
  const quiet = lines.filter(
    ({ state, openFindings, filesMissing }) => (state === 'received' || state === 'edited') && openFindings === 0 && filesMissing === 0,
  )
  const approving = useMutation({
    mutationFn: () => post<{ approved: string[]; left: unknown[] }>('/api/forms/review/approve', { submissions: quiet.map(({ submission }) => submission) }),
    onSuccess: () => answers.invalidateQueries({ queryKey: reviewKey }),
  })
  if (!mayReview || quiet.length < 2) return null
  return (
    <div className="review-bulk">
      <Button size="xs" variant="default" loading={approving.isPending} onClick={() => approving.mutate()}>
        {t('review.approveQuiet', { n: quiet.length })}
      </Button>
      <span role="status" className="small quiet">
        {approving.data && t('review.approvedOf', { approved: approving.data.approved.length, left: approving.data.left.length })}
      </span>
      <Refusals refusals={refusalsOf(approving.error)} focus />
    </div>
  )
}
