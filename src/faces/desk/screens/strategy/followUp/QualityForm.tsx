/** A check of the data behind an indicator: five marks, each with its sentence, and a sample that was counted again. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type Indicator, useResultsDeed } from '../../../api/results.ts'
import { useWords } from '../../../words/words.ts'

const sides = ['validity', 'reliability', 'timeliness', 'precision', 'integrity'] as const
const empty: Record<string, string> = {}

export function QualityForm({ indicators }: { indicators: Indicator[] }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [value, setValue] = useState(empty)
  const numeric = (name: string) => (value[name] ? Number(value[name]) : null)
  const checking = useResultsDeed(
    () =>
      post(`/api/results/indicators/${value.indicator}/quality-checks`, {
        day: new Date().toISOString().slice(0, 10),
        ...Object.fromEntries(
          sides.flatMap((side) => [
            [`${side}Mark`, numeric(`${side}Mark`)],
            [`${side}Words`, value[`${side}Words`]],
          ]),
        ),
        ...{ sampleSize: numeric('sampleSize'), sampleAgreed: numeric('sampleAgreed') },
      }),
    () => setValue(empty),
  )
  const set = (name: string, typed: string | number) => setValue({ ...value, [name]: String(typed) })
  const ready = Boolean(value.indicator) && sides.every((side) => value[`${side}Mark`] && value[`${side}Words`]?.trim())
  return (
    <details>
      <summary>{t('followUp.check')}</summary>
      <section className="card plan-form">
        <Refusals refusals={refusalsOf(checking.error)} focus />
        <KeyedForm onSave={() => ready && checking.mutate(undefined)} label={t('followUp.check')}>
          <NativeSelect
            label={t('results.indicator')}
            value={value.indicator ?? ''}
            onChange={(event) => set('indicator', event.currentTarget.value)}
            data={[{ value: '', label: t('records.choose') }, ...indicators.map(({ code, name }) => ({ value: code, label: `${code} ${mine(name)}` }))]}
          />
          {sides.map((side) => (
            <div key={side} className="quality-side">
              <NumberInput
                label={t('followUp.mark', { side: t(`qualityMark.${side}`) })}
                value={value[`${side}Mark`] ?? ''}
                onChange={(typed) => set(`${side}Mark`, typed)}
                min={1}
                max={5}
              />
              <TextInput
                label={t('followUp.because', { side: t(`qualityMark.${side}`) })}
                value={value[`${side}Words`] ?? ''}
                onChange={(event) => set(`${side}Words`, event.currentTarget.value)}
              />
            </div>
          ))}
          <div className="side-by-side">
            <NumberInput label={t('followUp.sampleSize')} value={value.sampleSize ?? ''} onChange={(typed) => set('sampleSize', typed)} min={1} />
            <NumberInput label={t('followUp.sampleAgreed')} value={value.sampleAgreed ?? ''} onChange={(typed) => set('sampleAgreed', typed)} min={0} />
          </div>
          <div className="form-deeds">
            <Button type="submit" disabled={!ready} loading={checking.isPending}>
              {t('followUp.keepCheck')}
            </Button>
          </div>
        </KeyedForm>
      </section>
    </details>
  )
}
