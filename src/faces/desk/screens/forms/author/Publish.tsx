/** Sending a version to the field: its number, the note, and once more everything that it changes. What was published cannot be taken back. */
import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useDraft } from '../../../../ui/draft.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import type { OneForm } from '../../../api/forms.ts'
import { useWords } from '../../../words/words.ts'
import { dayVersion } from '../NewForm.tsx'
import { useDeedOn } from './useDeedOn.ts'

/** The author's own number while it is free, else the next one of today. */
function proposed({ draft, versions }: OneForm): string {
  const taken = new Set(versions.map(({ name }) => name))
  if (draft!.name && !taken.has(draft!.name)) return draft!.name
  let n = 1
  while (taken.has(dayVersion(new Date(), n))) n++
  return dayVersion(new Date(), n)
}

export function Publish({ shown, opened, onClose }: { shown: OneForm; opened: boolean; onClose: () => void }) {
  const { t } = useWords()
  const { form, draft, obstacles, versions } = shown
  const { value, set, forget } = useDraft(`publish.${form.id}`, { note: '' })
  const [version, setVersion] = useState<string | null>(null)
  const number = version ?? proposed(shown)
  const publishing = useDeedOn(
    () => post(`/api/forms/author/${form.id}/publish`, { note: value.note, ...(number === draft!.name ? {} : { version: number }) }),
    () => {
      forget()
      onClose()
    },
  )
  // A number that is taken is mended by the number typed here.
  const standing = obstacles.filter(({ code }) => !['forms.version-missing', 'forms.version-taken', 'forms.version-unchanged'].includes(code))
  return (
    <Modal opened={opened} onClose={onClose} title={t('author.publishTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Refusals refusals={refusalsOf(publishing.error)} focus />
      {!publishing.error && <Refusals refusals={standing} title={t('author.inTheWay')} />}
      <p>{t(versions.length > 0 ? 'author.publishNext' : 'author.publishFirst')}</p>
      <KeyedForm onSave={() => publishing.mutate(undefined)} label={t('author.publishTitle')}>
        <TextInput
          label={t('author.version')}
          description={t('author.versionHint')}
          value={number}
          onChange={(event) => setVersion(event.currentTarget.value)}
        />
        <Textarea
          label={t('author.note')}
          description={t('author.noteHint')}
          value={value.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          autosize
          minRows={3}
        />
        <div className="form-deeds">
          <Button type="submit" disabled={value.note.trim() === '' || number.trim() === '' || standing.length > 0} loading={publishing.isPending}>
            {t('author.publish')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </KeyedForm>
    </Modal>
  )
}
