/** Asking for fingerprints in an exercise: which impact assessment, what for, until when, from which age. Somebody else grants. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { biometricsAddress } from '../../api/biometrics.ts'
import { useRegistrationDeed } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function AskForBiometrics({ exercise, lowestAge }: { exercise: string; lowestAge: number }) {
  const { t } = useWords()
  const [value, setValue] = useState({ assessment: '', purpose: '', sunset: '', minimumAge: String(lowestAge) })
  const asking = useRegistrationDeed(() => post(biometricsAddress(exercise), { ...value, minimumAge: Number(value.minimumAge) }))
  const ready = Object.values(value).every((each) => each.trim() !== '') && /^\d{1,3}$/.test(value.minimumAge)
  const input = (name: keyof typeof value, description?: string, type?: 'date' | 'number') => (
    <TextInput
      label={t(`biometrics.${name}`)}
      description={description}
      type={type}
      value={value[name]}
      onChange={({ currentTarget }) => setValue({ ...value, [name]: currentTarget.value })}
    />
  )
  return (
    <details>
      <summary>{t('biometrics.ask')}</summary>
      <Refusals refusals={refusalsOf(asking.error)} focus />
      <KeyedForm onSave={() => ready && asking.mutate(undefined)} label={t('biometrics.ask')}>
        <div className="side-by-side">
          {input('assessment', t('biometrics.assessmentNote'))}
          {input('purpose')}
          {input('sunset', t('biometrics.sunsetNote'), 'date')}
          {input('minimumAge', t('biometrics.minimumAgeNote', { lowest: lowestAge }), 'number')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={asking.isPending}>
            {t('biometrics.askNow')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
