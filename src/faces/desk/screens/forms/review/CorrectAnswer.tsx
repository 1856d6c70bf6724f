/** A correction is a row of its own with its reason; what was sent stays as it was sent. */
import { Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type OneSubmission, reviewKey } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'
import { textIn, useFormLanguage } from '../author/LanguagePick.tsx'
import { keyOf, spoken } from './Answers.tsx'

export type Correcting = { path: string; turn: number; before: unknown }
type Given = { id: string; data: OneSubmission; correcting: Correcting; onClose: () => void }

export function CorrectAnswer({ id, data, correcting: { path, turn, before }, onClose }: Given) {
  const { t } = useWords()
  const answers = useQueryClient()
  const question = data.questions.find((each) => each.path === path)
  const [language] = useFormLanguage(Object.keys(question?.labels ?? {}))
  const [after, setAfter] = useState('')
  const [reason, setReason] = useState('')
  const [kind, setKind] = useState<'change_response' | 'blank_response'>('change_response')
  const correcting = useMutation({
    mutationFn: () => post(`/api/forms/review/${id}/correct`, { path, turn, changeType: kind, reason, ...(kind === 'change_response' ? { after } : {}) }),
    onSuccess: async () => {
      await answers.invalidateQueries({ queryKey: reviewKey })
      onClose()
    },
  })
  if (!question) return null
  const now = before === undefined ? data.rows.find((row) => row.repeat === (question.repeat ?? '') && row.turn === turn)?.answers[keyOf(question)] : before
  const single = question.choices && question.type.startsWith('select_one')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('review.correctTitle', { question: textIn(question.labels, language) || question.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Refusals refusals={refusalsOf(correcting.error)} focus />
      <p>{t('review.now', { value: now === null || now === undefined ? t('review.leftEmpty') : spoken(now, question, language) })}</p>
      <KeyedForm onSave={() => correcting.mutate()} label={t('review.correct')}>
        <NativeSelect
          label={t('review.what')}
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
          data={[
            { value: 'change_response', label: t('review.otherValue') },
            { value: 'blank_response', label: t('review.blank') },
          ]}
        />
        {kind === 'change_response' &&
          (single ? (
            <NativeSelect
              label={t('review.newValue')}
              value={after}
              onChange={(event) => setAfter(event.currentTarget.value)}
              data={[
                { value: '', label: t('review.choose') },
                ...question.choices!.map(({ name, labels }) => ({ value: name, label: textIn(labels, language) || name })),
              ]}
            />
          ) : (
            <TextInput label={t('review.newValue')} value={after} onChange={(event) => setAfter(event.currentTarget.value)} />
          ))}
        <Textarea label={t('review.why')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <div className="form-deeds">
          <Button type="submit" disabled={reason.trim() === '' || (kind === 'change_response' && after === '')} loading={correcting.isPending}>
            {t('review.correct')}
          </Button>
        </div>
      </KeyedForm>
    </Modal>
  )
}
