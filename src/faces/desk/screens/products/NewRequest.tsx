/** A journalist called: what they ask, in which language, and until when. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

const empty = { outlet: '', journalist: '', contact: '', question: '', deadline: '', language: 'pt' }

export function NewRequest() {
  const { t } = useWords()
  const [given, setGiven] = useState(empty)
  const [sensitive, setSensitive] = useState(false)
  const taking = useProductDeed(
    () => post('/api/publications/media', { ...given, sensitive, deadline: new Date(given.deadline).toISOString() }),
    () => {
      setGiven(empty)
      setSensitive(false)
    },
  )
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const line = (name: 'outlet' | 'journalist' | 'contact' | 'deadline', type = 'text') => (
    <TextInput type={type} label={t(`media.new.${name}`)} value={given[name]} autoComplete="off" onChange={write(name)} />
  )
  const ready = Object.values(given).every((each) => each.trim() !== '')
  return (
    <section className="card product-form">
      <h2>{t('media.new')}</h2>
      <Refusals refusals={refusalsOf(taking.error)} focus />
      <KeyedForm onSave={() => ready && taking.mutate(undefined)} label={t('media.new')}>
        <div className="side-by-side">
          {line('outlet')}
          {line('journalist')}
          {line('contact')}
          {line('deadline', 'datetime-local')}
          <NativeSelect
            label={t('media.new.language')}
            value={given.language}
            onChange={write('language')}
            data={[
              { value: 'pt', label: 'Português' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <Textarea label={t('media.new.question')} autosize minRows={2} maxLength={2000} value={given.question} onChange={write('question')} />
        <Checkbox label={t('media.new.sensitive')} checked={sensitive} onChange={({ currentTarget }) => setSensitive(currentTarget.checked)} />
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={taking.isPending}>
            {t('media.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
