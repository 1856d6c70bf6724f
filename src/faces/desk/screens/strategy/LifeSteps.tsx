/** The next steps of a row that has a life, for who may take them, each with what forbids it and what it asks. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { useBilingual } from '../../../ui/language.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../api/ask.ts'
import { type LifeStep, useLifeSteps } from '../../api/projects.ts'
import { useHolds } from '../../api/session.ts'
import { useDeed } from '../../api/useDeed.ts'
import { useWords } from '../../words/words.ts'

/** `of`: the domain whose row it is; left out, the results framework. */
type Given = { path: string; id: string; by: readonly string[]; of?: string }

/** Ways back and ends are offered, and never pressed by mistake. */
const aside = ['cancel', 'change', 'suspend', 'close', 'respond', 'return']

export function LifeSteps({ path, id, by, of = 'results' }: Given) {
  const mine = useBilingual()
  const { data } = useLifeSteps(path, id, useHolds(...by), of)
  return (data ?? []).map((step) =>
    aside.includes(step.name) ? (
      <details key={step.name}>
        <summary>{mine(step.label)}</summary>
        <OneStep path={path} id={id} of={of} step={step} />
      </details>
    ) : (
      <OneStep key={step.name} path={path} id={id} of={of} step={step} />
    ),
  )
}

function OneStep({ path, id, of, step: { name, label, asks, obstacles } }: { path: string; id: string; of: string; step: LifeStep }) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState<Record<string, string>>({})
  const taking = useDeed([of], () => post(`/api/${of}/${path}/${id}/steps/${name}`, given))
  const lacking = Object.entries(asks).some(([asked, { required }]) => required && !given[asked]?.trim())
  const write = (asked: string) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [asked]: event.currentTarget.value })
  if (obstacles.length > 0) return <Refusals refusals={obstacles} title={`${mine(label)}: ${t('bench.obstacles', { n: obstacles.length })}`} tone="warning" />
  return (
    <KeyedForm onSave={() => !lacking && taking.mutate(undefined)} label={mine(label)}>
      {Object.entries(asks).map(([asked, field]) =>
        field.values ? (
          <NativeSelect
            key={asked}
            label={mine(field.label)}
            value={given[asked] ?? ''}
            onChange={write(asked)}
            data={[{ value: '', label: t('records.choose') }, ...field.values.map((value) => ({ value, label: named('value', value) }))]}
          />
        ) : (
          <TextInput
            key={asked}
            type={field.kind === 'date' ? 'date' : undefined}
            label={mine(field.label)}
            value={given[asked] ?? ''}
            onChange={write(asked)}
          />
        ),
      )}
      <div className="form-deeds">
        <Button type="submit" variant={aside.includes(name) ? 'default' : 'filled'} disabled={lacking} loading={taking.isPending}>
          {mine(label)}
        </Button>
      </div>
      <Refusals refusals={refusalsOf(taking.error)} focus />
    </KeyedForm>
  )
}
