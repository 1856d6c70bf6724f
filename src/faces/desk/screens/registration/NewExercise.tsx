/** A new exercise: where, what for, on what basis, and the day on which everything about its people is erased. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useOperations } from '../../api/displacement.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

const empty = { operation: '', name: '', sites: '', purpose: '', legalBasis: '', retainUntil: '' }

export function NewExercise() {
  const { t } = useWords()
  const [value, setValue] = useState(empty)
  const { data: operations } = useOperations()
  const making = useRegistrationDeed(() =>
    post<{ id: string }>('/api/registration/exercises', { ...value, sites: value.sites.split(/[\s,;]+/).filter((site) => site !== '') }).then(() =>
      setValue(empty),
    ),
  )
  const ready = Object.values(value).every((each) => each.trim() !== '')
  const input = (name: 'name' | 'sites' | 'purpose' | 'legalBasis', description?: string) => (
    <TextInput
      label={t(`registration.new.${name}`)}
      description={description}
      value={value[name]}
      onChange={(event) => setValue({ ...value, [name]: event.currentTarget.value })}
    />
  )
  return (
    <section className="card after-table">
      <h2>{t('registration.new')}</h2>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <KeyedForm onSave={() => ready && making.mutate(undefined)} label={t('registration.new')}>
        <div className="side-by-side">
          <NativeSelect
            label={t('events.operation')}
            value={value.operation}
            onChange={(event) => setValue({ ...value, operation: event.currentTarget.value })}
            data={[{ value: '', label: t('reconcile.choose') }, ...(operations?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
          {input('name')}
          {input('sites', t('registration.new.sitesNote'))}
          {input('purpose')}
          {input('legalBasis')}
          <TextInput
            type="date"
            label={t('registration.until')}
            description={t('registration.untilNote')}
            value={value.retainUntil}
            onChange={(event) => setValue({ ...value, retainUntil: event.currentTarget.value })}
          />
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={making.isPending}>
            {t('registration.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
