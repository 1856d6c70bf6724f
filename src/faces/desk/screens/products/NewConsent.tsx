/** The consent of somebody in a picture: who, for which channels, until when, and the number of the signed form. The name is closed at once. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { channels, type Picture, useProductDeed } from '../../api/products.ts'
import { useWords } from '../../words/words.ts'

const people = ['person', 'guardian', 'child'] as const

export function NewConsent({ picture }: { picture: Picture }) {
  const { t } = useWords()
  const empty = { who: picture.children > 0 ? 'guardian' : 'person', name: '', use: '', fromDay: '', toDay: '', form: '' }
  const [given, setGiven] = useState(empty)
  const [chosen, setChosen] = useState<string[]>(['portal'])
  const keeping = useProductDeed(
    () => post(`/api/publications/assets/${picture.id}/consents`, { ...given, channels: chosen, toDay: given.toDay || null }),
    () => setGiven(empty),
  )
  const line = (name: 'name' | 'use' | 'fromDay' | 'toDay' | 'form', type = 'text') => (
    <TextInput
      type={type}
      label={t(`pictures.consent.${name}`)}
      value={given[name]}
      autoComplete="off"
      onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
    />
  )
  const ready = chosen.length > 0 && [given.name, given.use, given.fromDay, given.form].every((each) => each.trim() !== '')
  return (
    <details>
      <summary>{t('pictures.addConsent')}</summary>
      <KeyedForm onSave={() => ready && keeping.mutate(undefined)} label={t('pictures.addConsent')}>
        <p className="small quiet">{t('pictures.consentNote')}</p>
        <div className="side-by-side">
          <NativeSelect
            label={t('pictures.consent.who')}
            value={given.who}
            onChange={(event) => setGiven({ ...given, who: event.currentTarget.value })}
            data={people.map((who) => ({ value: who, label: t(`pictures.who.${who}`) }))}
          />
          {line('name')}
          {line('use')}
          {line('form')}
          {line('fromDay', 'date')}
          {line('toDay', 'date')}
        </div>
        <Checkbox.Group label={t('pictures.consent.channels')} value={chosen} onChange={setChosen}>
          <div className="deeds">
            {channels.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`pictures.channel.${channel}`)} />
            ))}
          </div>
        </Checkbox.Group>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={keeping.isPending}>
            {t('pictures.addConsent')}
          </Button>
        </div>
        <Refusals refusals={refusalsOf(keeping.error)} focus />
      </KeyedForm>
    </details>
  )
}
