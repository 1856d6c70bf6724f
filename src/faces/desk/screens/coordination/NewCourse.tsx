/** A course, or the next edition of one: what is taught and what a certificate of it asks for. */
import { Button, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { useCoordinationDeed } from '../../api/coordination.ts'
import { useWords } from '../../words/words.ts'

const words = { code: '', pt: '', en: '', language: 'Português' }
const numbers = { focusArea: '', hours: '', minimumAttendance: '', passMark: '', refresherMonths: '' }

export function NewCourse() {
  const { t } = useWords()
  const [said, setSaid] = useState(words)
  const [counted, setCounted] = useState<Record<keyof typeof numbers, string | number>>(numbers)
  const known = (name: keyof typeof numbers) => (counted[name] === '' ? null : Number(counted[name]))
  const making = useCoordinationDeed(
    () =>
      post('/api/coordination/curricula', {
        ...{ code: said.code.trim().toUpperCase(), topic: { pt: said.pt, en: said.en }, language: said.language },
        ...Object.fromEntries((Object.keys(numbers) as (keyof typeof numbers)[]).map((name) => [name, known(name)])),
      }),
    () => {
      setSaid(words)
      setCounted(numbers)
    },
  )
  const line = (name: keyof typeof words) => (
    <TextInput label={t(`learning.new.${name}`)} value={said[name]} onChange={({ currentTarget }) => setSaid({ ...said, [name]: currentTarget.value })} />
  )
  const count = (name: keyof typeof numbers, note?: string) => (
    <NumberInput
      label={t(`learning.new.${name}`)}
      description={note}
      min={0}
      value={counted[name]}
      onChange={(value) => setCounted({ ...counted, [name]: value })}
    />
  )
  const ready = [...Object.values(said), counted.focusArea, counted.hours, counted.minimumAttendance].every((each) => String(each).trim() !== '')
  return (
    <section className="card after-table coordination-form">
      <h2>{t('learning.new')}</h2>
      <Refusals refusals={refusalsOf(making.error)} focus />
      <KeyedForm onSave={() => ready && making.mutate(undefined)} label={t('learning.new')}>
        <div className="side-by-side">
          {line('code')}
          {line('pt')}
          {line('en')}
          {line('language')}
        </div>
        <div className="side-by-side">
          {count('focusArea')}
          {count('hours')}
          {count('minimumAttendance')}
          {count('passMark', t('learning.new.passMarkNote'))}
          {count('refresherMonths', t('learning.new.refresherNote'))}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={making.isPending}>
            {t('learning.new')}
          </Button>
        </div>
      </KeyedForm>
    </section>
  )
}
