/** The fact behind a message: looked up again, or no longer so. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type Message, useOutreachDeed } from '../../api/messages.ts'
import { useWords } from '../../words/words.ts'

export function FactForms({ message }: { message: Message }) {
  const { t } = useWords()
  return (
    <section className="card after-table message-form">
      <h2>{t('messages.fact')}</h2>
      <details>
        <summary>{t('messages.renew')}</summary>
        <DatedForm
          url={`/api/publications/messages/${message.id}/renew`}
          deed={t('messages.renew')}
          day={{ name: 'validUntil', label: t('messages.validUntil') }}
          words={{ name: 'factSource', label: t('messages.factSource'), value: message.factSource }}
        />
      </details>
      <details>
        <summary>{t('messages.factChanged')}</summary>
        <DatedForm
          url={`/api/publications/messages/${message.id}/fact-changed`}
          deed={t('messages.factChanged')}
          day={{ name: 'on', label: t('messages.factChangedOn') }}
          words={{ name: 'words', label: t('messages.factChange'), value: '' }}
        />
      </details>
    </section>
  )
}

type Given = { url: string; deed: string; day: { name: string; label: string }; words: { name: string; label: string; value: string } }

function DatedForm({ url, deed, day, words }: Given) {
  const [on, setOn] = useState('')
  const [said, setSaid] = useState(words.value)
  const keeping = useOutreachDeed(() => post(url, { [day.name]: on, [words.name]: said }))
  const ready = on !== '' && said.trim() !== ''
  return (
    <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={deed}>
      <div className="side-by-side">
        <TextInput type="date" label={day.label} value={on} onChange={({ currentTarget }) => setOn(currentTarget.value)} />
        <TextInput label={words.label} value={said} onChange={({ currentTarget }) => setSaid(currentTarget.value)} />
      </div>
      <div className="form-deeds">
        <Button type="submit" variant="default" disabled={!ready} loading={keeping.isPending}>
          {deed}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(keeping.error)} focus />
    </KeyedForm>
  )
}
