/** The next step of a figure, for who may take it, with what forbids it. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../../ui/language.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type IndicatorValue, useResultsDeed, useValueSteps, type ValueStep } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'

export function ValueSteps({ value }: { value: Pick<IndicatorValue, 'id' | 'state'> }) {
  const { data } = useValueSteps(value.id, useHolds('monitoring', 'reportOfficer', 'chief'))
  return (data ?? []).map((step) => <OneStep key={`${value.state} ${step.name}`} value={value.id} step={step} />)
}

function OneStep({ value, step: { name, label, asks, obstacles } }: { value: string; step: ValueStep }) {
  const { t } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState<Record<string, string>>({})
  const taking = useResultsDeed(() => post(`/api/results/indicator-value/${value}/steps/${name}`, given))
  const lacking = Object.keys(asks).some((asked) => !given[asked]?.trim())
  if (obstacles.length > 0) return <Refusals refusals={obstacles} title={t('bench.obstacles', { n: obstacles.length })} tone="warning" />
  return (
    <KeyedForm onSave={() => !lacking && taking.mutate(undefined)} label={mine(label)}>
      {Object.entries(asks).map(([asked, field]) => (
        <TextInput
          key={asked}
          label={mine(field.label)}
          value={given[asked] ?? ''}
          onChange={(event) => setGiven({ ...given, [asked]: event.currentTarget.value })}
        />
      ))}
      <div className="form-deeds">
        <Button type="submit" disabled={lacking} loading={taking.isPending}>
          {mine(label)}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(taking.error)} focus />
    </KeyedForm>
  )
}
