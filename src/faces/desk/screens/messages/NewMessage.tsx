/** One idea, first in one language: what it says, where the fact comes from and until when it holds. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { useMessages, useOutreachDeed } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'
import { PhonePreview } from './PhonePreview.tsx'

const empty = { key: '', topic: '', sourceLanguage: 'por', factSource: '', validUntil: '', text: '' }

export function NewMessage() {
  const { t } = useWords()
  const [, go] = useLocation()
  const topics = useCodes('messageTopic')
  const languages = useCodes('messageLanguage')
  const wordsPerSecond = useMessages().data?.wordsPerSecond
  const [given, setGiven] = useState(empty)
  const writing = useOutreachDeed(
    () => post<{ id: string }>('/api/publications/messages', given),
    ({ id }) => go(`/messages/${id}`),
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const ready = Object.values(given).every((each) => each.trim() !== '')
  return (
    <section className="card after-table message-form">
      <h2>{t('messages.new')}</h2>
      <Refusals refusals={refusalsOf(writing.error)} focus />
      <KeyedForm onSave={() => ready && writing.mutate(undefined)} label={t('messages.new')}>
        <div className="side-by-side">
          <TextInput label={t('messages.key')} value={given.key} onChange={put('key')} />
          <NativeSelect
            label={t('messages.topic')}
            value={given.topic}
            onChange={put('topic')}
            data={[{ value: '', label: t('records.choose') }, ...topics.options]}
          />
          <NativeSelect label={t('messages.startsIn')} value={given.sourceLanguage} onChange={put('sourceLanguage')} data={languages.options} />
        </div>
        <div className="side-by-side">
          <TextInput label={t('messages.factSource')} value={given.factSource} onChange={put('factSource')} />
          <TextInput type="date" label={t('messages.validUntil')} value={given.validUntil} onChange={put('validUntil')} />
        </div>
        <Textarea label={t('messages.text')} autosize minRows={3} value={given.text} onChange={put('text')} />
        {given.text && wordsPerSecond && <PhonePreview text={given.text} language={given.sourceLanguage} wordsPerSecond={wordsPerSecond} />}
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={writing.isPending}>
            {t('messages.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
