/** Back to whoever sent it, with a reason that he can act on. */
import { Button, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useDraft } from '../../../../ui/draft.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { reviewKey } from '../../../api/review.ts'
import { useWords } from '../../../words/words.ts'

export function SendBack({ id, opened, onClose, onSent }: { id: string; opened: boolean; onClose: () => void; onSent: () => void }) {
  const { t } = useWords()
  const answers = useQueryClient()
  const { value, set, forget } = useDraft(`send-back.${id}`, { reason: '' })
  const sending = useMutation({
    mutationFn: () => post(`/api/forms/review/${id}/reject`, { reason: value.reason }),
    onSuccess: async () => {
      forget()
      await answers.invalidateQueries({ queryKey: reviewKey })
      onClose()
      onSent()
    },
  })
  return (
    <Modal opened={opened} onClose={onClose} title={t('review.sendBack')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Refusals refusals={refusalsOf(sending.error)} focus />
      <KeyedForm onSave={() => sending.mutate()} label={t('review.sendBack')}>
        <Textarea
          label={t('review.why')}
          description={t('review.whyHint')}
          autosize
          minRows={3}
          value={value.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={value.reason.trim() === ''} loading={sending.isPending}>
            {t('review.sendBack')}
          </Button>
        </div>
      </KeyedForm>
    </Modal>
  )
}
