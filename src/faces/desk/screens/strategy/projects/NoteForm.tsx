/** A dated note of what moved; it is kept as it was written. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

export function NoteForm({ activity }: { activity: string }) {
  const { t } = useWords()
  const [day, setDay] = useState(() => new Date().toISOString().slice(0, 10))
  const [words, setWords] = useState('')
  const noting = useResultsDeed(
    () => post(`/api/results/activities/${activity}/notes`, { day, words }),
    () => setWords(''),
  )
  return (
    <details>
      <summary>{t('projects.note')}</summary>
      <Refusals refusals={refusalsOf(noting.error)} focus />
      <KeyedForm onSave={() => noting.mutate(undefined)} label={t('projects.note')}>
        <TextInput type="date" label={t('projects.noteDay')} value={day} onChange={(event) => setDay(event.currentTarget.value)} />
        <Textarea label={t('projects.noteWords')} value={words} onChange={(event) => setWords(event.currentTarget.value)} autosize />
        <div className="form-deeds">
          <Button type="submit" disabled={words.trim() === ''} loading={noting.isPending}>
            {t('projects.note')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
