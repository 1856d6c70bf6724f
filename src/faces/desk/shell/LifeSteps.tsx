/** The next steps in the life of a row, for who may take them, each with what forbids it and what it asks. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { KeyedForm } from '../../ui/KeyedForm.tsx'
import { useBilingual } from '../../ui/language.tsx'
import { Refusals } from '../../ui/Refusals.tsx'
import { post, refusalsOf } from '../api/ask.ts'
import { type LifeStep, useLifeSteps } from '../api/projects.ts'
import { useHolds } from '../api/session.ts'
import { useDeed } from '../api/useDeed.ts'
import { useWords } from '../words/words.ts'

type Given = {
  domain?: 'results' | 'publications' | 'relief' | 'solutions'
  path: string
  id: string
  by: readonly string[]
  /** Steps that ask for more than words have a form of their own. */
  except?: readonly string[]
}

/** Ways back and ends are offered, and never pressed by mistake. */
const aside = ['cancel', 'change', 'suspend', 'close', 'respond', 'return', 'withdraw', 'decline', 'excuse', 'stop', 'leave']

export function LifeSteps({ domain = 'results', path, id, by, except = [] }: Given) {
  const mine = useBilingual()
  const { data } = useLifeSteps(domain, path, id, useHolds(...by))
  const shown = (data ?? []).filter(({ name }) => !except.includes(name))
  return shown.map((step) =>
    aside.includes(step.name) ? (
      <details key={step.name}>
        <summary>{mine(step.label)}</summary>
        <OneStep domain={domain} path={path} id={id} step={step} />
      </details>
    ) : (
      <OneStep key={step.name} domain={domain} path={path} id={id} step={step} />
    ),
  )
}

const isLong = ({ letters = 0 }: { letters?: number }) => letters > 1000

type One = { domain: string; path: string; id: string; step: LifeStep }

function OneStep({ domain, path, id, step: { name, label, asks, obstacles } }: One) {
  const { t, named } = useWords()
  const mine = useBilingual()
  const [given, setGiven] = useState<Record<string, string>>({})
  const [ticked, setTicked] = useState<Record<string, boolean>>(() =>
    Object.fromEntries(Object.entries(asks).flatMap(([asked, { kind }]) => (kind === 'boolean' ? [[asked, false]] : []))),
  )
  const taking = useDeed([domain], () => post(`/api/${domain}/${path}/${id}/steps/${name}`, { ...given, ...ticked }))
  const lacking = Object.entries(asks).some(([asked, { required, kind }]) => required && kind !== 'boolean' && !given[asked]?.trim())
  const write = (asked: string) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [asked]: event.currentTarget.value })
  if (obstacles.length > 0) return <Refusals refusals={obstacles} title={`${mine(label)}: ${t('bench.obstacles', { n: obstacles.length })}`} tone="warning" />
  return (
    <KeyedForm onSave={() => !lacking && taking.mutate(undefined)} label={mine(label)}>
      {Object.entries(asks).map(([asked, field]) =>
        field.kind === 'boolean' ? (
          <Checkbox
            key={asked}
            label={mine(field.label)}
            checked={ticked[asked] ?? false}
            onChange={({ currentTarget }) => setTicked({ ...ticked, [asked]: currentTarget.checked })}
          />
        ) : isLong(field) ? (
          <Textarea key={asked} autosize minRows={4} label={mine(field.label)} value={given[asked] ?? ''} onChange={write(asked)} />
        ) : field.values ? (
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
