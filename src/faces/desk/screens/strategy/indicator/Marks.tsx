/** What a figure is judged by: baseline and target, each with its source, and every earlier one with the reason of its change. */
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { longDate } from '../../../../portal/numbers.ts'
import { KeyedForm } from '../../../../ui/KeyedForm.tsx'
import { Refusals } from '../../../../ui/Refusals.tsx'
import { post, refusalsOf } from '../../../api/ask.ts'
import { type OneIndicator, useResultsDeed } from '../../../api/results.ts'
import { useHolds } from '../../../api/session.ts'
import { useWords } from '../../../words/words.ts'
import { useFigureText } from './figureText.ts'

export function Marks({ shown: { indicator, marks } }: { shown: OneIndicator }) {
  const { t, named, language } = useWords()
  const { inUnit } = useFigureText()
  const replaced = new Set(marks.map(({ replaces }) => replaces))
  return (
    <>
      <h2 className="after-table">{t('results.marks')}</h2>
      {marks.length === 0 && <p className="unknown">{t('results.noMarks')}</p>}
      <ul className="marks">
        {marks.map(({ id, kind, day, value, source, reason }) => (
          <li key={id} className={replaced.has(id) ? 'quiet' : undefined}>
            <b>{named('markKind', kind)}</b> {longDate(day, language)}: {value === null ? t('unknown') : inUnit(indicator, value)} · {source}
            {reason && ` · ${t('results.changedBecause', { reason })}`}
            {replaced.has(id) && ` · ${t('results.replaced')}`}
          </li>
        ))}
      </ul>
      {useHolds('monitoring', 'chief') && <NewMark code={indicator.code} ratio={indicator.aggregation === 'ratio'} />}
    </>
  )
}

const empty = { kind: 'target', day: '', value: '', source: '', reason: '' }

function NewMark({ code, ratio }: { code: string; ratio: boolean }) {
  const { t, named } = useWords()
  const [typed, type] = useState(empty)
  const setting = useResultsDeed(
    () =>
      post(`/api/results/indicators/${code}/marks`, {
        ...{ kind: typed.kind, day: typed.day, source: typed.source, reason: typed.reason || null },
        value: typed.value === '' ? null : Number(typed.value) / (ratio ? 100 : 1),
      }),
    () => type(empty),
  )
  const write = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => type({ ...typed, [name]: event.currentTarget.value })
  return (
    <details>
      <summary>{t('results.setMark')}</summary>
      <KeyedForm onSave={() => setting.mutate(undefined)} label={t('results.setMark')}>
        <Refusals refusals={refusalsOf(setting.error)} focus />
        <div className="side-by-side">
          <NativeSelect
            label={t('results.markKind')}
            value={typed.kind}
            onChange={write('kind')}
            data={(['baseline', 'target'] as const).map((value) => ({ value, label: named('markKind', value) }))}
          />
          <TextInput type="date" label={t('results.day')} value={typed.day} onChange={write('day')} />
          <NumberInput
            label={t(ratio ? 'results.percent' : 'results.value')}
            value={typed.value}
            onChange={(value) => type({ ...typed, value: String(value) })}
          />
        </div>
        <TextInput label={t('results.source')} value={typed.source} onChange={write('source')} />
        <TextInput label={t('results.reason')} description={t('results.reasonNote')} value={typed.reason} onChange={write('reason')} />
        <div className="form-deeds">
          <Button type="submit" disabled={typed.day === '' || typed.source.trim() === ''} loading={setting.isPending}>
            {t('results.setMark')}
          </Button>
        </div>
      </KeyedForm>
    </details>
  )
}
